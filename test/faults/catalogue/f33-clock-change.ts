import assert from 'node:assert/strict';
import { addDays, addYears, type CalendarDate } from '../../../src/platform/clock/calendar-date.js';
import { toInstant } from '../../../src/platform/clock/zone.js';
import { eventsIn } from '../../support/calendar.js';
import { replacementCpr } from '../../support/youth-builder.js';
import { BOTH, type Fault } from '../harness/fault.js';
import { FakeClock, noFakeClock } from '../harness/fake-clock.js';
import { as } from '../harness/meeting-desk.js';
import { CHANGE, databaseByClock, nextChanges, secondsOf, turnTo, workAt, workThroughChange } from '../harness/night.js';
import type { Stage } from '../harness/stage.js';

/** In UTC: noon and the evening before, and when all is over; the change itself is lived through. */
const NOON_BEFORE = '-12:00';
const EVENING_BEFORE = '-03:30';
const AFTER = '02:30';
/** So long before, the days about the night are arranged: those before the change too. */
const WEEKS_BEFORE = 3;
/** Each step of a reminder falls on Saturday, on the night's Sunday and on Monday for somebody. */
const STEPS = { days_90: 90, days_30: 30, days_7: 7 } as const;
const DAYS_AROUND = [-1, 0, 1];
/** Days begin from 6.00 on, clear of the hour that is skipped and of the one that comes twice: nobody has to be asked which one is meant. */
const NO_BEGINNING = ['00:30', '02:00', '02:30', '02:59', '05:59'];
const FIRST_BEGINNING = '06:00';
const MINUTES = 40;

export const fault: Fault = {
  id: 'F33', title: 'the nights on which summer time begins and ends', queues: BOTH, lacks: noFakeClock,
  async run(stage) {
    stage.owesReminders = false;
    const clock = await FakeClock.set('+0');
    stage.onEnd(() => clock.remove());
    await databaseByClock(stage, clock);
    const { spring, autumn } = nextChanges();
    const nights = stage.soak ? [spring, autumn].sort() : [stage.queue === 'redis' ? spring : autumn];
    const after: number[] = [];
    for (const sunday of nights) {
      await workAt(stage, clock, addDays(sunday, -WEEKS_BEFORE * 7), AFTER);
      await turnTo(stage, clock, secondsOf(sunday, NOON_BEFORE));
      const web = await stage.startWeb(clock.environment);
      const youths = await youthsOfThatNight(stage, sunday);
      await workAt(stage, clock, sunday, EVENING_BEFORE);
      await remindedOn(stage, youths, addDays(sunday, -1), 0);
      after.push(await workThroughChange(stage, clock, sunday));
      await remindedOn(stage, youths, sunday, secondsOf(sunday, CHANGE));
      await sweepAgain(stage);
      await workAt(stage, clock, sunday, AFTER);
      await remindedOn(stage, youths, sunday, secondsOf(sunday, CHANGE));
      await onlyDaytime(stage, sunday);
      await timesInTheFeed(stage, sunday);
      if (sunday !== nights.at(-1)) await web.program.stop();
    }
    await stage.startWorker(clock.environment);
    return { note: `${nights.join(' and ')}; swept ${after.join(' and ')} s after the change` };
  },
};

/** Pupils of a special school, who turn 17 so that each step of their one driving deadline falls on the days about the night. */
async function youthsOfThatNight(stage: Stage, sunday: CalendarDate): Promise<string[]> {
  const [unit] = await stage.query<{ id: string }>('SELECT department_id AS id FROM youth WHERE id = $1', [stage.world.youths[0]]);
  const ids: string[] = [];
  for (const days of Object.values(STEPS).flatMap((ahead) => DAYS_AROUND.map((around) => ahead + around))) {
    const born = addYears(addDays(sunday, days), -17);
    const youth = { cpr: replacementCpr(born), firstName: 'Kanariefornavn', lastName: 'Kanarieefternavn', specialSchool: true };
    ids.push(((await as(stage, 'karla').post('/youths', { ...youth, departmentId: unit?.id, coordinatorId: stage.world.staff.gitte }).expect(201)).body as { id: string }).id);
  }
  return ids;
}

