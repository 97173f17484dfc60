import { parseCalendarDate as day } from '../../platform/clock/calendar-date.js';
import { reviewView, sentenceOf } from './review.view.js';

const progress = { total: 61, met: 33, direct: 0, planned: 14, left: 14 };
const list = { code: 'special_school', label: 'Unge i specialskole' };
const line = {
  id: 'u1', name: 'Oskar Thorngreen', birthDate: day('2010-11-05'), status: 'not_planned' as const, protected: false, opens: true,
  departments: [{ id: 'd', name: 'Handicapteamet' }],
  coordinator: null, lastMeeting: null, nextMeeting: null, nextDeadline: { id: 'f', rule: 'R13', title: 'Overgangsmøde', dueOn: day('2026-12-24'), overdue: false },
};

describe('the review in words', () => {
  it('says in one sentence how far the list has come', () => {
    expect(sentenceOf(progress)).toBe('61 i målgruppen, 33 mødt, 14 planlagt, 14 tilbage.');
    expect(sentenceOf({ ...progress, direct: 3 })).toBe('61 i målgruppen, 33 mødt (heraf 3 koordineret uden møde), 14 planlagt, 14 tilbage.');
  });

  it('shows the youth to look at, and proposes four weeks from today as the later day', () => {
    const view = reviewView({ next: line, waiting: 2, progress }, list, [list], day('2026-11-25'), 1000);
    expect(view.youth?.facts.map(({ text }) => text)).toEqual([
      '5. november 2010 (16 år)', 'Ingen endnu', 'Handicapteamet', '24. december 2026 (om 29 dage): Overgangsmøde', 'Intet',
    ]);
    expect(view).toMatchObject({ waiting: '2 venter på gennemgang.', later: { earliest: '2026-11-26', proposed: '2026-12-23', latest: '2027-05-25' } });
  });

  it.each([[0, 'Ingen venter på gennemgang.'], [1, '1 venter på gennemgang.'], [1000, 'Mere end 999 venter på gennemgang.']])('counts %s', (waiting, words) => {
    expect(reviewView({ next: null, waiting, progress }, list, [list], day('2026-11-25'), 1000).waiting).toBe(words);
  });
});
