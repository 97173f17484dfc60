import { drainOutbox, startApp, type TestApp } from '../support/app.js';
import { BOOKING_DAY, ConclusionDesk, type HeldItem } from '../support/conclusion-desk.js';
import { organisation, type Organisation } from '../support/organisation.js';
import { openBrowser, type PageReader, statementsOf, textOf } from '../support/page-reader.js';
import { readPdf } from '../support/read-pdf.js';
import { SmtpSink } from '../support/smtp-sink.js';

let app: TestApp;
/** The same installation without a mail server. */
let silent: TestApp;
let org: Organisation;
let desk: ConclusionDesk;
let sink: SmtpSink;
let freja: PageReader;
let solvej: PageReader;
let bo: PageReader;

beforeAll(async () => {
  sink = await SmtpSink.start();
  silent = await startApp();
  app = await startApp({ databaseUrl: silent.config.DATABASE_URL, overrides: { SMTP_URL: sink.url, MAIL_FROM: 'k-moede@noerreborg.example' } });
  org = await organisation(app);
  desk = await ConclusionDesk.open(app, org, silent);
  [freja, solvej, bo] = await Promise.all([openBrowser(app, org, 'freja'), openBrowser(app, org, 'solvej'), openBrowser(app, org, 'bo')]);
}, 120_000);
beforeEach(() => app.clock.moveTo(BOOKING_DAY));
afterAll(async () => {
  await app.close();
  await silent.close();
  await sink.stop();
});

const at = (item: HeldItem, part = ''): string => `/punkter/${item.id}/breve${part}`;

async function page(item: HeldItem, reader = freja) {
  await drainOutbox(app);
  return reader.get(at(item));
}

/** Sends the form whose address fits, and opens the page that it goes on to. */
async function press(item: HeldItem, address: RegExp, fields: Readonly<Record<string, string>> = {}) {
  const action = new RegExp(`action="(/punkter/[^"]*${address.source})"`).exec((await page(item)).text)?.[1];
  if (action === undefined) throw new Error(`no form goes to ${address.source}`);
  const { headers } = await freja.send(action, at(item), fields);
  await drainOutbox(app);
  return freja.get(String(headers['location']));
}

async function invite(item: HeldItem, guest: { name: string; function?: string; email: string }): Promise<void> {
  await (await desk.as('freja')).post(`/bookings/${item.id}/guests`, guest).expect(201);
}

async function inviteMany(item: HeldItem, count: number): Promise<void> {
  for (let index = 0; index < count; index += 1) await invite(item, { name: `Gæst ${index}`, email: `gaest-${index}@bosted.example` });
}

/** A closed item with approved minutes, to which Lone, and as many others, were invited and did not come. */
async function approved(others = 0): Promise<HeldItem> {
  const item = await desk.booked();
  await invite(item, { name: 'Lone Friis', function: 'støtteperson', email: 'lone@bosted.example' });
  await inviteMany(item, others);
  await desk.hold(item);
  const { guests } = await desk.draft(item);
  await desk.conclude(item, { attendance: { ...(await desk.everybody(item)), guests: guests.map(({ guestId }) => ({ guestId, present: false })) } });
  await (await desk.as('karla')).post(`/bookings/${item.id}/minutes/approval`).expect(200);
  return item;
}

