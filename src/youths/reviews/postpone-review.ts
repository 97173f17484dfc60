import { addMonths, type CalendarDate } from '../../platform/clock/calendar-date.js';
import { staffIdOf } from '../../platform/database/actor.js';
import { newId } from '../../platform/database/ids.js';
import type { Tx } from '../../platform/database/tx.js';
import { forbidden, notFound, rule } from '../../platform/errors/domain-error.js';
import { openYouth } from '../access/open-youth.js';

/** Nobody is put off for longer: the age deadlines come closer all the time. */
export const LONGEST_PAUSE_MONTHS = 6;

/**
 * The actor's unit looks at the youth again on a day; a second decision replaces the first. Deadlines and reminders go on as before.
 * Returns the review's id.
 * @throws DomainError not_found; rule `date_passed`, `too_far_ahead`
 */
export async function postponeReview(tx: Tx, youthId: string, returnOn: CalendarDate): Promise<string> {
  const { ground } = await openYouth(tx, youthId);
  if (returnOn <= tx.today) throw rule('date_passed', 'Vælg en dag, der kommer.', [fieldError('date_passed', 'Vælg en dag, der kommer.')]);
  const tooFar = `Vælg en dag inden for ${LONGEST_PAUSE_MONTHS} måneder.`;
  if (returnOn > addMonths(tx.today, LONGEST_PAUSE_MONTHS)) throw rule('too_far_ahead', tooFar, [fieldError('too_far_ahead', tooFar)]);
  const [review] = await tx.query<{ id: string }>(
    `INSERT INTO youth_review (id, youth_id, department_id, return_on, reviewed_by, reviewed_at) VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (youth_id, department_id) DO UPDATE SET return_on = excluded.return_on, reviewed_by = excluded.reviewed_by, reviewed_at = excluded.reviewed_at
     RETURNING id`,
    [newId(), youthId, ownUnit(tx), returnOn, staffIdOf(tx.actor), tx.now],
    'youth-review-postpone',
  );
  tx.audit('youth.review_postponed', { type: 'youth', id: youthId, youthIds: [youthId], ground, detail: { returnOn } });
  return review?.id ?? '';
}

/** Puts the youth back into the review of the actor's unit. @throws DomainError not_found */
export async function resumeReview(tx: Tx, youthId: string): Promise<void> {
  const { ground } = await openYouth(tx, youthId);
  const gone = await tx.execute('DELETE FROM youth_review WHERE youth_id = $1 AND department_id = $2', [youthId, ownUnit(tx)]);
  if (gone === 0) throw notFound();
  tx.audit('youth.review_resumed', { type: 'youth', id: youthId, youthIds: [youthId], ground });
}

function ownUnit({ actor }: Tx): string {
  if (actor.departmentId === null) throw forbidden('no_department', 'Du er ikke knyttet til en enhed og kan derfor ikke gennemgå dens unge.');
  return actor.departmentId;
}

function fieldError(code: string, message: string) {
  return { field: 'returnOn', code, message };
}
