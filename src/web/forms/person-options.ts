import type { StaffLine } from '../../departments/staff/staff.queries.js';
import type { Option } from './fields.js';

/** Staff as choices, in Danish alphabetical order. */
export function personOptions(staff: readonly StaffLine[]): Option[] {
  return staff.map(({ id, name, title }) => ({ value: id, label: title === null ? name : `${name}, ${title}` }));
}
