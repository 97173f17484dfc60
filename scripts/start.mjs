// `npm start`: installs and compiles what is missing, then runs everything in one process: database, web and worker.
import { prepare } from './setup/prepare.mjs';
import { endWithNpm } from './setup/run.mjs';

endWithNpm();
await prepare();
process.setSourceMapsEnabled(true);
await import('../dist/src/local.js');
