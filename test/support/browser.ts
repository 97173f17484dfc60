import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { HtmlValidate } from 'html-validate/node';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { SessionStore } from '../../src/auth/session-store.js';
import type { TestApp } from './app.js';
import type { Organisation, StaffName } from './organisation.js';

const PLACES = [process.env['CHROMIUM_PATH'], '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const FIND_BARRIERS = `axe.run({ runOnly: { type: 'tag', values: ${JSON.stringify(RULES)} } }).then(({ violations }) =>
  JSON.stringify(violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ target, failureSummary }) => target.join(' ') + ' ' + failureSummary).join(' | '))))`;

const CHROMIUM = PLACES.find((place) => place !== undefined && existsSync(place)) ?? null;

/** Tests in a real browser; where there is none they are skipped with a line that says so. */
export const describeInBrowser = CHROMIUM === null ? describe.skip : describe;
if (CHROMIUM === null) process.stderr.write('No Chromium on this machine: the tests in a browser are skipped (Debian: apt-get install chromium).\n');

export interface BrowserOptions {
  readonly javaScript?: boolean;
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly forcedColors?: boolean;
}

/** One browser for a test file. */
export async function startBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: CHROMIUM ?? '', args: ['--no-sandbox', '--disable-dev-shm-usage'] });
}

/** A person at a browser of their own, signed in (nobody when no name is given). */
export async function visitor(browser: Browser, app: TestApp, staff: { org: Organisation; name: StaffName } | null, options: BrowserOptions = {}): Promise<Visitor> {
  const context = await openContext(browser, app, options);
  if (staff !== null) {
    const { token } = await app.inTx((tx) => app.get(SessionStore).open(tx, staff.org.staff[staff.name], 'page'));
    await context.addCookies([{ name: 'sid', value: token, url: app.url, httpOnly: true, sameSite: 'Lax' }]);
  }
  return new Visitor(context, await context.newPage());
}

/** As `visitor`, for the holder of an account of the demo, who signs in on the page. */
export async function visitorAs(browser: Browser, app: TestApp, username: string, options: BrowserOptions = {}): Promise<Visitor> {
  const context = await openContext(browser, app, options);
  const page = await context.newPage();
  await page.goto('/log-ind');
  await page.fill('#username', username);
  await page.fill('#password', 'demo');
  await page.click('main button[type="submit"]');
  return new Visitor(context, page);
}

function openContext(browser: Browser, app: TestApp, options: BrowserOptions): Promise<BrowserContext> {
  return browser.newContext({
    baseURL: app.url, locale: 'da-DK', timezoneId: 'Europe/Copenhagen', javaScriptEnabled: options.javaScript ?? true,
    viewport: options.viewport ?? { width: 1280, height: 900 }, forcedColors: options.forcedColors === true ? 'active' : 'none', reducedMotion: 'reduce',
  });
}

export class Visitor {
  private readonly complaints: string[] = [];

  constructor(
    private readonly context: BrowserContext,
    readonly page: Page,
  ) {
    page.on('console', (message) => {
      if (message.type() === 'error' && !/status of (4\d\d|503)/.test(message.text())) this.complaints.push(message.text());
    });
    page.on('pageerror', (error) => this.complaints.push(error.message));
  }

  /** @throws Error when the page broke its content policy or one of its scripts failed */
  async close(): Promise<void> {
    await this.context.close();
    if (this.complaints.length > 0) throw new Error(`the browser complained: ${this.complaints.join('\n')}`);
  }

  /** What axe-core finds against WCAG 2.2 AA and good practice: rule and places; none when all is well. */
  async barriers(): Promise<string[]> {
    const session = await this.context.newCDPSession(this.page); // past the content policy, which allows no script of others
    await session.send('Runtime.evaluate', { expression: AXE });
    const { result } = await session.send('Runtime.evaluate', { expression: FIND_BARRIERS, awaitPromise: true, returnByValue: true });
    return JSON.parse(String(result.value)) as string[];
  }

  /** Whether everything fits the width of the window: the page itself does not scroll sideways. */
  async fits(): Promise<boolean> {
    return this.page.evaluate<boolean>('document.scrollingElement.scrollWidth <= window.innerWidth');
  }
}

const validator = new HtmlValidate({
  extends: ['html-validate:standard'],
  rules: {
    'attr-quotes': 'off', 'void-style': 'off', 'no-trailing-whitespace': 'off', 'long-title': 'off', 'doctype-style': 'off',
    'attribute-boolean-style': 'off', 'no-raw-characters': 'off', 'require-sri': 'off', 'prefer-native-element': 'error',
  },
});

/** What is wrong with a page's HTML: rule, place and sentence. */
export async function htmlProblems(html: string): Promise<string[]> {
  const report = await validator.validateString(html);
  return report.results.flatMap(({ messages }) => messages.map(({ ruleId, line, column, message }) => `${ruleId} ${line}:${column} ${message}`));
}
