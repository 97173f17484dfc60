import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '../../platform/clock/calendar-date.js';
import { hasRole } from '../../platform/database/actor.js';
import { newId } from '../../platform/database/ids.js';
import type { Tx } from '../../platform/database/tx.js';
import { forbidden, notFound, rule } from '../../platform/errors/domain-error.js';
import { StaffMember } from '../staff/staff-member.entity.js';
import { Absence } from './absence.entity.js';

export interface AbsenceLine {
  readonly id: string;
  readonly startsOn: CalendarDate;
  readonly endsOn: CalendarDate;
}

/** Days on which staff are away; slot proposals keep clear of them. */
@Injectable()
export class AbsencesService {
  /** A person's absences that end today or later, by start. */
  async list(tx: Tx, staffId: string): Promise<AbsenceLine[]> {
    await tx.find(StaffMember, staffId);
    return tx.query<AbsenceLine>(
      `SELECT id, starts_on AS "startsOn", ends_on AS "endsOn" FROM absence WHERE staff_id = $1 AND ends_on >= $2 ORDER BY starts_on, id`,
      [staffId, tx.today],
    );
  }

  /**
   * Marks somebody away: oneself, or as team leader of the unit, secretary or administrator. The same days a second time change nothing.
   * @throws DomainError rule `ends_before_start`, forbidden `not_your_colleague`
   */
  async record(tx: Tx, staffId: string, startsOn: CalendarDate, endsOn: CalendarDate): Promise<AbsenceLine> {
    await requireMaySay(tx, staffId);
    if (endsOn < startsOn) {
      throw rule('ends_before_start', 'Slutdatoen ligger før startdatoen.', [{ field: 'endsOn', code: 'before_start', message: 'Vælg en senere slutdato.' }]);
    }
    const [known] = await tx.query<{ id: string }>('SELECT id FROM absence WHERE staff_id = $1 AND starts_on = $2 AND ends_on = $3', [staffId, startsOn, endsOn]);
    if (known !== undefined) return { id: known.id, startsOn, endsOn };
    const absence = Object.assign(new Absence(), { id: newId(), staffId, startsOn, endsOn, createdBy: tx.actor.staffId, createdAt: tx.now });
    await tx.save(absence);
    tx.audit('absence.recorded', { type: 'absence', id: absence.id });
    return { id: absence.id, startsOn, endsOn };
  }

  /**
   * Takes an absence away that was a mistake or has changed; may be done by whoever may record one.
   * @throws DomainError not_found, also for somebody else's absence; forbidden `not_your_colleague`
   */
  async remove(tx: Tx, staffId: string, id: string): Promise<void> {
    await requireMaySay(tx, staffId);
    if ((await tx.execute('DELETE FROM absence WHERE id = $1 AND staff_id = $2', [id, staffId])) === 0) throw notFound();
    tx.audit('absence.removed', { type: 'absence', id });
  }
}

async function requireMaySay(tx: Tx, staffId: string): Promise<void> {
  const person = await tx.find(StaffMember, staffId);
  const own = person.id === tx.actor.staffId;
  const leader = hasRole(tx.actor, 'team_leader') && person.departmentId === tx.actor.departmentId;
  if (!own && !leader && !hasRole(tx.actor, 'meeting_secretary', 'admin')) {
    throw forbidden('not_your_colleague', 'Du kan kun melde fravær for dig selv. Bed teamlederen om at gøre det.');
  }
}
