import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

interface Owner {
  pid: number;
  /** Tells this process from a later one with the same number. */
  born: string;
  address: string;
}

/** The claim of one living process on a data folder. */
export interface Claim {
  /** Says where this Overgang answers, for the message that a second start shows. */
  announce(address: string): Promise<void>;
  release(): Promise<void>;
}

/** Takes the data folder for this process. Throws, naming its address, when another living Overgang has it. */
export async function claimFolder(folder: string): Promise<Claim> {
  const file = join(folder, 'owner.json');
  const mine: Owner = { pid: process.pid, born: birthOf(process.pid) ?? '', address: '' };
  while (!(await createExclusively(file, mine))) await removeIfOwnerIsGone(file, folder);
  return {
    announce: (address) => replace(file, { ...mine, address }),
    release: () => rm(file, { force: true }),
  };
}

/** Written whole under a name of its own and then linked, so that nobody ever reads half a file. */
async function createExclusively(file: string, owner: Owner): Promise<boolean> {
  const fresh = `${file}.${owner.pid}.new`;
  await writeFile(fresh, JSON.stringify(owner), { mode: 0o600 });
  return linkAndDrop(fresh, file);
}

async function linkAndDrop(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(from, { force: true });
  }
}

async function removeIfOwnerIsGone(file: string, folder: string): Promise<void> {
  const owner = await readOwner(file);
  if (owner && birthOf(owner.pid) === owner.born) {
    const where = owner.address ? `på ${owner.address} ` : '';
    throw new Error(
      `Overgang kører allerede ${where}(proces ${owner.pid}) og bruger dataene i ${folder}. ` +
        'Brug den, stop den, eller sæt DATA_DIR til en anden mappe.',
    );
  }
  // Of two that start at once, the slower may move the claim that the faster just made: then it goes back.
  const aside = `${file}.${process.pid}.old`;
  await rename(file, aside).catch(() => undefined);
  const moved = await readOwner(aside);
  if (moved && moved.pid !== owner?.pid) await linkAndDrop(aside, file);
  await rm(aside, { force: true });
}

async function replace(file: string, owner: Owner): Promise<void> {
  const fresh = `${file}.${owner.pid}.new`;
  await writeFile(fresh, JSON.stringify(owner), { mode: 0o600 });
  await rename(fresh, file);
}

async function readOwner(file: string): Promise<Owner | undefined> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Owner;
  } catch {
    return undefined;
  }
}

/** A text that stays the same while process `pid` lives; undefined when there is no such process. */
function birthOf(pid: number): string | undefined {
  try {
    if (process.platform === 'linux') {
      const afterName = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ');
      if (afterName?.[0] === 'Z') return undefined;
      return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()} ${afterName?.[19]}`;
    }
    if (process.platform !== 'win32') {
      return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || undefined;
    }
    process.kill(pid, 0);
    return 'alive';
  } catch {
    return undefined;
  }
}

/** The command line of a living process, or '' when there is none (or it cannot be read). */
export function commandLineOf(pid: number): string {
  try {
    if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
  } catch {
    return '';
  }
}
