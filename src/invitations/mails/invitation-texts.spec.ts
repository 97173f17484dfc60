import fc from 'fast-check';
import ICAL from 'ical.js';
import { asReference, type CalendarSafeEvent } from '../../calendars/calendar-safe-event.js';
import { messageText, plainText } from '../../calendars/ics.js';
import { isAddress } from '../../platform/mail/mailer.js';
import { invitationText, shortNoticeText } from './invitation-texts.js';

type TimedEvent = CalendarSafeEvent & { readonly time: { readonly startsAt: Date; readonly endsAt: Date } };

const event = (over: Partial<TimedEvent> = {}): TimedEvent => ({
  uid: '7d1f0c1e-52a4-4b8c-9a53-0a4a7d9a1b11', revision: 2, changedAt: new Date('2026-12-01T10:00:00Z'), subject: { kind: 'item', reference: asReference('K7QD-2MXP') },
  time: { startsAt: new Date('2026-12-09T08:40:00Z'), endsAt: new Date('2026-12-09T09:20:00Z') }, room: 'Møllestuen', cancelled: false, ...over,
});
const FROM = 'k-moede@noerreborg.example';

it('says time, room and where to log in, and nothing else', () => {
  const { subject, text } = invitationText(event(), 'invited', 'https://overgang.example/dagsorden?date=2026-12-09');
  expect(subject).toBe('Indkaldelse: Punkt K7QD-2MXP, onsdag 9. december 2026 kl. 9.40');
  expect(text).toBe(
    'Du er indkaldt til et møde.\n\nHvad: Punkt K7QD-2MXP\nHvornår: onsdag 9. december 2026 kl. 9.40-10.20\nHvor: Møllestuen\n\n' +
    'Svar med ja, nej eller måske i din kalender.\nSe mere, når du er logget ind: https://overgang.example/dagsorden?date=2026-12-09\n\n' +
    'Mailen siger med vilje ikke, hvem eller hvad mødet handler om.\n',
  );
  expect(invitationText(event({ room: null }), 'cancelled', null)).toMatchObject({
    subject: expect.stringContaining('Aflyst: ') as string, text: expect.not.stringMatching(/Hvor:|https/) as string,
  });
});

it('says that a meeting stands when only the way to the calendar changes, and asks for no answer', () => {
  const { subject, text } = invitationText(event(), 'other_channel', 'https://overgang.example/dagsorden');
  expect(subject).toBe('Mødet står fast: Punkt K7QD-2MXP, onsdag 9. december 2026 kl. 9.40');
  expect(text).toMatch(/^Mødet står fast\. Du får det fra nu af i din kalender på anden vis/);
  expect(text).not.toMatch(/aflyst|ikke længere|Svar med/i);
});

it('calls the first notice of a close meeting an invitation, not a change', () => {
  const { subject, text } = shortNoticeText(event(), 'invited', 'https://overgang.example/dagsorden');
  expect(`${subject}\n${text}`).toMatch(/^Indkaldelse: [^\n]*\nDu er indkaldt til et møde\.[^]*henter selv mødet/);
  expect(`${subject}\n${text}`).not.toMatch(/ændr/i);
});

const TRICKY = fc.array(fc.constantFrom(
  ...'abcæøåÆØÅ,;:\\"\'', ' ', '\n', '\r', '\r\n', '\t', '\u0000', '\u0085', '\u2028', '\u2029', '😀', 'BEGIN:VEVENT', 'ATTENDEE:mailto:x@y.dk', 'Bcc: x@y.dk',
), { maxLength: 80 })
  .map((pieces) => pieces.join(''));

it('keeps any room inside its own property, with one attendee, folded at 75 octets', () => {
  fc.assert(fc.property(TRICKY, fc.constantFrom('REQUEST' as const, 'CANCEL' as const), (room, method) => {
    const text = messageText(event({ room: `R${room}` }), method, FROM, 'freja@noerreborg.example');
    expect(Math.max(...text.split('\r\n').map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
    const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
    expect([calendar.getFirstPropertyValue('method'), calendar.getAllSubcomponents().length]).toEqual([method, 1]);
    const [component] = calendar.getAllSubcomponents('vevent');
    expect(component?.getAllProperties().map(({ name }) => name).sort()).toEqual([
      'attendee', 'class', 'dtend', 'dtstamp', 'dtstart', 'last-modified', 'location', 'organizer', 'sequence', 'status', 'summary', 'transp', 'uid',
    ]);
    expect(component?.getFirstPropertyValue('location')).toBe(plainText(`R${room}`));
    expect(component?.getFirstPropertyValue('status')).toBe(method === 'CANCEL' ? 'CANCELLED' : 'CONFIRMED');
  }), { numRuns: 300 });
});

it('takes nothing for an address that could name a second recipient or a header', () => {
  fc.assert(fc.property(TRICKY, (text) => {
    const address = `a${text}@b.dk`;
    if (/[\s<>()[\],;:\\"@\u0000-\u001f\u007f-\u009f]/.test(`a${text}b.dk`)) expect(isAddress(address)).toBe(false);
    else expect(isAddress(address)).toBe(true);
  }), { numRuns: 300 });
  for (const bad of ['a@b.dk\r\nBcc: x@y.dk', 'a@b.dk, x@y.dk', 'Navn <a@b.dk>', 'a@@b.dk', '@b.dk', 'a@', `${'a'.repeat(250)}@b.dk`]) expect(isAddress(bad)).toBe(false);
  expect(() => messageText(event(), 'REQUEST', FROM, 'a@b.dk\r\nX:y')).toThrow(RangeError);
});
