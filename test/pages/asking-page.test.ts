import { startApp, type TestApp } from '../support/app.js';
import { organisation, type Organisation } from '../support/organisation.js';
import { openBrowser, type PageReader, statementsOf, textOf } from '../support/page-reader.js';
import { recordYouth, replacementCpr, turns } from '../support/youth-builder.js';
import { startSeries } from '../support/meeting-days.js';

describe('asking for a K-møde', () => {
  let app: TestApp;
  let org: Organisation;
  let freja: PageReader;
  const measure = { act: 'barnets lov', section: '46', from: '2024-01-01' };
  const youth = (name: string, days: number): Promise<string> => recordYouth(app, org, { born: turns(17, days), name, coordinator: 'freja', measure });
  const next = ({ headers }: { headers: Record<string, unknown> }): string => String(headers['location']);

  beforeAll(async () => {
    app = await startApp();
    org = await organisation(app);
    await startSeries(app, org, { intervalDays: 14 });
    freja = await openBrowser(app, org, 'freja');
  });
  afterAll(() => app.close());

  it('is empty at first, with sensible answers folded, and says what the check needs', async () => {
    const page = await freja.get(`/unge/${await youth('Malik Damgaard', 200)}/anmodning`);
    expect(textOf(page)).toMatch(/Bed om K-møde Malik Damgaard .*Hvorfor skal sagen på K-mødet\?/);
    expect(textOf(page)).toContain('Svar på spørgsmålene, så siger tjekket, om sagen hører til.');
    expect(textOf(page)).toMatch(/Hvem skal med\? Uddannelse, Familie, Social/);
    expect(textOf(page)).toContain('Hvad slags møde? overgangsmøde, koordinering');
    expect(textOf(page)).not.toContain('Smid kladden ud');
  });

  it('shows what the check says before anything is sent, and keeps it as the author’s draft', async () => {
    const at = `/unge/${await youth('Signe Ravnholt', 210)}/anmodning`;
    expect(next(await freja.send(at, at, { supportAfter18: 'individual_support' }))).toBe(`${at}?besked=gemt`);
    const page = textOf(await freja.get(at));
    expect(page).toContain('Ja, sagen hører til på K-mødet. Den unge har brug for individuel støtte eller et botilbud efter 18.');
    expect(page).toContain('Når du sender, kan du vælge en tid med det samme.');
    expect(page).toMatch(/Kladde fra \d+\. \w+ \d{4}/);
    expect(textOf(await freja.get('/anmodninger'))).toMatch(/Dine, som du skal gøre noget ved \(1\) Signe Ravnholt .*Skriv færdig og send/);
    const tage = await openBrowser(app, org, 'tage');
    expect(textOf(await tage.get('/anmodninger'))).not.toContain('Signe');
  });

  it('goes on to the free times when the check says yes, and saves the same draft twice, not two', async () => {
    const at = `/unge/${await youth('Oskar Thorngreen', 220)}/anmodning`;
    await freja.send(at, at, { reason: 'Skal' });
    const sent = await freja.send(at, at, { handling: 'send', reason: 'Skal flytte', needsSeveralAreas: 'ja', areas: ['social', 'education'] });
    expect(next(sent)).toMatch(/^\/anmodninger\/[0-9a-f-]{36}\/tid\?besked=godkendt$/);
    expect(textOf(await freja.get(next(sent)))).toMatch(/tjekket siger ja\. Vælg en tid\. .*Find en tid Oskar Thorngreen/);
    const again = textOf(await freja.get(at));
    expect(again).toMatch(/Der er allerede en anmodning om overgangsmøde: godkendt, mangler tid\. Find en tid til den/);
  });

  it('is refused with everything typed when the reason is missing', async () => {
    const at = `/unge/${await youth('Laust Pilegaard', 230)}/anmodning`;
    const refused = await freja.send(at, at, { handling: 'send', needsSeveralAreas: 'ja', youthWish: 'Egen bolig', 'urgent.reason': 'other' }, 422);
    expect(refused.text).toContain('href="#reason"');
    expect(refused.text).toContain('href="#urgent.note"');
    expect(textOf(refused)).toContain('Egen bolig');
    expect(refused.text).toMatch(/value="ja" checked/);
    expect(textOf(refused)).toContain('fordi den haster');
  });

  it('stays a draft when the check says no, offers the better type, and goes to triage when its author insists', async () => {
    const at = `/unge/${await youth('Nikoline Bæk', 240)}/anmodning`;
    const fields = { reason: 'Vil have ungestøtte', youthSupportOnly: 'ja', type: 'transition' };
    expect(next(await freja.send(at, at, { handling: 'send', ...fields }))).toBe(`${at}?besked=ikke-sendt#tjek`);
    const page = textOf(await freja.get(`${at}?besked=ikke-sendt`));
    expect(page).toMatch(/gemt, men ikke sendt.*Nej, sagen hører ikke til.*Skift til vurdering af ungestøtte.*Send til vurdering alligevel.*Koordinér uden møde/);
    await freja.send(at, at, { handling: 'skift', ...fields });
    expect(textOf(await freja.get(at))).toMatch(/Ja, sagen hører til på K-mødet.*Hvad slags møde\? vurdering af ungestøtte/);
    const insisted = next(await freja.send(at, at, { handling: 'alligevel', ...fields }));
    expect(insisted).toMatch(/\?besked=sendt$/);
    expect(textOf(await freja.get(insisted))).toMatch(/K-mødesekretæren vurderer den.*Til vurdering/);
  });

  it('throws a draft away, and brings it back', async () => {
    const at = `/unge/${await youth('Bent Fuglsang', 250)}/anmodning`;
    await freja.send(at, at, { reason: 'Skal have hjælp' });
    const discard = /action="(\/anmodninger\/[0-9a-f-]+)\/smid-ud"/.exec((await freja.get(at)).text)?.[1] ?? '';
    const thrown = await freja.get(next(await freja.send(`${discard}/smid-ud`, at)));
    expect(textOf(thrown)).toMatch(/Kladden er smidt ud\. Fortryd/);
    expect(textOf(await freja.get(at))).not.toContain('Skal have hjælp');
    await freja.send(`${discard}/fortryd`, '/anmodninger');
    expect(textOf(await freja.get(at))).toContain('Skal have hjælp');
  });

  it('asks for advice without a name, and takes no CPR number there', async () => {
    const at = '/anmodninger/uden-navn';
    const fields = { reason: 'Hvem betaler?', areas: ['social'], 'withoutYouth.reason': 'principled_question' };
    expect((await freja.send(at, at, { handling: 'send', ...fields, reason: 'Om 710909-4123' }, 422)).text).toContain('ligner et CPR-nummer');
    const sent = next(await freja.send(at, at, { handling: 'send', ...fields }));
    expect(textOf(await freja.get(sent))).toMatch(/Punkt uden navn .*Sparring/);
  });

  it('is for those who raise referrals, about youths that they see', async () => {
    const id = await youth('Ida Lærketoft', 260);
    await (await openBrowser(app, org, 'karla')).get(`/unge/${id}/anmodning`, 403);
    await (await openBrowser(app, org, 'bo')).get(`/unge/${id}/anmodning`, 404);
  });

  it('sends as many statements for a draft among many as for the first', async () => {
    const at = `/unge/${await youth('Maren Æblehøj', 270)}/anmodning`;
    await freja.send(at, at, { reason: 'Først' });
    const few = await statementsOf(() => freja.get(at));
    for (const n of [1, 2, 3]) {
      const other = `/unge/${await youth(`Nr Bakke${n}`, 280 + n)}/anmodning`;
      await freja.send(other, other, { reason: 'Flere' });
    }
    expect(await statementsOf(() => freja.get(at))).toBe(few);
  });
});

