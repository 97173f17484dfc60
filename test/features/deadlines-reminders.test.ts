import type { ReminderLine } from '../../src/deadlines/reminders/my-reminders.js';
import { sweepDeadlines } from '../../src/deadlines/sweep/sweep-deadlines.js';
import { addDays, type CalendarDate } from '../../src/platform/clock/calendar-date.js';
import { toInstant } from '../../src/platform/clock/zone.js';
import { drainOutbox, runSchedule, startApp, type TestApp } from '../support/app.js';
import { organisation, type Organisation, type StaffName } from '../support/organisation.js';
import { openBrowser } from '../support/page-reader.js';
import { recordYouth } from '../support/youth-builder.js';

let app: TestApp;
let org: Organisation;

const day = (text: string): CalendarDate => text as CalendarDate;

beforeAll(async () => {
  app = await startApp();
  org = await organisation(app);
});
beforeEach(() => turnTo('2026-06-01'));
afterAll(() => app.close());

function turnTo(date: string): void {
  app.clock.moveTo(toInstant(day(date), '06:00'));
}

/** The night of a date: the sweep is planned and its shares are worked off. */
async function nightOf(date: string): Promise<void> {
  turnTo(date);
  await runSchedule(app, 'deadlines.sweep');
  await drainOutbox(app);
}

async function reminders(name: StaffName): Promise<ReminderLine[]> {
  const answer = await app.as(await org.token(name)).get('/reminders').expect(200);
  return (answer.body as { items: ReminderLine[] }).items;
}

async function ledger(youthId: string): Promise<string[]> {
  const rows = await app.inTx((tx) => tx.query<{ step: string }>(
    'SELECT r.step FROM reminder r JOIN deadline d ON d.id = r.deadline_id WHERE d.youth_id = $1 ORDER BY r.created_at', [youthId],
  ));
  return rows.map(({ step }) => step);
}

/** A special-school pupil who turns 17 on 1 October 2026: one driving deadline, the transition meeting. */
const wish = { born: '2009-10-01', specialSchool: true } as const;

