import type { Stage } from './stage.js';

const SCHEDULERS = 'bull:overgang:repeat';

/** How many alarm clocks the queue holds for the ticks. */
export async function alarmClocks(stage: Stage): Promise<number> {
  if (stage.redis !== null) return Number(await stage.redis.command('ZCARD', SCHEDULERS));
  return stage.count(`SELECT count(*) FROM bullmq.${await schedulerTable(stage)}`);
}

/** Takes the alarm clock away behind everybody's back, with the tick that it has ordered. */
export async function removeAlarmClock(stage: Stage): Promise<void> {
  if (stage.redis !== null) {
    const keys = (await stage.redis.command('KEYS', `${SCHEDULERS}*`)) as string[];
    await stage.redis.command('DEL', SCHEDULERS, 'bull:overgang:delayed', ...keys);
    return;
  }
  await stage.query(`DELETE FROM bullmq.${await schedulerTable(stage)}`);
  await stage.query(`DELETE FROM bullmq.${await jobTable(stage)} WHERE name = 'tick'`);
}

async function schedulerTable(stage: Stage): Promise<string> {
  return tableLike(stage, '%scheduler%');
}

async function jobTable(stage: Stage): Promise<string> {
  return tableLike(stage, '%job');
}

async function tableLike(stage: Stage, pattern: string): Promise<string> {
  const [table] = await stage.query<{ name: string }>(`SELECT tablename AS name FROM pg_tables WHERE schemaname = 'bullmq' AND tablename LIKE $1 ORDER BY length(tablename)`, [pattern]);
  if (table === undefined) throw new Error(`the queue has no table like ${pattern}`);
  return table.name;
}
