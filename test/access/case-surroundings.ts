import { CalendarSeal } from '../../src/calendars/servers/calendar-seal.js';
import { newId } from '../../src/platform/database/ids.js';
import { raiseTask } from '../../src/tasks/raise-task.js';
import type { TestApp } from '../support/app.js';
import { sendImport } from '../support/import-file/send-import.js';
import type { Organisation } from '../support/organisation.js';
import { replacementCpr } from '../support/youth-builder.js';
import { as, BORN, send, type YouthOfCase } from './case-youth.js';
import type { Ids, Meetings } from './case.js';

/** The one plan: a goal, an action and a published version. */
export async function planOf(app: TestApp, org: Organisation, { ids, canary }: YouthOfCase): Promise<Ids> {
  const freja = await as(app, org, 'freja');
  const at = `/youths/${ids['youth']}/plan`;
  const withGoal = await send(freja, 'post', `${at}/goals`, { topic: 'housing', title: canary('mål'), ownWords: canary('egneord') });
  const [goal] = withGoal['goals'] as Array<{ id: string }>;
  const withAction = await send(freja, 'post', `${at}/actions`, { text: canary('planaftale'), ownerId: org.staff.freja, dueOn: '2027-05-20', goalId: goal?.id });
  const [{ actions }] = withAction['goals'] as [{ actions: Array<{ id: string }> }];
  await send(freja, 'post', `${at}/versions`);
  return { goal: goal?.id ?? '', planAction: actions[0]?.id ?? '' };
}

/** What lies around the case: hand-over, deadline, reminder, task, feed, import, look-up, question, days, staff and shared calendar. */
export async function aroundTheCase(app: TestApp, org: Organisation, meetings: Meetings, { ids: { youth }, cpr }: YouthOfCase, ids: Ids): Promise<Ids> {
  const [freja, karla] = [await as(app, org, 'freja'), await as(app, org, 'karla')];
  const { id: handover } = await send(freja, 'post', `/youths/${youth}/handover`, { to: org.staff.gitte });
  const deadlines = (await freja.get(`/youths/${youth}/deadlines`).expect(200)).body as { items: Array<{ id: string; state: string }> };
  const deadline = deadlines.items.find(({ state }) => state === 'open')?.id ?? '';
  const feed = await send(freja, 'post', '/feeds', { scope: 'mine' });
  const spare = await send(freja, 'post', '/feeds', { scope: 'mine' });
  const feedOnPage = await send(freja, 'post', '/feeds', { scope: 'mine' });
  const lookup = await send(freja, 'post', '/youth-lookups', { cpr, purpose: 'Vil rejse en sag' });
  const question = await send(freja, 'post', '/principled-questions', { text: 'Hvem har ansvaret?', ownerId: org.staff.freja });
  const file = `cpr;fornavn;efternavn;afdeling\n${replacementCpr(BORN)};Sofie;Birkholt;ungeenhed\n`;
  const imported = (await sendImport(app, await org.token('tage'), file)).body as { id: string };
  const closed = await karla.post('/closed-days', { from: '2027-08-02', to: '2027-08-03', label: 'Ferie' }).expect(201);
  const absence = (await karla.post(`/staff/${org.staff.freja}/absences`, { startsOn: '2028-06-01', endsOn: '2028-06-02' }).expect(201)).body as { id: string };
  const lastDay = meetings.days.at(-1);
  const [message] = await app.inTx((tx) => tx.query<{ id: string }>('SELECT id FROM outbox_message LIMIT 1'));
  return {
    absence: absence.id, handover, deadline, feed: feed.id, feedOnPage: feedOnPage.id, token: /\/k\/([\w-]+)\//.exec(String(spare['url']))?.[1] ?? '',
    lookup: String(lookup['lookupId']), question: question.id,
    import: imported.id, closedDay: (closed.body as { items: Array<{ id: string }> }).items[0]?.id ?? '',
    otherClosedDay: (closed.body as { items: Array<{ id: string }> }).items[1]?.id ?? '', day: lastDay?.id ?? '', series: meetings.seriesId,
    message: message?.id ?? '',
    calendarTarget: await sharedCalendar(app, org), ...(await reminded(app, org, deadline, ids)),
  };
}

/** On a server that nobody allows here, so that a trial says so. A department has one. */
async function sharedCalendar(app: TestApp, org: Organisation): Promise<string> {
  const id = newId();
  const password = app.get(CalendarSeal).seal(`calendar_target|password|${id}`, 'kode');
  return app.inTx(async (tx) => {
    await tx.query(
      `INSERT INTO calendar_target (id, department_id, url, username, password, created_at, failures)
       VALUES ($1, $2, 'https://kalender.example/dav/', 'overgang', $3, $4, 0) ON CONFLICT DO NOTHING`, [id, org.unit.ungeenhed, password, tx.now],
    );
    const [target] = await tx.query<{ id: string }>('SELECT id FROM calendar_target WHERE department_id = $1', [org.unit.ungeenhed]);
    return target?.id ?? '';
  });
}

async function reminded(app: TestApp, org: Organisation, deadline: string, ids: Ids): Promise<Ids> {
  const reminder = newId();
  return app.inTx(async (tx) => {
    await tx.query(
      "INSERT INTO reminder (id, deadline_id, step, recipient_id, created_at) VALUES ($1, $2, 'days_90', $3, $4)", [reminder, deadline, org.staff.freja, tx.now],
    );
    await raiseTask(tx, {
      kind: 'follow_up_due', assigneeId: org.staff.freja, youthId: ids['youth'] ?? null, subjectType: 'follow_up', subjectId: ids['followUp'] ?? '',
      dedupKey: `access:${ids['followUp'] ?? ''}`,
    });
    const [task] = await tx.query<{ id: string }>('SELECT id FROM task WHERE dedup_key = $1', [`access:${ids['followUp'] ?? ''}`]);
    return { reminder, task: task?.id ?? '' };
  });
}
