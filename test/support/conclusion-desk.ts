import { type ApiClient, drainOutbox, type TestApp } from './app.js';
import { BookingDesk, slotIds, type BookingBody } from './bookings.js';
import { daysBetween, startSeries, type DayBody } from './meeting-days.js';
import type { Organisation, StaffName } from './organisation.js';
import { recordYouth, type YouthWish } from './youth-builder.js';

/** The day on which everything is booked; the items lie after it. */
export const BOOKING_DAY = new Date('2026-11-23T08:00:00Z');

export interface HeldItem {
  readonly id: string;
  readonly youthId: string;
  readonly referralId: string;
  /** The item's date, YYYY-MM-DD. */
  readonly date: string;
}

export interface DraftBody {
  readonly version: number;
  readonly content: Record<string, unknown>;
  readonly missing: ReadonlyArray<{ readonly field: string; readonly code: string }>;
  readonly staff: ReadonlyArray<{ readonly staffId: string; readonly name: string; readonly mandatory: boolean }>;
  readonly guests: ReadonlyArray<{ readonly guestId: string; readonly kind: string; readonly name: string }>;
  readonly coordinatorId: string | null;
  readonly proposedCheckOn: string;
  readonly needs: readonly string[];
}

export interface ConclusionBody {
  readonly id: string;
  readonly outcome: string;
  readonly youthAttended: boolean;
  readonly coordinator: { readonly id: string; readonly standing: string } | null;
  readonly actions: ReadonlyArray<{ readonly id: string; readonly text: string; readonly state: string; readonly owner: { readonly id: string } }>;
  readonly next: { readonly kind: string; readonly bookingId: string | null; readonly followUpId: string | null; readonly checkOn: string | null };
  readonly minutesState: string;
}

/** Short ways to a held item and its conclusion. The clock stands at the booking day until `hold` moves it. */
export class ConclusionDesk {
  private readonly bookings: BookingDesk;
  private slots: string[] = [];

  private constructor(
    private readonly app: TestApp,
    private readonly org: Organisation,
    private readonly days: readonly DayBody[],
  ) {
    this.bookings = new BookingDesk(app, org);
    this.slots = days.flatMap((day) => day.slots.filter((slot) => !slot.urgent).map((slot) => slot.id));
  }

  /**
   * Starts a series and looks at its days after the docket's closing.
   * @param silent an app without mail on the same database: it starts the series, so that nobody is invited to its days
   */
  static async open(app: TestApp, org: Organisation, silent = app): Promise<ConclusionDesk> {
    for (const each of [app, silent]) each.clock.moveTo(BOOKING_DAY);
    await startSeries(silent, org, { intervalDays: 7 });
    if (silent !== app) await drainOutbox(silent);
    const days = (await daysBetween(app, org, '2026-12-03', '2027-05-20')).filter((day) => day.state === 'planned');
    return new ConclusionDesk(app, org, days);
  }

  as(name: StaffName): Promise<ApiClient> {
    return this.bookings.as(name);
  }

  /** A slot of the last days, which no item of these tests reaches. */
  lateSlot(): string {
    const slot = this.slots.pop();
    if (slot === undefined) throw new Error('no slot is left');
    return slot;
  }

  /** A booked item of a new youth whose coordinating caseworker is Freja; Solvej and Ulla come to it. */
  async booked(referral: object = {}, youth: Partial<YouthWish> = {}): Promise<HeldItem> {
    this.app.clock.moveTo(BOOKING_DAY);
    const youthId = await recordYouth(this.app, this.org, { born: '2009-06-15', coordinator: 'freja', ...youth });
    const referralId = await this.bookings.referral(youthId, { type: 'transition', areas: ['social', 'education'], ...referral });
    return { ...(await this.book(referralId)), youthId };
  }

  /** A booked item about nobody named. */
  async bookedAnonymous(referral: object = {}): Promise<HeldItem> {
    this.app.clock.moveTo(BOOKING_DAY);
    const referralId = await this.bookings.referral(null, { type: 'sparring', purpose: 'spar', areas: ['social'], ...referral });
    return { ...(await this.book(referralId)), youthId: '' };
  }

  /** Moves the clock to the end of the item. */
  async hold(item: HeldItem): Promise<HeldItem> {
    const [row] = await this.app.inTx((tx) => tx.query<{ endsAt: Date }>('SELECT ends_at AS "endsAt" FROM booking WHERE id = $1', [item.id]));
    this.app.clock.moveTo(row?.endsAt ?? BOOKING_DAY);
    return item;
  }

  /** A held item that waits for its conclusion. */
  async held(referral: object = {}, youth: Partial<YouthWish> = {}): Promise<HeldItem> {
    return this.hold(await this.booked(referral, youth));
  }

  async draft(item: HeldItem, as: StaffName = 'karla'): Promise<DraftBody> {
    return (await (await this.as(as)).get(`/bookings/${item.id}/conclusion-draft`).expect(200)).body as DraftBody;
  }

  /** Everybody of the municipality was there, and the youth. */
  async everybody(item: HeldItem): Promise<{ staff: object[]; youth: object }> {
    const { staff } = await this.draft(item);
    return { staff: staff.filter((each) => each.mandatory).map(({ staffId }) => ({ staffId, present: true })), youth: { present: true } };
  }

  /** A statement that lacks nothing for an item with the youth; the actions are checked five weeks later. */
  async statement(item: HeldItem, over: object = {}): Promise<object> {
    return {
      outcome: 'plan_agreed', attendance: await this.everybody(item), decisions: [{ text: 'Vi søger ungestøtte.' }],
      actions: [{ text: 'Søger ungestøtte', ownerId: this.org.staff.solvej, dueOn: '2027-05-20' }], coordinatorId: this.org.staff.freja,
      next: { checkOn: '2027-05-25' }, ...over,
    };
  }

  async conclude(item: HeldItem, over: object = {}, as: StaffName = 'karla'): Promise<ConclusionBody> {
    const answer = await (await this.as(as)).post(`/bookings/${item.id}/conclusion`, await this.statement(item, over));
    if (answer.status !== 200) throw new Error(`a conclusion was answered ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body as ConclusionBody;
  }

  private async book(referralId: string): Promise<Omit<HeldItem, 'youthId'>> {
    const slotId = this.slots.shift();
    const participantIds = [this.org.staff.freja, this.org.staff.solvej, this.org.staff.ulla];
    const booking: BookingBody = await this.bookings.book(referralId, slotId, { participantIds }, 'karla');
    return { id: booking.id, referralId, date: booking.date };
  }

  /** The day that a slot lies on. */
  dayOf(slotId: string): DayBody | undefined {
    return this.days.find((day) => slotIds(day).includes(slotId));
  }
}
