import { newId } from '../../src/platform/database/ids.js';
import { startApp, type TestApp } from '../support/app.js';
import { organisation, type Organisation } from '../support/organisation.js';
import { openBrowser, type PageReader, textOf } from '../support/page-reader.js';

describe('administration', () => {
  let app: TestApp;
  let org: Organisation;
  let anker: PageReader;
  let karla: PageReader;

  beforeAll(async () => {
    app = await startApp();
    org = await organisation(app);
    [anker, karla] = await Promise.all([openBrowser(app, org, 'anker'), openBrowser(app, org, 'karla')]);
  });
  afterAll(() => app.close());

  it('leads to each part, and is not for those who work with youths', async () => {
    for (const [, href] of (await anker.get('/administration')).text.matchAll(/<strong><a href="([^"]+)"/g)) await anker.get(href ?? '');
    for (const name of ['freja', 'tage', 'regitze'] as const) {
      for (const path of ['', '/enheder', '/serier', '/lukkedage', '/typer']) await (await openBrowser(app, org, name)).get(`/administration${path}`, 403);
    }
  });

  it('shows units with their staff and roles', async () => {
    expect(textOf(await anker.get('/administration/enheder'))).toMatch(/Ungeenheden .*Freja Holmgaard .*Sagsbehandler .*Tage Lindekilde .*Teamleder/);
  });

  it('reads units and staff in from a file, for an administrator alone', async () => {
    const file = 'enhed;navn;email\nungeenhed;Nanna Nyansat;nanna@noerreborg.example\nfindes-ikke;Ole Olsen;ole@noerreborg.example\n';
    const outcome = textOf(await anker.upload('/administration/enheder', file, 200));
    expect(outcome).toMatch(/Medarbejdere: 1 nye, 0 ændret/);
    expect(outcome).toMatch(/Linjer, der ikke kom med.* 3 enhed/);
    expect(textOf(await anker.get('/administration/enheder'))).toContain('Nanna Nyansat');
    expect((await karla.get('/administration/enheder')).text).not.toContain('type="file"');
    expect(textOf(await anker.upload('/administration/enheder', '', 400))).toContain('Vælg en fil');
  });

  it('closes days and opens them again, but never a public holiday', async () => {
    const fields = { label: 'Personaledag', from: '2027-06-15', to: '', kind: 'closed' };
    await karla.send('/administration/lukkedage', '/administration/lukkedage', fields);
    const page = await karla.get('/administration/lukkedage');
    expect(textOf(page)).toMatch(/tirsdag 15\. juni 2027, uge 24 Personaledag Lukket Hold åbent alligevel/);
    expect(textOf(page)).toMatch(/Juledag Helligdag Følger af loven|1\. juledag Helligdag Følger af loven/i);
    const open = /Personaledag[^]*?action="([^"]+\/aabn)"/.exec(page.text)?.[1] ?? '';
    await karla.send(open, '/administration/lukkedage');
    expect(textOf(await karla.get('/administration/lukkedage'))).not.toContain('Personaledag');
  });

  it('keeps what was typed when a closed day cannot be', async () => {
    const refused = await karla.send(
      '/administration/lukkedage', '/administration/lukkedage', { label: 'Sommerlukket', from: '2027-07-15', to: '2027-07-01', kind: 'holiday_week' }, 400,
    );
    expect(textOf(refused)).toContain('Slutdatoen ligger før startdatoen.');
    expect(refused.text).toContain('value="Sommerlukket"');
    expect(refused.text).toMatch(/value="holiday_week" checked/);
  });

  it('starts a series and changes it; an administrator only looks', async () => {
    const fields = {
      name: 'K-møde Syd', anchorDate: '2027-01-06', intervalDays: '14', startsAt: '09:00', room: 'Salen', link: '', chairId: org.staff.karla, minuteTakerId: org.staff.freja,
      closedDayPolicy: 'skip', 'slots.0.kind': 'slot', 'slots.0.minutes': '40', 'slots.1.kind': 'urgent', 'slots.1.minutes': '30',
      'panel.social.staffId': org.staff.solvej, 'panel.social.decides': 'on',
    };
    const weekend = await karla.send('/administration/serier/ny', '/administration/serier/ny', { ...fields, anchorDate: '2027-01-09' }, 422);
    expect(textOf(weekend)).toMatch(/^Serien skal begynde på en hverdag\. Vælg en hverdag/);
    expect(weekend.text).toContain('value="K-møde Syd"');
    await karla.send('/administration/serier/ny', '/administration/serier/ny', fields);
    const page = await karla.get('/administration/serier?besked=gemt');
    expect(textOf(page)).toMatch(
      /K-møde Syd Hvornår Hver 14\. dag fra onsdag 6\. januar 2027, kl\. 9\.00, 70 minutter Pladser 1 plads og en hasteplads Hvor Salen .*Social: Solvej Marstrand/,
    );
    const edit = /href="(\/administration\/serier\/[0-9a-f-]{36})"/.exec(page.text)?.[1] ?? '';
    await karla.send(edit, edit, { ...fields, name: 'K-møde Nord', endedOn: '' });
    expect(textOf(await karla.get('/administration/serier'))).toContain('K-møde Nord');
    expect((await anker.get('/administration/serier')).text).not.toContain('/administration/serier/ny');
    await anker.get(edit, 403);
  });

  it('tells before a series is made that every day of it becomes a mail, where mail is sent at all', async () => {
    const words = 'Hver dag er sin egen mail, så sig det til dem først.';
    expect(textOf(await karla.get('/administration/serier/ny'))).not.toContain(words);
    const mailing = await startApp({ databaseUrl: app.config.DATABASE_URL, overrides: { SMTP_URL: 'smtp://127.0.0.1:2525' } });
    try {
      expect(textOf(await (await openBrowser(mailing, org, 'karla')).get('/administration/serier/ny'))).toContain(words);
    } finally {
      await mailing.close();
    }
  }, 30_000);

  it('shows what each type asks for, with its source', async () => {
    expect(textOf(await anker.get('/administration/typer'))).toMatch(/Den unge er med\. Ellers skal der være en grund\..*For at afslutte udfald.*Kilde/);
  });

  it('shows an administrator what was given up, and lets it be tried again or rest with a reason', async () => {
    const [first, second] = [newId(), newId()];
    await app.inTx((tx) => tx.query(
      `INSERT INTO outbox_message (id, kind, payload, state, created_at, available_at, attempts, last_error, finished_at)
       SELECT id, 'mail.due', '{}', 'dead', now() - interval '3 hours', now(), 10, 'smtp_refused', now() FROM unnest($1::uuid[]) AS m (id)`, [[first, second]]));
    const page = await anker.get('/administration/job');
    expect(textOf(page)).toMatch(/Opgivet 2 job Se efter .*Send en mail 3 timer 10 smtp_refused Prøv igen/);
    await anker.send(`/administration/job/${first}/igen`, '/administration/job');
    expect(textOf(await anker.send(`/administration/job/${second}/afvis`, '/administration/job', { reason: '641109-4321' }, 400))).toContain('Skriv ikke CPR-numre her.');
    await anker.send(`/administration/job/${second}/afvis`, '/administration/job', { reason: 'Klaret i hånden' });
    expect(textOf(await anker.get('/administration/job'))).toContain('Ingen job i den tilstand.');
    expect(textOf(await anker.get('/administration/job?tilstand=dismissed'))).toContain('Klaret i hånden');
    await karla.get('/administration/job', 403);
  });

  it('sets up a shared calendar of a unit, says what is wrong with it, and never shows a password again', async () => {
    const here = '/administration/kalendere';
    const fields = { departmentId: org.unit.social, url: 'https://kalender.ukendt.example/dav/social/', username: 'overgang', password: 'hemmelig-kode-1' };
    const refused = await anker.send(here, here, fields, 422);
    expect(textOf(refused)).toContain('Kalenderen ligger på en server, der ikke er godkendt til Overgang.');
    expect(refused.text).toContain('value="https://kalender.ukendt.example/dav/social/"');
    expect(refused.text).not.toContain('hemmelig-kode-1');
    expect(textOf(await anker.get(here))).toContain('Ingen enhed har en fælles kalender her endnu.');
    await karla.get(here, 403);
  });

  it('records when somebody is away: oneself, and others only for who may', async () => {
    const freja = await openBrowser(app, org, 'freja');
    const mine = String((await freja.get('/fravaer', 303)).headers['location']);
    const turned = await freja.send(mine, mine, { startsOn: '2027-07-10', endsOn: '2027-07-01' }, 422);
    expect(textOf(turned)).toContain('Vælg en senere slutdato.');
    await freja.send(mine, mine, { startsOn: '2027-07-05', endsOn: '2027-07-16' });
    expect(textOf(await freja.get(mine))).toContain('mandag 5. juli 2027 – fredag 16. juli 2027');
    await freja.send(mine, mine, { startsOn: '2027-07-05', endsOn: '2027-07-16' });
    const remove = /action="(\/fravaer\/[^"]+\/fjern)"/.exec((await freja.get(mine)).text)?.[1] ?? '';
    expect(textOf(await (await openBrowser(app, org, 'bo')).send(remove, mine, {}, 403))).toContain('Du kan kun melde fravær for dig selv.');
    await freja.send(remove.replace(org.staff.freja, org.staff.karla), mine, {}, 403);
    await (await openBrowser(app, org, 'karla')).send(remove.replace(org.staff.freja, org.staff.karla), mine, {}, 404);
    expect((await freja.send(remove, mine)).headers['location']).toBe(`${mine}?besked=fjernet`);
    expect(textOf(await freja.get(mine))).toContain('Intet fravær fra i dag og frem.');
    expect((await freja.get('/kalender')).text).toContain('href="/fravaer"');
    const other = `/fravaer/${org.staff.bo}`;
    expect(textOf(await freja.send(other, other, { startsOn: '2027-07-05', endsOn: '2027-07-16' }, 403))).toContain('Du kan kun melde fravær for dig selv.');
  });
});
