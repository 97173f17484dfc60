import { startApp, type TestApp } from '../support/app.js';
import { organisation, type Organisation } from '../support/organisation.js';
import { openBrowser, type PageReader, textOf } from '../support/page-reader.js';
import { recordYouth, turns } from '../support/youth-builder.js';

describe('the search page', () => {
  let app: TestApp;
  let org: Organisation;
  let freja: PageReader;

  beforeAll(async () => {
    app = await startApp();
    org = await organisation(app);
    await recordYouth(app, org, { born: turns(17, 20), name: 'Mikkel Overby', coordinator: 'freja' });
    await recordYouth(app, org, { born: turns(20, 20), name: 'Mikkel Overby', coordinator: 'freja' });
    await recordYouth(app, org, { born: turns(17, 30), name: 'Mikkeline Thorngreen', unit: 'handicap', coordinator: 'bo' });
    freja = await openBrowser(app, org, 'freja');
  });
  afterAll(() => app.close());

  const found = async (reader: PageReader, text: string): Promise<string> => textOf(await reader.send('/soeg', '/soeg', { text }, 200));

  it('waits for a text', async () => expect(textOf(await freja.get('/soeg'))).toMatch(/^Søg Navn, CPR-nummer eller et ord .* bliver logget\. Søg Overgang/));

  it('tells two of the same name apart by birth date and masked CPR number, and finds nobody else\'s', async () => {
    const page = await found(freja, 'mikkel');
    expect(page).toContain('Unge (2)');
    expect(page).toMatch(/Mikkel Overby Født \d+\. \w+ \d{4}, CPR \d{6}-•••• Freja Holmgaard/);
    expect(page).not.toContain('Thorngreen');
  });

  it('logs the search with the youths that it showed', async () => {
    await found(freja, 'mikkel');
    const [row] = await app.inTx((tx) => tx.query<{ youth_ids: string[] }>(
      "SELECT youth_ids FROM audit_entry WHERE action = 'youths.searched' AND actor_id = $1 ORDER BY at DESC LIMIT 1", [org.staff.freja]));
    expect(row?.youth_ids).toHaveLength(2);
  });

  it('finds new things under old words', async () => expect(await found(freja, 'efterværn')).toMatch(/Det hedder nu noget andet Ungestøtte .*Barnets lov §§ 113-116/));

  it('says what to do when nothing is found, and when the text is too short', async () => {
    expect(await found(freja, 'xyzzy')).toContain('Intet fundet. Prøv med begyndelsen af efternavnet eller hele CPR-nummeret.');
    expect(await found(freja, 'm')).toContain('Skriv mindst 2 tegn.');
  });

  it('finds words but no youths for an administrator', async () => {
    const anker = await openBrowser(app, org, 'anker');
    expect(await found(anker, 'mikkel')).toContain('Intet fundet.');
    expect(await found(freja, 'xyzzy')).toContain('Slå den unge op på CPR-nummer');
    expect(await found(anker, 'mikkel')).not.toContain('Slå den unge op');
    expect(await found(anker, 'tovholder')).toContain('Koordinerende sagsbehandler');
  });

  it('is reached from every page, and never puts the text in an address', async () => {
    expect((await freja.get('/')).text).toMatch(/<form method="post" action="\/soeg" class="header-search/);
  });
});
