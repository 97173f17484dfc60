export interface Assignment {
  readonly youthId: string;
  readonly to: string;
}

export interface SuccessionPlan {
  readonly offers: readonly Assignment[];
  readonly withoutReceiver: readonly string[];
  /** Assigned youths that are not the leaver's. */
  readonly unknown: readonly string[];
  readonly receivers: readonly string[];
  /** Whose open actions go to whom: those on some youths, or with null all but those on some. */
  readonly moves: ReadonlyArray<{ to: string; youthIds: readonly string[] | null; exceptYouthIds: readonly string[] }>;
}

/** Who takes which of a leaver's youths: the one named for the youth, else the one named for all, else nobody yet. */
export function planSuccession(youthIds: readonly string[], to: string | null, assignments: readonly Assignment[]): SuccessionPlan {
  const named = new Map(assignments.map((assignment) => [assignment.youthId, assignment.to]));
  const offers = youthIds.flatMap((youthId) => {
    const receiver = named.get(youthId) ?? to;
    return receiver === null ? [] : [{ youthId, to: receiver }];
  });
  const assigned = [...new Set(named.values())].map((receiver) => ({
    to: receiver,
    youthIds: [...named].filter(([, one]) => one === receiver).map(([youthId]) => youthId),
    exceptYouthIds: [],
  }));
  return {
    offers,
    withoutReceiver: youthIds.filter((youthId) => !named.has(youthId) && to === null),
    unknown: [...named.keys()].filter((youthId) => !youthIds.includes(youthId)),
    receivers: [...new Set([...named.values(), ...(to === null ? [] : [to])])],
    moves: [...assigned, ...(to === null ? [] : [{ to, youthIds: null, exceptYouthIds: [...named.keys()] }])],
  };
}
