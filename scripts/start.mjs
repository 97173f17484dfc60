// `npm start`: installs and compiles what is missing, then runs everything in one process: database, web and worker.
import { prepare } from './setup/prepare.mjs';
import { whenNpmEnds } from './setup/parent.mjs';

const STOP_MS = 9_000;

prepare();
process.setSourceMapsEnabled(true);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.once(signal, () => setTimeout(() => process.exit(1), STOP_MS).unref());
}
whenNpmEnds(() => process.kill(process.pid, 'SIGTERM'));
await import('../dist/src/local.js');