describe('a reminder', () => {
  it('comes at 90, 30 and 7 days and when overdue, each step once', async () => {
    const youth = await recordYouth(app, org, { ...wish, unit: 'handicap', coordinator: 'bo' });
    for (const date of ['2026-06-01', '2026-07-03', '2026-07-04', '2026-09-01', '2026-09-02', '2026-09-24', '2026-10-01', '2026-10-02', '2026-11-02']) {
      await nightOf(date);
    }
    expect(await ledger(youth)).toEqual(['days_90', 'days_30', 'days_7', 'overdue']);
    const mine = (await reminders('bo')).filter((each) => each.youth?.id === youth);
    expect(mine).toMatchObject([{ rule: 'R13', step: 'overdue', text: 'Fristen er overskredet', dueOn: '2026-10-01', seen: false }]);
    await app.as(await org.token('bo')).post(`/reminders/${mine[0]?.id}/acknowledgement`).expect(204);
    expect((await reminders('bo')).find(({ id }) => id === mine[0]?.id)).toMatchObject({ seen: true });
    await app.as(await org.token('freja')).post(`/reminders/${mine[0]?.id}/acknowledgement`).expect(404);
  });

  it('is only the nearest one when earlier steps were missed', async () => {
    turnTo('2026-09-27');
    const youth = await recordYouth(app, org, { ...wish, coordinator: 'freja' });
    await nightOf('2026-09-28');
    expect(await ledger(youth)).toEqual(['days_7']);
  });

  it('goes to the team leader while there is no coordinating caseworker', async () => {
    const youth = await recordYouth(app, org, wish);
    await nightOf('2026-09-05');
    expect((await reminders('tage')).filter(({ step }) => step === 'days_30')).not.toHaveLength(0);
    expect(await ledger(youth)).toEqual(['days_30']);
  });

  it('never comes for what is historic, met or only shown', async () => {
    turnTo('2026-10-02');
    const youth = await recordYouth(app, org, { ...wish, coordinator: 'freja' });
    await nightOf('2026-10-03');
    expect(await ledger(youth)).toEqual([]);
  });

  describe('becomes a task of the team leader when overdue', () => {
    const overdue = async (youth: string): Promise<{ id: string; subjectId: string }[]> => {
      const { body } = await app.as(await org.token('tage')).get('/tasks').expect(200);
      const id = await deadlineOf(youth);
      return (body as { items: { id: string; kind: string; subjectId: string }[] }).items.filter(({ kind, subjectId }) => kind === 'deadline_overdue' && subjectId === id);
    };
    const deadlineOf = async (youth: string): Promise<string | undefined> =>
      (await app.inTx((tx) => tx.query<{ id: string }>(`SELECT id FROM deadline WHERE youth_id = $1 AND rule_code = 'R13'`, [youth])))[0]?.id;

    it('until the meeting is held', async () => {
      const youth = await recordYouth(app, org, { ...wish, coordinator: 'freja' });
      await nightOf('2026-10-01');
      expect(await overdue(youth)).toHaveLength(0);
      await nightOf('2026-10-02');
      expect(await overdue(youth)).toHaveLength(1);
      await app.as(await org.token('freja')).post(`/youths/${youth}/milestones`, { kind: 'transition_meeting_held' }).expect(201);
      expect(await overdue(youth)).toHaveLength(0);
    });

    it('and again when it was met by mistake', async () => {
      const youth = await recordYouth(app, org, { ...wish, coordinator: 'freja' });
      await nightOf('2026-10-02');
      const freja = app.as(await org.token('freja'));
      const { body } = await freja.post(`/youths/${youth}/milestones`, { kind: 'transition_meeting_held' }).expect(201);
      await freja.post(`/milestones/${(body as { id: string }).id}/voiding`).expect(204);
      expect(await overdue(youth)).toHaveLength(0);
      await nightOf('2026-10-03');
      expect(await overdue(youth)).toHaveLength(1);
      await nightOf('2026-10-04');
      expect(await overdue(youth)).toHaveLength(1);
    });

    it('and again when its waiver is taken back', async () => {
      const youth = await recordYouth(app, org, { ...wish, coordinator: 'freja', measure: { act: 'Barnets lov', section: '§ 32', from: '2026-01-01' } });
      await nightOf('2026-10-02');
      await app.as(await org.token('tage')).post(`/deadlines/${await deadlineOf(youth)}/waiver`, { reason: 'Flytter kommune' }).expect(200);
      await nightOf('2026-10-03');
      expect(await overdue(youth)).toHaveLength(0);
      const tage = await openBrowser(app, org, 'tage');
      await tage.send(`/unge/${youth}/frister/${await deadlineOf(youth)}/relevant`, `/unge/${youth}`);
      await nightOf('2026-10-04');
      expect(await overdue(youth)).toHaveLength(1);
    });

    it('once, and nobody ticks it off: it closes with the deadline', async () => {
      const youth = await recordYouth(app, org, { ...wish, coordinator: 'freja' });
      await nightOf('2026-10-02');
      const [task] = await overdue(youth);
      await app.as(await org.token('tage')).post(`/tasks/${task?.id}/completion`).expect(422);
      await nightOf('2026-10-03');
      expect(await overdue(youth)).toHaveLength(1);
    });
  });
});

describe('the daily sweep', () => {
  it('changes nothing when it runs twice for a day, and only later steps for later days', async () => {
    const youth = await recordYouth(app, org, { ...wish, coordinator: 'freja' });
    for (let date = day('2026-06-01'); date < '2026-11-01'; date = addDays(date, 13)) {
      turnTo(date);
      await app.inTx((tx) => sweepDeadlines(tx, [youth], date));
      const before = await fingerprint();
      expect(await app.inTx((tx) => sweepDeadlines(tx, [youth], date))).toEqual({ added: 0, moved: 0, reminded: 0 });
      expect(await fingerprint()).toBe(before);
    }
  });

  it('is asked for once a day', async () => {
    await nightOf('2026-06-20');
    const count = `SELECT count(*)::int AS n FROM outbox_message WHERE kind = 'deadlines.sweep_due' AND dedup_key LIKE '2026-06-20 %'`;
    const before = await app.inTx((tx) => tx.query(count));
    await nightOf('2026-06-20');
    expect(await app.inTx((tx) => tx.query(count))).toEqual(before);
  });
});

async function fingerprint(): Promise<string> {
  const [row] = await app.inTx((tx) => tx.query<{ md5: string }>(`
    SELECT md5(concat((SELECT string_agg(d::text, '|' ORDER BY d.id) FROM deadline d), (SELECT string_agg(r::text, '|' ORDER BY r.id) FROM reminder r),
      (SELECT string_agg(t::text, '|' ORDER BY t.id) FROM task t))) AS md5`));
  return row?.md5 ?? '';
}
