import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { KEYS } from '../../../src/platform/config/key-prints.js';
import { apiClient } from '../../support/app.js';
import { DatabaseServer } from '../harness/database-server.js';
import { BOTH, type Fault } from '../harness/fault.js';
import { bookMailed, mailsDone, messagesAbout } from '../harness/mail-desk.js';
import { drained, leaveMessages } from '../harness/messages.js';
import { until } from '../harness/patience.js';
import type { Stage, WebProgram } from '../harness/stage.js';
import { usernameOf } from '../../support/username.js';

export const fault: Fault = {
  id: 'F43', title: 'a backup is restored into a new server, with an empty queue', queues: BOTH,
  async run(stage) {
    const [web, worker] = await Promise.all([stage.startWeb(), stage.startWorker()]);
    const told = await bookMailed(stage, 0);
    await until('the first mail is sent', async () => (await mailsDone(stage, told)) === 1, stage.bars.takeOverMs);
    await worker.stop();
    const waiting = await bookMailed(stage, 1);
    await leaveMessages(stage, 10, 2);
    await web.program.stop();
    await moveByBackup(stage);
    const begun = performance.now();
    const [restored] = await Promise.all([stage.startWeb(), stage.startWorker()]);
    await drained(stage);
    const recoveryMs = Math.round(performance.now() - begun);
    assert.deepEqual([told, waiting].map((item) => messagesAbout(stage, item).length), [1, 1], 'what waited goes out, what had gone out does not again');
    await readableWithTheKeyOnly(stage, restored);
    return { recoveryMs };
  },
};

async function moveByBackup(stage: Stage): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'overgang-backup-'));
  stage.onEnd(() => rm(folder, { recursive: true, force: true }));
  const file = join(folder, 'all.backup.gz');
  await succeeds(stage, `scripts/backup.js --to ${file}`);
  const [old, fresh] = [stage.server, await DatabaseServer.create()];
  stage.onEnd(async () => {
    stage.server = old;
    await fresh.remove();
  });
  await fresh.query('postgres', `CREATE DATABASE ${stage.database}`);
  stage.server = fresh;
  await succeeds(stage, `scripts/restore.js --from ${file}`);
  await stage.redis?.command('FLUSHALL');
}

async function succeeds(stage: Stage, script: string): Promise<void> {
  const program = stage.launch('backup', script);
  assert.equal(await program.ended, 0, program.output);
}

async function readableWithTheKeyOnly(stage: Stage, web: WebProgram): Promise<void> {
  const disclosure = `/youths/${stage.world.case['youth']}/cpr-disclosure`;
  const old = await apiClient(web.url, stage.world.tokens.freja).get('/me');
  assert.equal(old.status, 401, 'everybody signs in again');
  const token = await signIn(stage, web);
  const read = await apiClient(web.url, token).post(disclosure, { purpose: 'Fagsystem' });
  assert.equal((read.body as { cpr?: string }).cpr, stage.world.cpr);
  for (const name of KEYS) {
    const other = stage.launch('web', 'src/main.js', { PORT: '0', [name]: randomBytes(32).toString('base64') });
    assert.ok((await other.ended) !== 0, `with another ${name} the web process does not start`);
    assert.match(other.output, new RegExp(`skrevet med: ${name}\\.`));
  }
}

async function signIn(stage: Stage, web: WebProgram): Promise<string> {
  const answer = await apiClient(web.url, null).post('/session', { username: usernameOf(stage.world.staff.freja), password: 'demo' });
  assert.equal(answer.status, 201);
  return (answer.body as { token: string }).token;
}
