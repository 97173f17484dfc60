import { addDays, addYears } from '../../src/platform/clock/calendar-date.js';
import { startApp, type TestApp } from '../support/app.js';
import { organisation, type Organisation, type StaffName } from '../support/organisation.js';
import { recordMeasure, recordYouth, replacementCpr, turns } from '../support/youth-builder.js';

let app: TestApp;
let org: Organisation;

beforeAll(async () => {
  app = await startApp();
  org = await organisation(app);
});
afterAll(() => app.close());

async function as(name: StaffName) {
  return app.as(await org.token(name));
}

function newYouth(cpr: string): Record<string, unknown> {
  return { cpr, firstName: 'Sofie', lastName: 'Birkholt', departmentId: org.unit.ungeenhed };
}

describe('recording a youth', () => {
  it('takes the birth date from the number and shows the number masked', async () => {
    const cpr = replacementCpr('2009-12-24');
    const { body } = await (await as('tage')).post('/youths', { ...newYouth(cpr), coordinatorId: org.staff.freja }).expect(201);
    expect(body).toMatchObject({
      scope: 'full', name: 'Sofie Birkholt', birthDate: '2009-12-24', cprMasked: `${cpr.slice(0, 6)}-••••`, status: 'not_planned',
      department: { name: 'Ungeenheden' }, coordinator: { name: 'Freja Holmgaard' }, ground: 'import',
    });
    expect(JSON.stringify(body)).not.toContain(cpr.slice(7));
  });

  it('refuses a birth date that is not that of the number, and fields nobody knows', async () => {
    const tage = await as('tage');
    const differs = await tage.post('/youths', { ...newYouth(replacementCpr('2009-12-24')), birthDate: '2009-12-25' }).expect(400);
    expect(differs.body).toMatchObject({ errors: [{ field: 'birthDate', code: 'differs_from_cpr' }] });
    const unknown = await tage.post('/youths', { ...newYouth(replacementCpr('2009-12-24')), address: 'Åvej 1' }).expect(400);
    expect(unknown.body).toMatchObject({ errors: [{ field: 'address' }] });
  });

  it('is for the own unit, and for the secretary everywhere; a caseworker may not', async () => {
    const elsewhere = { ...newYouth(replacementCpr('2009-12-24')), departmentId: org.unit.social };
    expect((await (await as('tage')).post('/youths', elsewhere).expect(403)).body).toMatchObject({ code: 'not_your_unit' });
    await (await as('freja')).post('/youths', newYouth(replacementCpr('2009-12-24'))).expect(403);
    await (await as('karla')).post('/youths', elsewhere).expect(201);
  });

  it('happens once for one key', async () => {
    const tage = await as('tage');
    const body = newYouth(replacementCpr('2009-12-24'));
    const send = () => tage.post('/youths', body).set('idempotency-key', 'opret-sofie');
    const first = await send().expect(201);
    expect((await send().expect(201)).body).toEqual(first.body);
  });

  it('happens once when sent twice at the same time', async () => {
    const tage = await as('tage');
    const body = newYouth(replacementCpr('2009-12-24'));
    const answers = await Promise.all([1, 2, 3, 4].map(() => tage.post('/youths', body)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409]);
  });
});

describe('correcting a youth', () => {
  it('changes what is sent and nothing else, and tells the deadlines', async () => {
    const youth = await recordYouth(app, org, { born: '2009-05-05', coordinator: 'freja' });
    const { body } = await (await as('freja')).patch(`/youths/${youth}`, { firstName: 'Sofia', school: 'Engskolen', specialSchool: true }).expect(200);
    expect(body).toMatchObject({ name: 'Sofia Birkholt', school: 'Engskolen', specialSchool: true, birthDate: '2009-05-05' });
    const told = await app.inTx((tx) => tx.query(
      "SELECT state FROM outbox_message WHERE kind = 'youth.changed' AND payload->>'youthId' = $1 AND state <> 'done'", [youth],
    ));
    expect(told).toHaveLength(1);
    const [row] = await app.inTx((tx) => tx.query("SELECT detail FROM audit_entry WHERE action = 'youth.corrected' AND subject_id = $1", [youth]));
    expect(row).toEqual({ detail: { fields: ['firstName', 'school', 'specialSchool'] } });
    expect((await (await as('freja')).patch(`/youths/${youth}`, { school: null }).expect(200)).body).toMatchObject({ school: null });
    await (await as('freja')).patch(`/youths/${youth}`, { firstName: null }).expect(400);
  });

  it("moves the end of the parents' consents with the birth date", async () => {
    const born = turns(17, 0);
    const youth = await recordYouth(app, org, { born, coordinator: 'freja' });
    const freja = await as('freja');
    const holder = (await freja.post(`/youths/${youth}/custody-holders`, { name: 'Mor', relation: 'mor', livesWithYouth: true, invite: true }).expect(201)).body as { id: string };
    const consent = { givenBy: 'custody_holder', custodyHolderId: holder.id, recipient: 'UU', departmentId: org.unit.uu, scope: 'skolegang', purpose: 'overgang', givenOn: '2026-01-01' };
    expect((await freja.post(`/youths/${youth}/consents`, consent).expect(201)).body).toMatchObject({ expiresOn: addYears(born, 18) });
    await freja.patch(`/youths/${youth}`, { birthDate: addDays(born, 10) }).expect(200);
    const { body } = await freja.get(`/youths/${youth}/consents`).expect(200);
    expect(body).toMatchObject({ items: [{ expiresOn: addYears(addDays(born, 10), 18) }] });
  });
});

