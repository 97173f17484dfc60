import type { Browser } from 'playwright-core';
import { startApp, type TestApp } from './app.js';
import { type BrowserOptions, startBrowser, type Visitor, visitor } from './browser.js';
import { ConclusionDesk } from './conclusion-desk.js';
import { organisation, type Organisation, type StaffName } from './organisation.js';

/** The service, its people and their items, and a browser in which they come. */
export class BrowserDesk {
  private constructor(
    readonly app: TestApp,
    readonly org: Organisation,
    readonly items: ConclusionDesk,
    readonly browser: Browser,
  ) {}

  static async open(): Promise<BrowserDesk> {
    const app = await startApp();
    const org = await organisation(app);
    return new BrowserDesk(app, org, await ConclusionDesk.open(app, org), await startBrowser());
  }

  come(name: StaffName, options: BrowserOptions = {}): Promise<Visitor> {
    return visitor(this.browser, this.app, { org: this.org, name }, options);
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.app.close();
  }
}
