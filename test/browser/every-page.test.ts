import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { loadDemoWorld } from '../../src/demo/load-demo-world.js';
import { startApp, type TestApp } from '../support/app.js';
import { describeInBrowser, htmlProblems, startBrowser, visitorAs } from '../support/browser.js';
import { crawl, type FoundPage } from '../support/crawl.js';

/** Those of one line look at once: while the one's page is drawn, the other's is examined. */
const ACCOUNTS = [['sagsbehandler', 'teamleder'], ['sekretaer', 'moedeleder'], ['uu', 'admin', 'logkontrol']] as const;
/** Where each role sees something else. */
const BY_ROLE = /^\/(dagsorden|unge|anmodninger|kalender|punkter\/:id)?$/;
const NARROW = { width: 320, height: 640 };
const WIDE = { width: 1280, height: 900 };

interface Finding {
  readonly account: string;
  readonly pattern: string;
  readonly problems: readonly string[];
}

describeInBrowser('every page that links lead to, in the demo', () => {
  let app: TestApp;
  let browser: Browser;
  let folder: string;
  const looked = new Set<string>();
  const report: Array<{ account: string; pattern: string; status: number }> = [];

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'overgang-pages-'));
    app = await startApp({ overrides: { DATA_DIR: folder } });
    await loadDemoWorld(app.config, () => undefined);
    browser = await startBrowser();
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await app.close();
    await rm(folder, { recursive: true, force: true });
    if (process.env['PAGES_REPORT']) await writeFile(process.env['PAGES_REPORT'], JSON.stringify(report));
  });

  /** Every page that the account comes to: what does not answer, and what is wrong with those that nobody has looked at before. */
  async function soundFor(account: string): Promise<{ broken: object[]; findings: Finding[] }> {
    const findings: Finding[] = [];
    const reader = await visitorAs(browser, app, account);
    const lookAt = async ({ pattern }: FoundPage): Promise<void> => {
      const key = BY_ROLE.test(pattern) ? `${account} ${pattern}` : pattern;
      if (looked.has(key)) return;
      looked.add(key);
      const problems = [...(await reader.barriers()), ...(await htmlProblems(await reader.page.content()))];
      await reader.page.setViewportSize(NARROW);
      if (!(await reader.fits())) problems.push('scrolls sideways at 320 px');
      await reader.page.emulateMedia({ forcedColors: 'active' });
      problems.push(...(await reader.barriers()).map((each) => `narrow, forced colours: ${each}`));
      await reader.page.emulateMedia({ forcedColors: 'none' });
      await reader.page.setViewportSize(WIDE);
      if (problems.length > 0) findings.push({ account, pattern, problems });
    };
    const pages = await crawl(reader, lookAt);
    report.push(...pages.map(({ pattern, status }) => ({ account, pattern, status })));
    await reader.close();
    const broken = pages.filter(({ status }) => status !== 200).map(({ path: address, pattern, status }) => ({ account, address, pattern, status }));
    expect(pages.length).toBeGreaterThan(5);
    return { broken, findings };
  }

  it.each(ACCOUNTS.map((accounts) => [accounts.join(', '), accounts] as const))(
    'is sound for %s: it answers, no barriers, valid HTML, fits 320 px and forced colours', async (_names, accounts) => {
      for (const sound of await Promise.all(accounts.map(soundFor))) expect(sound).toEqual({ broken: [], findings: [] });
    }, 300_000,
  );
});