describe('the whole CPR number', () => {
  it('is shown for a purpose, and the showing is logged', async () => {
    const cpr = replacementCpr('2009-12-24');
    const { id } = (await (await as('tage')).post('/youths', { ...newYouth(cpr), coordinatorId: org.staff.freja }).expect(201)).body as { id: string };
    const freja = await as('freja');
    await freja.post(`/youths/${id}/cpr-disclosure`, {}).expect(400);
    expect((await freja.post(`/youths/${id}/cpr-disclosure`, { purpose: 'Finde sagen i fagsystemet' }).expect(200)).body).toEqual({ cpr });
    const rows = await app.inTx((tx) => tx.query(
      `SELECT a.ground, a.youth_ids, d.purpose FROM audit_entry a JOIN cpr_disclosure d ON d.id::text = a.detail->>'disclosureId' WHERE a.action = 'cpr.disclosed'`,
    ));
    expect(rows).toEqual([{ ground: 'coordinating_caseworker', youth_ids: [id], purpose: 'Finde sagen i fagsystemet' }]);
  });
});

describe('searching', () => {
  it('finds by the beginning of first, last or whole name, in Danish order, among what one sees', async () => {
    const named = (name: string, coordinator?: StaffName) => recordYouth(app, org, { born: '2009-05-05', name, ...(coordinator && { coordinator }) });
    await named('Mikkel Overby', 'bo');
    await named('Mikkel Aaskov', 'bo');
    await named('Mikkel Zander', 'bo');
    await named('Mikkel Østrup', 'bo');
    await named('Mikkel Hidden', 'jonas');
    const names = async (text: string, name: StaffName = 'bo') => {
      const { body } = await (await as(name)).post('/youth-searches', { text }).expect(200);
      return (body as { items: Array<{ name: string }> }).items.map((item) => item.name);
    };
    expect(await names('mikkel')).toEqual(['Mikkel Overby', 'Mikkel Zander', 'Mikkel Østrup', 'Mikkel Aaskov']);
    expect(await names('  Mikkel   ø')).toEqual(['Mikkel Østrup']);
    expect(await names('Øst')).toEqual(['Mikkel Østrup']);
    expect(await names('100%')).toEqual([]);
    expect(await names('M_kkel')).toEqual([]);
    expect(await names('Mikkel', 'pia')).toEqual([]);
  });

  it('finds by CPR number, and tells two of one name apart', async () => {
    const cpr = replacementCpr('2006-05-05');
    const tage = await as('tage');
    await tage.post('/youths', { ...newYouth(cpr), firstName: 'Nanna', lastName: 'Lyngbæk' }).expect(201);
    const { body } = await tage.post('/youth-searches', { text: cpr.replace('-', '') }).expect(200);
    expect(body).toMatchObject({ items: [{ name: 'Nanna Lyngbæk', birthDate: '2006-05-05', cprMasked: `${cpr.slice(0, 6)}-••••` }] });
    const { body: none } = await (await as('pia')).post('/youth-searches', { text: cpr }).expect(200);
    expect(none).toEqual({ items: [] });
  });
});

describe('a youth with name and address protection', () => {
  it('shows school, placement and acting municipality nowhere', async () => {
    const zahra = await recordYouth(app, org, { born: '2009-10-20', name: 'Zahra Holmstrøm', coordinator: 'freja', protected: true });
    const freja = await as('freja');
    await freja.patch(`/youths/${zahra}`, { school: 'Engskolen', schoolGrade: '9. A', actingMunicipality: 'Østkær Kommune' }).expect(200);
    await recordMeasure(app, org, zahra, { act: 'barnets lov', section: '§ 46', from: '2024-01-01', title: 'Opholdsstedet Lindegården' });
    await recordMeasure(app, org, zahra, { act: 'barnets lov', section: '§ 32', from: '2024-01-01', title: 'Fast kontaktperson' });
    const paths = [`/youths/${zahra}`, `/youths/${zahra}/measures`, '/youths?limit=200', `/youths/${zahra}/coordinators`];
    const answers = await Promise.all(paths.map(async (path) => JSON.stringify((await freja.get(path).expect(200)).body)));
    answers.push(JSON.stringify((await freja.patch(`/youths/${zahra}`, { firstName: 'Zahra' }).expect(200)).body));
    answers.push(JSON.stringify((await freja.post('/youth-searches', { text: 'Zahra' }).expect(200)).body));
    for (const answer of answers) expect(answer).not.toMatch(/Engskolen|9\. A|Østkær|Lindegården/);
    expect(answers[1]).toContain('Fast kontaktperson');
    expect(answers[1]).toContain('Skjult på grund af beskyttelse');
  });

  it('shows them again when the protection is lifted', async () => {
    const youth = await recordYouth(app, org, { born: '2009-10-20', coordinator: 'freja', protected: true });
    const freja = await as('freja');
    expect((await freja.patch(`/youths/${youth}`, { school: 'Engskolen' }).expect(200)).body).toMatchObject({ protected: true, school: null });
    const lifted = await freja.patch(`/youths/${youth}`, { protected: false }).expect(200);
    expect(lifted.body).toMatchObject({ protected: false, protectedSince: null, school: 'Engskolen' });
  });

  it('is not lifted by a unit that only takes part', async () => {
    const youth = await recordYouth(app, org, { born: '2009-10-20', coordinator: 'freja', protected: true });
    await recordMeasure(app, org, youth, { unit: 'social', act: 'serviceloven', section: '§ 85', from: '2024-01-01', title: 'Bostøtte' });
    const solvej = await as('solvej');
    expect((await solvej.patch(`/youths/${youth}`, { protected: false }).expect(403)).body).toMatchObject({ code: 'protection_kept' });
    await solvej.patch(`/youths/${youth}`, { protected: true }).expect(200);
  });
});
