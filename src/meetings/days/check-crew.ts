import { newId } from '../../platform/database/ids.js';
import type { Tx } from '../../platform/database/tx.js';
import { type FieldError, rule } from '../../platform/errors/domain-error.js';
import type { Crew } from './seat-crew.js';
import { type SlotPlan, slotPlanFault } from './slot-plan.js';

/**
 * Checks the people and areas of a crew against the organisation.
 * @throws DomainError rule `unknown_crew`, naming each wrong field
 */
export async function checkCrew(tx: Tx, crew: Omit<Crew, 'roomId'>): Promise<void> {
  const people = [
    { field: 'chairId', id: crew.chairId },
    { field: 'minuteTakerId', id: crew.minuteTakerId },
    ...crew.panel.map((place, index) => ({ field: `panel.${index}.staffId`, id: place.staffId })),
    ...crew.panel.flatMap((place, index) => (place.deputyId === null ? [] : [{ field: `panel.${index}.deputyId`, id: place.deputyId }])),
  ];
  const staff = await tx.query<{ id: string }>(
    'SELECT id FROM staff_member WHERE id = ANY($1::uuid[]) AND deactivated_at IS NULL', [people.map((person) => person.id)], 'crew-staff',
  );
  const areas = await tx.query<{ area: string }>('SELECT DISTINCT area FROM department_kind', [], 'crew-areas');
  const known = new Set(staff.map((row) => row.id));
  const errors: FieldError[] = people
    .filter((person) => !known.has(person.id))
    .map(({ field }) => ({ field, code: 'unknown_staff', message: 'Vælg en medarbejder, der er ansat.' }));
  errors.push(...areaErrors(crew, new Set(areas.map((row) => row.area))));
  if (errors.length > 0) throw rule('unknown_crew', 'Nogle af deltagerne passer ikke. Ret dem, og gem igen.', errors);
}

/** Throws 422 `slot_plan` when the plan cannot be used. */
export function checkSlotPlan(plan: SlotPlan): void {
  const fault = slotPlanFault(plan);
  if (fault !== undefined) throw rule('slot_plan', fault, [{ field: 'slots', code: 'slot_plan', message: fault }]);
}

/** The id of the room with the name; a new name becomes a room. Null for no room. */
export async function roomNamed(tx: Tx, name: string | null): Promise<string | null> {
  if (name === null) return null;
  const [row] = await tx.query<{ id: string }>(
    'INSERT INTO room (id, name) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET name = excluded.name RETURNING id', [newId(), name.trim()],
  );
  return row?.id ?? null;
}

function areaErrors(crew: Pick<Crew, 'panel'>, known: ReadonlySet<string>): FieldError[] {
  const seen = new Set<string>();
  return crew.panel.flatMap(({ area }, index) => {
    const field = `panel.${index}.area`;
    if (!known.has(area)) return [{ field, code: 'unknown_area', message: 'Området findes ikke.' }];
    if (seen.has(area)) return [{ field, code: 'area_twice', message: 'Området står der to gange.' }];
    seen.add(area);
    return [];
  });
}
