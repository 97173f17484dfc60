import { addDays, type CalendarDate, weekday } from '../../../src/platform/clock/calendar-date.js';
import { dateAt } from '../../../src/platform/clock/zone.js';
import { type ApiClient, apiClient } from '../../support/app.js';
import type { DayBody } from '../../support/meeting-days.js';
import type { StaffName } from '../../support/organisation.js';
import type { Stage } from './stage.js';

/** The last web process, as a person of the world. */
export function as(stage: Stage, name: StaffName): ApiClient {
  return apiClient(stage.web.url, stage.world.tokens[name]);
}

/** Ad hoc days on one working day ahead, each with a chair and a minute taker of its own and two slots of 40 minutes. */
export async function adHocDays(stage: Stage, daysAhead: number, starts: readonly string[]): Promise<DayBody[]> {
  const closed = await stage.query<{ date: string }>('SELECT date::text AS date FROM closed_day');
  let date: CalendarDate = addDays(dateAt(new Date()), daysAhead);
  while (weekday(date) > 5 || closed.some((day) => day.date === date)) date = addDays(date, 1);
  const days: DayBody[] = [];
  for (const [i, startsAt] of starts.entries()) {
    const [chairId, minuteTakerId] = stage.world.extras.slice(2 * i);
    const slots = [{ kind: 'slot', minutes: 40 }, { kind: 'slot', minutes: 40 }];
    days.push((await as(stage, 'karla').post('/meeting-days', { date, startsAt, chairId, minuteTakerId, panel: [], slots }).expect(201)).body as DayBody);
  }
  return days;
}

/** A free ordinary slot of the n-th open day. @throws Error when the world has no such slot */
export function slotOf(stage: Stage, day: number, position = 0): string {
  const slot = stage.world.days[day]?.slots.filter((each) => !each.urgent)[position];
  if (slot === undefined) throw new Error(`the world has no slot ${position} on day ${day}`);
  return slot.id;
}
