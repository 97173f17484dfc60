import { Worker } from 'node:worker_threads';

const BEAT_MS = 1_000;

/**
 * In a thread of its own, so that it lives when the main one does not. It counts its own looks and not the time: a process that
 * was frozen as a whole and wakes has missed one look only.
 */
const WATCHER = `
const { workerData: { beats, most, every } } = require('node:worker_threads');
const { writeSync } = require('node:fs');
let last = -1;
let missed = 0;
setInterval(() => {
  const now = Atomics.load(beats, 0);
  missed = now === last ? missed + 1 : 0;
  last = now;
  if (missed < most) return;
  writeSync(2, '{"level":60,"msg":"the event loop has stood still for too long; ending, to be started again"}\\n');
  process.kill(process.pid, 'SIGKILL');
}, every);
`;

/**
 * Ends the process when its event loop has stood still for so long: it cannot end itself, and whoever supervises it starts another.
 * What it had begun is taken over by its lease. Returns what stops the watch.
 */
export function watchLoop(silentMs: number): () => Promise<void> {
  const beats = new Int32Array(new SharedArrayBuffer(4));
  const every = Math.min(BEAT_MS, silentMs / 4);
  const watcher = new Worker(WATCHER, { eval: true, execArgv: [], workerData: { beats, most: Math.ceil(silentMs / every), every } });
  watcher.unref();
  const timer = setInterval(() => Atomics.add(beats, 0, 1), every / 2).unref();
  return async () => {
    clearInterval(timer);
    await watcher.terminate();
  };
}