describe('guests from outside', () => {
  it('are none at first; one who is invited stands there with what became of the mail', async () => {
    const item = await desk.booked();
    expect(textOf(await page(item))).toContain('Ingen udefra er inviteret.');
    const invited = await press(item, /\/gaester/, { name: 'Mikkel Sandø', function: 'støtteperson', email: 'mikkel@bosted.example' });
    expect(textOf(invited)).toMatch(/Personen er sat på punktet\..*Mikkel Sandø Har ikke svaret støtteperson · mikkel@bosted\.example Invitation på mail: sendt \d/);
    await app.inTx((tx) => tx.query("UPDATE booking_guest SET answer = 'declined' WHERE booking_id = $1 AND name = 'Mikkel Sandø'", [item.id]));
    expect(textOf(await freja.get(`/punkter/${item.id}`))).toContain('Mikkel Sandø (støtteperson) Kan ikke');
    expect(textOf(invited)).toMatch(/Alle mails om punktet \( ?\d+ ?\).*Mikkel Sandø Invitation: /);
    expect(textOf(await press(item, /\/fjern/))).toMatch(/Personen er taget af punktet.*Ingen udefra er inviteret\./);
  });

  it('need a name and an address: the field says what is wrong, and what was typed stays', async () => {
    const item = await desk.booked();
    const odd = await freja.send(at(item, '/gaester'), at(item), { name: 'Mikkel Sandø', email: 'mikkel' }, 400);
    expect(odd.text).toContain('href="#breve-gaester-email"');
    expect(odd.text).toContain('value="Mikkel Sandø"');
    const nameless = await freja.send(at(item, '/gaester'), at(item), { email: 'mikkel@bosted.example' }, 422);
    expect(textOf(nameless)).toContain('Skriv personens navn.');
    await freja.send(at(item, '/gaester'), at(item), { name: 'Mikkel Sandø', email: 'mikkel@bosted.example' });
    expect(textOf(await freja.send(at(item, '/gaester'), at(item), { name: 'Mikkel', email: 'MIKKEL@bosted.example' }, 409))).toContain('Personen er allerede inviteret');
  });

  it('with the address of a colleague who comes are refused beside the field, and what was typed stays', async () => {
    const item = await desk.booked();
    const refused = await freja.send(at(item, '/gaester'), at(item), { name: 'Mikkel Sandø', email: org.email('freja') }, 409);
    expect(textOf(refused)).toContain('Den med mailadressen deltager allerede i punktet som kollega');
    expect(refused.text).toContain('href="#breve-gaester-email"');
    expect(refused.text).toContain('value="Mikkel Sandø"');
  });

  it('can be chosen from the network of the youth, but not together with a written name', async () => {
    const item = await desk.booked();
    const { body } = await (await desk.as('freja')).post(`/youths/${item.youthId}/network`, {
      kind: 'professional', name: 'Rikke Toft', relation: 'mentor', email: 'rikke@mentor.example', closeness: 2,
    }).expect(201);
    const { id } = body as { id: string };
    expect((await page(item)).text).toContain(`<option value="${id}">Rikke Toft, mentor</option>`);
    expect(textOf(await freja.send(at(item, '/gaester'), at(item), { networkPersonId: id, name: 'En anden' }, 400))).toContain('Ikke begge dele.');
    expect(textOf(await press(item, /\/gaester/, { networkPersonId: id, name: '', email: '' }))).toContain('mentor · rikke@mentor.example');
  });
});

it('without a mail server the page promises no mail, and whoever is put on the item is to be told by hand', async () => {
  const reader = await openBrowser(silent, org, 'freja');
  const item = await desk.booked();
  await reader.send(at(item, '/gaester'), at(item), { name: 'Mikkel Sandø', email: 'mikkel@bosted.example' });
  await drainOutbox(silent);
  const shown = textOf(await reader.get(at(item)));
  expect(shown).toMatch(/Overgang sender ikke mail, .*Fortæl selv gæsterne om mødet\..*Mikkel Sandø Har ikke svaret mikkel@bosted\.example Der er ikke sendt nogen mail\./);
  expect(shown).not.toMatch(/Send invitationen|afmelding på mail|endnu/);
  expect(textOf(await freja.get(at(item)))).toContain('Send invitationen');
}, 60_000);

