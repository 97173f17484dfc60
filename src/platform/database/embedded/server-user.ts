import { readFileSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/** The account the embedded server runs as when we are root, which PostgreSQL refuses to be. */
export interface ServerUser {
  uid: number;
  gid: number;
}

/** `nobody` when we are root; undefined (ourselves) otherwise. Throws when root has no `nobody` to run the server as. */
export function serverUser(): ServerUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const line = readFileSync('/etc/passwd', 'utf8').split('\n').find((each) => each.startsWith('nobody:'));
  const [, , uid, gid] = line?.split(':') ?? [];
  if (uid === undefined || gid === undefined) {
    throw new Error(
      'PostgreSQL kører ikke som root, og brugeren "nobody" findes ikke her. Kør som en almindelig bruger, ' +
        'eller sæt DATABASE_URL til en PostgreSQL 16 eller nyere.',
    );
  }
  return { uid: Number(uid) >>> 0, gid: Number(gid) >>> 0 };
}

/** Whether `user` may pass every folder down to `path` and read it. Always true for ourselves (undefined). */
export function canReach(path: string, user: ServerUser | undefined): boolean {
  if (!user) return true;
  let step = resolve(path);
  for (;;) {
    if (!mayEnter(step, user)) return false;
    const parent = dirname(step);
    if (parent === step) return true;
    step = parent;
  }
}

function mayEnter(path: string, user: ServerUser): boolean {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) return true; // will be made by us
  const shift = found.uid === user.uid ? 6 : found.gid === user.gid ? 3 : 0;
  const needed = found.isDirectory() ? 0o1 : 0o5;
  return ((found.mode >> shift) & needed) === needed;
}
