import type { TestApp } from '../support/app.js';
import { startConclusionApp } from '../support/conclusion-app.js';
import { brokenOccupancy, OCCUPANCY_IN_ORDER } from '../support/occupancy.js';
import type { ConclusionDesk, ConclusionBody, HeldItem } from '../support/conclusion-desk.js';
import type { Organisation } from '../support/organisation.js';

let app: TestApp;
let org: Organisation;
let desk: ConclusionDesk;

beforeAll(async () => {
  ({ app, org, desk } = await startConclusionApp());
});
afterAll(() => app.close());

interface Row {
  readonly [column: string]: unknown;
}

const rows = (sql: string, params: unknown[]): Promise<Row[]> => app.inTx((tx) => tx.query<Row>(sql, params));
const one = async (sql: string, params: unknown[]): Promise<unknown> => Object.values((await rows(sql, params))[0] ?? {})[0];
const states = async (item: HeldItem): Promise<unknown[]> => [
  await one('SELECT state FROM booking WHERE id = $1', [item.id]),
  await one('SELECT state FROM referral WHERE id = $1', [item.referralId]),
  await one('SELECT status FROM youth WHERE id = $1', [item.youthId]),
];

describe('closing an item with the youth', () => {
  it('ends booking and referral, meets the youth and writes who does what by when', async () => {
    const item = await desk.held();
    const body = await desk.conclude(item);
    expect(body).toMatchObject({
      outcome: 'plan_agreed', youthAttended: true, coordinator: { id: org.staff.freja, standing: 'present' }, minutesState: 'draft',
      actions: [{ text: 'Søger ungestøtte', state: 'open', owner: { id: org.staff.solvej }, dueOn: '2027-05-20', overdue: false }],
      next: { kind: 'check', checkOn: '2027-05-25' },
    });
    expect(await states(item)).toEqual(['concluded', 'concluded', 'met']);
  });

  it('meets the deadline of the transition meeting on the date of the item', async () => {
    const item = await desk.held();
    await desk.conclude(item);
    expect(await rows('SELECT kind, occurred_on::text AS on, source, reference FROM milestone WHERE youth_id = $1 ORDER BY kind', [item.youthId])).toEqual([
      { kind: 'k_meeting_held', on: item.date, source: 'meeting', reference: item.id },
      { kind: 'transition_check_yes', on: '2026-11-23', source: 'system', reference: item.referralId },
      { kind: 'transition_meeting_held', on: item.date, source: 'meeting', reference: item.id },
    ]);
    expect(await rows("SELECT state, met_on::text AS on FROM deadline WHERE youth_id = $1 AND rule_code = 'R13' AND state <> 'superseded'", [item.youthId]))
      .toEqual([{ state: 'met', on: item.date }]);
  });

  it('names everything that is missing, and changes nothing', async () => {
    const item = await desk.held();
    const answer = await (await desk.as('karla')).post(`/bookings/${item.id}/conclusion`, { evaluation: { useful: 2 } });
    expect([answer.status, answer.body]).toMatchObject([422, { code: 'closing_incomplete' }]);
    const fields = (answer.body as { errors: { field: string; code: string; message: string }[] }).errors;
    expect(fields.map((each) => each.code)).toEqual(expect.arrayContaining([
      'outcome_missing', 'attendance_missing', 'youth_attendance_missing', 'decision_note_missing', 'action_missing', 'coordinator_missing', 'next_missing',
    ]));
    for (const each of fields) expect(each.message).toMatch(/^[A-ZÆØÅ].*\.$/);
    expect((await states(item)).slice(0, 2)).toEqual(['booked', 'booked']);
  });

  it('is refused before the item has begun', async () => {
    const item = await desk.booked();
    const early = await (await desk.as('karla')).post(`/bookings/${item.id}/conclusion`, await desk.statement(item));
    expect([early.status, early.body]).toMatchObject([422, { code: 'not_begun' }]);
  });

  it('happens once: the same key gives the same conclusion, another try is a conflict', async () => {
    const item = await desk.held();
    const statement = await desk.statement(item);
    const karla = await desk.as('karla');
    const send = () => karla.post(`/bookings/${item.id}/conclusion`, statement).set('Idempotency-Key', `luk-${item.id}`);
    const [first, second] = [(await send().expect(200)).body as ConclusionBody, (await send().expect(200)).body as ConclusionBody];
    expect(second.id).toBe(first.id);
    expect(await one('SELECT count(*)::int FROM action WHERE booking_id = $1', [item.id])).toBe(1);
    const again = await karla.post(`/bookings/${item.id}/conclusion`, statement);
    expect([again.status, again.body]).toMatchObject([409, { code: 'invalid_transition' }]);
  });

  it('is closed once when two close it at the same time', async () => {
    const item = await desk.held();
    const [statement, karla, henrik] = [await desk.statement(item), await desk.as('karla'), await desk.as('henrik')];
    const answers = await Promise.all([karla, henrik].map((each) => each.post(`/bookings/${item.id}/conclusion`, statement)));
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409]);
    expect(await one('SELECT count(*)::int FROM conclusion WHERE booking_id = $1', [item.id])).toBe(1);
    expect(await one('SELECT count(*)::int FROM action WHERE booking_id = $1', [item.id])).toBe(1);
  });

  it('takes a substitute only with the same power to decide', async () => {
    const item = await desk.held();
    const { staff, youth } = await desk.everybody(item);
    const without = (row: object): object => ({
      attendance: { youth, staff: [...staff.filter((each) => !('staffId' in each) || each.staffId !== org.staff.sonja), { staffId: org.staff.sonja, present: false, ...row }] },
    });
    const refused = await (await desk.as('karla')).post(`/bookings/${item.id}/conclusion`, await desk.statement(item, without({ substituteId: org.staff.jonas })));
    expect(refused.body).toMatchObject({ errors: [{ field: `attendance.staff.${org.staff.sonja}`, code: 'substitute_without_power' }] });
    await desk.conclude(item, without({ substituteId: org.staff.solvej }));
    expect(
      await rows('SELECT present, substitute_id AS substitute FROM attendance WHERE staff_id = $1 AND conclusion_id = (SELECT id FROM conclusion WHERE booking_id = $2)', [org.staff.sonja, item.id]),
    )
      .toEqual([{ present: false, substitute: org.staff.solvej }]);
  });

  it('stands in the log with its ground, and never with a text', async () => {
    const item = await desk.held();
    await desk.conclude(item, { decisions: [{ text: 'Hemmelig beslutning' }] });
    const log = await rows("SELECT action, ground, detail FROM audit_entry WHERE $1 = ANY (youth_ids) AND action IN ('booking.concluded', 'referral.concluded')", [item.youthId]);
    expect(log.map((row) => row.action).sort()).toEqual(['booking.concluded', 'referral.concluded']);
    expect(log.every((row) => row.ground !== null)).toBe(true);
    expect(await one("SELECT count(*)::int FROM audit_entry WHERE detail::text LIKE '%Hemmelig%'", [])).toBe(0);
    expect(await one("SELECT count(*)::int FROM outbox_message WHERE payload::text LIKE '%Hemmelig%'", [])).toBe(0);
  });
});

