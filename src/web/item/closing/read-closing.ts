import type { ConclusionDraftsService, DraftAnswer } from '../../../conclusions/drafts/conclusion-drafts.service.js';
import { readStaff } from '../../../departments/staff/staff.queries.js';
import { readDepartments } from '../../../departments/units/departments.queries.js';
import { readSubstitutes, type Substitute } from '../../../meetings/bookings/read-substitutes.js';
import { type DayLine, readDays } from '../../../meetings/days/read-days.js';
import { addDays } from '../../../platform/clock/calendar-date.js';
import type { Tx } from '../../../platform/database/tx.js';
import { type ItemAccess, readItem } from '../read-item.js';

/** How far ahead the next meeting is looked for. */
const WEEKS_AHEAD = 26;
const MOST_DAYS = 40;
/** More staff than any municipality of this kind has. */
const MOST_STAFF = 1000;

export interface Colleague {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
}

/** All that the closing page shows, read in one transaction and logged part by part. */
export interface ClosingData {
  readonly item: ItemAccess;
  /** Before that a draft may be written, and the item not be closed. */
  readonly begun: boolean;
  readonly draft: DraftAnswer;
  readonly substitutes: readonly Substitute[];
  readonly staff: readonly Colleague[];
  readonly days: readonly DayLine[];
}

/** The number of queries does not grow with the rows. @throws DomainError not_found; forbidden `may_not_close` */
export async function readClosing(tx: Tx, id: string, drafts: ConclusionDraftsService): Promise<ClosingData> {
  const item = await readItem(tx, id);
  const draft = await drafts.read(tx, id);
  const units = new Map((await readDepartments(tx)).map((unit) => [unit.id, unit.name]));
  const staff = await readStaff(tx, null, null, MOST_STAFF);
  return {
    item, begun: item.booking.state === 'held' || item.booking.startsAt <= tx.now, draft, substitutes: await readSubstitutes(tx, id),
    staff: staff.filter(({ roles }) => roles.some((role) => role === 'caseworker' || role === 'team_leader'))
      .map(({ id: staffId, name, departmentId }) => ({ id: staffId, name, unit: units.get(departmentId) ?? 'Andre' })),
    days: (await readDays(tx, addDays(tx.today, 1), addDays(tx.today, WEEKS_AHEAD * 7), null, MOST_DAYS)).filter(({ state }) => state === 'planned'),
  };
}
