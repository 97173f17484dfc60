import type { StaffLine } from '../../departments/staff/staff.queries.js';
import type { Option } from './fields.js';

export type PersonOption = Option;

/** Staff as choices, in Danish alphabetical order. */
export function personOptions(staff: readonly StaffLine[]): PersonOption[] {
  return staff.map(({ id, name, title }) => ({ value: id, label: title === null ? name : `${name}, ${title}` }));
}
