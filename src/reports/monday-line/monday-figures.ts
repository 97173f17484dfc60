import { readDays } from '../../meetings/days/read-days.js';
import { addDays, type CalendarDate } from '../../platform/clock/calendar-date.js';
import { hasRole } from '../../platform/database/actor.js';
import type { Reader } from '../../platform/database/tx.js';
import { docketDays, type DocketItem } from '../docket/docket.js';
import { readAbsentSeats, readItems } from '../docket/docket.queries.js';
import { overviewView } from '../youth-overview/overview-views.data.js';
import { countOverview } from '../youth-overview/read-overview.js';

/** What one person has before them this week: numbers only, each the length of a list that the person may open. */
export interface MondayFigures {
  readonly days: readonly { readonly date: CalendarDate; readonly items: number; readonly notReady: number }[];
  /** Own youths' open deadlines that have passed. */
  readonly ownOverdue: number;
  readonly handoversOffered: number;
  /** For those who lead a unit. */
  readonly unplanned: number;
  readonly overdue: number;
  readonly withoutCoordinator: number;
  /** For those who assess referrals. */
  readonly toTriage: number;
}

const DAYS_AHEAD = 6;
const MOST_DAYS = 20;

const OWN = `
  SELECT (SELECT count(*)::int FROM coordination mine JOIN deadline due ON due.youth_id = mine.youth_id AND due.state = 'open' AND due.mode = 'drives' AND due.late_after < $2
      WHERE mine.staff_id = $1 AND mine.until_at IS NULL) AS "ownOverdue",
    (SELECT count(*)::int FROM handover WHERE to_staff_id = $1 AND state = 'offered') AS "handoversOffered",
    (SELECT count(*)::int FROM referral WHERE state = 'submitted') AS "toTriage"`;

/** Counts for the reader of the transaction, as that person's own pages would. */
export async function mondayFigures(reader: Reader): Promise<MondayFigures> {
  const { actor } = reader;
  const [own] = await reader.query<Pick<MondayFigures, 'ownOverdue' | 'handoversOffered' | 'toTriage'>>(OWN, [actor.staffId, reader.today], 'monday-own');
  if (own === undefined) throw new Error('own figures gave no row');
  const leads = hasRole(actor, 'team_leader');
  return {
    ...own, toTriage: hasRole(actor, 'meeting_secretary', 'chair') ? own.toTriage : 0, days: await comingDays(reader),
    unplanned: leads ? await count(reader, 'turning_17_or_18_unplanned') : 0,
    overdue: leads ? await count(reader, 'overdue') : 0,
    withoutCoordinator: leads ? await count(reader, 'without_coordinator') : 0,
  };
}

/** The week's K-møder: all items for the secretary and the chairs, one's own for everybody else. */
async function comingDays(reader: Reader): Promise<MondayFigures['days']> {
  const days = (await readDays(reader, reader.today, addDays(reader.today, DAYS_AHEAD), null, MOST_DAYS)).filter(({ state }) => state === 'planned' || state === 'closed');
  const ids = days.map(({ id }) => id);
  const docket = docketDays(days, await readItems(reader, ids), await readAbsentSeats(reader, ids));
  const all = hasRole(reader.actor, 'meeting_secretary', 'chair');
  return docket.map(({ date, items }) => {
    const mine = items.filter((item) => all || comesTo(item, reader.actor.staffId));
    return { date, items: mine.length, notReady: mine.filter(({ readiness }) => readiness?.ready === false).length };
  }).filter(({ items }) => items > 0);
}

function comesTo({ people }: DocketItem, staffId: string | null): boolean {
  return people.some((person) => person.staffId === staffId);
}

async function count(reader: Reader, code: string): Promise<number> {
  const view = overviewView(code);
  if (view === undefined) throw new Error(`no view ${code}`);
  return countOverview(reader, { department: null, status: null, view });
}
