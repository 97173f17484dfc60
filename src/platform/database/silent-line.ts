import type { QueryRunner } from 'typeorm';

/** How long after the longest statement its answer, or the server's word that it gave up, is still waited for, in milliseconds. */
export const ANSWER_MARGIN_MS = 1_000;

/** True when the driver has waited longer for an answer than any statement may take: the line looks open and nothing comes through. */
export function isSilence(error: unknown): boolean {
  return error instanceof Error && error.message === 'Query read timeout';
}

/** Breaks a silent line off, so that the pool opens another one instead of handing this one out again. */
export async function breakOff(runner: QueryRunner): Promise<void> {
  const client = (await runner.connect()) as { end(): Promise<void> };
  void client.end().catch(() => undefined);
}
