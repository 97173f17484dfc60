import { drainOutbox, startApp, type TestApp } from '../support/app.js';
import { type BookingBody, BookingDesk, slotIds } from '../support/bookings.js';
import { startSeries } from '../support/meeting-days.js';
import { organisation, type Organisation, type StaffName } from '../support/organisation.js';
import { readPdf } from '../support/read-pdf.js';
import { turns } from '../support/youth-builder.js';

interface LetterBody {
  readonly id: string;
  readonly kind: string;
  readonly recipient: { readonly kind: string; readonly name: string };
  readonly startsAt: string;
  readonly outdated: boolean;
  readonly handedOver: { readonly by: string } | null;
}

let app: TestApp;
let org: Organisation;
let desk: BookingDesk;
let free: string[];

beforeAll(async () => {
  app = await startApp();
  org = await organisation(app);
  desk = new BookingDesk(app, org);
  await startSeries(app, org);
  free = (await desk.openDays()).flatMap((day) => slotIds(day).slice(0, 2));
});
afterAll(() => app.close());
afterEach(() => app.clock.moveTo(null));

const as = async (name: StaffName) => app.as(await org.token(name));

async function letters(bookingId: string): Promise<LetterBody[]> {
  await drainOutbox(app);
  return ((await (await as('freja')).get(`/bookings/${bookingId}/letters`).expect(200)).body as { items: LetterBody[] }).items;
}

const current = (lines: LetterBody[]) => lines.filter(({ outdated }) => !outdated).map(({ kind, recipient, handedOver }) => [kind, recipient.kind, recipient.name, handedOver?.by ?? null]);
const tasks = async () => ((await (await as('freja')).get('/tasks')).body as { items: Array<{ kind: string; subjectId: string }> }).items.map(({ kind, subjectId }) => `${kind} ${subjectId}`);

/** A youth of 16 with a mother who is invited and a father who is not. */
async function minor(over: object = {}): Promise<string> {
  const youth = await desk.youth({ born: turns(17, 200), name: 'Sofie Birkholt', ...over });
  for (const [name, relation, invite] of [['Mona Birkholt', 'mor', true], ['Bjarne Birkholt', 'far', false]] as const) {
    await (await as('freja')).post(`/youths/${youth}/custody-holders`, { name, relation, livesWithYouth: true, invite }).expect(201);
  }
  return youth;
}

const text = async (letter: LetterBody | undefined) => (await (await as('freja')).get(`/letters/${letter?.id}.txt`).expect(200)).text;

