import type { KnownTime } from '../../departments/busy-times/busy-times.js';
import { addDays, dayNumber, type CalendarDate } from '../../platform/clock/calendar-date.js';
import { type DayDocket, isDocketClosed } from '../occupancy/day-docket.js';
import { isFree, type SlotSpan, spansOf, type TakenTime } from '../occupancy/slot-span.js';
import { excludedReason, type ExclusionCode, proposalReasons } from './slot-reasons.js';
import type { SlotWish, Wording } from './slot-wish.js';
import type { Attendance } from './who-must-come.js';

export interface CandidateDay {
  readonly docket: DayDocket;
  readonly attendance: Attendance;
}

export interface RankInput {
  readonly wish: SlotWish;
  readonly days: readonly CandidateDay[];
  readonly youthId: string | null;
  /** When people and the youth are taken elsewhere, by id. */
  readonly busy: ReadonlyMap<string, readonly TakenTime[]>;
  /** Whose own calendar is read, and when it was. */
  readonly calendars: readonly KnownTime[];
  readonly names: ReadonlyMap<string, string>;
}

export interface SlotProposal {
  readonly meetingDayId: string;
  readonly slotId: string;
  readonly date: CalendarDate;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly urgent: boolean;
  readonly participantIds: readonly string[];
  readonly reasons: readonly string[];
}

export interface ExcludedDay {
  readonly meetingDayId: string;
  readonly date: CalendarDate;
  readonly codes: readonly ExclusionCode[];
  readonly reasons: readonly string[];
}

export interface Ranking {
  readonly proposals: readonly SlotProposal[];
  readonly excluded: readonly ExcludedDay[];
}

/**
 * The free times where all who must come can, best first, and why the other days are out. Full seats come before empty ones,
 * then the earliest day; on a day the time that leaves most adjoining pairs for others. Short notice is offered only where
 * the deadline leaves nothing else.
 */
export function rankSlots(input: RankInput): Ranking {
  const withNotice = judgeDays(input, input.wish.leadDays);
  const { deadline, leadDays, today } = input.wish;
  const noticeTooLong = deadline !== null && addDays(today, leadDays) >= deadline;
  return withNotice.proposals.length > 0 || !noticeTooLong ? withNotice : judgeDays(input, 0);
}

interface Ranked {
  readonly proposal: SlotProposal;
  readonly rank: readonly number[];
}

function judgeDays(input: RankInput, leadDays: number): Ranking {
  const ranked: Ranked[] = [];
  const excluded: ExcludedDay[] = [];
  for (const day of input.days) {
    const { found, reasons } = judgeDay(input, day, leadDays);
    ranked.push(...found);
    if (found.length > 0) continue;
    const { meetingDayId, date } = day.docket;
    excluded.push({ meetingDayId, date, codes: [...reasons.keys()], reasons: [...reasons.values()] });
  }
  ranked.sort((a, b) => compareRanks(a.rank, b.rank));
  return { proposals: ranked.map((each) => each.proposal), excluded };
}

function judgeDay(input: RankInput, day: CandidateDay, leadDays: number): { found: Ranked[]; reasons: Map<ExclusionCode, string> } {
  const { wish } = input;
  const { docket, attendance } = day;
  const wording: Wording = { wish, attendance, names: input.names, calendars: input.calendars };
  const reasons = new Map<ExclusionCode, string>();
  const exclude = (code: ExclusionCode, people: readonly string[] = []): unknown => reasons.set(code, excludedReason(code, wording, people));
  const closed = isDocketClosed(docket, wish.today);
  const spans = freeSpans(docket, wish).filter((span) => !closed || span.urgent);
  if (closed && spans.length === 0) exclude('closed');
  else if (spans.length === 0) exclude(whyFull(docket, wish));
  if (wish.deadline !== null && docket.date >= wish.deadline) exclude('after_deadline');
  if (!wish.urgent && docket.date < addDays(wish.today, leadDays)) exclude('short_notice');
  const away = attendance.hindered.map((each) => each.staffId);
  if (away.length > 0) exclude('away', away);
  const own = attendance.comers.filter((comer) => !comer.standing).map((comer) => comer.staffId);
  const can = spans.filter((span) => takenAmong(own, span, input).length === 0);
  if (spans.length > 0 && can.length === 0) exclude('busy', [...new Set(spans.flatMap((span) => takenAmong(own, span, input)))]);
  const open = can.filter((span) => youthIsFree(span, input));
  if (can.length > 0 && open.length === 0) exclude('youth_busy');
  return { found: reasons.size > 0 ? [] : open.map((span) => rankSpan(day, span, wording)), reasons };
}

function freeSpans(docket: DayDocket, wish: SlotWish): SlotSpan[] {
  return spansOf(docket.slots, wish.slots, wish.urgent).filter((span) => span.startsAt > wish.now && isFree(span, docket.taken));
}

/** Nothing of the length is free: because all is taken, only single slots are left, or only the urgent one. */
function whyFull(docket: DayDocket, wish: SlotWish): ExclusionCode {
  const left = docket.slots.filter((slot) => slot.startsAt > wish.now && isFree(slot, docket.taken));
  if (left.length === 0) return 'full';
  return left.every((slot) => slot.urgent) ? 'only_urgent' : 'no_adjoining';
}

function takenAmong(staffIds: readonly string[], span: SlotSpan, input: RankInput): string[] {
  return staffIds.filter((id) => !isFree(span, input.busy.get(id) ?? []));
}

function youthIsFree(span: SlotSpan, { youthId, busy }: RankInput): boolean {
  return youthId === null || isFree(span, busy.get(youthId) ?? []);
}

function rankSpan({ docket, attendance }: CandidateDay, span: SlotSpan, wording: Wording): Ranked {
  const { meetingDayId, date } = docket;
  const { first, startsAt, endsAt, urgent } = span;
  const participantIds = attendance.comers.map((comer) => comer.staffId);
  const reasons = proposalReasons(docket, span, wording);
  const rank = [attendance.vacant.length, dayNumber(date), urgent ? 0 : 1, pairsLost(docket, span), startsAt.getTime()];
  return { proposal: { meetingDayId, slotId: first.id, date, startsAt, endsAt, urgent, participantIds, reasons }, rank };
}

/** How many adjoining pairs the day has less when the span is taken: long items need them. */
function pairsLost(docket: DayDocket, span: SlotSpan): number {
  const pairs = spansOf(docket.slots, 2, false).filter((pair) => isFree(pair, docket.taken));
  return pairs.filter((pair) => !isFree(pair, [{ from: span.startsAt, to: span.endsAt }])).length;
}

function compareRanks(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((part, i) => part !== b[i]);
  return at === -1 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}
