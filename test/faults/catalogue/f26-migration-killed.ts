import assert from 'node:assert/strict';
import { ANY, type Fault } from '../harness/fault.js';
import { revertMigrations, schemaOf } from '../harness/migrations.js';
import type { Program } from '../harness/program.js';
import type { Stage } from '../harness/stage.js';
import { TcpProxy } from '../harness/tcp-proxy.js';

/** Twenty seeds of so many come by every piece of the whole migration; a quick run kills once in each share of it. */
const KILLS = { soak: 12, quick: 2 };
/** Of them so many in a database that holds data. */
const KILLS_WITH_DATA = { soak: 4, quick: 1 };
const FIRST = 3;
/** Everything from this migration on is still to come in the older database. */
const OLDER = 'MailDeliveries';
/** What such a database holds and must keep. */
const KEPT = ['youth', 'referral', 'booking', 'staff_member', 'audit_entry', 'reminder', 'coordination'];

export const fault: Fault = {
  id: 'F26', title: 'the migration is killed in the middle, or run by two at once', queues: ANY,
  async run(stage) {
    const database = `${stage.database}_migrated`;
    stage.onEnd(() => drop(stage, database));
    const fresh = await killedAt(stage, database, stage.soak ? KILLS.soak : KILLS.quick, () => makeEmpty(stage, database));
    const kept = await rowsOf(stage, stage.database);
    const filled = await killedAt(stage, database, stage.soak ? KILLS_WITH_DATA.soak : KILLS_WITH_DATA.quick, () => makeOlder(stage, database));
    assert.deepEqual(await rowsOf(stage, database), kept, 'every row is there');
    return { note: `killed at piece ${fresh.join(', ')} of an empty database, ${filled.join(', ')} of one with data` };
  },
};

/** Kills the migration at as many places, each in a share of its own, and lets two finish it at once. Returns the places. */
async function killedAt(stage: Stage, database: string, kills: number, make: () => Promise<void>): Promise<string[]> {
  await make();
  const pieces = await killAtPiece(stage, database, Number.POSITIVE_INFINITY);
  const places = Array.from({ length: kills }, (_, kill) => placeOf(stage, kill, kills, pieces));
  for (const place of places) {
    await make();
    await killAtPiece(stage, database, place);
    const [first, second] = [migrate(stage, database), migrate(stage, database)];
    assert.deepEqual(await Promise.all([first.ended, second.ended]), [0, 0], `killed at ${place}: ${first.output}${second.output}`);
    assert.deepEqual(await schemaOf(stage.server, database), await schemaOf(stage.server, stage.database), `the schema is the one of an undisturbed migration, killed at ${place}`);
  }
  return places.map((place) => `${place}/${pieces}`);
}

function placeOf({ soak, random }: Stage, kill: number, kills: number, pieces: number): number {
  const inAll = pieces - FIRST;
  if (soak) return FIRST + ((random.seed * kills + kill) % inAll);
  return FIRST + Math.floor(((kill + random.next()) / kills) * inAll);
}

async function makeEmpty(stage: Stage, database: string): Promise<void> {
  await drop(stage, database);
  await stage.server.query('postgres', `CREATE DATABASE ${database} TEMPLATE template0`);
}

/** The world as an older version left it. */
async function makeOlder(stage: Stage, database: string): Promise<void> {
  await drop(stage, database);
  await stage.server.query('postgres', `CREATE DATABASE ${database} TEMPLATE ${stage.world.database}`);
  await revertMigrations(stage, OLDER, database);
}

async function rowsOf(stage: Stage, database: string): Promise<Record<string, number>> {
  const counts = KEPT.map((table) => `(SELECT count(*)::int FROM ${table}) AS ${table}`);
  const [row] = await stage.server.query<Record<string, number>>(database, `SELECT ${counts.join(', ')}`);
  return row ?? {};
}

async function drop(stage: Stage, database: string): Promise<void> {
  await stage.server.query('postgres', `DROP DATABASE IF EXISTS ${database} WITH (FORCE)`);
}

function migrate(stage: Stage, database: string, port = stage.server.port): Program {
  return stage.launch('migration', 'scripts/migrate.js', { DATABASE_URL: stage.server.url(database, port) });
}

/** Kills the migrator as soon as its n-th piece is on the way to the server; returns how many pieces it sent. */
async function killAtPiece(stage: Stage, database: string, n: number): Promise<number> {
  const line = await TcpProxy.start(stage.server.port);
  const migrator = migrate(stage, database, line.port);
  let sent = 0;
  line.intercept((_piece, direction) => {
    if (direction === 'to-server') sent += 1;
    if (sent === n) migrator.signal('SIGKILL');
    return 'pass';
  });
  await migrator.ended;
  await line.stop();
  return sent;
}