describe('the letters of an item', () => {
  it('are to the youth and to each parent who is invited, as PDF and as text', async () => {
    const booking = await desk.book(await desk.referral(await minor(), { type: 'transition', areas: ['social'] }), free.shift());
    const lines = await letters(booking.id);
    expect(current(lines).sort()).toEqual([['invitation', 'custody_holder', 'Mona Birkholt', null], ['invitation', 'youth', 'Sofie Birkholt', null]]);
    const own = lines.find(({ recipient }) => recipient.kind === 'youth');
    const words = await text(own);
    for (const part of [
      'Kære Sofie', 'Hvor: Møllestuen', 'barnets lov § 6', 'Ring til Freja Holmgaard på telefon 87 00 00 00.', 'koordinerende sagsbehandler',
    ]) expect(words).toContain(part);
    const pdf = await (await as('freja')).get(`/letters/${own?.id}.pdf`).buffer(true).expect(200);
    expect(pdf.headers['content-disposition']).toBe(`attachment; filename="brev-${booking.reference}.pdf"`);
    expect(readPdf(pdf.body as Buffer)).toMatchObject({ title: 'Invitation til et møde', language: 'da-DK', tagged: true });
  });

  it('are handed over by hand, with undo; a moved item needs new ones, and a cancelled one tells those who hold a letter', async () => {
    const booking = await desk.book(await desk.referral(await minor(), { type: 'transition', areas: ['social'] }), free.shift());
    const [first, second] = await letters(booking.id);
    const freja = await as('freja');
    await freja.post(`/letters/${first?.id}/handed-over`).expect(204);
    await freja.post(`/letters/${second?.id}/handed-over`).expect(204);
    await freja.delete(`/letters/${second?.id}/handed-over`).expect(204);
    expect(current(await letters(booking.id)).map(([, , , by]) => by).sort()).toEqual(['Freja Holmgaard', null]);
    expect(await tasks()).not.toContain(`letter_needed ${booking.id}`);
    await freja.post(`/bookings/${booking.id}/rescheduling`, { slotId: free.shift() }).expect(200);
    const moved = await letters(booking.id);
    expect(current(moved).map(([kind, , , by]) => [kind, by])).toEqual([['invitation', null], ['invitation', null]]);
    expect(moved.filter(({ outdated }) => outdated)).toHaveLength(2);
    expect(await tasks()).toContain(`letter_needed ${booking.id}`);
    expect((await freja.post(`/letters/${first?.id}/handed-over`)).body).toMatchObject({ code: 'letter_outdated' });
    for (const { id } of moved.filter(({ outdated }) => !outdated).slice(0, 1)) await freja.post(`/letters/${id}/handed-over`).expect(204);
    await freja.post(`/bookings/${booking.id}/cancellation`, { reason: 'Sygdom' }).expect(200);
    const lines = await letters(booking.id);
    expect(current(lines).map(([kind]) => kind)).toEqual(['cancellation']);
    expect(await text(lines.find(({ kind }) => kind === 'cancellation'))).toContain('bliver ikke til noget');
    await freja.post(`/letters/${lines.find(({ kind }) => kind === 'cancellation')?.id}/handed-over`).expect(204);
    expect(await tasks()).not.toContain(`letter_needed ${booking.id}`);
  });

  describe('of a meeting that moved before the family had the new letter', () => {
    /** The letter about the first time has gone to Sofie alone; then the item moved. */
    async function movedAfterPost(): Promise<{ booking: BookingBody; first: LetterBody; slot: string }> {
      const [slot, next] = [free.shift() ?? '', free.shift()];
      const booking = await desk.book(await desk.referral(await minor(), { type: 'transition', areas: ['social'] }), slot);
      const first = (await letters(booking.id)).find(({ recipient }) => recipient.kind === 'youth');
      if (first === undefined) throw new Error('no letter to the youth');
      const freja = await as('freja');
      await freja.post(`/letters/${first.id}/handed-over`).expect(204);
      await freja.post(`/bookings/${booking.id}/rescheduling`, { slotId: next }).expect(200);
      await letters(booking.id);
      return { booking, first, slot };
    }

    it('a cancellation goes to whoever holds the old letter, about the time that it names', async () => {
      const { booking, first } = await movedAfterPost();
      const freja = await as('freja');
      await freja.post(`/bookings/${booking.id}/cancellation`, { reason: 'Sygdom' }).expect(200);
      const lines = await letters(booking.id);
      expect(current(lines)).toEqual([['cancellation', 'youth', 'Sofie Birkholt', null]]);
      const cancellation = lines.find(({ kind }) => kind === 'cancellation');
      expect(cancellation?.startsAt).toBe(first.startsAt);
      expect(await tasks()).toContain(`letter_needed ${booking.id}`);
      await freja.post(`/letters/${cancellation?.id}/handed-over`).expect(204);
      expect(await tasks()).not.toContain(`letter_needed ${booking.id}`);
    });

    it('a second move asks for a new letter again, also when the first was set aside', async () => {
      const { booking } = await movedAfterPost();
      const freja = await as('freja');
      const { body } = await freja.get('/tasks').expect(200);
      const task = (body as { items: Array<{ id: string; subjectId: string }> }).items.find(({ subjectId }) => subjectId === booking.id);
      await freja.post(`/tasks/${task?.id}/completion`).expect(204);
      await freja.post(`/bookings/${booking.id}/rescheduling`, { slotId: free.shift() }).expect(200);
      await letters(booking.id);
      expect((await tasks()).filter((line) => line === `letter_needed ${booking.id}`)).toHaveLength(1);
    });

    it('back at its first time, the old letter is true again and nothing is left to ask Sofie for', async () => {
      const { booking, first, slot } = await movedAfterPost();
      await (await as('freja')).post(`/bookings/${booking.id}/rescheduling`, { slotId: slot }).expect(200);
      const back = await letters(booking.id);
      expect(current(back).sort()).toEqual([['invitation', 'custody_holder', 'Mona Birkholt', null], ['invitation', 'youth', 'Sofie Birkholt', 'Freja Holmgaard']]);
      expect(back.filter(({ outdated }) => !outdated).map(({ id }) => id)).toContain(first.id);
    });
  });

  describe('to a parent who is no longer to be invited', () => {
    async function motherOf(youthId: string): Promise<string> {
      const { body } = await (await as('freja')).get(`/youths/${youthId}/custody-holders`).expect(200);
      return (body as { items: Array<{ id: string; name: string }> }).items.find(({ name }) => name === 'Mona Birkholt')?.id ?? '';
    }

    async function booked(): Promise<{ booking: BookingBody; mother: string; letter: LetterBody | undefined }> {
      const youth = await minor();
      const booking = await desk.book(await desk.referral(youth, { type: 'transition', areas: ['social'] }), free.shift());
      const letter = (await letters(booking.id)).find(({ recipient }) => recipient.kind === 'custody_holder');
      return { booking, letter, mother: await motherOf(youth) };
    }

    it.each([
      ['holds custody no more', async (mother: string) => (await as('freja')).delete(`/custody-holders/${mother}`).expect(204)],
      ['is not invited any more', async (mother: string) => (await as('freja')).patch(`/custody-holders/${mother}`, { invite: false }).expect(200)],
    ])('who %s: what has not gone is neither opened nor sent, and is no longer there to be sent', async (_, leave) => {
      const { booking, letter, mother } = await booked();
      await leave(mother);
      const freja = await as('freja');
      for (const answer of [await freja.get(`/letters/${letter?.id}.txt`), await freja.get(`/letters/${letter?.id}.pdf`), await freja.post(`/letters/${letter?.id}/handed-over`)]) {
        expect([answer.status, (answer.body as { code: string }).code]).toEqual([409, 'recipient_not_invited']);
      }
      expect(current(await letters(booking.id))).toEqual([['invitation', 'youth', 'Sofie Birkholt', null]]);
      expect(await tasks()).not.toContain(`letter_needed ${booking.id}`);
    });

    it('what has gone is called off, and can still be read', async () => {
      const { booking, letter, mother } = await booked();
      const freja = await as('freja');
      await freja.post(`/letters/${letter?.id}/handed-over`).expect(204);
      await freja.delete(`/custody-holders/${mother}`).expect(204);
      const lines = await letters(booking.id);
      expect(current(lines)).toContainEqual(['cancellation', 'custody_holder', 'Mona Birkholt', null]);
      expect(await tasks()).toContain(`letter_needed ${booking.id}`);
      expect(await text(letter)).toContain('Kære Mona Birkholt');
      const cancellation = lines.find(({ kind }) => kind === 'cancellation');
      expect(await text(cancellation)).toContain('bliver ikke til noget');
      await freja.post(`/letters/${cancellation?.id}/handed-over`).expect(204);
    });

    it('whoever is invited again gets a letter again', async () => {
      const { booking, mother } = await booked();
      const freja = await as('freja');
      await freja.patch(`/custody-holders/${mother}`, { invite: false }).expect(200);
      expect(current(await letters(booking.id))).toHaveLength(1);
      await freja.patch(`/custody-holders/${mother}`, { invite: true }).expect(200);
      expect(current(await letters(booking.id))).toContainEqual(['invitation', 'custody_holder', 'Mona Birkholt', null]);
    });
  });

  it('never tell the place of a protected youth, also when the protection came after the letter was written', async () => {
    const booking = await desk.book(await desk.referral(await minor({ protected: true }), { type: 'transition', areas: ['social'] }), free.shift());
    for (const line of await letters(booking.id)) expect(await text(line)).not.toContain('Møllestuen');
    const youth = await minor();
    const other = await desk.book(await desk.referral(youth, { type: 'transition', areas: ['social'] }), free.shift());
    const [line] = await letters(other.id);
    expect(await text(line)).toContain('Møllestuen');
    await (await as('freja')).patch(`/youths/${youth}`, { protected: true }).expect(200);
    expect(await text(line)).not.toContain('Møllestuen');
  });

  it('go to the youth alone when the youth is 18 on the day', async () => {
    const booking = await desk.book(await desk.caseReady({}, { name: 'Sofie Birkholt' }), free.shift());
    const lines = await letters(booking.id);
    expect(current(lines)).toEqual([['invitation', 'youth', 'Sofie Birkholt', null]]);
    expect(await text(lines[0])).toContain('forvaltningsloven § 8');
  });
});
