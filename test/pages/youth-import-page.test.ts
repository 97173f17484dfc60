import { startApp, type TestApp } from '../support/app.js';
import { organisation, type Organisation } from '../support/organisation.js';
import { openBrowser, type PageReader, textOf } from '../support/page-reader.js';

const HEADER = 'cpr;fornavn;efternavn;afdeling';
const IMPORT = '/unge/import';

describe('reading youths in from a file, as a page', () => {
  let app: TestApp;
  let org: Organisation;
  let tage: PageReader;

  beforeAll(async () => {
    app = await startApp();
    org = await organisation(app);
    tage = await openBrowser(app, org, 'tage');
  });
  afterAll(() => app.close());

  it('says what the file must look like', async () => expect(textOf(await tage.get(IMPORT))).toMatch(/Hvilke kolonner skal filen have\? .*cpr;fornavn;efternavn/));

  it('lands the good lines and names the others by line and column, without their values', async () => {
    const { headers } = await tage.upload(
      IMPORT, `${HEADER}\n641109-4321;Malik;Damgaard;Ungeenheden\n651309-4321;Sofie;Birkholt;Ungeenheden\n661109-4322;Storm;Ellegaard;Findes ikke\n`,
    );
    const outcome = await tage.get(String(headers['location']));
    expect(textOf(outcome)).toMatch(/Filen er læst ind .*Nye unge 1 .*Linjer, der ikke kom med 2/);
    expect(textOf(outcome)).toMatch(/4 afdeling Vi kender ingen åben enhed/);
    expect(outcome.text).not.toMatch(/Findes ikke|6[56]1[13]09/);
  });

  it('says when no file was chosen, or one that cannot be read', async () => {
    expect(textOf(await tage.upload(IMPORT, '', 400))).toMatch(/^Der er ikke valgt nogen fil\. Vælg en fil/);
    expect(textOf(await tage.upload(IMPORT, 'helt;andre;kolonner\n1;2;3\n', 400))).toMatch(/^Filen kan ikke læses/);
  });

  it('shows an outcome to who sent the file and to the secretary, and is for those two roles', async () => {
    const { headers } = await tage.upload(IMPORT, `${HEADER}\n641109-4321;Malik;Damgaard;Ungeenheden\n`);
    const path = String(headers['location']);
    expect(textOf(await (await openBrowser(app, org, 'karla')).get(path))).toContain('Uændrede 1');
    for (const name of ['freja', 'anker', 'regitze'] as const) await (await openBrowser(app, org, name)).get(IMPORT, 403);
  });
});
