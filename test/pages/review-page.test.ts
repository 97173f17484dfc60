import { addDays } from '../../src/platform/clock/calendar-date.js';
import { startApp, type TestApp } from '../support/app.js';
import { organisation, type Organisation } from '../support/organisation.js';
import { openBrowser, type PageReader, statementsOf, textOf } from '../support/page-reader.js';
import { recordYouth, turns } from '../support/youth-builder.js';

const LIST = '/unge/gennemgang?view=turning_18_in_12_months';

describe('the review of a list', () => {
  let app: TestApp;
  let org: Organisation;
  let freja: PageReader;
  let malik: string;

  beforeAll(async () => {
    app = await startApp();
    org = await organisation(app);
    malik = await recordYouth(app, org, { born: turns(18, 20), name: 'Malik Damgaard', coordinator: 'freja' });
    await recordYouth(app, org, { born: turns(18, 90), name: 'Signe Ravnholt', coordinator: 'freja' });
    await recordYouth(app, org, { born: turns(18, 40), name: 'Oskar Thorngreen', unit: 'handicap', coordinator: 'bo' });
    freja = await openBrowser(app, org, 'freja');
  });
  afterAll(() => app.close());

  it('starts from the overview', async () => {
    expect((await freja.get('/unge?view=turning_18_in_12_months')).text).toContain('href="/unge/gennemgang?view=turning_18_in_12_months"');
  });

  it('shows one youth at a time, the earliest deadline first, and only those of the reader', async () => {
    const page = await freja.get(LIST);
    expect(textOf(page)).toMatch(/Fylder 18 inden 12 måneder uden møde 2 venter på gennemgang\. Malik Damgaard/);
    expect(textOf(page)).not.toMatch(/Ravnholt|Thorngreen/);
    expect(page.text).toContain(`href="/unge/${malik}/anmodning"`);
  });

  it('keeps what was typed when the day cannot be', async () => {
    const refused = await freja.send(`/unge/gennemgang/${malik}/senere`, LIST, { returnOn: '2020-01-01' }, 422);
    expect(textOf(refused)).toMatch(/^Vælg en dag, der kommer/);
    expect(refused.text).toContain('href="#returnOn"');
    expect(refused.text).toMatch(/value="2020-01-01"/);
    expect(textOf(await freja.send(`/unge/gennemgang/${malik}/uden-moede`, LIST, { reason: '' }, 400))).toContain('Feltet skal udfyldes.');
  });

  it('comes back to a youth on the chosen day, and takes that back at once', async () => {
    const returnOn = addDays(await app.inTx((tx) => Promise.resolve(tx.today)), 10);
    const { headers } = await freja.send(`/unge/gennemgang/${malik}/senere?view=turning_18_in_12_months`, LIST, { returnOn });
    const next = await freja.get(String(headers['location']));
    expect(textOf(next)).toMatch(/Gemt\. Den unge er på listen igen .* Fortryd .*1 venter på gennemgang\. Signe Ravnholt/);
    await freja.send(`/unge/gennemgang/${malik}/fortryd`, LIST);
    expect(textOf(await freja.get(LIST))).toContain('2 venter på gennemgang. Malik Damgaard');
  });

  it('counts a youth whom the units agree on without a meeting as a success, and ends with one sentence', async () => {
    await freja.send(`/unge/gennemgang/${malik}/uden-moede`, LIST, { reason: 'UU og skolen har aftalt det.' });
    const signe = /action="(\/unge\/gennemgang\/[^/]+)\/senere/.exec((await freja.get(LIST)).text)?.[1] ?? '';
    await freja.send(`${signe}/senere`, LIST, { returnOn: addDays(await app.inTx((tx) => Promise.resolve(tx.today)), 30) });
    const page = textOf(await freja.get(LIST));
    expect(page).toContain('Ingen venter på gennemgang.');
    expect(page).toContain('2 i målgruppen, 1 mødt (heraf 1 koordineret uden møde), 0 planlagt, 1 tilbage.');
    expect(page).not.toContain('Malik');
  });

  it('is for those who raise referrals', async () => {
    for (const name of ['anker', 'regitze', 'karla'] as const) await (await openBrowser(app, org, name)).get(LIST, 403);
  });

  it('leaves the secret of the day with the unit: another unit still reviews its own', async () => {
    expect(textOf(await (await openBrowser(app, org, 'bo')).get(LIST))).toContain('1 venter på gennemgang. Oskar Thorngreen');
  });

  it('sends as many statements for one youth as for many', async () => {
    const few = await statementsOf(() => freja.get(LIST));
    for (const n of [...Array(12).keys()]) await recordYouth(app, org, { born: turns(18, n + 3), name: `Nr Bakke${n}`, coordinator: 'freja' });
    expect(await statementsOf(() => freja.get(LIST))).toBeLessThanOrEqual(few + 1); // the first deadline's line is read as well
    expect(textOf(await freja.get(LIST))).toContain('12 venter på gennemgang.');
  });
});
