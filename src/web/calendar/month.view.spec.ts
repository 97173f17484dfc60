import { parseCalendarDate as on } from '../../platform/clock/calendar-date.js';
import { toInstant } from '../../platform/clock/zone.js';
import type { Month } from '../../reports/month/read-month.js';
import { monthSpan } from './month-span.js';
import { monthView } from './month.view.js';

const TODAY = on('2026-11-24');
const NOTHING: Month = { days: [], items: [], deadlines: [], followUps: [], closed: new Map() };

describe('a month', () => {
  it('runs from the Monday of its first week to the Sunday of its last', () => {
    expect(monthSpan('2026-12', TODAY)).toEqual({ first: '2026-12-01', from: '2026-11-30', to: '2027-01-03' });
    expect(monthSpan('2027-02', TODAY)).toMatchObject({ from: '2027-02-01', to: '2027-02-28' });
    expect(monthSpan(undefined, TODAY).first).toBe('2026-11-01');
  });

  it('counts weeks across the year, and goes to the months beside it', () => {
    const view = monthView(NOTHING, monthSpan('2026-12', TODAY), TODAY, () => true);
    expect(view.weeks.map(({ week }) => week)).toEqual([49, 50, 51, 52, 53]);
    expect(view).toMatchObject({ heading: 'December 2026', previous: '/kalender?maaned=2026-11', next: '/kalender?maaned=2027-01', empty: true });
  });

  it('puts each thing on its civil date, in words, and names nobody who is not named to the reader', () => {
    const date = on('2026-12-09');
    const at = { date, startsAt: toInstant(date, '09:00'), endsAt: toInstant(date, '09:40') };
    const month: Month = {
      ...NOTHING, days: [{ id: 'd', ...at, state: 'closed', items: 4 }], items: [{ id: 'i', ...at, state: 'booked', typeLabel: 'sparring', youth: null }],
      deadlines: [{ id: 'f', date, title: 'Overgangsmøde holdt', youth: { id: 'y', name: 'Malik Damgaard' } }], closed: new Map([[on('2026-12-25'), 'Juledag']]),
    };
    const dates = monthView(month, monthSpan('2026-12', TODAY), TODAY, () => true).weeks.flatMap((week) => week.dates);
    const held = dates.find((each) => each.date === date);
    expect(held?.entries.map(({ text, href }) => [text, href])).toEqual([
      ['K-møde kl. 9.00, 4 punkter, dagsordenen er lukket', '/dagsorden?date=2026-12-09'], ['9.00 Uden navn, sparring', '/punkter/i'],
    ]);
    expect(held?.deadlines).toEqual([{ id: 'f', kind: 'due', text: 'Frist, Malik Damgaard: Overgangsmøde holdt', href: '/unge/y#frister' }]);
    expect(dates.filter(({ closed }) => closed === 'Juledag')).toHaveLength(1);
    expect(dates.filter(({ outside }) => outside)).toHaveLength(4);
  });
});