/** One reminder for each step that falls on that day by the wall, none early, none twice, none before the instant. */
async function remindedOn(stage: Stage, youths: readonly string[], day: CalendarDate, since: number): Promise<void> {
  const rows = await stage.query<{ due: CalendarDate; step: string; on: CalendarDate | null; at: string | null }>(
    `SELECT d.due_on::text AS due, s.step, (r.created_at AT TIME ZONE 'Europe/Copenhagen')::date::text AS on, extract(epoch FROM r.created_at) AS at
     FROM deadline d JOIN json_to_recordset($2) AS s (step text, ahead int) ON true LEFT JOIN reminder r ON r.deadline_id = d.id AND r.step = s.step
     WHERE d.youth_id = ANY ($1) AND d.mode = 'drives' AND d.state = 'open' AND d.due_on - s.ahead BETWEEN $3::date AND $3::date + 1 ORDER BY 1, 2, 4`,
    [youths, JSON.stringify(Object.entries(STEPS).map(([step, ahead]) => ({ step, ahead }))), day],
  );
  for (const [step, ahead] of Object.entries(STEPS)) {
    const found = (falls: CalendarDate) => rows.filter((row) => row.step === step && row.due === addDays(falls, ahead));
    assert.deepEqual(found(day).map(({ on }) => on), found(day).map(() => day), `${step} falls on ${day}`);
    assert.equal(found(day).length, 1, `one ${step} on ${day}`);
    assert.ok(found(day).every(({ at }) => Number(at) >= since), `${step} was written by the sweep after the change`);
    assert.deepEqual(found(addDays(day, 1)).map(({ on }) => on), [null], `${step} of the day after ${day} waits`);
  }
}

/** The shares of that day come once more, under other keys: as if they had been asked for in both of the hours that are alike. */
async function sweepAgain(stage: Stage): Promise<void> {
  await stage.query(
    `INSERT INTO outbox_message (id, kind, payload, state, created_at, available_at)
     SELECT gen_random_uuid(), kind, payload, 'pending', now(), now() FROM outbox_message WHERE kind = 'deadlines.sweep_due' AND created_at > now() - interval '1 day'`,
  );
}

/** A beginning that does not exist, or exists twice, is named at its field; the first that may be is taken as the wall says. */
async function onlyDaytime(stage: Stage, sunday: CalendarDate): Promise<void> {
  for (const startsAt of NO_BEGINNING) {
    const { status, body } = await as(stage, 'karla').post('/meeting-days', dayAt(stage, sunday, startsAt));
    const fields = (body as { errors?: ReadonlyArray<{ field: string }> }).errors?.map(({ field }) => field);
    assert.deepEqual({ status, fields }, { status: 400, fields: ['startsAt'] }, `${startsAt} in the night of ${sunday}`);
  }
  const { body } = await as(stage, 'karla').post('/meeting-days', dayAt(stage, addDays(sunday, 1), FIRST_BEGINNING)).expect(201);
  const begins = toInstant(addDays(sunday, 1), FIRST_BEGINNING);
  const { startsAt, endsAt } = body as { startsAt: string; endsAt: string };
  assert.deepEqual([startsAt, endsAt], [begins, new Date(begins.getTime() + MINUTES * 60_000)].map((time) => time.toISOString()), `the Monday after ${sunday}`);
}

/** Days before and after the change begin and end at the same times of the wall, and last as long. */
async function timesInTheFeed(stage: Stage, sunday: CalendarDate): Promise<void> {
  const days = await stage.query<{ uid: string; date: CalendarDate }>(
    `SELECT uid::text AS uid, date::text AS date FROM meeting_day
     WHERE series_id = $1 AND state <> 'cancelled' AND date BETWEEN $2 AND $3 ORDER BY date`, [stage.world.seriesId, addDays(sunday, -WEEKS_BEFORE * 7), addDays(sunday, WEEKS_BEFORE * 7)],
  );
  const answer = await fetch(`${stage.web.url}${stage.world.feed}`);
  const text = await answer.text();
  assert.equal(answer.status, 200, text);
  const events = new Map(eventsIn(text).map((event) => [event.uid, event]));
  const walls = days.map((day) => ({ date: day.date, starts: wallOf(events.get(day.uid)?.starts), ends: wallOf(events.get(day.uid)?.ends) }));
  const ends = walls[0]?.ends.slice(-5) ?? '';
  assert.ok(ends > '09:00', `a day ends at ${ends}`);
  assert.deepEqual(walls, days.map(({ date }) => ({ date, starts: `${date} 09:00`, ends: `${date} ${ends}` })));
  for (const side of [-1, 1]) assert.ok(days.some(({ date }) => (date < sunday ? -1 : 1) === side), `a day on each side of ${sunday}`);
}

/** What the clock on the wall shows at an instant: '2027-03-31 09:00'. */
function wallOf(instant: string | undefined): string {
  if (instant === undefined) return 'not in the feed';
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Copenhagen', dateStyle: 'short', timeStyle: 'short' }).format(new Date(instant));
}

function dayAt(stage: Stage, date: CalendarDate, startsAt: string): object {
  const [chairId, minuteTakerId] = stage.world.extras;
  return { date, startsAt, chairId, minuteTakerId, panel: [], slots: [{ kind: 'slot', minutes: MINUTES }] };
}
