import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, chown, mkdir, readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { canReach, type ServerUser } from './server-user.js';

/** The name of the superuser and of the application's database in the embedded server. */
export const OWNER_NAME = 'overgang';

/**
 * Where the embedded server keeps its files: `dataDir`/postgres, or, when the server's user cannot get there (root in a
 * folder that only root may enter), a folder of its own under /var/lib/overgang, whose name `dataDir` remembers.
 */
export async function prepareHome(dataDir: string, user: ServerUser | undefined): Promise<string> {
  const wanted = join(resolve(dataDir), 'postgres');
  try {
    const home = canReach(wanted, user) ? wanted : await homeElsewhere(wanted);
    await mkdir(home, { recursive: true });
    await chmod(home, 0o755);
    if (canReach(home, user)) return home;
  } catch (cause) {
    const advice = 'du må ikke skrive der. Sæt DATA_DIR til en anden mappe.';
    throw new Error(`Databasen kan ikke ligge i ${wanted}: ${advice}`, { cause });
  }
  throw new Error(`Databaseserveren kan ikke komme til ${wanted}. Sæt DATA_DIR til en mappe, som alle må gå ind i.`);
}

/** Whether an embedded server has its data under `dataDir`. Looks only, and makes nothing. */
export async function hasCluster(dataDir: string): Promise<boolean> {
  const wanted = join(resolve(dataDir), 'postgres');
  const elsewhere = await readFile(join(wanted, 'location'), 'utf8').catch(() => null);
  return existsSync(join(elsewhere ?? wanted, 'cluster'));
}

/** By a random name, not by the path: a new clone in the place of an old one must not meet data made with other keys. */
async function homeElsewhere(wanted: string): Promise<string> {
  const note = join(wanted, 'location');
  const known = await readFile(note, 'utf8').catch(() => '');
  if (known) return known;
  const home = join('/var/lib/overgang', randomBytes(6).toString('hex'));
  await mkdir(wanted, { recursive: true });
  await writeFile(note, home);
  return home;
}

export interface ClusterSettings {
  native: string;
  home: string;
  user: ServerUser | undefined;
  /** False leaves out waiting for the disk. */
  durable: boolean;
}

/** Makes the cluster (UTF-8, Danish ICU order) if it is not there, and returns the superuser's password. */
export async function ensureCluster(settings: ClusterSettings): Promise<string> {
  const { native, home, user } = settings;
  const passwordFile = join(home, 'password');
  if (existsSync(join(home, 'cluster'))) {
    await refuseOtherOwner(home, user);
    await refuseOtherMajor(native, home);
    return readFile(passwordFile, 'utf8');
  }
  const password = randomBytes(24).toString('base64url');
  await writeFile(passwordFile, password, { mode: 0o600 });
  await chmod(passwordFile, 0o600);
  for (const name of await readdir(home)) {
    if (name.startsWith('making-')) await rm(join(home, name), { recursive: true, force: true });
  }
  const making = join(home, `making-${process.pid}`);
  await mkdir(making, { mode: 0o700 });
  if (user) await chown(making, user.uid, user.gid);
  await runInitdb(settings, making, password);
  await rename(join(making, 'cluster'), join(home, 'cluster'));
  await rm(making, { recursive: true, force: true });
  return password;
}

async function runInitdb({ native, user, durable }: ClusterSettings, making: string, password: string): Promise<void> {
  const passwordFile = join(making, 'password');
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (user) await chown(passwordFile, user.uid, user.gid);
  const options = ['-D', join(making, 'cluster'), '-U', OWNER_NAME, '--pwfile', passwordFile, '-A', 'scram-sha-256'];
  options.push('-E', 'UTF8', '--locale=C', '--locale-provider=icu', '--icu-locale=da-DK', '--no-instructions');
  if (!durable) options.push('-N');
  const output = await run(join(native, 'bin', 'initdb'), options, user);
  if (output !== undefined) throw new Error(`Databasen kunne ikke oprettes i ${making}:\n${output}`);
}

/** Runs a program to its end; its output when it failed, undefined when it went well. */
function run(program: string, options: string[], user: ServerUser | undefined): Promise<string | undefined> {
  return new Promise((done, reject) => {
    const how = { ...user, cwd: '/', env: serverEnvironment() };
    const child = spawn(program, options, { ...how, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.on('data', (text: Buffer) => (output += text.toString()));
    child.stderr.on('data', (text: Buffer) => (output += text.toString()));
    child.on('error', (cause) => reject(new Error(cannotRun(program), { cause })));
    child.on('close', (code) => done(code === 0 ? undefined : output));
  });
}

async function refuseOtherOwner(home: string, user: ServerUser | undefined): Promise<void> {
  const owner = (await stat(join(home, 'cluster'))).uid;
  if (owner === (user?.uid ?? process.getuid?.() ?? owner)) return;
  const advice = 'Kør som den bruger, eller sæt DATA_DIR til en anden mappe.';
  throw new Error(`Dataene i ${home} er lavet af en anden bruger (${owner}). ${advice}`);
}

async function refuseOtherMajor(native: string, home: string): Promise<void> {
  const made = (await readFile(join(home, 'cluster', 'PG_VERSION'), 'utf8')).trim();
  const packageFile = await readFile(join(native, '..', 'package.json'), 'utf8').catch(() => '{}');
  const { version } = JSON.parse(packageFile) as { version?: string };
  if (version && version.split('.')[0] !== made) {
    throw new Error(
      `Dataene i ${home} er lavet af PostgreSQL ${made}, men den indbyggede er ${version.split('.')[0]}. ` +
        'Flyt mappen væk, eller sæt DATA_DIR til en anden mappe.',
    );
  }
}

/** Nothing of ours reaches the server: PGPORT or LC_ALL of a shell would change it, and secrets do not belong there. */
export function serverEnvironment(): NodeJS.ProcessEnv {
  const { PATH, TMPDIR, TEMP, TMP, SystemRoot, SystemDrive } = process.env;
  return { PATH, TMPDIR, TEMP, TMP, SystemRoot, SystemDrive, LC_ALL: 'C', TZ: 'UTC' };
}

/** What to say when the operating system cannot start one of the server's programs. */
export function cannotRun(program: string): string {
  return `${program} kan ikke køre på denne maskine. Sæt DATABASE_URL til en PostgreSQL 16 eller nyere.`;
}
