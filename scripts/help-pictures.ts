// Takes the pictures of the help pages from a running demo: npm run help:pictures -- --url http://localhost:3000
import { mkdir } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { type Browser, chromium, type Page } from 'playwright-core';

const { values } = parseArgs({
  options: { url: { type: 'string', default: 'http://localhost:3000' }, chromium: { type: 'string', default: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium' } },
});
const FOLDER = 'src/web/help/pictures';

interface Picture {
  readonly file: string;
  readonly as: string;
  /** Goes to the screen, from the front page of the signed-in person. */
  readonly go: (page: Page) => Promise<void>;
}

const openYouth = async (page: Page, name: string): Promise<void> => {
  await page.goto('/soeg');
  await page.locator('main input[name="text"]').fill(name);
  await page.locator('main button[type="submit"]').click();
  await page.locator('main table a', { hasText: name }).first().click();
};

const PICTURES: readonly Picture[] = [
  { file: 'bed-om-k-moede', as: 'uu', go: async (page) => { await openYouth(page, 'Emil Krogsbøl'); await page.locator('main a[href$="/anmodning"]').first().click(); } },
  { file: 'find-en-tid', as: 'sekretaer', go: async (page) => { await page.goto('/anmodninger'); await page.locator('main a[href$="/tid"]').first().click(); } },
  { file: 'dagsordenen', as: 'sekretaer', go: async (page) => { await page.goto('/dagsorden'); await page.getByRole('link', { name: 'Næste 14 dage' }).click(); } },
  {
    file: 'paa-moedet', as: 'sagsbehandler',
    go: async (page) => { await openYouth(page, 'Sofie Birkholt'); await page.locator('main a[href^="/punkter/"]').first().click(); await page.getByRole('link', { name: 'På mødet' }).click(); },
  },
  { file: 'afslut-et-punkt', as: 'social', go: async (page) => { await page.goto('/opgaver'); await page.locator('main a[href^="/punkter/"]').first().click(); } },
  { file: 'den-ene-plan', as: 'social', go: async (page) => { await openYouth(page, 'Nanna Lyngbæk'); await page.locator('main a[href$="/plan"]').first().click(); } },
  { file: 'frister', as: 'teamleder', go: async (page) => { await page.goto('/frister?vis=90-dage'); } },
  { file: 'den-unges-side', as: 'sagsbehandler', go: async (page) => { await openYouth(page, 'Sofie Birkholt'); } },
  { file: 'gennemgang', as: 'teamleder', go: async (page) => { await page.goto('/unge/gennemgang'); } },
  { file: 'kalender', as: 'sagsbehandler', go: async (page) => { await page.goto('/kalender'); } },
];

async function take(browser: Browser, { file, as, go }: Picture): Promise<void> {
  const context = await browser.newContext({ baseURL: values.url, locale: 'da-DK', timezoneId: 'Europe/Copenhagen', viewport: { width: 1200, height: 860 } });
  const page = await context.newPage();
  await page.goto('/log-ind');
  await page.fill('#username', as);
  await page.fill('#password', 'demo');
  await page.click('main button[type="submit"]');
  await go(page);
  await page.waitForLoadState('networkidle');
  await page.screenshot({ path: `${FOLDER}/${file}.png` });
  await context.close();
  process.stdout.write(`${file}.png\n`);
}

await mkdir(FOLDER, { recursive: true });
const browser = await chromium.launch({ executablePath: values.chromium, args: ['--no-sandbox'] });
try {
  for (const picture of PICTURES) await take(browser, picture).catch((error: unknown) => { process.exitCode = 1; process.stderr.write(`${picture.file}: ${String(error)}\n`); });
} finally {
  await browser.close();
}
