import 'reflect-metadata';
import { writeFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { addDays, parseCalendarDate } from '../../src/platform/clock/calendar-date.js';
import { dateAt, toInstant } from '../../src/platform/clock/zone.js';
import { drive } from './drive.js';
import { startServerAndDatabase } from './own-server.js';

// npm run smoke: the main job from end to end, on a server of its own; with -- --url http://localhost:3000 on a running one
// (between 6 and 21 o'clock, as a K-møde is then held in two minutes). --pdf FILE keeps the plan.
const { values } = parseArgs({ options: { url: { type: 'string' }, seed: { type: 'string', default: '7' }, pdf: { type: 'string' } } });
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const MINUTE_MS = 60_000;

const today = dateAt(new Date());
const own = values.url === undefined ? await startServerAndDatabase(say) : null;
try {
  const report = await drive({
    url: values.url ?? own?.url ?? '', today, seed: Number(values.seed), say,
    heldAt: own === null ? new Date((Math.floor(Date.now() / MINUTE_MS) + 2) * MINUTE_MS) : toInstant(parseCalendarDate(addDays(today, 1)), '15:00'),
    waitUntil: async (instant) => {
      if (own === null) await pause(instant.getTime() - Date.now() + 1_000);
      else own.moveClockTo(new Date(instant.getTime() + 1_000));
    },
  });
  if (values.pdf !== undefined) await writeFile(values.pdf, report.pdf);
  const { pdf: _, ...figures } = report;
  say(JSON.stringify(figures));
} finally {
  await own?.stop();
}
