import assert from 'node:assert/strict';
import { BOTH, type Fault } from '../harness/fault.js';
import { FakeClock, noFakeClock } from '../harness/fake-clock.js';
import { bookMailed, mailsDone } from '../harness/mail-desk.js';
import { as } from '../harness/meeting-desk.js';
import { leaveMessages } from '../harness/messages.js';
import { until } from '../harness/patience.js';
import type { Stage } from '../harness/stage.js';

const HOUR_S = 3_600;
/** Web and worker. */
const CLOCKS = [['+2h', '-2h'], ['-2h', '+2h']] as const;
const NEAR_MS = 15 * 60_000;

export const fault: Fault = {
  id: 'F31', title: 'the clocks of web and worker are two hours wrong, one each way', queues: BOTH, lacks: noFakeClock,
  async run(stage) {
    for (const [n, [webTime, workerTime]] of CLOCKS.entries()) await worksAll(stage, n, webTime, workerTime);
    return { note: CLOCKS.map(([web, worker]) => `web ${web}, worker ${worker}`).join('; ') };
  },
};

async function worksAll(stage: Stage, n: number, webTime: string, workerTime: string): Promise<void> {
  const [webClock, workerClock] = [await FakeClock.set(webTime), await FakeClock.set(workerTime)];
  for (const clock of [webClock, workerClock]) stage.onEnd(() => clock.remove());
  const [web, worker] = await Promise.all([stage.startWeb(webClock.environment), stage.startWorker(workerClock.environment)]);
  const told = stage.mail.mails.length;
  await leaveMessages(stage, 5, HOUR_S);
  const item = await bookMailed(stage, n);
  await as(stage, 'karla').get('/me').expect(200);
  await until('the mail is sent', async () => (await mailsDone(stage, item)) === 1, stage.bars.takeOverMs);
  assert.equal(await stage.count(`SELECT count(*) FROM outbox_message WHERE available_at > now() AND state = 'done' AND kind = 'youth.changed'`), 0, 'nothing is done early');
  for (const { name, output } of [web.program, worker]) {
    await until(`the ${name} raises the alarm`, () => /"code":"clock_skew"/.test(name === 'web' ? web.program.output : worker.output), stage.bars.takeOverMs);
    assert.doesNotMatch(output, /"level":60/);
  }
  const stamp = /DTSTAMP:(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z/.exec(calendarTexts(stage.mail.mails.slice(told)))?.slice(1).map(Number) ?? [];
  const [year = 0, month = 1, day = 0, hour = 0, minute = 0, second = 0] = stamp;
  assert.ok(Math.abs(Date.UTC(year, month - 1, day, hour, minute, second) - Date.now()) < NEAR_MS, 'DTSTAMP is the database\'s time');
  await stage.query(`UPDATE outbox_message SET available_at = now() WHERE state = 'pending' AND available_at > now()`);
  await Promise.all([web.program.stop(), worker.stop()]);
}

function calendarTexts(mails: ReadonlyArray<{ raw: string; parsed: { attachments: ReadonlyArray<{ content: Buffer }> } }>): string {
  return mails.flatMap((mail) => [mail.raw, ...mail.parsed.attachments.map(({ content }) => content.toString('utf8'))]).join('\n');
}
