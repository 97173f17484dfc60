import { drainOutbox, startApp, type TestApp } from '../support/app.js';
import { BookingDesk } from '../support/bookings.js';
import { organisation, type Organisation } from '../support/organisation.js';
import { openBrowser, type PageReader, statementsOf, textOf } from '../support/page-reader.js';
import { recordYouth, turns } from '../support/youth-builder.js';

describe('referrals as pages', () => {
  let app: TestApp;
  let org: Organisation;
  let desk: BookingDesk;
  let freja: PageReader;
  let karla: PageReader;

  beforeAll(async () => {
    app = await startApp();
    org = await organisation(app);
    desk = new BookingDesk(app, org);
    freja = await openBrowser(app, org, 'freja');
    karla = await openBrowser(app, org, 'karla');
  });
  afterAll(() => app.close());

  const raise = async (name: string, over: object = {}): Promise<string> => {
    const youthId = await recordYouth(app, org, { born: turns(17, 60), name, coordinator: 'freja', measure: { act: 'barnets lov', section: '46', from: '2024-01-01' } });
    const body = { youthId, type: 'transition', purpose: 'coordinate', reason: 'Skal flytte', areas: ['social'], youthWish: 'Egen nøgle', urgent: { reason: 'moved_in' }, ...over };
    return ((await (await desk.as('freja')).post('/referrals', body).expect(201)).body as { id: string }).id;
  };

  it('are empty at first, for both', async () => {
    expect(textOf(await karla.get('/anmodninger'))).toMatch(/Til vurdering Intet venter på vurdering\..*Alle godkendte har fået en tid\./);
    expect(textOf(await freja.get('/anmodninger'))).toMatch(/Ingen af dine anmodninger venter på dig\./);
  });

  it('stand by their state, the urgent first, with age, deadline and the one next step', async () => {
    await raise('Malik Damgaard', { urgent: null, withoutYouth: { reason: 'ill' } });
    await raise('Signe Ravnholt');
    const page = textOf(await karla.get('/anmodninger'));
    expect(page).toMatch(
      /2 anmodninger venter på vurdering\..*Til vurdering \(2\) Signe Ravnholt Haster Overgangsmøde Frist .*Freja Holmgaard, Ungeenheden\. Sendt .*, i dag\. Vurdér.*Malik Damgaard Uden den unge/,
    );
    expect(textOf(await freja.get('/anmodninger'))).toMatch(/Dine, som K-mødesekretæren vurderer \(2\)/);
  });

  it('are read with answers, check and history, and accepted with a way back', async () => {
    const at = `/anmodninger/${await raise('Oskar Thorngreen', { belongs: { supportAfter18: 'temporary_housing' } })}`;
    const page = textOf(await karla.get(at));
    expect(page).toMatch(
      /Oskar Thorngreen .*Til vurdering Haster .*Hvorfor Skal flytte Den unges eget ønske Egen nøgle .*Ja, sagen hører til på K-mødet\..*Svarene \(1\).*Midlertidigt botilbud.*Din vurdering Godkend .*Forløb Sendt af Freja Holmgaard/,
    );
    const accepted = await karla.get(String((await karla.send(`${at}/godkend`, at)).headers['location']));
    expect(textOf(accepted)).toMatch(/Anmodningen er godkendt og kan få en tid\. Fortryd .*Find en tid/);
    expect(textOf(await karla.get(String((await karla.send(`${at}/fortryd`, at)).headers['location'])))).toMatch(/Det er fortrudt\..*Til vurdering.*Fortrudt af Karla Ødum/);
    await freja.send(`${at}/godkend`, at, {}, 403);
  });

  it('come back to their author with a reason, are mended and sent again', async () => {
    const at = `/anmodninger/${await raise('Laust Pilegaard')}`;
    expect((await karla.send(`${at}/send-tilbage`, at, { reason: '', returnOn: '' }, 400)).text).toContain('href="#send-tilbage-reason"');
    expect(textOf(await karla.send(`${at}/send-tilbage`, at, { reason: 'Tal med PPR', returnOn: '2020-01-01' }, 422))).toContain('Datoen er passeret');
    await karla.send(`${at}/send-tilbage`, at, { reason: 'Tal med PPR' });
    expect(textOf(await freja.get('/anmodninger'))).toMatch(/Laust Pilegaard Haster Sendt tilbage .*Ret og send igen/);
    const form = textOf(await freja.get(`${at}/ret`));
    expect(form).toMatch(/Ret anmodningen .*Anmodningen er sendt tilbage til dig Tal med PPR/);
    await freja.send(`${at}/ret`, `${at}/ret`, { handling: 'send', reason: 'PPR er spurgt', 'urgent.reason': 'moved_in' });
    expect(textOf(await karla.get(at))).toMatch(/PPR er spurgt .*Sendt igen af Freja Holmgaard/);
  });

  it('end without a meeting or taken back, and that too may be a slip', async () => {
    const at = `/anmodninger/${await raise('Ida Lærketoft')}`;
    await karla.send(`${at}/direkte`, at, { reason: 'Aftalt med UU' });
    expect(textOf(await karla.get(`${at}?besked=direkte`))).toMatch(/koordineres uden møde og tæller som klaret\. Fortryd/);
    await karla.send(`${at}/fortryd`, at);
    await freja.send(`${at}/traek-tilbage`, at, { reason: 'Flytter' });
    expect(textOf(await freja.get(at))).toMatch(/Trukket tilbage/);
    expect(textOf(await karla.send(`${at}/fortryd`, at, {}, 422))).toContain('Det er for sent at fortryde');
    await freja.send(`${at}/fortryd`, at);
    expect(await desk.referralState(at.slice(13))).toMatchObject({ state: 'submitted' });
  });

  it('asks the secretary again after a slip', async () => {
    const id = await raise('Nikoline Bæk');
    await karla.send(`/anmodninger/${id}/godkend`, `/anmodninger/${id}`);
    await karla.send(`/anmodninger/${id}/fortryd`, `/anmodninger/${id}`);
    await drainOutbox(app);
    const open = await app.inTx((tx) => tx.query("SELECT 1 FROM task WHERE kind = 'triage_referral' AND subject_id = $1 AND done_at IS NULL", [id]));
    expect(open).toHaveLength(1);
  });

  it('are not there for strangers, administrators and auditors', async () => {
    const at = `/anmodninger/${await raise('Bent Fuglsang')}`;
    const bo = await openBrowser(app, org, 'bo');
    await bo.get(at, 404);
    expect(textOf(await bo.get('/anmodninger'))).not.toContain('Fuglsang');
    await (await openBrowser(app, org, 'anker')).get('/anmodninger', 403);
  });

  it('send as many statements for few as for many', async () => {
    await karla.get('/anmodninger');
    const few = await statementsOf(() => karla.get('/anmodninger'));
    for (const n of [...Array(8).keys()]) await raise(`Nr Bakke${n}`);
    expect(await statementsOf(() => karla.get('/anmodninger'))).toBeLessThanOrEqual(few);
  }, 60_000);
});
