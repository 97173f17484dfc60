import type { Tx } from '../../platform/database/tx.js';
import { type FieldError, invalid, rule } from '../../platform/errors/domain-error.js';
import { auditAgenda, openForWriting } from '../readable-item.js';
import { minutesOf, type StepLine, stepsOf } from './make-agenda.js';

/** A step with what changes about it; the order of the list is the new order. */
export interface ArrangedStep {
  readonly id: string;
  readonly minutes?: number | undefined;
  readonly title?: string | undefined;
}

const CLEAR = 'DELETE FROM agenda_step WHERE booking_id = $1';
const PUT_BACK = `
  INSERT INTO agenda_step (id, booking_id, position, code, title, minutes)
  SELECT s.id, $1, s.position, s.code, s.title, s.minutes
  FROM unnest($2::uuid[], $3::int[], $4::varchar[], $5::varchar[], $6::int[]) AS s (id, position, code, title, minutes)`;

/**
 * Lays the agenda's steps in a new order and gives them other minutes. The list names every step once.
 * @throws DomainError not_found; invalid; conflict `item_closed`; rule `agenda_too_long`
 */
export async function arrangeSteps(tx: Tx, bookingId: string, wanted: readonly ArrangedStep[]): Promise<void> {
  const booking = await openForWriting(tx, bookingId);
  await tx.query('SELECT 1 FROM agenda_step WHERE booking_id = $1 FOR UPDATE', [bookingId]);
  const present = await stepsOf(tx, booking);
  const problems = arrangementProblems(present, wanted);
  if (problems.length > 0) throw invalid(problems);
  const steps = arranged(present, wanted);
  const total = steps.reduce((sum, step) => sum + step.minutes, 0);
  if (total > minutesOf(booking)) {
    throw rule('agenda_too_long', `Trinene fylder ${total} minutter, men punktet har ${minutesOf(booking)}. Forkort dem.`);
  }
  await tx.query(CLEAR, [bookingId]);
  await tx.query(PUT_BACK, [
    bookingId, steps.map(({ id }) => id), steps.map((_, at) => at + 1), steps.map(({ code }) => code), steps.map(({ title }) => title),
    steps.map(({ minutes }) => minutes),
  ]);
  await auditAgenda(tx, booking, 'agenda.arranged', { type: 'booking', id: bookingId });
}

/** Every step of the item must be named once, and no other. */
function arrangementProblems(present: readonly Pick<StepLine, 'id'>[], wanted: readonly ArrangedStep[]): FieldError[] {
  const ids = new Set(wanted.map(({ id }) => id));
  const complete = ids.size === wanted.length && wanted.length === present.length && present.every(({ id }) => ids.has(id));
  return complete ? [] : [{ field: 'steps', code: 'all_steps_once', message: 'Nævn hvert trin én gang. Hent dagsordenen igen.' }];
}

function arranged(present: readonly StepLine[], wanted: readonly ArrangedStep[]): StepLine[] {
  const byId = new Map(present.map((step) => [step.id, step]));
  return wanted.flatMap(({ id, minutes, title }) => {
    const step = byId.get(id);
    return step === undefined ? [] : [{ ...step, minutes: minutes ?? step.minutes, title: title?.trim() || step.title }];
  });
}
