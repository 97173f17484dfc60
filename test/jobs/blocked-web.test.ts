import { setTimeout as pause } from 'node:timers/promises';
import { signIn, startApp, type TestApp } from '../support/app.js';
import { type Organisation, organisation } from '../support/organisation.js';
import { askToSignIn, startWebProcess } from '../support/web-process.js';

describe('a web process whose event loop stands still', () => {
  let app: TestApp;
  let org: Organisation;

  beforeAll(async () => {
    app = await startApp();
    org = await organisation(app);
    await signIn(app, org.staff.freja);
  });
  afterAll(() => app.close());

  const blockedFor = async (milliseconds: number, silentMs: number) => {
    const web = await startWebProcess(app.config, { FAULT_POINTS: `transaction.committed=block(${milliseconds})@session.opened`, WEB_LOOP_SILENT_MS: String(silentMs) });
    const asked = askToSignIn(web, org.staff.freja);
    return { web, asked: asked.then((answer) => answer.status, () => 'broken off') };
  };

  it('ends itself, so that its supervisor starts another', async () => {
    const { web, asked } = await blockedFor(60_000, 2_000);
    const over = await Promise.race([web.ended, pause(30_000, 'still there', { ref: false })]);
    expect(over).toBeNull();
    expect(await asked).toBe('broken off');
  }, 60_000);

  it('goes on when it was busy for less long', async () => {
    const { web, asked } = await blockedFor(1_000, 20_000);
    expect(await asked).toBe(201);
    expect(await web.close()).toBe(0);
  }, 60_000);
});
