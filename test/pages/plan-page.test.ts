import { addDays, addYears, type CalendarDate } from '../../src/platform/clock/calendar-date.js';
import { startApp, type TestApp } from '../support/app.js';
import { type Organisation, organisation } from '../support/organisation.js';
import { openBrowser, type PageReader, statementsOf, textOf } from '../support/page-reader.js';
import { readPdf } from '../support/read-pdf.js';
import { recordYouth } from '../support/youth-builder.js';

let app: TestApp;
let org: Organisation;
let today: CalendarDate;
let freja: PageReader;
let id: string;

beforeAll(async () => {
  app = await startApp();
  org = await organisation(app);
  today = await app.inTx((tx) => Promise.resolve(tx.today));
  freja = await openBrowser(app, org, 'freja');
});
beforeEach(async () => {
  id = await recordYouth(app, org, { born: addYears(today, -17), name: 'Nanna Lyngbæk', coordinator: 'freja' });
});
afterAll(() => app.close());

const at = (tail = ''): string => `/unge/${id}/plan${tail}`;
const HOME = { title: 'Jeg vil bo for mig selv', ownWords: 'Min egen nøgle.', topic: 'housing' };
const action = (over: object = {}) => ({ text: 'Skriver Nanna op til en ungebolig', ownerId: org.staff.freja, dueOn: addDays(today, 20), goalId: '', ...over });

async function sendAndRead(tail: string, fields: Readonly<Record<string, string>> = {}): Promise<string> {
  const { headers } = await freja.send(at(tail), at(), fields);
  return (await freja.get(String(headers['location']))).text;
}

const goalsIn = (html: string): string[] => [...html.matchAll(/<h3 id="maal-([\w-]+)">/g)].map(([, goal]) => goal ?? '');
const versionIn = (html: string): string => /name="version" value="(\d+)"/.exec(html)?.[1] ?? '';

describe('the plan of a youth', () => {
  it('is empty first, and says where to begin', async () => {
    const page = await freja.get(at());
    expect(textOf(page)).toContain('Planen er tom. Begynd med det, den unge selv vil.');
    expect(page.text).not.toContain('Godkend planen');
    expect((await freja.get(`/unge/${id}`)).text).toContain(`href="/unge/${id}/plan"`);
  });

  it('takes goals in the youth’s words and agreements under them', async () => {
    const [goal] = goalsIn(await sendAndRead('/maal', HOME));
    const html = await sendAndRead('/aftaler', action({ goalId: goal }));
    expect(html).toMatch(
      /»Min egen nøgle\.«.*<caption class="sr-only">Aftaler om: Jeg vil bo for mig selv<\/caption>.*Skriver Nanna op til en ungebolig<\/th><td>Freja Holmgaard, Ungeenheden<\/td>/s,
    );
    expect(html).toContain('Planen er en kladde. Den er ikke godkendt endnu.');
  });

  it('points at what is missing and keeps what was typed', async () => {
    const noTopic = await freja.send(at('/maal'), at(), { ...HOME, topic: '' }, 400);
    expect(noTopic.text).toContain('href="#plan-maal-topic"');
    expect(noTopic.text).toContain('value="Jeg vil bo for mig selv"');
    const past = await freja.send(at('/aftaler'), at(), action({ dueOn: addDays(today, -1) }), 422);
    expect(past.text).toContain('<a href="#plan-aftaler-dueOn">Datoen er gået. Vælg en dato fra i dag og frem.</a>');
    expect(textOf(await freja.send(at('/aftaler'), at(), action({ ownerId: '' }), 400))).toContain('Vælg, hvem der gør det.');
  });

  it('moves a goal, reaches it, and takes that back', async () => {
    await sendAndRead('/maal', HOME);
    let html = await sendAndRead('/maal', { title: 'Jeg vil på HF', ownWords: '', topic: 'education' });
    const [home = '', school = ''] = goalsIn(html);
    html = await sendAndRead(`/maal/${school}/flyt`, { direction: 'up', version: versionIn(html) });
    expect(goalsIn(html)).toEqual([school, home]);
    html = await sendAndRead(`/maal/${school}/status`, { state: 'reached', version: versionIn(html) });
    expect(html).toMatch(/Målet er nået\..*Fortryd.*<h2 id="naaet"[^>]*>Nået<\/h2>.*Jeg vil på HF/s);
    const undo = /action="[^"]+(\/maal\/[\w-]+\/status)"/.exec(html.slice(html.indexOf('role="status"')))?.[1] ?? '';
    expect(await sendAndRead(undo, { state: 'open', version: versionIn(html) })).not.toContain('id="naaet"');
  });

  it('overwrites nobody: what was typed stands beside what was saved meanwhile', async () => {
    const seen = await sendAndRead('/maal', HOME);
    const [goal = ''] = goalsIn(seen);
    await sendAndRead(`/maal/${goal}`, { ...HOME, title: 'Jeg vil bo i Havnegade', version: versionIn(seen) });
    const clash = await freja.send(at(`/maal/${goal}`), at(), { ...HOME, title: 'Jeg vil bo på Torvet', version: versionIn(seen) }, 412);
    expect(textOf(clash)).toMatch(/En anden har gemt i mellemtiden.*Sådan står målet nu Jeg vil bo i Havnegade \(Bolig\)/);
    expect(clash.text).toContain('value="Jeg vil bo på Torvet"');
    expect(await sendAndRead(`/maal/${goal}`, { ...HOME, title: 'Jeg vil bo på Torvet', version: versionIn(clash.text) })).toContain('Jeg vil bo på Torvet <span');
  });

  it('follows an agreement: done, taken back, changed, given up with the reason', async () => {
    await sendAndRead('/maal', HOME);
    const html = await sendAndRead('/aftaler', action());
    const base = /action="[^"]+(\/aftaler\/[\w-]+)\/gjort"/.exec(html)?.[1] ?? '';
    expect(await sendAndRead(`${base}/gjort`)).toContain('Gjort</span>');
    expect(await sendAndRead(`${base}/genaabn`)).toContain('Aftalen er i gang igen.');
    const [goal = ''] = goalsIn(html);
    expect(await sendAndRead(base, { ownerId: org.staff.solvej, dueOn: addDays(today, 40), goalId: goal })).toMatch(/Aftaler om: Jeg vil bo.*Solvej Marstrand, Socialafdelingen/s);
    const early = await freja.send(at(base), at(base), { ownerId: org.staff.solvej, dueOn: addDays(today, -3), goalId: goal }, 422);
    expect(textOf(early)).toMatch(/Datoen er gået.*Ret en aftale Skriver Nanna op/);
    expect(textOf(await freja.send(at(`${base}/opgiv`), at(base), { reason: '' }, 400))).toContain('Feltet skal udfyldes.');
    expect(await sendAndRead(`${base}/opgiv`, { reason: 'Nanna har fundet en bolig selv' })).toContain('Opgivet</span>');
  });

  it('is read by those on the case and written by the coordinating caseworker alone', async () => {
    await sendAndRead('/maal', HOME);
    const tage = await openBrowser(app, org, 'tage');
    await app.as(await org.token('karla')).post(`/youths/${id}/measures`, { departmentId: org.unit.ungeenhed, title: 'Bostøtte', startsOn: '2026-01-01' }).expect(201);
    const page = await tage.get(at());
    expect(textOf(page)).toContain('Jeg vil bo for mig selv');
    expect(page.text).not.toMatch(/Skriv i planen|Godkend planen|\/flyt"/);
    expect(textOf(await tage.send(at('/maal'), at(), HOME, 403))).toContain('Kun den koordinerende sagsbehandler skriver i planen.');
    await (await openBrowser(app, org, 'pia')).get(at(), 404);
  });
});

