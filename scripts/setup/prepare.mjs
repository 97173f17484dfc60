// What `npm start` and `npm test` need before the first import from node_modules: plain Node, no dependencies.
import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, needsBuild } from '../build.mjs';
import { run } from './run.mjs';

export const project = fileURLToPath(new URL('../..', import.meta.url));
const LEAST_NODE = [20, 19];

/** Checks Node, installs what the lock file names and compiles what changed; ends the process with advice if not. */
export async function prepare() {
  try {
    checkNode(process.versions.node);
    await installIfNeeded();
    if (needsBuild()) {
      mustBeWritable('Koden skal oversættes');
      build();
    }
  } catch (error) {
    process.stderr.write(`\n${error.message}\n`);
    process.exit(error.exitCode ?? 1);
  }
}

export function checkNode(version) {
  const [major, minor] = version.split('.').map(Number);
  if (major > LEAST_NODE[0] || (major === LEAST_NODE[0] && minor >= LEAST_NODE[1])) return;
  const least = LEAST_NODE.join('.');
  throw new Error(`Overgang skal bruge Node ${least} eller nyere; dette er Node ${version}. Hent en nyere på nodejs.org.`);
}

async function installIfNeeded() {
  const missing = missingPackages(project);
  if (missing.length === 0) return;
  mustBeWritable(`${missing.length} pakker mangler`);
  process.stdout.write(`Henter ${missing.length} pakker (npm ci) …\n`);
  const npm = process.env.npm_execpath;
  const options = ['ci', '--include=dev', '--include=optional', '--loglevel=error'];
  const [program, args] = npm ? [process.execPath, [npm, ...options]] : ['npm', options];
  const code = await run(program, args, { cwd: project, shell: !npm && process.platform === 'win32' });
  if (code > 128) throw Object.assign(new Error('Afbrudt.'), { exitCode: code });
  if (code !== 0) throw new Error('Pakkerne kunne ikke hentes (se ovenfor). Er der net, plads på disken og adgang til npm?');
}

function mustBeWritable(why) {
  try {
    accessSync(project, constants.W_OK);
  } catch {
    throw new Error(`${why}, og du må ikke skrive i ${project}. Kør "npm ci && npm run build" som den, der ejer mappen.`);
  }
}

/** Names of the packages in the lock file that node_modules lacks or has in another version. */
export function missingPackages(folder) {
  const wanted = JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8')).packages;
  const record = join(folder, 'node_modules/.package-lock.json'); // npm writes it when an install is complete
  const installed = existsSync(record) ? JSON.parse(readFileSync(record, 'utf8')).packages : {};
  return Object.keys(wanted).filter((path) => {
    if (path === '' || wanted[path].optional || wanted[path].link) return false;
    return installed[path]?.version !== wanted[path].version;
  });
}
