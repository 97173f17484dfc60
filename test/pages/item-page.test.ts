import type { TestApp } from '../support/app.js';
import { startConclusionApp } from '../support/conclusion-app.js';
import { BOOKING_DAY, type ConclusionDesk, type HeldItem } from '../support/conclusion-desk.js';
import type { Organisation } from '../support/organisation.js';
import { openBrowser, type PageReader, statementsOf, textOf } from '../support/page-reader.js';

let app: TestApp;
let org: Organisation;
let desk: ConclusionDesk;
let freja: PageReader;
let solvej: PageReader;
let bo: PageReader;

beforeAll(async () => {
  ({ app, org, desk } = await startConclusionApp());
  [freja, solvej, bo] = await Promise.all([openBrowser(app, org, 'freja'), openBrowser(app, org, 'solvej'), openBrowser(app, org, 'bo')]);
});
beforeEach(() => app.clock.moveTo(BOOKING_DAY));
afterAll(() => app.close());

const at = (item: HeldItem, part = ''): string => `/punkter/${item.id}${part}`;

describe('an item before the meeting', () => {
  it('says when, who comes and what is missing, with the form that mends it', async () => {
    const item = await desk.booked();
    const page = await freja.get(at(item));
    expect(page.text).toContain('<h1>Sofie Birkholt</h1>');
    expect(textOf(page)).toMatch(/Overgangsmøde · \S+ \d+\. \S+ 202\d kl\. \d+\.\d\d–\d+\.\d\d, uge \d+/);
    expect(textOf(page)).toMatch(/ting mangler.*Grundlag mangler: Uddannelse, Familie, Social/);
    expect(page.text).toContain(`action="/punkter/${item.id}/grundlag/social"`);
    expect(textOf(page)).toMatch(/Trinene fylder \d+ af punktets \d+ minutter/);
    expect(page.text).not.toMatch(/<script(?! src="\/)|style="/);
  });

  it('takes a basis, and says beside the field what is wrong with one', async () => {
    const item = await desk.booked();
    const refused = await freja.send(at(item, '/grundlag/social'), at(item), { act: '§ 115', section: '115' }, 422);
    expect(refused.text).toContain('href="#grundlag-social-act"');
    expect(refused.text).toMatch(/id="grundlag-social-act"[^>]*aria-invalid="true"|aria-invalid="true"[^>]*id="grundlag-social-act"/);
    expect(refused.text).toContain('value="§ 115"');
    const taken = await freja.send(at(item, '/grundlag/social'), at(item), { act: 'Forvaltningsloven', section: '§ 28, stk. 2, nr. 3' });
    expect(taken.headers['location']).toBe(`/punkter/${item.id}?besked=gemt#grundlag`);
    expect(textOf(await freja.get(at(item)))).toMatch(/Social Grundlag er på plads Forvaltningsloven § 28, stk\. 2, nr\. 3/);
  });

  it('offers an area the consents to its own units only', async () => {
    const item = await desk.booked();
    const consent = { givenBy: 'youth', scope: 'Skolegang', purpose: 'K-møde', givenOn: '2026-11-02' };
    const client = await desk.as('freja');
    await client.post(`/youths/${item.youthId}/consents`, { ...consent, recipient: 'Lone Friis' }).expect(201);
    await client.post(`/youths/${item.youthId}/consents`, { ...consent, recipient: 'Uddannelsesvejledningen', departmentId: org.unit.uu }).expect(201);
    const { text } = await freja.get(at(item));
    const form = (area: string): string => text.split(`action="/punkter/${item.id}/grundlag/${area}"`)[1]?.split('</form>')[0] ?? '';
    expect(form('education')).toContain('>Til Uddannelsesvejledningen, givet 2. november 2026</option>');
    expect(form('social')).toContain('name="act"');
    expect(form('social')).not.toContain('name="consentId"');
    expect(text).not.toContain('Til Lone Friis');
  });

  it('takes what a unit has prepared; "intet at tilføje" counts', async () => {
    const item = await desk.booked();
    await solvej.send(at(item, `/forberedelse/${org.unit.social}`), at(item), { nothingToAdd: 'on', version: '' });
    expect(textOf(await freja.get(at(item)))).toMatch(/Socialafdelingen : Intet at tilføje\. \(Solvej Marstrand\)/);
    const refused = await solvej.send(at(item, `/forberedelse/${org.unit.ungeenhed}`), at(item), { text: 'Vi siger noget for andre' }, 403);
    expect(textOf(refused)).toContain('Du kan kun forberede punktet for din egen enhed.');
  });

  it('shows both texts where two of a unit have prepared at once', async () => {
    const item = await desk.booked();
    const path = at(item, `/forberedelse/${org.unit.social}`);
    await solvej.send(path, at(item), { text: 'Den første tekst', version: '' });
    await solvej.send(path, at(item), { text: 'En ny tekst', version: '1' });
    const late = await solvej.send(path, at(item), { text: 'Min sene tekst', version: '1' }, 412);
    expect(textOf(late)).toContain('En kollega har skrevet: »En ny tekst«');
    expect(late.text).toContain('Min sene tekst</textarea>');
  });

  it('takes the youth’s answer, and a reason where there is no yes', async () => {
    const item = await desk.booked();
    const refused = await freja.send(at(item, '/den-unges-svar'), at(item), { answer: 'nej' }, 422);
    expect(textOf(refused)).toContain('Skriv en kort begrundelse.');
    await freja.send(at(item, '/den-unges-svar'), at(item), { answer: 'ja', reason: 'Helst om formiddagen' });
    expect(textOf(await freja.get(at(item)))).toContain('Den unge har sagt ja til tid og deltagere. »Helst om formiddagen«');
  });

  it('takes no answer to another time than the item has, and shows the time to answer to', async () => {
    const item = await desk.booked();
    const shown = /name="startsAt" value="([^"]+)"/.exec((await freja.get(at(item))).text)?.[1] ?? '';
    const refused = await freja.send(at(item, '/den-unges-svar'), at(item), { answer: 'ja', startsAt: '2026-01-05T08:00:00.000Z' }, 412);
    expect(textOf(refused)).toContain('Tiden er flyttet, siden siden blev vist. Se den nye tid, og svar igen.');
    expect(refused.text).toContain(`name="startsAt" value="${shown}"`);
    await freja.send(at(item, '/den-unges-svar'), at(item), { answer: 'ja', startsAt: shown });
  });

  it('lets a participant answer and be stood in for by somebody of the same area', async () => {
    const item = await desk.booked();
    await solvej.send(at(item, '/svar'), at(item), { answer: 'declined' });
    const page = await freja.get(at(item));
    expect(textOf(page)).toMatch(/Solvej Marstrand Kan ikke/);
    const offered = new RegExp(`stedfortraeder/${org.staff.freja}".*?</select>`, 's').exec(page.text)?.[0] ?? '';
    expect(offered).toContain(`<option value="${org.staff.gitte}">Gitte Thornfeldt</option>`);
    expect(offered).not.toContain('Jonas Bakketoft');
    await freja.send(at(item, `/stedfortraeder/${org.staff.freja}`), at(item), { staffId: org.staff.gitte });
    expect(textOf(await freja.get(at(item)))).toMatch(/Gitte Thornfeldt .* i stedet for Freja Holmgaard/);
  });

  it('lets one more colleague come, and leaves them out again; whoever must come stays', async () => {
    const item = await desk.booked();
    await freja.send(at(item, '/kolleger'), at(item), { staffId: '' }, 400);
    await freja.send(at(item, '/kolleger'), at(item), { staffId: org.staff.gitte });
    const page = await freja.get(at(item));
    expect(textOf(page)).toMatch(/Gitte Thornfeldt .*kan komme/);
    await freja.send(at(item, '/kolleger'), at(item), { staffId: org.staff.gitte }, 409);
    expect(page.text).not.toContain(`/kolleger/${org.staff.solvej}/tag-af`);
    expect(textOf(await freja.send(at(item, `/kolleger/${org.staff.solvej}/tag-af`), at(item), {}, 422))).toContain('skal med til punktet');
    await freja.send(at(item, `/kolleger/${org.staff.gitte}/tag-af`), at(item));
    const [left] = await app.inTx((tx) => tx.query<{ count: number }>(
      'SELECT count(*)::int AS count FROM booking_participant WHERE booking_id = $1 AND staff_id = $2', [item.id, org.staff.gitte],
    ));
    expect(left?.count).toBe(0);
  });

  it('gives the steps other minutes and another order, and refuses more than there is time for', async () => {
    const item = await desk.booked();
    const steps = [...(await freja.get(at(item))).text.matchAll(/name="id" value="([^"]+)"/g)].map(([, id]) => id ?? '');
    const rows = { id: steps, title: steps.map((_, index) => `Trin ${index + 1}`), position: steps.map((_, index) => String(steps.length - index)) };
    const refused = await freja.send(at(item, '/trin'), at(item), { ...rows, minutes: steps.map(() => '60') }, 422);
    expect(textOf(refused)).toMatch(/Trinene fylder \d+ minutter, men punktet har \d+/);
    await freja.send(at(item, '/trin'), at(item), { ...rows, minutes: steps.map(() => '1') });
    expect(textOf(await freja.get(at(item)))).toContain(`Trin ${steps.length} 1 min. Trin ${steps.length - 1} 1 min.`);
  });

  it('is cancelled with a reason, and the slip is undone', async () => {
    const item = await desk.booked();
    await freja.send(at(item, '/aflys'), at(item), { reason: '' }, 400);
    const cancelled = await freja.send(at(item, '/aflys'), at(item), { reason: 'Den unge er syg' });
    const page = await freja.get(String(cancelled.headers['location']));
    expect(textOf(page)).toContain('Punktet er aflyst Den unge er syg');
    expect(page.text).toContain(`action="/punkter/${item.id}/genopret"`);
    await freja.send(at(item, '/genopret'), at(item));
    expect(textOf(await freja.get(at(item)))).not.toContain('Punktet er aflyst');
  });

  it('is there only for those who see the case', async () => {
    const item = await desk.booked();
    for (const part of ['', '/moede', '/skaerm', '/afslutning', '/det-aftalte-vi', '/referat']) {
      expect(textOf(await bo.get(at(item, part), 404))).toContain('Det findes ikke, eller du har ikke adgang til det.');
    }
    expect(textOf(await solvej.get(at(item, '/afslutning'), 403))).toContain('Punktet afsluttes af mødelederen');
    expect((await solvej.get(at(item))).text).not.toContain(`href="/punkter/${item.id}/afslutning"`);
  });

  it('tells nobody where a protected youth is', async () => {
    const page = await freja.get(at(await desk.booked({}, { protected: true, name: 'Zahra Holmstrøm' })));
    expect(textOf(page)).toContain('Sted Vises ikke, fordi den unge har navne- og adressebeskyttelse');
  });

  it('asks the database as often for many rows as for none', async () => {
    const [few, many] = [await desk.booked(), await desk.booked()];
    for (let index = 0; index < 12; index += 1) {
      await freja.send(at(many, '/udsagn'), at(many, '/moede'), { heading: 'worries', voice: 'unit', text: `Udsagn ${index}` });
      await freja.send(at(many, '/tal'), at(many, '/moede'), { voice: 'network', voiceName: `Ven ${index}`, value: '5' });
    }
    for (const part of ['', '/moede', '/skaerm', '/afslutning']) {
      await freja.get(at(few, part));
      const [a, b] = [await statementsOf(() => freja.get(at(few, part))), await statementsOf(() => freja.get(at(many, part)))];
      expect([part, b]).toEqual([part, a]);
    }
  }, 60_000);
});
