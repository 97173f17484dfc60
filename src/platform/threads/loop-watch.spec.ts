import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const PROJECT = fileURLToPath(new URL('../../..', import.meta.url));

/** A process of its own, since it is to be killed. */
function run(work: string): { signal: string | null; said: string } {
  const code = `import { watchLoop } from './src/platform/threads/loop-watch.ts'; watchLoop(400); ${work}`;
  const { signal, stderr } = spawnSync(process.execPath, ['--import', './scripts/typescript.mjs', '--input-type=module', '-e', code], { cwd: PROJECT, encoding: 'utf8', env: { ...process.env, NODE_OPTIONS: '' } });
  return { signal, said: stderr };
}

describe('the watch over the event loop', () => {
  it('ends a process that stands still', () => {
    const { signal, said } = run('await new Promise((go) => setTimeout(go, 500)); Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20000);');
    expect(signal).toBe('SIGKILL');
    expect(said).toContain('the event loop has stood still');
  });

  it('leaves alone one that is busy and answers in between', () => {
    const { signal } = run('for (let i = 0; i < 8; i += 1) { Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100); await new Promise((go) => setTimeout(go, 60)); } process.exit(0);');
    expect(signal).toBeNull();
  });
});
