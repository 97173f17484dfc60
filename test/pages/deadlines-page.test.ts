import { startApp, type TestApp } from '../support/app.js';
import { organisation, type Organisation } from '../support/organisation.js';
import { openBrowser, type PageReader, statementsOf, textOf } from '../support/page-reader.js';
import { recordYouth, turns } from '../support/youth-builder.js';

describe('deadlines across youths as a page', () => {
  let app: TestApp;
  let org: Organisation;
  let freja: PageReader;
  const placed = { act: 'barnets lov', section: '46', from: '2024-01-01' };

  beforeAll(async () => {
    app = await startApp();
    org = await organisation(app);
    await recordYouth(app, org, { born: turns(17, -3), name: 'Line Aagaard', coordinator: 'freja', measure: placed });
    await recordYouth(app, org, { born: turns(18, 20), name: 'Malik Damgaard', coordinator: 'freja', measure: placed });
    await recordYouth(app, org, { born: turns(18, 10), name: 'Oskar Thorngreen', unit: 'handicap', coordinator: 'bo' });
    freja = await openBrowser(app, org, 'freja');
  });
  afterAll(() => app.close());

  it('shows what is overdue or falls due soon, with date, youth, source and who sees to it', async () => {
    const page = textOf(await freja.get('/frister'));
    expect(page).toMatch(/Overskredet eller inden 30 dage Dato Ung Frist/);
    expect(page).toMatch(/\d+\. \w+ \d{4}, uge \d+ .*(om \d+ dage|dage siden|i dag).*Malik Damgaard .*Ansvar: .*Freja Holmgaard/);
    expect(page).not.toContain('Thorngreen');
  });

  it('leads to the very deadline on the youth\'s page', async () => {
    const href = /href="(\/unge\/[0-9a-f-]+)#(frist-[0-9a-f-]+)"/.exec((await freja.get('/frister')).text);
    expect((await freja.get(href?.[1] ?? '')).text).toContain(`id="${href?.[2]}"`);
  });

  it('is narrowed by what one looks for and by unit, and says when nothing fits', async () => {
    expect(textOf(await freja.get('/frister?vis=overskredet'))).not.toContain('Malik');
    expect(textOf(await freja.get('/frister?vis=fraveget'))).toContain('Ingen frister passer til det, du har valgt.');
    expect(textOf(await freja.get(`/frister?vis=aabne&department=${org.unit.handicap}`))).toContain('Ingen frister passer');
    expect(textOf(await (await openBrowser(app, org, 'karla')).get(`/frister?vis=aabne&department=${org.unit.handicap}`))).toMatch(/Alle åbne, Handicapteamet .*Thorngreen/);
    await freja.get('/frister?vis=andet', 400);
  });

  it('shows every rule with its source and when it is in force', async () => {
    const page = textOf(await freja.get('/frister/regler'));
    expect(page).toMatch(/Gælder nu \(\d+\)/);
    expect(page).toMatch(/Barnets lov § 108/);
    expect(page).toMatch(/Tidligere og kommende \(\d+\).*Serviceloven § 19 a .*1\. januar 2021 – 31\. december 2023/);
  });

  it('is not for administrators and auditors, but the rules are for all', async () => {
    for (const name of ['anker', 'regitze'] as const) {
      const reader = await openBrowser(app, org, name);
      await reader.get('/frister', 403);
      await reader.get('/frister/regler');
    }
  });

  it('sends as many statements for many youths as for few', async () => {
    const few = await statementsOf(() => freja.get('/frister?vis=aabne'));
    for (const n of [...Array(15).keys()]) await recordYouth(app, org, { born: turns(17, n + 3), name: `Nr Bakke${n}`, coordinator: 'freja', measure: placed });
    expect(await statementsOf(() => freja.get('/frister?vis=aabne'))).toBeLessThanOrEqual(few);
  });
});
