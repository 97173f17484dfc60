import { startApp, type TestApp } from '../support/app.js';
import { organisation, type Organisation } from '../support/organisation.js';
import { openBrowser, type PageReader, textOf } from '../support/page-reader.js';
import { recordYouth, turns } from '../support/youth-builder.js';

describe('the log as a page', () => {
  let app: TestApp;
  let org: Organisation;
  let regitze: PageReader;

  beforeAll(async () => {
    app = await startApp();
    org = await organisation(app);
    const id = await recordYouth(app, org, { born: turns(17, 20), name: 'Malik Damgaard', coordinator: 'freja' });
    await (await openBrowser(app, org, 'freja')).get(`/unge/${id}`);
    await (await openBrowser(app, org, 'bo')).get(`/unge/${id}`, 404);
    regitze = await openBrowser(app, org, 'regitze');
  });
  afterAll(() => app.close());

  it('tells who touched what, when and on what ground, and names no youth', async () => {
    const page = textOf(await regitze.get('/log'));
    expect(page).toMatch(/\d+\. \w+ \d{4} kl\. \d+\.\d\d Freja Holmgaard Ung: åbnet Koordinerende sagsbehandler 1 ung/);
    expect(page).not.toContain('Malik');
  });

  it('shows what was refused alone, and one person alone', async () => {
    const refused = textOf(await regitze.get('/log?outcome=denied&from=&to=&actor='));
    expect(refused).toMatch(/Bo Kjelding Adgang: afvist Afvist/);
    expect(refused).not.toMatch(/Freja Holmgaard Ung/);
    expect(textOf(await regitze.get(`/log?actor=${org.staff.freja}`))).not.toMatch(/Bo Kjelding Adgang/);
  });

  it('says when nothing fits', async () => expect(textOf(await regitze.get('/log?from=2020-01-01&to=2020-01-02'))).toContain('Intet i loggen passer'));

  it('logs that it was read', async () => expect(textOf(await regitze.get('/log'))).toMatch(/Regitze Lodahl Loggen: søgt/));

  it('is for auditors alone', async () => {
    for (const name of ['freja', 'tage', 'karla', 'anker'] as const) await (await openBrowser(app, org, name)).get('/log', 403);
  });
});
