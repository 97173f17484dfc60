import { addDays, type CalendarDate, weekday } from '../../src/platform/clock/calendar-date.js';
import { closedDates } from '../../src/departments/closed-days/closed-dates.js';
import type { TestApp } from './app.js';
import type { Organisation } from './organisation.js';

export interface SlotBody {
  readonly id: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly urgent: boolean;
  readonly bookingId: string | null;
}

/** A meeting day as the API answers it. */
export interface DayBody {
  readonly id: string;
  readonly seriesId: string | null;
  readonly nominalDate: string | null;
  readonly date: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly state: string;
  readonly closesOn: string;
  readonly reference: string;
  readonly room: string | null;
  readonly chair: { readonly id: string };
  readonly panel: ReadonlyArray<{ readonly area: string; readonly staffId: string; readonly standsInFor: string | null; readonly seated: boolean }>;
  readonly capacity: number;
  readonly free: number;
  readonly slots: readonly SlotBody[];
}

/** The K-møde of every test: Wednesdays from 9.00, Henrik in the chair, Karla takes minutes, Sonja and Tage sit in the panel. */
export function seriesBody(org: Organisation, over: object = {}): object {
  return {
    name: 'K-møde', anchorDate: '2020-09-09', startsAt: '09:00', room: 'Møllestuen', chairId: org.staff.henrik, minuteTakerId: org.staff.karla,
    panel: [
      { area: 'social', staffId: org.staff.sonja, deputyId: org.staff.solvej, decisionPower: true },
      { area: 'family', staffId: org.staff.tage, decisionPower: true },
    ],
    ...over,
  };
}

/** Starts the series and returns its id. */
export async function startSeries(app: TestApp, org: Organisation, over: object = {}): Promise<string> {
  const answer = await app.as(await org.token('karla')).post('/meeting-series', seriesBody(org, over));
  if (answer.status !== 201) throw new Error(`a series was answered ${answer.status} ${JSON.stringify(answer.body)}`);
  return (answer.body as { id: string }).id;
}

/** The days between two dates, in order. */
export async function daysBetween(app: TestApp, org: Organisation, from: string, to: string): Promise<DayBody[]> {
  const answer = await app.as(await org.token('karla')).get(`/meeting-days?from=${from}&to=${to}&limit=200`);
  if (answer.status !== 200) throw new Error(`the days were answered ${answer.status}`);
  return (answer.body as { items: DayBody[] }).items;
}

/** The working day that lies so many days ahead, or the next one that is none of the closed days. */
export async function workingDayAhead(app: TestApp, days: number): Promise<CalendarDate> {
  return app.inTx(async (tx) => {
    const closed = await closedDates(tx, tx.today, addDays(tx.today, days + 30));
    let date = addDays(tx.today, days);
    while (weekday(date) > 5 || closed.has(date)) date = addDays(date, 1);
    return date;
  });
}

/** Removes series, days, absences, tasks and the closed days that a test has added; keeps staff and public holidays. */
export async function clearMeetings(app: TestApp): Promise<void> {
  const tables = [
    'occupancy', 'meeting_slot', 'meeting_day_panel', 'meeting_day_answer', 'meeting_day_move', 'meeting_day', 'panel_member', 'meeting_series',
    'room', 'absence', 'task', 'idempotency_key',
  ];
  await app.inTx(async (tx) => {
    for (const table of tables) await tx.query(`DELETE FROM ${table}`);
    await tx.query("DELETE FROM closed_day WHERE kind <> 'public_holiday' AND label NOT IN ('Grundlovsdag', 'Juleaftensdag', 'Nytårsaftensdag')");
  });
}
