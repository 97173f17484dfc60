import type { Browser } from 'playwright-core';
import { startApp, type TestApp } from '../support/app.js';
import { describeInBrowser, htmlProblems, startBrowser, visitor } from '../support/browser.js';
import { organisation, type Organisation } from '../support/organisation.js';

describeInBrowser('the frame of every page', () => {
  let app: TestApp;
  let org: Organisation;
  let browser: Browser;

  beforeAll(async () => {
    app = await startApp();
    org = await organisation(app);
    browser = await startBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await app.close();
  });

  it.each(['/log-ind', '/', '/unge', '/dagsorden', '/opgaver', '/findes-ikke'])('has no barriers and valid HTML on %s', async (path) => {
    const karla = await visitor(browser, app, { org, name: 'karla' });
    await karla.page.goto(path);
    expect(await karla.barriers()).toEqual([]);
    expect(await htmlProblems(await karla.page.content())).toEqual([]);
    await karla.page.setViewportSize({ width: 320, height: 640 });
    expect(await karla.fits()).toBe(true);
    await karla.close();
  });

  it.each([320, 640, 990])('keeps the menu and the way out on a screen of %i px', async (width) => {
    const karla = await visitor(browser, app, { org, name: 'karla' }, { viewport: { width, height: 640 } });
    await karla.page.goto('/');
    expect(await karla.fits()).toBe(true);
    await karla.page.getByRole('navigation', { name: 'Hovedmenu' }).getByRole('link', { name: 'Dagsorden' }).click();
    await karla.page.getByRole('button', { name: 'Log ud' }).click();
    expect(new URL(karla.page.url()).pathname).toBe('/log-ind');
    await karla.close();
  });

  it('sends style sheets and scripts compressed, to be kept for a year', async () => {
    const karla = await visitor(browser, app, { org, name: 'karla' });
    const answers = new Map<string, { size: number; headers: Record<string, string> }>();
    karla.page.on('requestfinished', async (request) => {
      if (!request.url().includes('/assets/')) return;
      const response = await request.response();
      answers.set(request.url(), { size: (await request.sizes()).responseBodySize, headers: response?.headers() ?? {} });
    });
    await karla.page.goto('/', { waitUntil: 'networkidle' });
    const kept = [...answers.values()];
    expect(kept.length).toBeGreaterThanOrEqual(3);
    for (const { headers } of kept) expect(headers['cache-control']).toMatch(/max-age=31536000, immutable/);
    const styles = [...answers].filter(([url]) => /\.(css|js)$/.test(url)).map(([, { size }]) => size);
    expect(styles.reduce((a, b) => a + b, 0)).toBeLessThan(120_000);
    await karla.close();
  });
});