describe('the editions of a plan', () => {
  it('are frozen by "Godkend planen", and say in words what has changed since', async () => {
    let html = await sendAndRead('/maal', HOME);
    const [goal = ''] = goalsIn(html);
    html = await sendAndRead('/godkend');
    expect(html).toContain('Planen er godkendt som en ny udgave.');
    expect(html).toMatch(/Planen står, som den blev godkendt i udgaven af /);
    expect(html).not.toContain('>Godkend planen<');
    await sendAndRead(`/maal/${goal}`, { ...HOME, title: 'Jeg vil bo i Havnegade', version: versionIn(html) });
    await sendAndRead('/aftaler', action());
    const changed = await freja.get(at());
    expect(textOf(changed)).toMatch(
      /2 ting er ændret siden udgaven af .* Nyt \(1\) Aftale: Skriver Nanna op til en ungebolig Freja Holmgaard, senest .* Ændret \(1\) Mål: Jeg vil bo i Havnegade Målet før: »Jeg vil bo for mig selv«\. Nu: »Jeg vil bo i Havnegade«\./,
    );
    await sendAndRead('/godkend');
    expect(textOf(await freja.get(at('/udgaver/1')))).toMatch(/Udgave af .*Jeg vil bo for mig selv I gang Bolig »Min egen nøgle\.«/);
    for (const query of ['?fra=1&til=2', '?fra=2&til=1']) expect(textOf(await freja.get(at(`/forskel${query}`)))).toContain('Nu: »Jeg vil bo i Havnegade«.');
    expect(textOf(await freja.get(at('/forskel?fra=2&til=kladde')))).toContain('Der er ingen forskel på de to udgaver.');
    await freja.get(at('/udgaver/3'), 404);
    await freja.get(at('/forskel?fra=1&til=9'), 404);
  });

  it('come in plain language, as a page without a menu and as a file without a name', async () => {
    const [goal = ''] = goalsIn(await sendAndRead('/maal', HOME));
    await sendAndRead('/aftaler', action({ goalId: goal }));
    await sendAndRead('/godkend');
    const page = await freja.get(at('/kort'));
    expect(textOf(page)).toMatch(
      /Din plan, kort fortalt Nanna Lyngbæk .*Freja Holmgaard hjælper dig med planen\..*Du har sagt: »Min egen nøgle\.«.*Freja Holmgaard gør det her: Skriver Nanna op til en ungebolig\./,
    );
    expect(page.text).not.toMatch(/Hovedmenu|Søg/);
    const file = await freja.download(`/unge/${id}/plan-kort.pdf`);
    expect(file.headers['content-disposition']).toMatch(/filename="plan-[0-9A-Z-]+-v1-kort\.pdf"/);
    expect(readPdf(file.body as Buffer).text.replaceAll(/\s+/g, ' ')).toContain('Det handler om et sted at bo.');
  });
});

describe('the work of one look at the plan', () => {
  it('is the same number of statements for one goal and for fifty', async () => {
    await sendAndRead('/maal', HOME);
    await sendAndRead('/godkend');
    const few = await statementsOf(() => freja.get(at()));
    const client = app.as(await org.token('freja'));
    const { version } = (await client.get(`/youths/${id}/plan`)).body as { version: number };
    const goals = Array.from({ length: 50 }, (_, index) => ({ topic: 'other', title: `Mål ${index}` }));
    await client.put(`/youths/${id}/plan`, { goals }).set('If-Match', String(version)).expect(200);
    expect(await statementsOf(() => freja.get(at()))).toBe(few);
    expect(few).toBeLessThanOrEqual(32);
  });
});
