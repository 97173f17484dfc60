import assert from 'node:assert/strict';
import { ANY, type Fault } from '../harness/fault.js';
import { schemaOf } from '../harness/migrations.js';
import type { Program } from '../harness/program.js';
import type { Stage } from '../harness/stage.js';
import { TcpProxy } from '../harness/tcp-proxy.js';

/** Twenty seeds of so many come by every piece of the whole migration. */
const KILLS = { soak: 12, quick: 2 };
const FIRST = 3;

export const fault: Fault = {
  id: 'F26', title: 'the migration is killed in the middle, or run by two at once', queues: ANY,
  async run(stage) {
    const empty = `${stage.database}_empty`;
    stage.onEnd(() => drop(stage, empty));
    const places = await placesOf(stage, empty);
    for (const place of places) {
      await makeEmpty(stage, empty);
      await killAtStatement(stage, empty, place);
      const [first, second] = [migrate(stage, empty), migrate(stage, empty)];
      assert.deepEqual(await Promise.all([first.ended, second.ended]), [0, 0], `killed at ${place}: ${first.output}${second.output}`);
      assert.deepEqual(await schemaOf(stage.server, empty), await schemaOf(stage.server, stage.database), `the schema is the one of an undisturbed migration, killed at ${place}`);
    }
    return { note: `killed at statement ${places.join(', ')}` };
  },
};

async function placesOf(stage: Stage, empty: string): Promise<number[]> {
  if (!stage.soak) return Array.from({ length: KILLS.quick }, () => stage.random.between(FIRST, 120));
  await makeEmpty(stage, empty);
  const pieces = await killAtStatement(stage, empty, Number.POSITIVE_INFINITY);
  return Array.from({ length: KILLS.soak }, (_, kill) => FIRST + ((stage.random.seed * KILLS.soak + kill) % (pieces - FIRST)));
}

async function makeEmpty(stage: Stage, database: string): Promise<void> {
  await drop(stage, database);
  await stage.server.query('postgres', `CREATE DATABASE ${database} TEMPLATE template0`);
}

async function drop(stage: Stage, database: string): Promise<void> {
  await stage.server.query('postgres', `DROP DATABASE IF EXISTS ${database} WITH (FORCE)`);
}

function migrate(stage: Stage, database: string, port = stage.server.port): Program {
  return stage.launch('migration', 'scripts/migrate.js', { DATABASE_URL: stage.server.url(database, port) });
}

/** Kills the migrator as soon as its n-th piece is on the way to the server; returns how many pieces it sent. */
async function killAtStatement(stage: Stage, database: string, n: number): Promise<number> {
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
