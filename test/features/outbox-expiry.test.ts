import { defineMessage } from '../../src/platform/outbox/message.js';
import { runSchedule, startApp, type TestApp } from '../support/app.js';

const noticed = defineMessage<Record<string, never>>('test.expiry-noticed');

let app: TestApp;

beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

const say = (dedupKey?: string): Promise<void> => app.inTx(async (tx) => tx.enqueue(noticed, {}, dedupKey === undefined ? {} : { dedupKey }));
const ended = (state: string, daysAgo: number, key: string | null): Promise<unknown> => app.inTx((tx) => tx.execute(
  `UPDATE outbox_message SET state = $1, finished_at = now() - make_interval(days => $2)
   WHERE kind = $3 AND state = 'pending' AND dedup_key IS NOT DISTINCT FROM $4`, [state, daysAgo, noticed.kind, key],
));
const kept = (): Promise<Array<{ state: string; key: string | null }>> =>
  app.inTx((tx) => tx.query('SELECT state, dedup_key AS key FROM outbox_message WHERE kind = $1 ORDER BY id', [noticed.kind]));

it('forgets what was done a month ago, with its key, and keeps what is fresh, waits or is dead', async () => {
  for (const [state, daysAgo, key] of [['done', 31, undefined], ['done', 31, 'old'], ['done', 29, 'fresh'], ['dismissed', 31, 'dealt with'], ['dead', 400, 'dead']] as const) {
    await say(key);
    await ended(state, daysAgo, key ?? null);
  }
  await say('waits');
  await runSchedule(app, 'outbox.expiry');
  expect(await kept()).toEqual([{ state: 'done', key: 'fresh' }, { state: 'dead', key: 'dead' }, { state: 'pending', key: 'waits' }]);
  for (const key of ['old', 'fresh']) await say(key);
  expect((await kept()).map(({ key }) => key)).toEqual(['fresh', 'dead', 'waits', 'old']);
});
