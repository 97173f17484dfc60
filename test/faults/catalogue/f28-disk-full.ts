import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmod, mkdtemp, rm, statfs, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ANY, type Fault } from '../harness/fault.js';
import { damagesIn } from '../harness/integrity.js';
import { BookingLoad, firstSuccessAfter } from '../harness/load.js';
import { as } from '../harness/meeting-desk.js';
import { until } from '../harness/patience.js';
import type { Stage } from '../harness/stage.js';

const DISK = '700m';

export const fault: Fault = {
  id: 'F28', title: 'the disk of the database is full', queues: ANY,
  lacks: () => (process.getuid?.() === 0 && process.platform === 'linux' ? null : 'needs root on Linux, for a small disk of its own'),
  async run(stage) {
    const disk = await smallDisk(stage);
    const whole = stage.server;
    const small = await whole.clone(disk);
    stage.server = small;
    stage.onEnd(async () => {
      stage.server = whole;
      await small.stop();
    });
    await small.start();
    await stage.startWeb();
    const load = new BookingLoad(stage, 3);
    await pause(1_000);
    await fill(disk);
    const told = await until('a request is told to come later', () => stage.history.count(503) > 0, 20_000);
    await shownOnlyIfLogged(stage);
    await rm(join(disk, 'filling'));
    const freeAt = Date.now();
    await until('requests are answered again', async () => (await as(stage, 'karla').get('/me')).status === 200, 60_000);
    await pause(2_000);
    await load.stop();
    assert.deepEqual(stage.history.unlooked(), [], 'meanwhile only 503');
    assert.deepEqual(await damagesIn(stage), [], 'nothing is damaged');
    return { recoveryMs: firstSuccessAfter(stage, freeAt), note: `told after ${told} ms` };
  },
};

/** A short entry may still find room; then the page is shown, and else it is not. */
async function shownOnlyIfLogged(stage: Stage): Promise<void> {
  const logged = (): Promise<number> => stage.count(`SELECT count(*) FROM audit_entry WHERE action = 'youth.opened'`);
  for (let look = 0; look < 5; look += 1) {
    const before = await logged().catch(() => null);
    const { status } = await as(stage, 'gitte').get(`/youths/${stage.world.youths[0]}`);
    const after = await logged().catch(() => null);
    if (before !== null && after !== null) assert.ok(status === 503 || after === before + 1, `it was answered ${status} and not logged`);
    else assert.equal(status, 503);
  }
}

async function smallDisk(stage: Stage): Promise<string> {
  const disk = await mkdtemp(join(tmpdir(), 'overgang-disk-'));
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${DISK}`, 'tmpfs', disk]);
  stage.onEnd(async () => {
    spawnSync('umount', ['-l', disk]);
    await rm(disk, { recursive: true, force: true });
  });
  if (mounted.status !== 0) throw new Error(`no disk could be mounted: ${mounted.stderr.toString()}`);
  await chmod(disk, 0o755);
  return disk;
}

/** Leaves not a page free, and goes on until nothing more can be written. */
async function fill(disk: string): Promise<void> {
  const { bavail, bsize } = await statfs(disk);
  await writeFile(join(disk, 'filling'), Buffer.alloc(bavail * bsize)).catch(() => undefined);
}
