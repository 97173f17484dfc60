import type { ClosingStatement } from '../../../conclusions/closing/closing-statement.js';
import { formatDateLongDanish } from '../../../platform/clock/danish-format.js';
import { isCalendarDate } from '../../../platform/clock/calendar-date.js';
import { areaName } from '../../words/codes.js';
import { type DraftDifference, draftDifferences } from './draft-difference.js';
import type { ClosingData } from './read-closing.js';

/** What stands in the saved draft and not in one's own form, with people and codes as words. */
export function differencesOf(mine: ClosingStatement, { draft, staff }: Pick<ClosingData, 'draft' | 'staff'>): DraftDifference[] {
  const names = new Map<string, string>([
    ...staff.map(({ id, name }) => [id, name] as const), ...draft.staff.map(({ staffId, name }) => [staffId, name] as const),
    ...draft.guests.map(({ guestId, name }) => [guestId, name] as const), ...draft.outcomes.map(({ code, label }) => [code, label] as const),
  ]);
  return draftDifferences(mine, draft.content, (value) => names.get(value) ?? (isCalendarDate(value) ? formatDateLongDanish(value) : areaName(value)));
}
