import { spawn } from 'node:child_process';
import { constants } from 'node:os';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];
const PATIENCE_MS = 5_000;
const LOOK_EVERY_MS = 500;

/** Runs a program to its end and returns its exit code, 128 + n when signal n ended it or us: then it ends with us. */
export function run(program, args, options) {
  return new Promise((done, failed) => {
    let interrupted;
    const child = spawn(program, args, { stdio: 'inherit', ...options });
    const pass = (signal) => {
      interrupted = signal;
      child.kill(signal);
      setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS).unref(); // npm ci tidies up for long; the next one starts anew
    };
    for (const signal of SIGNALS) process.on(signal, pass);
    child.once('error', failed);
    child.once('exit', (code, signal) => {
      for (const each of SIGNALS) process.off(each, pass);
      const endedBy = interrupted ?? signal;
      done(endedBy ? 128 + constants.signals[endedBy] : code);
    });
  });
}

/**
 * Sends ourselves SIGTERM when the npm that started us is gone. Its signals reach us directly, since package.json says
 * `exec node …`: without it a shell stands in between and keeps SIGINT to itself. (Windows has no exec and runs what
 * follows the ||.)
 */
export function endWithNpm() {
  if (!process.env.npm_lifecycle_event || process.platform === 'win32') return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    process.kill(process.pid, 'SIGTERM');
  }, LOOK_EVERY_MS);
  timer.unref();
}
