import { daysBetween, type CalendarDate } from '../../platform/clock/calendar-date.js';
import { formatDateLongDanish } from '../../platform/clock/danish-format.js';
import type { DayDocket } from '../occupancy/day-docket.js';
import type { SlotSpan } from '../occupancy/slot-span.js';
import { peopleSentences } from './people-sentences.js';
import { listDanish } from './seat-labels.js';
import type { SlotWish, Wording } from './slot-wish.js';
import type { Attendance } from './who-must-come.js';

export type ExclusionCode = 'full' | 'no_adjoining' | 'only_urgent' | 'closed' | 'after_deadline' | 'short_notice' | 'away' | 'busy' | 'youth_busy';

/** Why a day is out, as one sentence. `people` are staff ids, named in it. */
export function excludedReason(code: ExclusionCode, { wish, names }: Wording, people: readonly string[]): string {
  const who = listDanish(people.map((id) => names.get(id) ?? 'en deltager'));
  switch (code) {
    case 'full': return 'Alle tider er taget.';
    case 'no_adjoining': return 'Der er ikke to ledige tider efter hinanden.';
    case 'only_urgent': return 'Kun hastepladsen er ledig, og den er til det, der haster.';
    case 'closed': return 'Dagsordenen er lukket.';
    case 'after_deadline': return `Mødet ligger ikke før fristen ${dateOf(wish.deadline)}.`;
    case 'short_notice': return `Der er kortere varsel end de ${wish.leadDays} dage, de indbudte skal have.`;
    case 'away': return `${who} kan ikke den dag.`;
    case 'busy': return `${who} er optaget i de ledige tider.`;
    case 'youth_busy': return 'Den unge har et andet punkt på samme tid.';
  }
}

/** Why a time is good, and what to know about it, as sentences. */
export function proposalReasons(docket: DayDocket, span: SlotSpan, wording: Wording): string[] {
  const { attendance, wish } = wording;
  const sentences = [
    span.urgent ? 'Det er hastepladsen.' : null,
    ...peopleSentences(span, wording),
    deadlineSentence(docket.date, wish),
    ...attendance.comers.map((comer) => deputySentence(comer, wording)),
    attendance.vacant.length > 0 ? `Find ${listDanish(attendance.vacant)}, før mødet holdes.` : null,
    noticeSentence(docket.date, wish),
    hasBreak(docket, span) ? 'Punktet går hen over pausen.' : null,
  ];
  return sentences.filter((sentence) => sentence !== null);
}

function deadlineSentence(date: CalendarDate, { deadline, overdueSince }: SlotWish): string | null {
  if (deadline !== null) {
    const days = daysBetween(date, deadline);
    return `${days} ${days === 1 ? 'dag' : 'dage'} før fristen ${dateOf(deadline)}.`;
  }
  return overdueSince === null ? null : `Fristen ${dateOf(overdueSince)} er overskredet. Tag den første tid, der kan lade sig gøre.`;
}

function deputySentence(comer: Attendance['comers'][number], { names }: Wording): string | null {
  if (comer.substituteFor === null) return null;
  return `${names.get(comer.staffId) ?? 'Stedfortræderen'} kommer i stedet for ${names.get(comer.substituteFor) ?? 'den faste deltager'}.`;
}

function noticeSentence(date: CalendarDate, { today, leadDays, urgent }: SlotWish): string | null {
  const notice = daysBetween(today, date);
  return urgent || notice >= leadDays ? null : `Kort varsel: ${notice} dage i stedet for ${leadDays}. Ring til dem, der skal med.`;
}

/** A span that is longer than its slots together goes over a break. */
function hasBreak(docket: DayDocket, span: SlotSpan): boolean {
  const inside = docket.slots.filter((slot) => slot.position >= span.first.position && slot.position <= span.last.position);
  const minutes = inside.reduce((sum, slot) => sum + slot.endsAt.getTime() - slot.startsAt.getTime(), 0);
  return span.endsAt.getTime() - span.startsAt.getTime() > minutes;
}

function dateOf(date: CalendarDate | null): string {
  return date === null ? '' : formatDateLongDanish(date);
}
