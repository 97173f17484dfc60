import 'reflect-metadata';
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { addDays } from '../src/platform/clock/calendar-date.js';
import { dateAt, toInstant } from '../src/platform/clock/zone.js';
import { createTestDatabase, type TestDatabase } from './support/database.js';
import { readPdf } from './support/read-pdf.js';
import { drive, type DriveReport } from './smoke/drive.js';
import { type OwnServer, startServer } from './smoke/own-server.js';

/** A quiet machine with two cores needs less than 10 seconds, which the printed line shows; here other tests run beside it. */
const MOST_SECONDS = 40;

describe('the main job, over HTTP', () => {
  let database: TestDatabase;
  let server: OwnServer;
  let report: DriveReport;
  const said: string[] = [];

  beforeAll(async () => {
    database = await createTestDatabase();
    server = await startServer(database.url, () => undefined);
    const today = dateAt(new Date());
    report = await drive({
      url: server.url, today, seed: 7, say: (line) => said.push(line), heldAt: toInstant(addDays(today, 1), '15:00'),
      waitUntil: async (instant) => server.moveClockTo(new Date(instant.getTime() + 1_000)),
    });
  }, 240_000);

  afterAll(async () => {
    process.stdout.write(`${said.join('\n')}\n`);
    await server?.stop();
    await database.drop();
  });

  it('brings 1,904 youths in with their deadlines', () => {
    expect(report.imported).toBe(1_904);
    expect(report.deadlines).toBeGreaterThan(3);
    expect(report.deadlinesSeconds).toBeLessThan(MOST_SECONDS);
  });

  it('goes from a referral to a held item whose next time is in the calendar', () => {
    expect(new Date(report.nextBookedAt).getTime()).toBeGreaterThan(new Date(report.bookedAt).getTime());
    expect(report.feedEvents).toBeGreaterThan(0);
  });

  it('ends in a plan that can be handed over', () => {
    expect(readPdf(report.pdf)).toMatchObject({ language: 'da-DK', tagged: true });
    expect(readPdf(report.pdf).text).toContain('Jeg vil bo selv, men tæt på min plejemor.');
  });

  it('works line by line as the README tells it', async () => {
    const script = /```bash\n([\s\S]*?)```/.exec(await readFile('README.md', 'utf8'))?.[1] ?? 'exit 1';
    const { stdout } = await promisify(execFile)('bash', ['-euo', 'pipefail', '-c', script], { env: { ...process.env, URL: server.url } });
    expect(stdout).toMatch(/0 fejl\n/);
    expect(stdout).toMatch(/Overgangsmøde holdt senest ved 17 år\n[\s\S]*youth: Jeg vil gerne bo selv\.\nplan_agreed, næste: slot\n\d+\n1\n1\n/);
  }, 120_000);
});
