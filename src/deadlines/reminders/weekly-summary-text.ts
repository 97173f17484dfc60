import { isoWeek, type CalendarDate } from '../../platform/clock/calendar-date.js';
import type { WeeklyFigures } from '../entities/weekly-summary.entity.js';

/** The summary as a mail: counts and a link, no name and nothing about what the deadlines are. */
export function weeklySummaryText(figures: WeeklyFigures, weekStartsOn: CalendarDate, publicUrl: string): { subject: string; text: string } {
  const { week } = isoWeek(weekStartsOn);
  const lines = [
    `Overskredet: ${figures.overdue}`,
    `Inden for 7 dage: ${figures.dueWithin7}`,
    `Inden for 30 dage: ${figures.dueWithin30}`,
    `Inden for 90 dage: ${figures.dueWithin90}`,
  ];
  const text = `Dine frister i uge ${week}\n\n${lines.join('\n')}\n\nSe dem i Overgang: ${publicUrl}\n`;
  return { subject: `Overgang: dine frister i uge ${week}`, text };
}
