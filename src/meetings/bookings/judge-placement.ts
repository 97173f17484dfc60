import type { CalendarDate } from '../../platform/clock/calendar-date.js';
import { formatDateLongDanish } from '../../platform/clock/danish-format.js';
import { conflict, type DomainError, rule } from '../../platform/errors/domain-error.js';
import { type DayDocket, isDocketClosed } from '../occupancy/day-docket.js';
import { isFree, type SlotSpan, spanFrom, spansOf } from '../occupancy/slot-span.js';

/** Where an item lay last, and the reason it had there. */
export interface FormerPlace {
  readonly meetingDayId: string;
  readonly date: CalendarDate;
  readonly lateReason: string | null;
}

/** What decides whether an item may lie on a slot, besides whether people can. */
export interface PlacementQuestion {
  readonly docket: DayDocket;
  readonly slotId: string;
  readonly slots: 1 | 2;
  readonly urgent: boolean;
  readonly today: CalendarDate;
  readonly now: Date;
  /** The item must lie before these dates, not on them; the nearest first. */
  readonly deadlines: readonly CalendarDate[];
  /** What whoever books says now. */
  readonly lateReason: string | null;
  /** Null for a new item. */
  readonly before: FormerPlace | null;
  /** The secretary and the chair may put an item on a closed docket, with a reason. */
  readonly mayReopen: boolean;
  /** The item lies on this docket now: within the day it may change places without a reason. */
  readonly alreadyOn: boolean;
}

export interface PlacementAnswer {
  readonly span: SlotSpan;
  /** The reason when one was needed; null for a plain booking. */
  readonly lateReason: string | null;
}

/**
 * Judges a slot of a day as it stands.
 * - A closed docket takes no item, but for an urgent one on the urgent slot, or with a reason from the secretary or the chair. Within the day they
 *   move an item as they like.
 * - After a deadline that the item is to meet ("book before, not on, the date"), whoever books says why.
 * - An old reason holds only for what it was given for: the docket of the same day, and a deadline that the item lay after already. It
 *   never pays for passing another one.
 * @throws DomainError conflict `slot_taken`, `day_full`, `docket_closed`; rule `slot_begun`, `urgent_only`, `no_adjoining_slot`, `after_deadline`
 */
export function judgePlacement(question: PlacementQuestion): PlacementAnswer {
  const { docket, now } = question;
  if (docket.state === 'cancelled' || docket.state === 'held') {
    throw conflict('docket_closed', 'K-mødet er aflyst eller afholdt. Vælg en anden dag.', { state: docket.state });
  }
  const span = findSpan(question);
  if (span.startsAt <= now) throw rule('slot_begun', 'Tiden er passeret. Vælg en tid, der ikke er begyndt.');
  const late = [closedReason(question, span), deadlineReason(question)].find((reason) => reason !== null);
  return { span, lateReason: late ?? null };
}

function findSpan(question: PlacementQuestion): SlotSpan {
  const { docket, slotId, slots, urgent } = question;
  const single = spanFrom(docket.slots, slotId, 1);
  if (single?.urgent === true && !urgent) throw rule('urgent_only', 'Hastepladsen er til det, der haster. Vælg en anden tid.');
  const span = spanFrom(docket.slots, slotId, slots);
  if (single !== null && !isFree(single, docket.taken)) throw taken(question);
  if (span === null) throw rule('no_adjoining_slot', 'Punktet skal have to tider efter hinanden. Vælg en tid, hvor den næste også er der.');
  if (!isFree(span, docket.taken)) throw taken(question);
  return span;
}

function taken({ docket, slots, urgent }: PlacementQuestion): DomainError {
  return slotTaken(spansOf(docket.slots, slots, urgent).some((span) => isFree(span, docket.taken)));
}

/** The refusal for a slot that another item has: `slot_taken` while the day has others, else `day_full`. */
export function slotTaken(othersFree: boolean): DomainError {
  if (othersFree) return conflict('slot_taken', 'Tiden er taget. Hent de ledige tider igen, og vælg en anden.');
  return conflict('day_full', 'Der er ikke flere ledige tider den dag. Vælg en anden dag.');
}

function closedReason({ docket, today, lateReason, before, mayReopen, alreadyOn, urgent }: PlacementQuestion, span: SlotSpan): string | null {
  if (!isDocketClosed(docket, today) || (urgent && span.urgent)) return null;
  const sameDay = before !== null && before.meetingDayId === docket.meetingDayId && before.date === docket.date;
  const reason = lateReason ?? (sameDay ? before.lateReason : null);
  if (mayReopen && (alreadyOn || reason !== null)) return reason;
  const closed = 'Dagsordenen er lukket. Vælg en senere dag';
  throw conflict('docket_closed', mayReopen ? `${closed}, eller skriv, hvorfor punktet skal med alligevel.` : `${closed}, eller bed sekretæren om at tage punktet med.`);
}

function deadlineReason({ docket, deadlines, lateReason, before }: PlacementQuestion): string | null {
  const passed = deadlines.filter((each) => each <= docket.date);
  if (passed.length === 0) return null;
  if (lateReason !== null) return lateReason;
  const old = before?.lateReason ?? null;
  const deadline = before === null || old === null ? passed[0] : passed.find((each) => each > before.date);
  if (deadline === undefined) return old;
  const title = `Fristen er ${formatDateLongDanish(deadline)}, og mødet skal ligge før den dag. Vælg en tidligere tid, eller skriv, hvorfor det bliver senere.`;
  throw rule('after_deadline', title, [{ field: 'slotId', code: 'after_deadline', message: 'Vælg en tid før fristen.' }], { deadline });
}
