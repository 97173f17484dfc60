import { writeFile } from 'node:fs/promises';
import type { QueueIn } from './fault.js';

/** One run of a fault with one seed. */
export interface Run {
  readonly id: string;
  readonly title: string;
  readonly queue: QueueIn | '-';
  readonly seed: number;
  readonly lost: number;
  readonly duplicated: number;
  readonly recoveryMs: number | null;
  readonly seconds: number;
  readonly note: string | null;
  /** Empty when all is as promised. */
  readonly problems: readonly string[];
  /** The problem is only that something did not come in time. */
  readonly late: boolean;
  /** It came too late the first time and was played once more: this is the second time. */
  readonly again: boolean;
  /** Why it did not run here. */
  readonly skipped: string | null;
}

/** A line per fault and queue over all seeds. */
export function table(runs: readonly Run[]): string {
  const groups = new Map<string, Run[]>();
  for (const run of runs) groups.set(`${run.id} ${run.queue}`, [...(groups.get(`${run.id} ${run.queue}`) ?? []), run]);
  const rows = [...groups.values()].map((group) => rowOf(group));
  const all = [['fault', 'queue', 'seeds', 'lost', 'dupl.', 'recovery', 'seconds', 'result'], ...rows];
  const widths = all[0]?.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0))) ?? [];
  return all.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ').trimEnd()).join('\n');
}

function rowOf(group: readonly Run[]): string[] {
  const [first] = group;
  if (first === undefined) return [];
  const sum = (pick: (run: Run) => number): string => String(group.reduce((total, run) => total + pick(run), 0));
  const recoveries = group.flatMap((run) => run.recoveryMs ?? []);
  const failed = group.filter((run) => run.problems.length > 0).length;
  const result = first.skipped !== null ? 'not here' : failed === 0 ? 'ok' : `${failed} failed`;
  return [
    `${first.id} ${first.title}`, first.queue, String(group.length), sum((run) => run.lost), sum((run) => run.duplicated),
    recoveries.length === 0 ? '-' : `${(Math.max(...recoveries) / 1_000).toFixed(1)} s`, sum((run) => Math.round(run.seconds)), result,
  ];
}

/** What is said of a run as it ends. */
export function told({ id, title, queue, seconds, problems, skipped, note, recoveryMs }: Run): string {
  const result = skipped !== null ? `did not run here: ${skipped}` : problems.length === 0 ? 'ok' : 'FAILED';
  const recovery = recoveryMs === null ? '' : `, back after ${recoveryMs} ms`;
  const line = `${id} ${queue} ${title}: ${result} (${seconds.toFixed(1)} s${recovery})${note === null ? '' : ` ${note}`}\n`;
  return line + problems.map((problem) => `   ${problem.replaceAll('\n', '\n   ')}\n`).join('');
}

/** The last lines: what did not run here and why, what was played once more, and the counts. */
export function summary(runs: readonly Run[]): string {
  const ran = runs.filter((run) => run.skipped === null);
  const failed = ran.filter((run) => run.problems.length > 0).length;
  const again = ran.filter((run) => run.again).map((run) => `${run.id} ${run.queue}`);
  return [
    ...runs.filter((run) => run.skipped !== null).map((run) => `NOT RUN: ${run.id} ${run.queue}: ${run.skipped}`),
    ...(again.length === 0 ? [] : [`PLAYED AGAIN, the first time was too late: ${again.join(', ')}`]),
    `${ran.length - failed} passed, ${failed} failed, ${runs.length - ran.length} not run, ${again.length} played again`,
  ].join('\n');
}

export async function writeJson(path: string, runs: readonly Run[]): Promise<void> {
  const again = runs.filter((run) => run.again).map(({ id, queue, seed }) => ({ id, queue, seed }));
  await writeFile(path, `${JSON.stringify({ at: new Date().toISOString(), again, runs }, null, 2)}\n`);
}