describe('looking a youth up', () => {
  let app: TestApp;
  let org: Organisation;
  const cpr = replacementCpr('2009-05-04');
  const purpose = 'Vil bede om K-møde';

  beforeAll(async () => {
    app = await startApp();
    org = await organisation(app);
    await app.as(await org.token('karla')).post('/youths', { cpr, firstName: 'Sofie', lastName: 'Birkholt', departmentId: org.unit.handicap }).expect(201);
  });
  afterAll(() => app.close());

  it('shows whom to call and no name, and leads to a referral', async () => {
    const freja = await openBrowser(app, org, 'freja');
    const found = String((await freja.send('/opslag', '/opslag', { cpr, purpose })).headers['location']);
    expect(found).toMatch(/^\/opslag\/[0-9a-f-]{36}$/);
    const card = await freja.get(found);
    expect(textOf(card)).toMatch(/Den unge er kendt .*Handicapteamet Vagten, 87 00 00 00 .*Bed om K-møde/);
    expect(card.text).not.toMatch(/Sofie|Birkholt/);
    const asked = String(
      (await freja.send(`${found}/anmodning`, `${found}/anmodning`, { handling: 'send', reason: 'Skal have STU', supportAfter18: 'individual_support' })).headers['location'],
    );
    expect(asked).toContain('/tid?besked=godkendt');
    expect(textOf(await freja.get(asked))).toContain('Sofie Birkholt');
    await (await openBrowser(app, org, 'gitte')).get(found, 404);
  });

  it('says what is wrong with a number, and what to do about one that nobody has', async () => {
    const freja = await openBrowser(app, org, 'freja');
    expect(textOf(await freja.send('/opslag', '/opslag', { cpr: '123', purpose }, 400))).toContain('CPR-nummer');
    const unknown = await freja.send('/opslag', '/opslag', { cpr: replacementCpr('2010-02-03'), purpose }, 422);
    expect(textOf(unknown)).toMatch(/Vi kender ingen ung med det nummer.*Tjek nummeret.*Bed din teamleder eller K-mødesekretæren/);
    expect(unknown.text).toContain(`value="${purpose}"`);
    const [row] = await app.inTx((tx) => tx.query<{ count: number }>('SELECT count(*)::int AS count FROM youth_lookup WHERE youth_id IS NULL'));
    expect(row?.count).toBe(1);
  });

  it('lets a team leader record the youth at once', async () => {
    const tage = await openBrowser(app, org, 'tage');
    const fresh = replacementCpr('2010-02-04');
    const unknown = await tage.send('/opslag', '/opslag', { cpr: fresh, purpose }, 422);
    expect(textOf(unknown)).toMatch(/Opret den unge .*Fornavn/);
    expect(unknown.text.split(`value="${fresh}"`).length).toBe(3);
    const refused = await tage.send('/opslag/opret', '/opslag', { cpr: fresh, firstName: 'Ellen', lastName: '', departmentId: org.unit.ungeenhed }, 400);
    expect(refused.text).toContain('href="#opret-lastName"');
    const created = await tage.send('/opslag/opret', '/opslag', { cpr: fresh, firstName: 'Ellen', lastName: 'Krogh', departmentId: org.unit.ungeenhed });
    expect(textOf(await tage.get(String(created.headers['location'])))).toContain('Ellen Krogh');
  });

  it('leads to the card when the youth that is to be recorded is known', async () => {
    const tage = await openBrowser(app, org, 'tage');
    const known = await tage.send('/opslag/opret', '/opslag', { cpr, firstName: 'Sofie', lastName: 'Birkholt', departmentId: org.unit.ungeenhed });
    expect(String(known.headers['location'])).toMatch(/^\/opslag\/[0-9a-f-]{36}$/);
    const card = await tage.get(String(known.headers['location']));
    expect(textOf(card)).toMatch(/Den unge er kendt .*Handicapteamet Vagten, 87 00 00 00/);
    expect(card.text).not.toMatch(/Sofie|Birkholt/);
    const [row] = await app.inTx((tx) => tx.query('SELECT purpose FROM youth_lookup WHERE staff_id = $1 ORDER BY id DESC LIMIT 1', [org.staff.tage]));
    expect(row).toEqual({ purpose: 'Ville oprette den unge' });
  });

  it('is closed to administrators and auditors', async () => {
    for (const name of ['anker', 'regitze'] as const) await (await openBrowser(app, org, name)).get('/opslag', 403);
  });
});