describe('the next slot', () => {
  it('is booked in the conclusion through the one guarded path, as a follow-up', async () => {
    const item = await desk.held();
    const slotId = desk.lateSlot();
    const { next } = await desk.conclude(item, { next: { slotId } });
    const booking = (await (await desk.as('freja')).get(`/bookings/${next.bookingId ?? ''}`).expect(200)).body as { slotId: string; state: string; referralId: string };
    expect(booking).toMatchObject({ slotId, state: 'booked' });
    expect(await rows('SELECT type, state, author_id AS author FROM referral WHERE id = $1', [booking.referralId]))
      .toEqual([{ type: 'follow_up', state: 'booked', author: org.staff.freja }]);
    expect(await states(item)).toEqual(['concluded', 'concluded', 'met']);
    expect(await brokenOccupancy(app)).toEqual(OCCUPANCY_IN_ORDER);
  });

  it('that somebody took leaves the item open and nothing behind', async () => {
    const slotId = desk.lateSlot();
    await desk.conclude(await desk.held(), { next: { slotId } });
    const item = await desk.held();
    const answer = await (await desk.as('karla')).post(`/bookings/${item.id}/conclusion`, await desk.statement(item, { next: { slotId } }));
    expect([answer.status, answer.body]).toMatchObject([409, { code: 'slot_taken' }]);
    expect((await states(item)).slice(0, 2)).toEqual(['booked', 'booked']);
    expect(await one('SELECT count(*)::int FROM referral WHERE youth_id = $1', [item.youthId])).toBe(1);
    expect(await one('SELECT count(*)::int FROM action WHERE youth_id = $1', [item.youthId])).toBe(0);
  });

  it('goes to one of two who ask for it at the same time', async () => {
    const slotId = desk.lateSlot();
    const items = [await desk.booked(), await desk.booked()];
    for (const item of items) await desk.hold(item);
    const karla = await desk.as('karla');
    const statements = [await desk.statement(items[0]!, { next: { slotId } }), await desk.statement(items[1]!, { next: { slotId } })];
    const answers = await Promise.all(items.map((item, at) => karla.post(`/bookings/${item.id}/conclusion`, statements[at])));
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409]);
    expect(await brokenOccupancy(app)).toEqual(OCCUPANCY_IN_ORDER);
  });
});

