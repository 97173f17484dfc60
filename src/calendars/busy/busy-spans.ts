/** A stretch of time in milliseconds since 1970. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** When somebody is busy, as far as their calendar says. */
export interface BusyTimes {
  readonly spans: readonly Span[];
  /** The calendar says nothing of what comes after it; in milliseconds since 1970. */
  readonly until: number;
}

/** The stretches cut to the window, joined where they touch or overlap, in order. */
export function joinSpans(spans: readonly Span[], window: Span): Span[] {
  const inside = spans.map(({ from, to }) => ({ from: Math.max(from, window.from), to: Math.min(to, window.to) })).filter(({ from, to }) => to > from);
  const joined: { from: number; to: number }[] = [];
  for (const span of inside.sort((a, b) => a.from - b.from)) {
    const last = joined.at(-1);
    if (last !== undefined && span.from <= last.to) last.to = Math.max(last.to, span.to);
    else joined.push({ ...span });
  }
  return joined;
}
