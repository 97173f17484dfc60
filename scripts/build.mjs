// Compiles src, migrations, scripts and the tests' support to dist/ (dist/src/main.js …).
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const project = fileURLToPath(new URL('..', import.meta.url));
const dist = join(project, 'dist');
const SOURCES = ['src', 'migrations', 'scripts', 'test'].filter((folder) => existsSync(join(project, folder)));
const SETTINGS = ['.swcrc', 'package-lock.json', 'scripts/build.mjs'];
const NOT_BUILT = /\.(spec|test)\.tsx?$/;

/** Whether a source differs from what dist/ was made of. */
export function needsBuild() {
  const made = join(dist, '.sources');
  return !existsSync(made) || readFileSync(made, 'utf8') !== sourceHash();
}

/**
 * Compiles everything; throws when swc reports an error. The new tree is swapped in at the end: a deleted file leaves no
 * trace, and a half-made build is never run.
 */
export function build() {
  const stamp = sourceHash();
  const fresh = join(project, `.dist-${process.pid}`);
  const options = ['--out-dir', fresh, '--copy-files', '--extensions', '.ts,.tsx', '--quiet'];
  options.push('--ignore', '**/*.spec.ts,**/*.spec.tsx,**/*.test.ts,**/*.test.tsx');
  const swc = join(project, 'node_modules/@swc/cli/bin/swc.js');
  try {
    const result = spawnSync(process.execPath, [swc, ...SOURCES, ...options], { cwd: project, stdio: 'inherit' });
    if (result.status !== 0) throw new Error('Koden kunne ikke oversættes. Se fejlen ovenfor.');
    writeFileSync(join(fresh, '.sources'), stamp);
    swapIn(fresh);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
    rmSync(`${fresh}-old`, { recursive: true, force: true });
  }
}

function swapIn(fresh) {
  for (let attempt = 1; ; attempt++) {
    try {
      if (existsSync(dist)) renameSync(dist, `${fresh}-old`);
      renameSync(fresh, dist);
      return;
    } catch (error) {
      rmSync(`${fresh}-old`, { recursive: true, force: true }); // another build came first
      if (attempt === 5) throw error;
    }
  }
}

function sourceHash() {
  const hash = createHash('sha256');
  for (const file of [...SETTINGS, ...SOURCES.flatMap(filesUnder)].sort()) {
    hash.update(`${file}\0`).update(readFileSync(join(project, file))).update('\0');
  }
  return hash.digest('hex');
}

function filesUnder(folder) {
  return readdirSync(join(project, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !NOT_BUILT.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(project.length));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) build();