describe('the coordinating caseworker whom the meeting names', () => {
  const coordinator = (youthId: string): Promise<unknown> => one('SELECT staff_id FROM coordination WHERE youth_id = $1 AND until_at IS NULL', [youthId]);

  it('is offered the youth; until the offer is accepted the old one stays', async () => {
    const item = await desk.held();
    const body = await desk.conclude(item, { coordinatorId: org.staff.solvej });
    expect(body.coordinator).toEqual({ id: org.staff.solvej, standing: 'offered' });
    expect(await coordinator(item.youthId)).toBe(org.staff.freja);
    const [offer] = await rows("SELECT id FROM handover WHERE youth_id = $1 AND state = 'offered'", [item.youthId]);
    await (await desk.as('solvej')).post(`/handovers/${String(offer?.id)}/acceptance`).expect(200);
    expect(await coordinator(item.youthId)).toBe(org.staff.solvej);
  });

  it('is the named person at once when the youth has nobody', async () => {
    const item = await desk.held();
    await app.inTx((tx) => tx.query('UPDATE coordination SET until_at = $2 WHERE youth_id = $1 AND until_at IS NULL', [item.youthId, tx.now]));
    expect((await desk.conclude(item, { coordinatorId: org.staff.solvej })).coordinator).toEqual({ id: org.staff.solvej, standing: 'present' });
    expect(await coordinator(item.youthId)).toBe(org.staff.solvej);
  });

  it('must be a caseworker', async () => {
    const item = await desk.held();
    const answer = await (await desk.as('karla')).post(`/bookings/${item.id}/conclusion`, await desk.statement(item, { coordinatorId: org.staff.anker }));
    expect([answer.status, answer.body]).toMatchObject([422, { code: 'not_a_caseworker' }]);
  });
});

describe('who may close an item', () => {
  it.each(['karla', 'henrik', 'freja'] as const)('%s may', async (name) => {
    const item = await desk.held();
    expect((await desk.conclude(item, {}, name)).outcome).toBe('plan_agreed');
  });

  it('a participant may see it, not close it', async () => {
    const item = await desk.held();
    const solvej = await desk.as('solvej');
    const answer = await solvej.post(`/bookings/${item.id}/conclusion`, await desk.statement(item));
    expect([answer.status, answer.body]).toMatchObject([403, { code: 'may_not_close' }]);
  });

  it('others get the same answer as for an unknown item', async () => {
    const item = await desk.held();
    const statement = await desk.statement(item);
    const jonas = await desk.as('jonas');
    const unknown = '01890000-0000-7000-8000-000000000000';
    for (const path of ['conclusion', 'minutes/approval']) {
      const [foreign, missing] = [await jonas.post(`/bookings/${item.id}/${path}`, statement), await jonas.post(`/bookings/${unknown}/${path}`, statement)];
      expect([foreign.status, foreign.body]).toEqual([404, { ...(missing.body as object), instance: (foreign.body as { instance?: string }).instance }]);
    }
    for (const path of ['conclusion', 'conclusion-draft', 'minutes', 'minutes.pdf']) await jonas.get(`/bookings/${item.id}/${path}`).expect(404);
    await jonas.put(`/bookings/${item.id}/conclusion-draft`, {}).set('If-Match', '0').expect(404);
    await jonas.put(`/bookings/${item.id}/minutes`, { decisions: [] }).set('If-Match', '1').expect(404);
  });
});
