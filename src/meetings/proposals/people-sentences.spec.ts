import { parseCalendarDate as day } from '../../platform/clock/calendar-date.js';
import { toInstant } from '../../platform/clock/zone.js';
import { peopleSentences } from './people-sentences.js';
import type { Wording } from './slot-wish.js';

const now = toInstant(day('2026-11-24'), '12:00');
const names = new Map([['freja', 'Freja Holmgaard'], ['ulla', 'Ulla Engdal'], ['bo', 'Bo Kjelding'], ['jonas', 'Jonas Bakketoft']]);
const span = { endsAt: toInstant(day('2026-12-09'), '09:40') };
const comer = (staffId: string, standing = false) => ({ staffId, role: 'area', area: 'social', mandatory: true, standing, decisionPower: false, substituteFor: null }) as const;
const read = (staffId: string, hoursAgo = 1, until = '2027-03-24') => ({
  staffId, readAt: new Date(now.getTime() - hoursAgo * 3_600_000), coversUntil: toInstant(day(until), '00:00'),
});

function sentences(comers: ReturnType<typeof comer>[], calendars: ReturnType<typeof read>[] = []): string[] {
  const wish: Wording['wish'] = { slots: 1, urgent: false, today: day('2026-11-24'), now, leadDays: 0, deadline: null, overdueSince: null };
  return peopleSentences(span, { wish, attendance: { comers, hindered: [], vacant: [] }, names, calendars });
}

describe('what is said of the people of a slot', () => {
  it('is only that no appointment is known, where no calendar is read', () => {
    expect(sentences([comer('freja'), comer('ulla')])).toEqual(['Ingen kendte aftaler i vejen for Freja Holmgaard og Ulla Engdal.']);
  });

  it('tells those apart whose calendar is read, read long ago, and not read', () => {
    expect(sentences([comer('freja'), comer('ulla'), comer('bo'), comer('jonas', true)], [read('freja'), read('ulla', 25)])).toEqual([
      'Freja Holmgaard er fri ifølge sin egen kalender.',
      'Ingen kendte aftaler i vejen for Ulla Engdal, men kalenderen er ikke læst siden 23. november 2026.',
      'Ingen kendte aftaler i vejen for Bo Kjelding.',
      '1 sidder med i forvejen.',
    ]);
    expect(sentences([comer('freja'), comer('ulla')], [read('freja'), read('ulla', 24)])).toEqual(['Freja Holmgaard og Ulla Engdal er fri ifølge deres egne kalendere.']);
  });

  it('knows nothing of what lies after that which was read', () => {
    expect(sentences([comer('freja')], [read('freja', 1, '2026-12-09')])).toEqual(['Ingen kendte aftaler i vejen for Freja Holmgaard.']);
  });

  it('is short where all sit there anyway, and nothing where nobody comes', () => {
    expect(sentences([comer('jonas', true)])).toEqual(['Alle sidder med i forvejen.']);
    expect(sentences([])).toEqual([]);
  });
});
