import { daysBetween, parseCalendarDate } from '../../src/platform/clock/calendar-date.js';
import { newId } from '../../src/platform/database/ids.js';
import { XLSX_TYPE } from '../../src/platform/xlsx/write-sheet.js';
import { startApp, type TestApp } from '../support/app.js';
import { organisation, type Organisation } from '../support/organisation.js';
import { openBrowser, type PageReader, statementsOf, textOf } from '../support/page-reader.js';
import { readSheet } from '../support/read-sheet.js';
import { recordYouth, turns } from '../support/youth-builder.js';

describe('the overview of youths as a page', () => {
  let app: TestApp;
  let org: Organisation;
  let freja: PageReader;
  let karla: PageReader;

  beforeAll(async () => {
    app = await startApp();
    org = await organisation(app);
    const placed = { act: 'barnets lov', section: '46', from: '2024-01-01' };
    await recordYouth(app, org, { born: turns(17, 200), name: 'Line Aagaard', coordinator: 'freja', measure: placed });
    await recordYouth(app, org, { born: turns(18, 20), name: '=Malik Damgaard', coordinator: 'freja', measure: placed });
    await recordYouth(app, org, { born: turns(16, 5), name: 'Oskar <b>Thorngreen', unit: 'handicap', specialSchool: true, coordinator: 'bo' });
    [freja, karla] = await Promise.all([openBrowser(app, org, 'freja'), openBrowser(app, org, 'karla')]);
  });

  afterAll(() => app.close());

  it('lists those the reader may see, with age, coordinating caseworker, deadline and status', async () => {
    const page = await freja.get('/unge');
    expect(textOf(page)).toMatch(/Line Aagaard .* 16 år Freja Holmgaard Intet Intet .* Intet planlagt/);
    expect(textOf(page)).not.toContain('Thorngreen');
    expect(page.text).toMatch(/<h1>Unge<\/h1>.*<caption>Alle unge, du kan se<\/caption>/s);
    expect(page.text).toMatch(/<a href="\/unge\/[0-9a-f-]{36}">Line Aagaard<\/a>/);
  });

  it('escapes what people wrote', async () => expect((await karla.get('/unge')).text).toContain('Oskar &lt;b>Thorngreen'));

  it('offers the secretary no step that is not hers', async () => {
    const page = textOf(await karla.get('/unge'));
    expect(page).not.toContain('Mine unge');
  });

  it('leads to the look-up by number, where those who may record a youth do so', async () => {
    expect((await freja.get('/unge')).text).toContain('<a href="/opslag">Slå en ung op på CPR-nummer</a>');
    expect((await karla.get('/unge?status=met')).text).toContain('<a href="/opslag">Slå en ung op, eller opret en ny</a>');
  });

  it('filters by saved view, unit and status, named in the caption', async () => {
    expect(textOf(await karla.get('/unge?view=special_school'))).toMatch(/Unge i specialskole Navn.*Thorngreen/);
    expect(textOf(await karla.get(`/unge?department=${org.unit.handicap}&status=`))).toMatch(/Alle unge, du kan se, Handicapteamet/);
    expect(textOf(await freja.get('/unge?view=turning_17_or_18_unplanned'))).toMatch(/Malik Damgaard/);
    expect(textOf(await freja.get('/unge?view=turning_17_or_18_unplanned'))).not.toContain('Aagaard');
    await karla.get('/unge?view=findes_ikke', 400);
  });

  it('says what an empty list means', async () => {
    expect(textOf(await freja.get('/unge?status=met'))).toContain('Ingen unge passer til det, du har valgt. Vis alle unge');
    expect(textOf(await (await openBrowser(app, org, 'jonas')).get('/unge'))).toContain('Du har ikke adgang til nogen unge endnu.');
  });

  it('sorts by name or by the next deadline', async () => {
    const page = await karla.get('/unge?sort=deadline');
    expect(page.text).toMatch(/aria-sort="ascending"><a href="\/unge\?sort=deadline">Næste frist/);
  });

  it('is not for administrators and auditors', async () => {
    for (const name of ['anker', 'regitze'] as const) {
      const reader = await openBrowser(app, org, name);
      await reader.get('/unge', 403);
      await reader.get('/unge.csv', 403);
      await reader.get('/unge.xlsx', 403);
    }
  });

  it('comes as a file that no spreadsheet takes for formulas, and that is logged', async () => {
    const file = await karla.get('/unge.csv?view=handover_family');
    expect(file.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(file.headers['content-disposition']).toMatch(/^attachment; filename="unge-\d{4}-\d\d-\d\d\.csv"$/);
    expect(file.text).toMatch(/^\uFEFFNavn;Fødselsdato;Alder;/);
    expect(file.text).toContain(`'=Malik Damgaard;${turns(18, 20)};17;`);
    const [row] = await app.inTx((tx) => tx.query<{ youth_ids: string[]; ground: string }>(
      "SELECT youth_ids, ground FROM audit_entry WHERE action = 'youths.exported' AND actor_id = $1", [org.staff.karla],
    ));
    expect(row).toMatchObject({ ground: 'list_line' });
    expect(row?.youth_ids).toHaveLength(2);
  });

  it('comes as a spreadsheet with real dates', async () => {
    const answer = await karla.download('/unge.xlsx?view=handover_family');
    expect(answer.headers['content-type']).toBe(XLSX_TYPE);
    expect(answer.headers['content-disposition']).toMatch(/^attachment; filename="unge-\d{4}-\d\d-\d\d\.xlsx"$/);
    const { rows, formulas } = readSheet(answer.body as Buffer);
    expect(formulas).toBe(0);
    expect(rows[0]?.slice(0, 3)).toEqual(['Navn', 'Fødselsdato', 'Alder']);
    expect(rows.slice(1).map(([name]) => name)).toEqual(['=Malik Damgaard', 'Line Aagaard']);
    expect(Number(rows[1]?.[1])).toBe(daysBetween(parseCalendarDate('1899-12-30'), turns(18, 20)));
  });

  it('sends no more statements for 200 youths than for 10, and goes on to the next 50', async () => {
    await fill(7);
    await karla.get('/unge');
    const few = await statementsOf(() => karla.get('/unge'));
    await fill(190);
    expect(await statementsOf(() => karla.get('/unge'))).toBe(few);
    const next = /<a class="button button-secondary" href="([^"]+)">Næste 50/.exec((await karla.get('/unge')).text)?.[1]?.replaceAll('&amp;', '&');
    expect(next).toMatch(/^\/unge\?sort=name&cursor=[\w-]+$/);
    expect(textOf(await karla.get(next ?? ''))).toContain('Fra begyndelsen');
    const [hundred, all] = await Promise.all([freja.get('/unge.csv'), karla.get('/unge.csv')]);
    expect([hundred, all].map((file) => file.text.trim().split('\r\n').length)).toEqual([200, 201]);
  });

  async function fill(count: number): Promise<void> {
    await app.inTx((tx) => tx.execute(
      `WITH copied AS (INSERT INTO youth SELECT (jsonb_populate_record(y, jsonb_build_object('id', n.id, 'last_name', n.name, 'cpr_index', '\\x' || md5(n.name || $4::text)))).*
         FROM youth y, unnest($1::uuid[], $2::text[]) AS n (id, name) WHERE y.last_name = 'Aagaard' RETURNING id)
       INSERT INTO youth_access (id, youth_id, department_id, scope, ground, source_id, from_at)
         SELECT gen_random_uuid(), id, $3, 'full', 'open_measure', id, $4::timestamptz - interval '1 day' FROM copied`,
      [Array.from({ length: count }, () => newId()), Array.from({ length: count }, (_, n) => `Bakke${count}gaard${n}`), org.unit.ungeenhed, tx.now],
    ));
  }
});
