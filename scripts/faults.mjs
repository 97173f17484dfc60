// `npm run test:faults`: installs and compiles what is missing, then breaks the compiled service. Arguments go on.
import { join } from 'node:path';
import { prepare, project } from './setup/prepare.mjs';
import { endWithNpm, run } from './setup/run.mjs';

endWithNpm();
await prepare();
process.exitCode = await run(process.execPath, ['--enable-source-maps', join(project, 'dist/test/faults/run.js'), ...process.argv.slice(2)], { cwd: project });
