import assert from 'node:assert/strict';
import { ANY, type Fault } from '../harness/fault.js';
import { schemaOf } from '../harness/migrations.js';
import type { Program } from '../harness/program.js';
import type { Stage } from '../harness/stage.js';
import { TcpProxy } from '../harness/tcp-proxy.js';

const KILLS = { soak: 12, quick: 2 };

export const fault: Fault = {
  id: 'F26', title: 'the migration is killed in the middle, or run by two at once', queues: ANY,
  async run(stage) {
    const empty = `${stage.database}_empty`;
    await stage.server.query('postgres', `CREATE DATABASE ${empty} TEMPLATE template0`);
    stage.onEnd(() => stage.server.query('postgres', `DROP DATABASE IF EXISTS ${empty} WITH (FORCE)`));
    const killedAt: number[] = [];
    for (let kill = 0; kill < (stage.soak ? KILLS.soak : KILLS.quick); kill += 1) killedAt.push(await killAtStatement(stage, empty, stage.random.between(3, 120)));
    const [first, second] = [migrate(stage, empty), migrate(stage, empty)];
    assert.deepEqual(await Promise.all([first.ended, second.ended]), [0, 0], `${first.output}${second.output}`);
    assert.deepEqual(await schemaOf(stage.server, empty), await schemaOf(stage.server, stage.database), 'the schema is the one of an undisturbed migration');
    return { note: `killed at statement ${killedAt.join(' and ')}` };
  },
};

function migrate(stage: Stage, database: string, port = stage.server.port): Program {
  return stage.launch('migration', 'scripts/migrate.js', { DATABASE_URL: stage.server.url(database, port) });
}

/** Kills the migrator as soon as its n-th piece is on the way to the server. */
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
  return Math.min(n, sent);
}
