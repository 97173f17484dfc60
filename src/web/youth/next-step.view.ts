import type { DeadlineLine } from '../../deadlines/lists/deadline-line.js';
import { type CalendarDate, daysBetween } from '../../platform/clock/calendar-date.js';
import { formatDateLongDanish } from '../../platform/clock/danish-format.js';
import type { NextStep } from '../../reports/youth-overview/next-step.js';
import { fromToday } from '../words/dates.js';

/** Further ahead than so many days a deadline is nothing to do yet. */
const FAR_AHEAD = 183;

export interface NextStepView {
  readonly text: string;
  readonly why: string | null;
  readonly href: string | null;
}

export interface StepFacts {
  readonly youthId: string;
  /** What stands open about a K-møde; null when nothing does. */
  readonly step: NextStep | null;
  readonly deadlines: readonly DeadlineLine[];
  /** When the coming item is, in words. */
  readonly comingAt: string | null;
  /** The areas that may not hear the coming item yet. */
  readonly withoutBasis: readonly string[];
  /** Whether the reader may ask for a K-møde. */
  readonly mayAsk: boolean;
  readonly today: CalendarDate;
}

/** The one thing to do next, with its date: about the K-møde first, else the deadline that comes first. Null when nothing is open. */
export function nextStepView(facts: StepFacts): NextStepView | null {
  const open = facts.deadlines.filter(({ state, mode }) => state === 'open' && mode === 'drives');
  const deadline = open.find(({ tickable }) => !tickable) ?? open[0];
  if (facts.step === null) return open[0] === undefined ? null : deadlineStep(open[0], facts.today);
  return aboutMeeting(facts, facts.step, deadline);
}

function aboutMeeting({ youthId, today, comingAt, withoutBasis, mayAsk }: StepFacts, step: NextStep, deadline: DeadlineLine | undefined): NextStepView {
  const by = deadline === undefined || deadline.overdue ? '' : ` inden ${formatDateLongDanish(deadline.dueOn)}`;
  const why = deadline === undefined ? null : deadlineWords(deadline, today);
  switch (step.kind) {
    case 'ask': return { text: `Bed om K-møde${by}`, why, href: mayAsk ? `/unge/${youthId}/anmodning` : null };
    case 'send': return { text: `Gør anmodningen om K-møde færdig${by}`, why, href: `/anmodninger/${step.referralId}/ret` };
    case 'mend': return { text: `Ret anmodningen om K-møde, og send den igen${by}`, why, href: `/anmodninger/${step.referralId}` };
    case 'find_time': return { text: `Find en tid til K-mødet${by}`, why, href: `/anmodninger/${step.referralId}/tid` };
    case 'await_triage': return { text: 'Anmodningen om K-møde venter på vurdering', why, href: `/anmodninger/${step.referralId}` };
    case 'attend': return { text: `Gør klar til K-mødet${comingAt === null ? '' : ` ${comingAt}`}`, why: basisWords(withoutBasis), href: `/punkter/${step.bookingId}` };
    case 'conclude': return { text: 'Afslut punktet, der er holdt', why: 'De aftalte ting gælder først, når punktet er afsluttet.', href: `/punkter/${step.bookingId}` };
  }
}

function basisWords(areas: readonly string[]): string | null {
  return areas.length === 0 ? null : `Grundlag for at dele mangler: ${areas.join(', ')}.`;
}

function deadlineStep(deadline: DeadlineLine, today: CalendarDate): NextStepView {
  if (daysBetween(today, deadline.dueOn) > FAR_AHEAD) return { text: 'Intet haster lige nu', why: deadlineWords(deadline, today), href: null };
  return { text: deadline.title, why: deadlineWords(deadline, today), href: `#frist-${deadline.id}` };
}

function deadlineWords({ title, dueOn, overdue }: DeadlineLine, today: CalendarDate): string {
  return `${overdue ? 'Fristen er overskredet' : 'Fristen'}: ${title}, ${formatDateLongDanish(dueOn)} (${fromToday(dueOn, today)}).`;
}
