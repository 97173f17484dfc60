import { startApp, type TestApp } from '../support/app.js';
import { BookingDesk, slotIds } from '../support/bookings.js';
import { startSeries } from '../support/meeting-days.js';
import { organisation, type Organisation } from '../support/organisation.js';
import { openBrowser, statementsOf, textOf } from '../support/page-reader.js';
import { raiseTask } from '../../src/tasks/raise-task.js';
import { newId } from '../../src/platform/database/ids.js';
import { recordYouth, turns } from '../support/youth-builder.js';

describe('the front page', () => {
  let app: TestApp;
  let org: Organisation;
  let soonId: string;

  beforeAll(async () => {
    app = await startApp();
    org = await organisation(app);
    const desk = new BookingDesk(app, org);
    const measure = { act: 'barnets lov', section: '46', from: '2024-01-01' };
    await startSeries(app, org, { intervalDays: 14 });
    const [day] = await desk.openDays();
    await desk.book(await desk.referral(await desk.youth({ measure })), slotIds(day)[0]);
    soonId = await recordYouth(app, org, { born: turns(18, 40), name: 'Malik Damgaard', coordinator: 'freja', measure });
    await recordYouth(app, org, { born: turns(16, 5), name: 'Oskar Thorngreen', measure });
    const waiting = await recordYouth(app, org, { born: turns(20, 40), name: 'Laust Pilegaard', coordinator: 'freja', measure });
    await app.as(await org.token('freja')).post('/referrals', {
      youthId: waiting, type: 'coordination', purpose: 'coordinate', reason: 'Haster', areas: ['social'], urgent: { reason: 'moved_in', note: 'Flyttet hertil i sidste uge' },
      belongs: { needsSeveralAreas: true, supportAfter18: 'individual_support' },
    }).expect(201);
  });

  afterAll(() => app.close());

  const front = async (name: Parameters<typeof openBrowser>[2]): Promise<string> => textOf(await (await openBrowser(app, org, name)).get('/'));

  it('shows a caseworker the own youths by deadline, with what is missing and the next step', async () => {
    const page = await front('freja');
    expect(page).toContain('Hej, Freja Holmgaard');
    expect(page).toContain('Dine unge (3)');
    expect(page).toMatch(/Malik Damgaard .*Intet K-møde planlagt/);
    expect(page).toMatch(/Sofie Birkholt .*Den unge er ikke spurgt/);
    expect(page).toMatch(/Laust Pilegaard .*Anmodningen venter på vurdering/);
    expect(page).not.toContain('Thorngreen');
  });

  it('shows a team leader what nobody has planned, who lacks a coordinating caseworker and what is not ready', async () => {
    const page = await front('tage');
    expect(page).toMatch(/1 Fylder 17 eller 18 inden 90 dage, intet planlagt/);
    expect(page).toMatch(/1 Uden koordinerende sagsbehandler/);
    expect(page).toMatch(/Næste K-mødedag: \w+dag \d+\. .* uge \d+/);
    expect(page).toMatch(/Ikke klar \(1\) .*Sofie Birkholt .*Grundlag mangler.* Åbn punktet/);
    expect(page).not.toContain('Til vurdering');
  });

  it('opens the list behind each number', async () => {
    const tage = await openBrowser(app, org, 'tage');
    const page = await tage.get('/');
    expect(page.text).toContain('href="/unge?view=turning_17_or_18_unplanned&amp;sort=deadline"');
    expect((await tage.get('/unge?view=turning_17_or_18_unplanned&sort=deadline')).text).toContain(`href="/unge/${soonId}"`);
    expect(textOf(await tage.get('/unge?view=without_coordinator'))).toContain('Oskar Thorngreen');
  });

  it('shows the secretary the coming day, what waits for triage and what is late', async () => {
    const page = await front('karla');
    expect(page).toMatch(/1 punkt · 1 ikke klar · \d+ frie pladser · hasteplads fri/);
    expect(page).toMatch(/Til vurdering \(1\) .*Laust Pilegaard .*Haster Freja Holmgaard, Ungeenheden .*Vurdér anmodningen/);
    expect(page).toMatch(/1 til vurdering .*1 punkt er ikke klar/);
    expect(page).toContain('For sent (0)');
    expect(page).not.toContain('Dine unge');
  });

  it('tells administrators and auditors what they can do, and no name', async () => {
    expect(await front('anker')).toContain('Som administrator ser du ingen unge.');
    expect(await front('regitze')).toContain('Som logkontrol ser du ingen unges sager.');
    expect(await front('anker')).not.toMatch(/Sofie|Malik|Dagsorden/);
  });

  it('ticks a task off from its list, and only with a form of ours', async () => {
    await app.inTx((tx) => raiseTask(tx, { kind: 'follow_up_due', assigneeId: org.staff.freja, subjectType: 'follow_up', subjectId: newId(), dedupKey: 'p', dueOn: tx.today }));
    const freja = await openBrowser(app, org, 'freja');
    expect(textOf(await freja.get('/'))).toMatch(/\d opgave/);
    const list = await freja.get('/opgaver');
    expect(textOf(list)).toContain('Følg op på aftalerne');
    const action = /Følg op på aftalerne.*?action="([^"]+)"/s.exec(list.text)?.[1] ?? '';
    const done = `/opgaver?gjort=${action.split('/').at(-1)}`;
    expect((await freja.send(action, '/opgaver')).headers['location']).toBe(done);
    expect(textOf(await freja.get('/opgaver'))).not.toContain('Følg op på aftalerne');
    expect(textOf(await freja.get(done))).toMatch(/Markeret som gjort\. Fortryd/);
    await (await openBrowser(app, org, 'tage')).send(`${action}/fortryd`, '/opgaver', {}, 404);
    await freja.send(`${action}/fortryd`, done);
    expect(textOf(await freja.get('/opgaver'))).toContain('Følg op på aftalerne');
    await freja.send(action, '/opgaver');
    expect(textOf(await freja.get('/aftaler'))).toContain('Du har ingen åbne aftaler.');
    await freja.get('/paamindelser');
    await (await openBrowser(app, org, 'anker')).get('/aftaler', 403);
  });

  it('has no button where a task closes by itself or another role ends it, and refuses the form', async () => {
    const about = { subjectType: 'meeting_day', subjectId: newId(), assigneeId: org.staff.gitte };
    await app.inTx((tx) => raiseTask(tx, { ...about, kind: 'standing_member_declined', dedupKey: 'own' }));
    await app.inTx((tx) => raiseTask(tx, { ...about, kind: 'alarm_queue_silent', dedupKey: 'other' }));
    const gitte = await openBrowser(app, org, 'gitte');
    const page = await gitte.get('/opgaver');
    expect(textOf(page)).toMatch(/meldt afbud til en K-mødedag\. .*Forsvinder selv, når det er gjort/);
    expect(textOf(page)).toMatch(/Køen har stået stille .*Markeres som gjort af en anden rolle/);
    expect(page.text).not.toContain('action="/opgaver/');
    const said = { own: [422, 'Den forsvinder selv, når det, den handler om, er gjort.'], other: [403, 'Din rolle kan ikke gøre det, opgaven handler om'] } as const;
    for (const [key, [status, text]] of Object.entries(said)) {
      const [row] = await app.inTx((tx) => tx.query<{ id: string }>('SELECT id FROM task WHERE dedup_key = $1', [key]));
      for (const step of ['', '/fortryd']) expect(textOf(await gitte.send(`/opgaver/${row?.id}${step}`, '/opgaver', {}, status))).toContain(text);
    }
    expect(textOf(await gitte.get('/opgaver'))).toContain('Forsvinder selv');
  });

  it('says whom a task is about, and to nobody who may not see the youth', async () => {
    const about = { subjectType: 'deadline', subjectId: newId(), youthId: soonId, kind: 'deadline_overdue' } as const;
    await app.inTx((tx) => raiseTask(tx, { ...about, assigneeId: org.staff.freja, dedupKey: 'freja' }));
    await app.inTx((tx) => raiseTask(tx, { ...about, assigneeId: org.staff.anker, dedupKey: 'anker' }));
    const page = await (await openBrowser(app, org, 'freja')).get('/opgaver');
    expect(textOf(page)).toMatch(/En frist er overskredet Malik Damgaard/);
    expect(page.text).toContain(`href="/unge/${soonId}#frister"`);
    expect(textOf(await (await openBrowser(app, org, 'anker')).get('/opgaver'))).toMatch(/En frist er overskredet –/);
  });

  it('sends as many statements for three youths as for many', async () => {
    const freja = await openBrowser(app, org, 'freja');
    await freja.get('/');
    const few = await statementsOf(() => freja.get('/'));
    for (const n of [...Array(9).keys()]) await recordYouth(app, org, { born: turns(17, n + 3), name: `Nr Bakke${n}`, coordinator: 'freja' });
    expect(await statementsOf(() => freja.get('/'))).toBeLessThanOrEqual(few);
    expect(textOf(await freja.get('/'))).toContain('Se alle 12');
  }, 60_000);
});
