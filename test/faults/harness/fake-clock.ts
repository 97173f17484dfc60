import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Environment } from './program.js';

const LIBRARIES = ['/usr/lib/x86_64-linux-gnu', '/usr/lib/aarch64-linux-gnu', '/usr/lib'].map((folder) => `${folder}/faketime/libfaketimeMT.so.1`);

/** Why no process can be given a clock of its own here; null when it can. */
export function noFakeClock(): string | null {
  return library() === undefined ? 'needs libfaketime (Debian: apt-get install faketime)' : null;
}

function library(): string | undefined {
  return process.platform === 'linux' ? LIBRARIES.find((path) => existsSync(path)) : undefined;
}

/**
 * A clock that one process or several take for the machine's, as libfaketime understands it: `+2h`, `-30m`,
 * `@2027-03-28 00:30:00 x60` (from there on, sixty times as fast). Waiting still takes real time.
 */
export class FakeClock {
  private constructor(private readonly folder: string) {}

  static async set(time: string): Promise<FakeClock> {
    const clock = new FakeClock(await mkdtemp(join(tmpdir(), 'overgang-clock-')));
    spawnSync('chmod', ['755', clock.folder]);
    await clock.turn(time);
    return clock;
  }

  /** Turns the clock while processes run by it. */
  async turn(time: string): Promise<void> {
    await writeFile(join(this.folder, 'time'), `${time}\n`);
  }

  get environment(): Environment {
    return {
      LD_PRELOAD: library() ?? '', FAKETIME_TIMESTAMP_FILE: join(this.folder, 'time'), FAKETIME_CACHE_DURATION: '1',
      FAKETIME_DONT_FAKE_MONOTONIC: '1', TZ: 'UTC',
    };
  }

  async remove(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true });
  }
}
