import { parseArgs } from 'node:util';

const CASES = ['docket', 'booking', 'feed-304', 'import'] as const;
export type CaseName = (typeof CASES)[number];

export interface Options {
  readonly cases: readonly CaseName[];
  readonly rounds: number;
  /** How long a side is under load in each round. */
  readonly seconds: number;
  /** Bookings that each side makes in each round; every referral is booked once. */
  readonly bookings: number;
  /** Youths of each imported file. */
  readonly youths: number;
  readonly connections: number;
  /** Folder that gets a CPU profile of our server; nothing is profiled when left out. */
  readonly profile: string | null;
}

const USAGE = `npm run bench -- [--case ${CASES.join('|')}]… [--rounds 5] [--seconds 3] [--bookings 100] [--youths 1904] [--connections 8] [--profile folder]`;

/** Reads the command line; throws an error that says how it is used. */
export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      case: { type: 'string', multiple: true, default: [] }, rounds: { type: 'string', default: '5' }, seconds: { type: 'string', default: '3' },
      bookings: { type: 'string', default: '100' }, youths: { type: 'string', default: '1904' }, connections: { type: 'string', default: '8' },
      profile: { type: 'string' },
    },
  });
  const unknown = values.case.find((name) => !CASES.some((each) => each === name));
  if (unknown !== undefined) throw new Error(`there is no case ${unknown}\n${USAGE}`);
  const cases = CASES.filter((each) => values.case.length === 0 || values.case.includes(each));
  const { rounds, seconds, bookings, youths, connections, profile = null } = values;
  return { cases, rounds: positive(rounds), seconds: positive(seconds), bookings: positive(bookings), youths: positive(youths), connections: positive(connections), profile };
}

function positive(text: string): number {
  const value = Number(text);
  if (!(value > 0)) throw new Error(`${text} is no number above nought\n${USAGE}`);
  return value;
}
