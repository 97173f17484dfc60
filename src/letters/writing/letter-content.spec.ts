import { parseCalendarDate } from '../../platform/clock/calendar-date.js';
import { letterContent, type LetterFacts } from './letter-content.js';
import { letterText } from './letter-shapes.js';

const FACTS: LetterFacts = {
  kind: 'invitation', recipientKind: 'youth', recipientName: 'Sofie', youthFirstName: 'Sofie', birthDate: parseCalendarDate('2009-02-10'),
  startsAt: new Date('2026-12-09T08:40:00Z'), endsAt: new Date('2026-12-09T09:20:00Z'), room: 'Møllestuen',
  contact: { name: 'Freja Holmgaard', phone: '87 00 00 00' }, writtenOn: parseCalendarDate('2026-11-25'),
};
const text = (over: Partial<LetterFacts> = {}) => letterText(letterContent({ ...FACTS, ...over }));

describe('a letter to the youth', () => {
  it('says when and where, what is talked about, the companion, what is written down, and how to say no', () => {
    const letter = text();
    for (const part of [
      'Kære Sofie', 'Hvornår: onsdag 9. december 2026 kl. 9.40-10.20', 'Hvor: Møllestuen', 'Hvad taler vi om?', 'barnets lov § 6', 'hvem ser det?',
      'sige nej', 'Ring til Freja Holmgaard på telefon 87 00 00 00.',
    ]) expect(letter).toContain(part);
  });

  it('names the companion of adults when the youth is 18 on the day', () => {
    expect(text({ birthDate: parseCalendarDate('2008-12-09') })).toContain('forvaltningsloven § 8');
    expect(text({ birthDate: parseCalendarDate('2008-12-10') })).toContain('barnets lov § 6');
  });

  it('tells no place when it is not to be told', () => {
    expect(text({ room: null })).toContain('Hvor: Det fortæller vi dig, når du ringer');
  });
});

it('a letter to a parent speaks of the youth by first name, and of forvaltningsloven § 8', () => {
  const letter = text({ recipientKind: 'custody_holder', recipientName: 'Mona Birkholt' });
  expect(letter).toContain('Kære Mona Birkholt');
  expect(letter).toContain('et møde om Sofie');
  expect(letter).toContain('forvaltningsloven § 8');
});

it('a cancellation tells the time that was known, and asks for nothing', () => {
  expect(text({ kind: 'cancellation' })).toContain('Mødet onsdag 9. december 2026 kl. 9.40-10.20 bliver ikke til noget. Du skal ikke gøre noget.');
});
