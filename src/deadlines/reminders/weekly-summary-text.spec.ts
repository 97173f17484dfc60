import { parseCalendarDate } from '../../platform/clock/calendar-date.js';
import { weeklySummaryText } from './weekly-summary-text.js';

it("tells a week's deadlines in counts and a link", () => {
  const figures = { overdue: 2, dueWithin7: 1, dueWithin30: 0, dueWithin90: 12 };
  const { subject, text } = weeklySummaryText(figures, parseCalendarDate('2026-12-28'), 'https://overgang.example');
  expect(subject).toBe('Overgang: dine frister i uge 53');
  expect(text).toBe(
    'Dine frister i uge 53\n\nOverskredet: 2\nInden for 7 dage: 1\nInden for 30 dage: 0\nInden for 90 dage: 12\n\n' +
    'Se dem i Overgang: https://overgang.example\n',
  );
});
