import { OutboxConsumer } from '../../src/platform/outbox/outbox-consumer.js';
import { type BookingBody, slotIds } from './bookings.js';
import type { MailingApp } from './mailing-app.js';
import { handleKinds } from './outbox.js';

/** A line of the ledger of mails. */
interface LedgerLine {
  readonly kind: string;
  readonly sequence: number;
  readonly state: string;
  readonly lastError: string | null;
}

/** Items of which Freja alone is told, and their mails one by one. */
export class LedgerDesk {
  private constructor(
    private readonly mailing: MailingApp,
    private readonly slots: string[],
  ) {}

  static async open(mailing: MailingApp): Promise<LedgerDesk> {
    const days = await mailing.desk.openDays();
    return new LedgerDesk(mailing, [0, 1].flatMap((place) => days.flatMap((day) => slotIds(day)[place] ?? [])));
  }

  /** An item with its invitation planned and not sent. */
  async planned(): Promise<BookingBody> {
    const { app, desk, org } = this.mailing;
    const booking = await desk.book(await desk.caseReady(), this.slots.shift(), { participantIds: [org.staff.freja] });
    await handleKinds(app, 'booking.changed');
    return booking;
  }

  /** Freja changes the item, and what follows is planned and not sent. */
  async change(booking: BookingBody, path: string, body: object): Promise<void> {
    await (await this.mailing.desk.as('freja')).post(`/bookings/${booking.id}${path}`, body).expect(200);
    await handleKinds(this.mailing.app, 'booking.changed');
  }

  /** A place on which nothing stands. */
  freeSlot(): string | undefined {
    return this.slots.shift();
  }

  lines(booking: BookingBody): Promise<LedgerLine[]> {
    return this.mailing.app.inTx((tx) => tx.query<LedgerLine>(
      'SELECT kind, sequence, state, last_error AS "lastError" FROM mail_delivery WHERE subject_id = $1 ORDER BY sequence', [booking.id]));
  }

  /** Messages of mails that wait to be sent, oldest first. */
  waiting(): Promise<Array<{ id: string }>> {
    return this.mailing.app.inTx((tx) => tx.query<{ id: string }>("SELECT id FROM outbox_message WHERE kind = 'mail.due' AND state = 'pending' ORDER BY id"));
  }

  /** Sends what waits, the newest first. */
  async sendBackwards(): Promise<void> {
    for (const { id } of [...(await this.waiting())].reverse()) await this.mailing.app.get(OutboxConsumer).process(id);
  }
}
