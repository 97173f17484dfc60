import { parseArgs } from 'node:util';
import type { QueueIn } from './fault.js';

export interface Options {
  /** Ids of the faults to run; null is all of them. */
  readonly only: readonly string[] | null;
  readonly queue: QueueIn | null;
  readonly seeds: readonly number[];
  /** With an installation's own leases and periods, and the catalogue's sizes. */
  readonly soak: boolean;
  /** File that gets the results as JSON. */
  readonly json: string | null;
}

const SOAK_SEEDS = 20;
const USAGE = 'npm run test:faults -- [--only F08,F09] [--backend redis|postgres] [--seed 1] [--seeds 3] [--soak] [--json file]';

/** Reads the command line; throws an error that says how it is used. */
export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      only: { type: 'string' }, backend: { type: 'string' }, seed: { type: 'string' }, seeds: { type: 'string' },
      soak: { type: 'boolean', default: false }, json: { type: 'string' },
    },
  });
  const { backend, soak } = values;
  if (backend !== undefined && backend !== 'redis' && backend !== 'postgres') throw new Error(`there is no backend ${backend}\n${USAGE}`);
  const first = whole(values.seed ?? String(Math.floor(Math.random() * 1_000_000)));
  const count = whole(values.seeds ?? String(soak && values.seed === undefined ? SOAK_SEEDS : 1));
  return {
    only: values.only?.split(',').map((id) => id.trim().toUpperCase()) ?? null,
    queue: backend ?? null, seeds: Array.from({ length: count }, (_, i) => first + i), soak, json: values.json ?? null,
  };
}

function whole(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0) throw new Error(`${text} is no whole number\n${USAGE}`);
  return value;
}
