// Compiles src, migrations, scripts and test support to dist/ (dist/src/main.js …). The new tree is swapped in at the end,
// so a file that was deleted leaves no trace and a half-made build is never run.
import { spawnSync } from 'node:child_process';
import { rmSync, renameSync, existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';

const project = fileURLToPath(new URL('..', import.meta.url));

/** Compiles everything; throws when swc reports an error. */
export function build() {
  const fresh = join(project, `.dist-${process.pid}`);
  const sources = ['src', 'migrations', 'scripts', 'test'].filter((folder) => existsSync(join(project, folder)));
  const swc = join(project, 'node_modules/@swc/cli/bin/swc.js');
  const options = ['--out-dir', fresh, '--copy-files', '--extensions', '.ts,.tsx', '--quiet', '--ignore', '**/*.spec.ts,**/*.spec.tsx,**/*.test.ts,**/*.test.tsx'];
  try {
    const result = spawnSync(process.execPath, [swc, ...sources, ...options], { cwd: project, stdio: 'inherit' });
    if (result.status !== 0) throw new Error('The build failed (see above).');
    rmSync(join(project, 'dist'), { recursive: true, force: true });
    renameSync(fresh, join(project, 'dist'));
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) build();
