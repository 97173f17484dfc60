// `npm test`: installs and compiles what is missing, then runs the whole suite. Arguments go on to jest.
import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { constants } from 'node:os';
import { prepare, project } from './setup/prepare.mjs';
import { whenNpmEnds } from './setup/parent.mjs';
import { temporaryFolder } from './setup/temporary-folder.mjs';

prepare();
const data = temporaryFolder();
const options = ['--disable-warning=ExperimentalWarning', '--experimental-vm-modules', 'node_modules/jest/bin/jest.js'];
const jest = spawn(process.execPath, [...options, ...process.argv.slice(2)], {
  cwd: project,
  stdio: 'inherit',
  env: { ...process.env, OVERGANG_TEST_DATA: data },
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => jest.kill(signal));
whenNpmEnds(() => jest.kill('SIGTERM'));
jest.once('exit', (code, signal) => {
  rmSync(data, { recursive: true, force: true, maxRetries: 30, retryDelay: 100 });
  process.exitCode = signal ? 128 + constants.signals[signal] : code;
});
