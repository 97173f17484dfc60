import { UNDO_WITHIN_MS } from '../../src/meetings/bookings/undo-booking.js';
import { startApp, type TestApp } from '../support/app.js';
import { BookingDesk, slotIds } from '../support/bookings.js';
import { type DayBody, startSeries } from '../support/meeting-days.js';
import { organisation, type Organisation } from '../support/organisation.js';
import { openBrowser, type PageReader, statementsOf, textOf } from '../support/page-reader.js';
import { turns } from '../support/youth-builder.js';

describe('finding a time', () => {
  let app: TestApp;
  let org: Organisation;
  let desk: BookingDesk;
  let freja: PageReader;
  let days: DayBody[];
  const next = ({ headers }: { headers: Record<string, unknown> }): string => String(headers['location']);

  beforeAll(async () => {
    app = await startApp();
    org = await organisation(app);
    desk = new BookingDesk(app, org);
    await startSeries(app, org, { intervalDays: 14 });
    days = await desk.openDays();
    freja = await openBrowser(app, org, 'freja');
  });
  afterAll(() => app.close());

  const firstSlot = ({ text }: { text: string }): string => /name="slotId" value="([^"]+)"/.exec(text)?.[1] ?? '';

  it('lists real dates with what is known of each', async () => {
    const page = await freja.get(`/anmodninger/${await desk.caseReady()}/tid`);
    expect(textOf(page)).toMatch(/\w+dag \d+\. \w+ \d{4} kl\. \d+\.\d\d-\d+\.\d\d, uge \d+ /);
    expect(textOf(page)).toContain('Ingen kendte aftaler i vejen for Freja Holmgaard');
    expect(textOf(page)).not.toMatch(/alle kan/i);
  });

  it('books with one click, says what comes next, and takes it back at once without a trace on the docket', async () => {
    const referral = await desk.caseReady();
    const at = `/anmodninger/${referral}/tid`;
    const slotId = firstSlot(await freja.get(at));
    const booked = next(await freja.send(at, at, { slotId }));
    const page = await freja.get(booked);
    expect(textOf(page)).toMatch(/Tiden er booket\. .*Fortryd .*Nu mangler du .*Spørg den unge om tid og deltagere/);
    const undone = next(await freja.send(`${booked.split('?')[0]}/fortryd`, booked));
    expect(undone).toBe(`${at}?besked=fortrudt`);
    expect(textOf(await freja.get(undone))).toMatch(/fri igen.*Godkendt, mangler tid/);
    expect(await desk.referralState(referral)).toMatchObject({ state: 'accepted', queueFirst: false });
    await freja.send(at, at, { slotId });
  });

  it('does not take it back later, nor for another: then it is moved or cancelled', async () => {
    const at = `/anmodninger/${await desk.caseReady()}/tid`;
    const booked = next(await freja.send(at, at, { slotId: firstSlot(await freja.get(at)) })).split('?')[0] ?? '';
    const karla = await openBrowser(app, org, 'karla');
    expect(textOf(await karla.send(`${booked}/fortryd`, booked, {}, 422))).toContain('Det er for sent at fortryde. Flyt eller aflys punktet i stedet.');
    app.clock.moveTo(new Date(Date.now() + UNDO_WITHIN_MS + 5_000));
    expect(textOf(await freja.get(`${booked}?besked=booket`))).not.toContain('Fortryd');
    expect(textOf(await freja.send(`${booked}/fortryd`, booked, {}, 422))).toContain('Det er for sent');
  });

  it('gives a slot to one of two, and the other a friendly answer with the new list', async () => {
    const [one, two] = [await desk.caseReady(), await desk.caseReady()];
    const at = `/anmodninger/${two}/tid`;
    const slotId = firstSlot(await freja.get(at));
    const from = await freja.get(at);
    await freja.send(`/anmodninger/${one}/tid`, at, { slotId });
    const lost = await freja.send(at, at, { slotId }, 409);
    expect(textOf(lost)).toMatch(/^En anden tog tiden lige før dig\. Intet er gemt\. Her er de tider, der er ledige nu\./);
    expect(from.text).toContain(slotId);
    expect(lost.text).not.toContain(`value="${slotId}"`);
    expect(next(await freja.send(at, at, { slotId: firstSlot(lost) }))).toContain('besked=booket');
  });

  it('moves an item to another time, and back again', async () => {
    const { id } = await desk.book(await desk.caseReady(), slotIds(days.at(-1))[0]);
    const at = `/punkter/${id}/tid`;
    const before = textOf(await freja.get(at));
    const moved = next(await freja.send(at, at, { slotId: firstSlot(await freja.get(at)) }));
    const page = await freja.get(moved);
    expect(textOf(page)).toMatch(/Punktet er flyttet\. .*den unge skal spørges igen\. Flyt tilbage/);
    await freja.send(at, moved, { slotId: firstSlot(page) });
    expect(textOf(await freja.get(at)).slice(0, 60)).toBe(before.slice(0, 60));
  });

  it('says why a day is out, and takes one after the deadline with a reason', async () => {
    const referral = await desk.caseReady({ type: 'transition' }, { born: turns(17, 45), measure: { act: 'barnets lov', section: '46', from: '2024-01-01' } });
    const at = `/anmodninger/${referral}/tid`;
    const page = await freja.get(at);
    expect(textOf(page)).toMatch(/Mødet skal ligge før .* \(om \d+ dage\)/);
    expect(textOf(page)).toMatch(/Hvorfor ikke en anden dag\? \(\d+\) .*Mødet ligger ikke før fristen/);
    const late = slotIds(days.at(-3))[2] ?? '';
    expect(page.text).toContain(`<option value="${late}"`);
    const refused = await freja.send(at, at, { slotId: late, lateReason: '' }, 422);
    expect(refused.text).toContain('href="#anden-slotId"');
    expect(refused.text).toMatch(new RegExp(`<option value="${late}" selected`));
    const booked = next(await freja.send(at, at, { slotId: late, lateReason: 'Familien er bortrejst' }));
    expect(textOf(await freja.get(booked))).toContain('Tiden er booket.');
  });

  it('says what to do where there is no time to choose', async () => {
    const waiting = await (await desk.as('freja')).post('/referrals', {
      youthId: await desk.youth(), type: 'coordination', purpose: 'coordinate', reason: 'x', urgent: { reason: 'moved_in' },
    });
    const { id } = waiting.body as { id: string };
    expect(textOf(await freja.get(`/anmodninger/${id}/tid`))).toContain('venter på vurdering');
    const referral = await desk.caseReady();
    await desk.book(referral, slotIds(days.at(-2))[0]);
    expect(textOf(await freja.get(`/anmodninger/${referral}/tid`))).toMatch(/har fået en tid\. Se tiden, eller flyt den/);
  });

  it('is not there for who does not see the case', async () => {
    const referral = await desk.caseReady();
    await (await openBrowser(app, org, 'bo')).get(`/anmodninger/${referral}/tid`, 404);
    await (await openBrowser(app, org, 'anker')).get(`/anmodninger/${referral}/tid`, 403);
  });

  it('sends as many statements for many days as for few', async () => {
    const at = `/anmodninger/${await desk.caseReady()}/tid`;
    await freja.get(at);
    const few = await statementsOf(() => freja.get(at));
    for (const day of days.slice(2, 6)) await desk.book(await desk.caseReady(), slotIds(day)[1]);
    expect(await statementsOf(() => freja.get(at))).toBeLessThanOrEqual(few);
  });
});
