import { startApp, type TestApp } from '../support/app.js';
import { organisation, type Organisation } from '../support/organisation.js';
import { openBrowser, type PageReader, textOf } from '../support/page-reader.js';

describe('principled questions as a page', () => {
  let app: TestApp;
  let org: Organisation;
  let freja: PageReader;
  let sonja: PageReader;
  const at = '/spoergsmaal';

  beforeAll(async () => {
    app = await startApp();
    org = await organisation(app);
    freja = await openBrowser(app, org, 'freja');
    sonja = await openBrowser(app, org, 'sonja');
  });
  afterAll(() => app.close());

  it('is empty at first', async () => {
    expect(textOf(await freja.get(at))).toMatch(/Venter på svar \(0\) Ingen spørgsmål venter på svar\..*Ingen spørgsmål er besvaret endnu\./);
  });

  it('takes a question without a name, with an owner, and keeps what was typed otherwise', async () => {
    const refused = await freja.send(at, at, { text: 'Hvem betaler for 710909-4123?', ownerId: org.staff.sonja }, 422);
    expect(textOf(refused)).toMatch(/^Skriv det uden navn og CPR-nummer\..*Hvem betaler for/);
    expect(refused.text).toContain('href="#nyt-text"');
    await freja.send(at, at, { text: 'Hvem betaler i overgangen?', ownerId: org.staff.sonja });
    expect(textOf(await freja.get(`${at}?besked=gemt`))).toMatch(
      /Spørgsmålet er gemt\..*Venter på svar \(1\) Hvem betaler i overgangen\? Sonja Vinterberg finder svaret\. Skrevet .* \(i dag\)/,
    );
  });

  it('is answered by its owner, and by no other caseworker', async () => {
    const action = /action="(\/spoergsmaal\/[^"]+\/svar)"/.exec((await sonja.get(at)).text)?.[1] ?? '';
    expect((await freja.get(at)).text).not.toContain(action);
    await freja.send(action, at, { answer: 'Ingen' }, 403);
    const empty = await sonja.send(action, at, { answer: '' }, 400);
    expect(empty.text).toContain(`href="#svar-${action.split('/')[2]}-answer"`);
    await sonja.send(action, at, { answer: 'Den afdeling, der har bevilget indsatsen.' });
    expect(textOf(await freja.get(at))).toMatch(/Venter på svar \(0\).*Besvaret .*Hvem betaler i overgangen\? Den afdeling, der har bevilget indsatsen\./);
  });

  it('is found again by a word, which never stands in an address', async () => {
    expect(textOf(await freja.send(`${at}/soeg`, at, { text: 'BEVILGET' }, 200))).toContain('Hvem betaler i overgangen?');
    expect(textOf(await freja.send(`${at}/soeg`, at, { text: '100 %' }, 200))).toMatch(/Intet svar indeholder »100 %«\. Vis alle/);
  });

  it('is for those who work with youths', async () => {
    for (const name of ['anker', 'regitze'] as const) await (await openBrowser(app, org, name)).get(at, 403);
  });
});
