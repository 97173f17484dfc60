import { writeSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

/**
 * The places at which a test may break the program. Each is one line in the code, and does nothing unless `NODE_ENV` is
 * `test` and `FAULT_POINTS` names it; with any other `NODE_ENV` that setting stops the boot (see `config.ts`).
 */
export const FAULT_POINTS = [
  /** Everything of a transaction is written, COMMIT is not yet sent. Labels: the audit actions in it. */
  'transaction.before-commit',
  /** COMMIT has succeeded, nobody has been told. Labels: the audit actions in it. */
  'transaction.committed',
  /** The worker holds the lease of a message and has done nothing. Label: the message's kind. */
  'outbox.claimed',
  /** The message's effect has happened, the row does not say `done`. Label: the message's kind. */
  'outbox.effect-done',
  /** The mail server has answered 250. */
  'mail.accepted',
] as const;

export type FaultPoint = (typeof FAULT_POINTS)[number];

const ACTIONS = ['exit', 'hang', 'block', 'fail'] as const;

export interface Fault {
  readonly point: FaultPoint;
  readonly action: (typeof ACTIONS)[number];
  /** For `hang` and `block`; without it they last for ever. */
  readonly milliseconds: number;
  /** Only where the point carries this label; null is any. */
  readonly label: string | null;
  /** The first so many arrivals pass. */
  readonly skip: number;
}

const TEXT = /^(?<point>[a-z.-]+)=(?<action>[a-z]+)(\((?<milliseconds>\d+)\))?(@(?<label>[a-z._-]+))?(#(?<arrival>\d+))?$/;
const FOR_EVER = 2 ** 31 - 1;
const inTest = process.env['NODE_ENV'] === 'test';
const arrivals = new Map<string, number>();

/**
 * Reads `FAULT_POINTS`, for example `transaction.before-commit=exit@booking.made,outbox.claimed=block(60000)#3`:
 * point = action, then optionally (milliseconds), @label and #n for "from the n-th arrival on".
 * - `exit` ends the process as `kill -9` does
 * - `hang` never comes back (or after the milliseconds); the process goes on
 * - `block` keeps the event loop busy
 * - `fail` throws, as if the step had failed although it did not
 * @throws Error that names the part it cannot read
 */
export function readFaults(text: string): Fault[] {
  return text.split(',').filter((part) => part !== '').map((part) => {
    const found = TEXT.exec(part.trim())?.groups;
    const point = FAULT_POINTS.find((each) => each === found?.['point']);
    const action = ACTIONS.find((each) => each === found?.['action']);
    if (found === undefined || point === undefined || action === undefined) throw new Error(`no such fault point or action: ${part}`);
    return {
      point, action, milliseconds: Number(found['milliseconds'] ?? FOR_EVER), label: found['label'] ?? null, skip: Number(found['arrival'] ?? 1) - 1,
    };
  });
}

/** Breaks the program here when a test asks for it; otherwise nothing. Says on standard error that the point was reached. */
export async function faultPoint(point: FaultPoint, labels: readonly string[] = []): Promise<void> {
  if (!inTest) return;
  const text = process.env['FAULT_POINTS'];
  if (text === undefined || text === '') return;
  const fault = readFaults(text).find((each) => each.point === point && (each.label === null || labels.includes(each.label)));
  if (fault === undefined) return;
  const key = `${point}@${fault.label ?? ''}`;
  const arrival = (arrivals.get(key) ?? 0) + 1;
  arrivals.set(key, arrival);
  if (arrival > fault.skip) await strike(fault);
}

/** What a `fail` throws: as a lost connection after the step itself was done. */
export class InjectedFault extends Error {}

async function strike({ point, action, milliseconds }: Fault): Promise<void> {
  writeSync(2, `fault point ${point}: ${action}\n`);
  switch (action) {
    case 'exit':
      process.kill(process.pid, 'SIGKILL');
      return pause(FOR_EVER);
    case 'hang':
      return pause(milliseconds);
    case 'block':
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
      return undefined;
    case 'fail':
      throw new InjectedFault(point);
  }
}
