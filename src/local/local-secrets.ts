import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

const NAMES = ['CPR_KEY', 'CPR_INDEX_KEY', 'AUDIT_KEY'] as const;

/** Keys of a local installation: made at the first start, kept in a file of the data folder that only its owner may read. */
export async function localSecrets(dataDir: string): Promise<Record<string, string>> {
  const file = path.join(dataDir, 'secrets.json');
  const kept = await readFile(file, 'utf8').catch(() => null);
  if (kept !== null) return JSON.parse(kept) as Record<string, string>;
  const made = Object.fromEntries(NAMES.map((name) => [name, randomBytes(32).toString('base64')]));
  await mkdir(dataDir, { recursive: true });
  await writeFile(file, JSON.stringify(made), { mode: 0o600, flag: 'wx' });
  return made;
}
