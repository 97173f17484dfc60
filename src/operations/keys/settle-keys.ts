import type { Config } from '../../platform/config/config.js';
import { type KeyName, KEYS, printsOf } from '../../platform/config/key-prints.js';
import { systemActor } from '../../platform/database/actor.js';
import type { Database } from '../../platform/database/database.js';
import type { Tx } from '../../platform/database/tx.js';
import { StartRefused } from '../../platform/errors/start-refused.js';
import { countSealed } from '../../platform/sealing/count-sealed.js';
import { EVERY_SEALED_COLUMN } from '../sealing/every-sealed-column.js';
import { unprovenKeys } from './unproven-keys.js';

/** Two processes that start at once note their keys one after the other. */
const KEYS_LOCK = 4_120_005;

/** The keys of this process are not those of the database's data. Names settings, never a key. */
export class WrongKeys extends StartRefused {}

/**
 * Compares the keys with the prints that the database keeps, and notes those that are new: the first ones of a new database, a new
 * key in front of CPR_KEY. Where data are older than the prints, the keys must open some of them first.
 * @throws WrongKeys that says what to do; then nothing was written
 */
export async function settleKeys(db: Database, config: Config): Promise<void> {
  await db.transaction(systemActor(), async (tx) => {
    await tx.query('SELECT pg_advisory_xact_lock($1)', [KEYS_LOCK]);
    const noted = await notedPrints(tx);
    await refuseOthers(tx, config, noted);
    await refuseLost(tx, config);
    for (const name of KEYS) await note(tx, name, printsOf(config[name]));
  });
}

async function notedPrints(tx: Tx): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await tx.query<{ setting: string; prints: string[] }>('SELECT setting, array_agg(print) AS prints FROM key_print GROUP BY setting');
  return new Map(rows.map(({ setting, prints }) => [setting, prints]));
}

async function refuseOthers(tx: Tx, config: Config, noted: ReadonlyMap<string, readonly string[]>): Promise<void> {
  const others = KEYS.filter((name) => noted.has(name) && !printsOf(config[name]).some((print) => noted.get(name)?.includes(print)));
  const unproven = noted.size < KEYS.length ? (await unprovenKeys(tx, config)).filter((name) => !noted.has(name)) : [];
  const wrong = KEYS.filter((name) => others.includes(name) || unproven.includes(name));
  if (wrong.length > 0) throw new WrongKeys(wordsOf(wrong));
}

/** A key of CPR_KEY was taken away before everything was sealed anew. */
async function refuseLost(tx: Tx, config: Config): Promise<void> {
  const { lost } = await countSealed(tx, config.sealingKeys, EVERY_SEALED_COLUMN);
  if (lost === 0) return;
  throw new WrongKeys(`CPR_KEY mangler en nøgle, som ${lost} værdier i databasen er krypteret med. Sæt den tilbage bagest i CPR_KEY (ny,gammel), og start igen. Den må først fjernes, når npm run reseal siger det.`);
}

async function note(tx: Tx, name: KeyName, prints: readonly string[]): Promise<void> {
  await tx.query('INSERT INTO key_print (setting, print) SELECT $1, unnest($2::varchar[]) ON CONFLICT DO NOTHING', [name, prints]);
}

function wordsOf(wrong: readonly KeyName[]): string {
  const lines = [
    `Nøglerne er ikke dem, som databasens data er skrevet med: ${wrong.join(', ')}. Intet er ændret.`,
    'Find de rigtige frem (fra secrets.json i den gamle DATA_DIR, eller hvor I gemmer dem), sæt dem, og start igen.',
  ];
  if (wrong.includes('CPR_KEY')) lines.push('Er CPR_KEY skiftet, skal den gamle nøgle stå bagest: CPR_KEY=ny,gammel.');
  return lines.join(' ');
}
