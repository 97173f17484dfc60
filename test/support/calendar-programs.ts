import { execFile, spawn, spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { freePort } from './free-port.js';

export type CalendarProgram = 'radicale' | 'vdirsyncer' | 'khal';

/** Whether the program is installed; says so when it is not, since its tests then do not run. */
export function isInstalled(program: CalendarProgram): boolean {
  const found = spawnSync('/bin/sh', ['-c', `command -v ${program}`]).status === 0;
  if (!found) process.stderr.write(`No ${program} on the PATH: what it would read or take is not tried here. apt-get install ${program}\n`);
  return found;
}

export interface CalendarServer {
  /** 'http://127.0.0.1:5232/' */
  readonly url: string;
  readonly host: string;
  readonly username: string;
  readonly password: string;
  /** Makes an empty calendar and gives its address. */
  makeCalendar(name: string): Promise<string>;
  ask(method: string, url: string, body?: string, headers?: Record<string, string>): Promise<Response>;
  stop(): Promise<void>;
}

/** A real Radicale on this machine with one user. Its files are removed with it, and it ends with us in any case. */
export async function startRadicale(): Promise<CalendarServer> {
  const folder = await temporaryFolder('radicale');
  const [port, username, password] = [await freePort(), 'overgang', 'hemmelig-kode'];
  await writeFile(join(folder, 'users'), `${username}:${password}\n`);
  const settings = [
    ...['--server-hosts', `127.0.0.1:${port}`, '--storage-filesystem-folder', join(folder, 'collections')],
    ...['--auth-type', 'htpasswd', '--auth-htpasswd-filename', join(folder, 'users'), '--auth-htpasswd-encryption', 'plain'],
    ...['--auth-delay', '0', '--rights-type', 'owner_only', '--logging-level', 'error', '--config', ''],
  ];
  const script = 'radicale "$@" & read -r _; kill $!; wait';
  const shell = spawn('/bin/sh', ['-c', script, 'sh', ...settings], { stdio: ['pipe', 'ignore', 'ignore'] });
  const ended = new Promise<void>((done) => shell.once('exit', () => done()));
  const url = `http://127.0.0.1:${port}/`;
  const authorization = `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
  const ask: CalendarServer['ask'] = (method, address, body, headers) => fetch(address, { method, body: body ?? null, headers: { authorization, ...headers } });
  await waitUntilAnswers(url);
  return {
    url, host: `127.0.0.1:${port}`, username, password, ask,
    makeCalendar: async (name) => {
      const address = `${url}${username}/${name}/`;
      const answer = await ask('MKCALENDAR', address);
      if (!answer.ok) throw new Error(`MKCALENDAR answered ${answer.status}`);
      return address;
    },
    stop: async () => {
      shell.stdin.end();
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** What khal lists after vdirsyncer has fetched a feed: a line an event, '2026-12-09 09:00-12:30 title, place'. */
export async function readWithClients(feedUrl: string, from: string, days: number): Promise<{ lines: string[]; files: number }> {
  const folder = await temporaryFolder('clients');
  try {
    const environment = { ...process.env, HOME: folder, LC_ALL: 'C.UTF-8', TZ: 'Europe/Copenhagen', XDG_CONFIG_HOME: folder, XDG_DATA_HOME: folder };
    const run = (program: string, ...given: string[]) => {
      const running = promisify(execFile)(program, given, { env: environment, timeout: 20_000 });
      running.child.stdin?.end(); // a program that asks gets no answer and says so
      return running;
    };
    await mkdir(join(folder, 'items'));
    await writeFile(join(folder, 'vdirsyncer'), vdirsyncerSettings(folder, feedUrl));
    await writeFile(join(folder, 'khal'), khalSettings(folder));
    await run('vdirsyncer', '-c', join(folder, 'vdirsyncer'), 'discover');
    await run('vdirsyncer', '-c', join(folder, 'vdirsyncer'), 'sync');
    const files = (await readdir(join(folder, 'items'))).length;
    const format = '{start-date} {start-time}-{end-time} {title}, {location}';
    const { stdout } = await run('khal', '-c', join(folder, 'khal'), 'list', '--notstarted', '--format', format, '--day-format', '', from, `${days}d`);
    return { lines: stdout.split('\n').filter((line) => line !== ''), files };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function vdirsyncerSettings(folder: string, url: string): string {
  return `[general]
status_path = "${folder}/status"
[pair feed]
a = "there"
b = "here"
collections = null
[storage there]
type = "http"
url = "${url}"
[storage here]
type = "filesystem"
path = "${folder}/items"
fileext = ".ics"
`;
}

function khalSettings(folder: string): string {
  return `[calendars]
[[feed]]
path = ${folder}/items
type = calendar
[locale]
local_timezone = Europe/Copenhagen
default_timezone = Europe/Copenhagen
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
[sqlite]
path = ${folder}/khal.db
`;
}

function temporaryFolder(name: string): Promise<string> {
  return mkdtemp(join(process.env['OVERGANG_TEST_DATA'] ?? tmpdir(), `overgang-${name}-`));
}

async function waitUntilAnswers(url: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await fetch(url);
      return;
    } catch (error) {
      if (attempt === 200) throw error;
      await pause(50);
    }
  }
}
