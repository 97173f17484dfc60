import { parseCalendarDate as day } from '../../platform/clock/calendar-date.js';
import type { SlotProposal } from '../../meetings/proposals/rank-slots.js';
import { timesView } from './proposals.view.js';

const TODAY = day('2026-11-24');
const slot = (slotId: string): SlotProposal => ({
  meetingDayId: 'd', slotId, date: day('2026-12-09'), startsAt: new Date('2026-12-09T08:40:00Z'), endsAt: new Date('2026-12-09T09:20:00Z'), urgent: false, participantIds: [],
  reasons: ['Ingen kendte aftaler i vejen for Bo Kjelding.', '34 dage før fristen 12. januar 2027.'],
});

describe('free times in words', () => {
  it('is a real date with its week, and what is known of it', () => {
    const view = timesView({ items: [slot('a')], excluded: [], deadline: { ahead: day('2027-01-12'), overdueSince: null } }, TODAY);
    expect(view.first).toEqual([{
      slotId: 'a', when: 'onsdag 9. december 2026 kl. 9.40-10.20, uge 50', about: ['Ingen kendte aftaler i vejen for Bo Kjelding.', '34 dage før fristen 12. januar 2027.'],
    }]);
    expect(view.deadline).toBe('Mødet skal ligge før 12. januar 2027 (om 49 dage).');
  });

  it('shows four, folds the rest, and says why a day is out', () => {
    const items = ['a', 'b', 'c', 'd', 'e', 'f'].map(slot);
    const excluded = [{ meetingDayId: 'x', date: day('2026-11-25'), codes: ['full', 'short_notice'] as const, reasons: ['Alle tider er taget.', 'Der er kortere varsel.'] }];
    const view = timesView({ items, excluded, deadline: { ahead: null, overdueSince: null } }, TODAY);
    expect([view.first.length, view.rest.length]).toEqual([4, 2]);
    expect(view.out).toEqual([{ id: 'x', when: 'onsdag 25. november 2026, uge 48', why: 'Alle tider er taget. Der er kortere varsel.' }]);
    expect(view.deadline).toBeNull();
  });

  it('says once that a deadline has passed', () => {
    const overdue = 'Fristen 1. november 2026 er overskredet. Tag den første tid, der kan lade sig gøre.';
    const view = timesView(
      { items: [{ ...slot('a'), reasons: ['Alle sidder med i forvejen.', overdue] }], excluded: [], deadline: { ahead: null, overdueSince: day('2026-11-01') } }, TODAY,
    );
    expect(view.deadline).toBe(overdue);
    expect(view.first[0]?.about).toEqual(['Alle sidder med i forvejen.']);
  });
});
