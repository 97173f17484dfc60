/** A colleague with the number of youths whom they coordinate today. */
export interface Colleague {
  readonly id: string;
  readonly youths: number;
}

/** Something to hand on; `chosen` where somebody has been asked already. */
export interface HandedLine {
  readonly id: string;
  readonly youthId: string | null;
  readonly chosen: string | null;
}

export interface SuggestedWork {
  readonly youths: readonly HandedLine[];
  readonly others: readonly HandedLine[];
}

/**
 * Proposes a receiver for each line: whoever has been asked for the youth and has not declined; else the colleague of the unit with
 * the fewest youths, each youth counted as it is given. Items and actions follow their youth. Line ids to staff ids; a line without
 * an entry has nobody to be proposed.
 */
export function suggestReceivers({ youths, others }: SuggestedWork, colleagues: readonly Colleague[]): ReadonlyMap<string, string> {
  const load = new Map(colleagues.map(({ id, youths: count }) => [id, count]));
  const least = (): string | undefined => colleagues.map(({ id }) => id).sort((a, b) => (load.get(a) ?? 0) - (load.get(b) ?? 0) || (a < b ? -1 : 1))[0];
  const found = new Map<string, string>();
  for (const { id, chosen } of youths) {
    const receiver = chosen ?? least();
    if (receiver === undefined) continue;
    found.set(id, receiver);
    load.set(receiver, (load.get(receiver) ?? 0) + 1);
  }
  for (const { id, youthId, chosen } of others) {
    const receiver = chosen ?? (youthId === null ? undefined : found.get(youthId)) ?? least();
    if (receiver !== undefined) found.set(id, receiver);
  }
  return found;
}
