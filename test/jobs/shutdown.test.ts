import { setTimeout as pause } from 'node:timers/promises';
import { systemActor } from '../../src/platform/database/actor.js';
import { createTestDatabase } from '../support/database.js';
import { signIn, startApp, type TestApp } from '../support/app.js';
import { noted, slow, startNotebookWorker, until } from '../support/notebook-worker.js';
import { type Organisation, organisation } from '../support/organisation.js';
import { askToSignIn, startWebProcess } from '../support/web-process.js';

describe('a web process that is told to go', () => {
  let app: TestApp;
  let org: Organisation;

  beforeAll(async () => {
    app = await startApp();
    org = await organisation(app);
    await signIn(app, org.staff.freja);
  });
  afterAll(() => app.close());

  it('answers what is under way and goes within ten seconds', async () => {
    const web = await startWebProcess(app.config, { FAULT_POINTS: 'transaction.committed=hang(1500)@session.opened' });
    const asked = askToSignIn(web, org.staff.freja);
    await pause(700);
    const begun = Date.now();
    const ended = web.close();
    expect((await asked).status).toBe(201);
    expect(await ended).toBe(0);
    expect(Date.now() - begun).toBeLessThan(10_000);
    await expect(fetch(`${web.url}/healthz`)).rejects.toThrow();
  }, 60_000);
});

describe('a worker that is told to go', () => {
  it('finishes the message it holds and leaves the others to the next', async () => {
    const database = await createTestDatabase();
    const first = await startNotebookWorker(database.url, null);
    await first.db.transaction(systemActor(), async (tx) => tx.enqueue(slow, { milliseconds: 1_200 }));
    await until(() => first.notebook.slowBegun === 1);
    const begun = Date.now();
    await first.stop();
    expect(Date.now() - begun).toBeLessThan(8_000);
    expect(first.notebook.letters).toEqual(['slow']);
    const next = await startNotebookWorker(database.url, null);
    const [row] = await next.db.statement<{ state: string; signs: number }>(
      'test-left', `SELECT state, (SELECT count(*) FROM worker_sign)::int AS signs FROM outbox_message WHERE kind = 'test.slow'`,
    );
    expect(row).toEqual({ state: 'done', signs: 1 });
    await next.db.transaction(systemActor(), async (tx) => tx.enqueue(noted, { word: 'next' }));
    await until(async () => (await next.db.statement('test-next', "SELECT 1 FROM setting WHERE key = 'test:next'")).length === 1);
    await next.stop();
    await database.drop();
  }, 60_000);
});