describe('letters to the youth and the parents', () => {
  it('are marked as sent by hand, with undo; a moved meeting says that a new letter must go', async () => {
    const item = await desk.booked();
    const fresh = await page(item);
    expect(textOf(fresh)).toMatch(/1 brev skal sendes med kommunens post\..*Invitation til Sofie Birkholt \(den unge\) Ikke sendt/);
    const sent = await press(item, /\/sendt/);
    expect(textOf(sent)).toMatch(/markeret som sendt med kommunens post\. Fortryd Sofie Birkholt.*Der er ikke mere at sende.*Sendt .* af Freja Holmgaard/);
    expect(textOf(await press(item, /\/fortryd/))).toContain('Invitation til Sofie Birkholt (den unge) Ikke sendt');
    await press(item, /\/sendt/);
    await (await desk.as('karla')).post(`/bookings/${item.id}/rescheduling`, { slotId: desk.lateSlot() }).expect(200);
    const moved = textOf(await page(item));
    expect(moved).toMatch(/Ikke sendt .*Mødet er ændret, efter at modtageren fik brev\. Send det nye brev\..*Tidligere breve \( ?1 ?\).*Sendt, gælder ikke mere/);
  });

  it('are read as PDF and as text, under their own item alone', async () => {
    const [item, other] = [await desk.booked(), await desk.booked()];
    const letter = /breve\/brev\/([^".]+)\.pdf/.exec((await page(item)).text)?.[1] ?? '';
    expect((await freja.get(at(item, `/brev/${letter}.txt`))).text).toContain('Kære Sofie');
    expect(readPdf((await freja.download(at(item, `/brev/${letter}.pdf`))).body as Buffer)).toMatchObject({ title: 'Invitation til et møde' });
    await freja.get(at(other, `/brev/${letter}.txt`), 404);
    await freja.send(at(other, `/brev/${letter}/sendt`), at(other), {}, 404);
  });

  it('are none where the item is about nobody named', async () => {
    const item = await desk.bookedAnonymous();
    expect(textOf(await page(item))).toMatch(/Der er ikke mere at sende\..*Der er ingen breve at sende om punktet\./);
  });
});

describe('minutes for guests who did not come', () => {
  it('wait for a basis, which is written here; then they are marked as sent, with undo', async () => {
    const item = await approved();
    const missing = await page(item);
    expect(textOf(missing)).toContain('1 referat skal sendes med kommunens post.');
    expect(textOf(missing)).not.toContain('brev og 1 referat');
    expect(textOf(missing)).toMatch(/Lone Friis, støtteperson Grundlag mangler .*må ikke gives videre/);
    expect(missing.text).not.toMatch(/breve\/referat\/[^"]+\/sendt/);
    const action = /action="([^"]*\/grundlag)"/.exec(missing.text)?.[1] ?? '';
    const refused = await freja.send(action, at(item), { act: '§ 115', section: '115' }, 422);
    expect(refused.text).toContain('value="§ 115"');
    expect(textOf(refused)).toContain('Skriv lovens navn');
    expect(
      textOf(await press(item, /\/grundlag/, { act: 'forvaltningsloven', section: '§ 28, stk. 2, nr. 3' })),
    ).toContain('Kan sendes Grundlag: Forvaltningsloven § 28, stk. 2, nr. 3.');
    expect(textOf(await press(item, /\/referat\/[^"]+\/sendt/))).toMatch(/markeret som sendt med kommunens post\. Fortryd.*Lone Friis, støtteperson Sendt/);
    expect(textOf(await press(item, /\/referat\/[^"]+\/fortryd/))).toContain('Lone Friis, støtteperson Kan sendes');
    expect(readPdf((await freja.download(`/punkter/${item.id}/referat.pdf`)).body as Buffer)).toMatchObject({ tagged: true });
  });
});

it('whoever sees the case but does not handle the item reads and has no buttons; for all others the page is not there', async () => {
  const item = await desk.booked();
  const read = await page(item, solvej);
  expect(textOf(read)).toContain('Invitation til Sofie Birkholt');
  expect(read.text).not.toMatch(/action="\/punkter\/[^"]+\/(sendt|gaester)"/);
  expect(textOf(await solvej.send(at(item, '/gaester'), at(item), { name: 'Mikkel', email: 'mikkel@bosted.example' }, 403))).toContain('Det er den, der har bedt om mødet');
  expect(textOf(await bo.get(at(item), 404))).toContain('Det findes ikke, eller du har ikke adgang til det.');
});

it('asks the database as often for many letters, guests, mails and copies as for few', async () => {
  const pairs = [[await desk.booked(), await desk.booked()], [await approved(), await approved(6)]] as const;
  await inviteMany(pairs[0][1], 6);
  for (let move = 0; move < 3; move += 1) {
    await (await desk.as('karla')).post(`/bookings/${pairs[0][1].id}/rescheduling`, { slotId: desk.lateSlot() }).expect(200);
    await drainOutbox(app);
  }
  for (const [few, many] of pairs) {
    await Promise.all([page(few), page(many)]);
    const [a, b] = [await statementsOf(() => freja.get(at(few))), await statementsOf(() => freja.get(at(many)))];
    expect(b).toBe(a);
  }
  expect((await freja.get(at(pairs[0][1]))).text.match(/\.pdf"/g)?.length).toBe(4);
}, 60_000);
