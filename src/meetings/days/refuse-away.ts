import type { CalendarDate } from '../../platform/clock/calendar-date.js';
import { formatDateDanish } from '../../platform/clock/danish-format.js';
import type { Tx } from '../../platform/database/tx.js';
import { DomainError } from '../../platform/errors/domain-error.js';

const AWAY = `
  SELECT person.id, person.name FROM staff_member person WHERE person.id = ANY($1::uuid[])
    AND EXISTS (SELECT 1 FROM absence away WHERE away.staff_id = person.id AND $2::date BETWEEN away.starts_on AND away.ends_on
      AND ($3::timestamptz IS NULL OR away.created_at >= $3))
  ORDER BY person.name COLLATE "da-x-icu", person.id`;

interface AwayWords {
  /** What is refused, and what to do instead. */
  readonly title: string;
  /** Absences noted from then on count; left out: all. */
  readonly since?: Date;
}

/** Throws conflict `participant_busy` with the names of those who are marked away on the date; why they are is not told. */
export async function refuseAway(tx: Tx, date: CalendarDate, people: readonly string[], { title, since }: AwayWords): Promise<void> {
  const away = await tx.query<{ id: string; name: string }>(AWAY, [people, date, since ?? null], 'day-people-away');
  if (away.length === 0) return;
  const errors = away.map(({ name }) => ({ field: 'participantIds', code: 'away', message: `${name} kan ikke ${formatDateDanish(date)}.` }));
  const busy = away.map(({ id, name }) => ({ kind: 'staff', id, name, from: date, to: date }));
  throw new DomainError('conflict', 'participant_busy', title, errors, { busy });
}
