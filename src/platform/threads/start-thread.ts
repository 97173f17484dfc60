import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker, type WorkerOptions } from 'node:worker_threads';

const TYPESCRIPT = new URL('../../../scripts/typescript.mjs', import.meta.url);

/**
 * Starts a thread from the compiled file where there is one; else from the source, which the thread then compiles by itself
 * (tests, scripts).
 * @param file the file beside the caller, without its ending: new URL('./pdf-worker', import.meta.url)
 */
export function startThread(file: URL, options: WorkerOptions = {}): Worker {
  const compiled = new URL(`${file.href}.js`);
  if (existsSync(fileURLToPath(compiled))) return new Worker(compiled, { ...options, execArgv: [] });
  return new Worker(new URL(`${file.href}.ts`), { ...options, execArgv: ['--disable-warning=ExperimentalWarning', '--import', TYPESCRIPT.href] });
}
