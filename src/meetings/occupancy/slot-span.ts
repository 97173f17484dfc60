/** A slot of a meeting day as placing an item needs it. */
export interface DaySlot {
  readonly id: string;
  readonly position: number;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly urgent: boolean;
}

/** The time that an item takes: from its first slot's start to its last slot's end, with a break between them. */
export interface SlotSpan {
  readonly first: DaySlot;
  readonly last: DaySlot;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly urgent: boolean;
}

/** A stretch of time that is already given away. */
export interface TakenTime {
  readonly from: Date;
  readonly to: Date;
}

/**
 * The span of `count` slots from the given one: the next position adjoins, also over a break, but never the urgent slot. An
 * item on the urgent slot takes that slot alone, whatever its type. Null when no such slots follow on the day.
 */
export function spanFrom(slots: readonly DaySlot[], slotId: string, count: 1 | 2): SlotSpan | null {
  const first = slots.find((slot) => slot.id === slotId);
  if (first === undefined) return null;
  if (first.urgent || count === 1) return span(first, first);
  const last = slots.find((slot) => slot.position === first.position + 1);
  return last === undefined || last.urgent ? null : span(first, last);
}

/** Every span of the length on the day, in order of time; the urgent slot only when `urgent`. */
export function spansOf(slots: readonly DaySlot[], count: 1 | 2, urgent: boolean): SlotSpan[] {
  const ordered = [...slots].sort((a, b) => a.position - b.position);
  const spans = ordered.filter((slot) => urgent || !slot.urgent).map((slot) => spanFrom(ordered, slot.id, count));
  return spans.filter((each) => each !== null);
}

/** Whether nobody has any of the span's time. */
export function isFree(time: { startsAt: Date; endsAt: Date }, taken: readonly TakenTime[]): boolean {
  return !taken.some((other) => other.from < time.endsAt && time.startsAt < other.to);
}

function span(first: DaySlot, last: DaySlot): SlotSpan {
  return { first, last, startsAt: first.startsAt, endsAt: last.endsAt, urgent: first.urgent };
}
