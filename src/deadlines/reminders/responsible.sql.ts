import { sameUnit } from '../../departments/units/same-unit.js';

/**
 * SQL: the ids of those who are responsible for the deadlines of a youth `y` on a day, as an array that may be empty: the
 * coordinating caseworker, else the team leaders of the youth's unit. Who is reminded and whose reminder still counts are
 * asked alike, so that none stays with somebody who has handed the youth over.
 */
export function responsibleOn(day: string): string {
  return `coalesce(
      (SELECT array_agg(held.staff_id) FROM coordination held JOIN staff_member holder ON holder.id = held.staff_id
        WHERE held.youth_id = y.id AND held.until_at IS NULL AND holder.deactivated_at IS NULL),
      (SELECT array_agg(leader.id) FROM staff_member leader JOIN staff_role leads ON leads.staff_id = leader.id AND leads.role = 'team_leader'
        WHERE leader.department_id IN (${sameUnit('y.department_id')}) AND leader.deactivated_at IS NULL
          AND leads.valid_from <= ${day} AND (leads.valid_to IS NULL OR leads.valid_to >= ${day})),
      '{}')`;
}
