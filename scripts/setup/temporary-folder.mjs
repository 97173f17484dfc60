import { chmodSync, mkdtempSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A new temporary folder that the database server can enter too: as root it runs as somebody else. */
export function temporaryFolder() {
  const place = [tmpdir(), '/var/tmp', '/tmp'].find(openToAll) ?? tmpdir();
  const folder = mkdtempSync(join(place, 'overgang-test-'));
  if (process.getuid?.() === 0) chmodSync(folder, 0o755);
  return folder;
}

function openToAll(folder) {
  if (process.getuid?.() !== 0) return true;
  const found = statSync(folder, { throwIfNoEntry: false });
  if (!found || !(found.mode & 0o1)) return false;
  return dirname(folder) === folder || openToAll(dirname(folder));
}
