import { startApp, type TestApp } from './app.js';
import { ConclusionDesk } from './conclusion-desk.js';
import { organisation, type Organisation } from './organisation.js';

/** An installation with items that can be held and concluded. */
export interface ConclusionApp {
  readonly app: TestApp;
  readonly org: Organisation;
  readonly desk: ConclusionDesk;
}

export async function startConclusionApp(): Promise<ConclusionApp> {
  const app = await startApp();
  const org = await organisation(app);
  return { app, org, desk: await ConclusionDesk.open(app, org) };
}
