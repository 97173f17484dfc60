/** What the common oracle found out after a fault. */
export interface Findings {
  /** One line for each thing that must not be. */
  readonly problems: readonly string[];
  /** Acknowledged work that is not there. */
  readonly lost: number;
  /** Work that was done a second time. */
  readonly duplicated: number;
}

export function together(findings: readonly Findings[]): Findings {
  return {
    problems: findings.flatMap((each) => each.problems),
    lost: findings.reduce((sum, each) => sum + each.lost, 0),
    duplicated: findings.reduce((sum, each) => sum + each.duplicated, 0),
  };
}

/** Findings of one kind: each line is a problem. */
export function problems(lines: readonly string[], kind: 'lost' | 'duplicated' | 'wrong' = 'wrong'): Findings {
  return { problems: lines, lost: kind === 'lost' ? lines.length : 0, duplicated: kind === 'duplicated' ? lines.length : 0 };
}
