import { type CalendarDate, isoWeek } from '../../platform/clock/calendar-date.js';
import { formatDateDanish } from '../../platform/clock/danish-format.js';
import type { MondayFigures } from './monday-figures.js';

/** A number in words, and the page behind it. */
interface Part {
  readonly before: string;
  readonly words: string;
  readonly path: string;
}

/**
 * The Monday line as a mail, each number with a link to a page that needs sign-in. Null when there is nothing to tell. The same
 * words stand as text and as HTML; neither holds anything but numbers, weekdays and addresses of ours.
 */
export function mondayText(figures: MondayFigures, today: CalendarDate, publicUrl: string): { subject: string; text: string; html: string } | null {
  const sentences = sentencesOf(figures);
  if (sentences.length === 0) return null;
  const base = publicUrl.replace(/\/$/, '');
  const line = sentences.map((parts) => `${parts.map(({ before, words }) => `${before}${words}`).join('')}.`).join(' ');
  const links = sentences.flat().map(({ words, path }) => `${words}: ${base}${path}`);
  const marked = sentences.map((parts) => `${parts.map(({ before, words, path }) => `${before}<a href="${base}${path.replace(/&/g, '&amp;')}">${words}</a>`).join('')}.`).join(' ');
  return {
    subject: `Overgang, uge ${isoWeek(today).week}`,
    text: `${line}\n\n${links.join('\n')}\n`,
    html: `<!DOCTYPE html><html lang="da"><head><title>Overgang</title></head><body><p>${marked}</p></body></html>`,
  };
}

function sentencesOf(figures: MondayFigures): Part[][] {
  const days = figures.days.map(({ date, items, notReady }) => {
    const path = `/dagsorden?date=${date}`;
    const first = { before: `${weekdayOf(date)}: `, words: counted(items, 'punkt', 'punkter'), path };
    return notReady === 0 ? [first] : [first, { before: ', ', words: `${notReady} ikke ${notReady === 1 ? 'klar' : 'klare'}`, path }];
  });
  const others: Array<[number, string, string]> = [
    [figures.ownOverdue, `${counted(figures.ownOverdue, 'frist', 'frister')} for dine unge er overskredet`, '/unge?view=mine&sort=deadline'],
    [figures.unplanned, `${figures.unplanned} fylder 17 eller 18 inden 90 dage uden møde`, '/unge?view=turning_17_or_18_unplanned'],
    [figures.overdue, `${figures.overdue} med en overskredet frist`, '/unge?view=overdue&sort=deadline'],
    [figures.withoutCoordinator, `${figures.withoutCoordinator} uden koordinerende sagsbehandler`, '/unge?view=without_coordinator'],
    [figures.handoversOffered, `${counted(figures.handoversOffered, 'overdragelse', 'overdragelser')} venter på dit svar`, '/'],
    [figures.toTriage, `${counted(figures.toTriage, 'anmodning', 'anmodninger')} venter på at blive vurderet`, '/'],
  ];
  return [...days, ...others.filter(([number]) => number > 0).map(([, words, path]) => [{ before: '', words, path }])];
}

/** 'Onsdag' */
function weekdayOf(date: CalendarDate): string {
  const [day = ''] = formatDateDanish(date).split(' ');
  return `${day.charAt(0).toUpperCase()}${day.slice(1)}`;
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
