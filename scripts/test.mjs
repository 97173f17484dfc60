// `npm test`: installs and compiles what is missing, then runs the whole suite. What JEST_ARGUMENTS holds goes on to jest.
import { rmSync } from 'node:fs';
import { prepare, project } from './setup/prepare.mjs';
import { endWithNpm, run } from './setup/run.mjs';
import { temporaryFolder } from './setup/temporary-folder.mjs';

endWithNpm();
await prepare();
const data = temporaryFolder();
const jest = ['--disable-warning=ExperimentalWarning', '--experimental-vm-modules', 'node_modules/jest/bin/jest.js'];
const env = { ...process.env, OVERGANG_TEST_DATA: data };
process.exitCode = await run(process.execPath, [...jest, ...(process.env.JEST_ARGUMENTS ?? '').split(' ').filter((each) => each !== '')], { cwd: project, env });
rmSync(data, { recursive: true, force: true, maxRetries: 30, retryDelay: 100 });
