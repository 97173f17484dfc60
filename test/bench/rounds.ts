import type { ChildServer } from './child-server.js';
import { load, type Load, type NextRequest } from './load.js';

export type Side = 'ours' | 'bare';
export type BothSides = Readonly<Record<Side, number>>;

export interface Comparison {
  readonly ours: number;
  readonly bare: number;
  readonly ratio: number;
}

export interface Compared extends Comparison {
  /** Milliseconds from a request to its whole answer. */
  readonly p50: BothSides;
  readonly p99: BothSides;
  /** Microseconds of processor time that the server itself spends on a request. */
  readonly cpu: BothSides;
}

/** What both sides are put under. */
export interface Duel {
  readonly servers: Readonly<Record<Side, ChildServer>>;
  readonly rounds: number;
  readonly connections: number;
  readonly status: number;
  /** The requests of a round; round 0 only warms up. */
  readonly requests: (round: number) => NextRequest;
}

type Measured = Load & { readonly cpu: number };

/**
 * Puts both sides under the same load by turns, the first of each round last in the next, after a round that does not count.
 * Medians over the rounds; the ratio is that of the medians.
 */
export async function compareInRounds(duel: Duel): Promise<Compared> {
  const measured: Record<Side, Measured[]> = { ours: [], bare: [] };
  for (let round = 0; round <= duel.rounds; round++) {
    for (const side of inTurn(round)) {
      const figures = await measure(duel, side, round);
      if (round > 0) measured[side].push(figures);
    }
  }
  const of = (side: Side, figure: keyof Measured): number => median(measured[side].map((each) => each[figure]));
  const both = (figure: keyof Measured): BothSides => ({ ours: of('ours', figure), bare: of('bare', figure) });
  const { ours, bare } = both('perSecond');
  return { ours, bare, ratio: ours / bare, p50: both('p50'), p99: both('p99'), cpu: both('cpu') };
}

async function measure({ servers, connections, status, requests }: Duel, side: Side, round: number): Promise<Measured> {
  const server = servers[side];
  const before = await server.cpu();
  const figures = await load({ url: server.url, connections, status, next: requests(round) });
  return { ...figures, cpu: ((await server.cpu()) - before) / figures.requests };
}

function inTurn(round: number): readonly Side[] {
  return round % 2 === 0 ? ['ours', 'bare'] : ['bare', 'ours'];
}

/** The middle value; of an even number of values the mean of the middle two. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low = 0, high = 0] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return (low + high) / 2;
}
