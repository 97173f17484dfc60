import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '../../platform/clock/calendar-date.js';
import type { Tx } from '../../platform/database/tx.js';
import { forbidden, rule } from '../../platform/errors/domain-error.js';
import { settleTasks } from '../../tasks/raise-task.js';
import { accessTo } from '../../youths/access/open-youth.js';
import { accessVariant, visibleTo, visibleYouthSql } from '../../youths/access/visible-youths.js';
import { isCoordinator } from '../../youths/coordination/coordinators.js';
import { FollowUp, type FollowUpState } from './follow-up.entity.js';
import { planFollowUp } from './plan-follow-up.js';

export interface FollowUpLine {
  readonly id: string;
  readonly youth: { readonly id: string; readonly name: string };
  readonly bookingId: string;
  readonly ownerId: string;
  readonly checkOn: CalendarDate;
  readonly state: FollowUpState;
  readonly due: boolean;
  readonly openActions: number;
}

/** Days on which the coordinating caseworker checks the actions. */
@Injectable()
export class FollowUpsService {
  /** Open follow-ups of one person, the first at the top. */
  async listOpen(tx: Tx, ownerId: string): Promise<FollowUpLine[]> {
    const rows = await this.lines(tx, 'f.owner_id = $1 AND f.state = \'open\'', ownerId, 'open');
    if (rows.length > 0) tx.audit('follow_ups.listed', { type: 'follow_up', id: null, youthIds: [...new Set(rows.map((row) => row.youth.id))], ground: 'own_access' });
    return rows;
  }

  /**
   * The actions were checked; a second time changes nothing. `nextCheckOn` sets another day to look.
   * @throws DomainError not_found; forbidden `not_your_follow_up`; conflict `invalid_transition`; rule `check_not_ahead`
   */
  async complete(tx: Tx, id: string, nextCheckOn: CalendarDate | null): Promise<FollowUpLine> {
    const followUp = await this.lock(tx, id);
    if (nextCheckOn !== null && nextCheckOn <= tx.today) throw checkNotAhead('nextCheckOn');
    if (followUp.complete(tx.now)) {
      await tx.save(followUp);
      await settleTasks(tx, 'follow_up_due', id);
      if (nextCheckOn !== null) await planFollowUp(tx, { youthId: followUp.youthId, bookingId: followUp.bookingId, checkOn: nextCheckOn });
      await this.audit(tx, 'follow_up.completed', followUp);
    }
    return this.line(tx, id);
  }

  /** Moves the day. @throws DomainError as `complete` */
  async move(tx: Tx, id: string, checkOn: CalendarDate): Promise<FollowUpLine> {
    const followUp = await this.lock(tx, id);
    if (checkOn <= tx.today) throw checkNotAhead('checkOn');
    followUp.moveTo(checkOn, tx.now);
    await tx.save(followUp);
    await settleTasks(tx, 'follow_up_due', id);
    await this.audit(tx, 'follow_up.moved', followUp);
    return this.line(tx, id);
  }

  private async lock(tx: Tx, id: string): Promise<FollowUp> {
    const followUp = await tx.lock(FollowUp, id, visibleTo(tx));
    const mine = followUp.ownerId === tx.actor.staffId || (await isCoordinator(tx, followUp.youthId));
    if (!mine) throw forbidden('not_your_follow_up', 'Det er den koordinerende sagsbehandler, der følger op.');
    return followUp;
  }

  private async audit(tx: Tx, verb: `follow_up.${string}`, { id, youthId }: FollowUp): Promise<void> {
    tx.audit(verb, { type: 'follow_up', id, youthIds: [youthId], ground: (await accessTo(tx, youthId))?.ground ?? null });
  }

  private async line(tx: Tx, id: string): Promise<FollowUpLine> {
    const [line] = await this.lines(tx, 'f.id = $1', id, 'one');
    if (!line) throw new Error('a follow-up that was locked is there');
    return line;
  }

  private lines(tx: Tx, condition: string, value: string, name: string): Promise<FollowUpLine[]> {
    const params: unknown[] = [value, tx.today];
    const visible = visibleYouthSql(tx, 'f.youth_id', params);
    return tx.query<FollowUpLine>(
      `SELECT f.id, json_build_object('id', y.id, 'name', y.first_name || ' ' || y.last_name) AS youth, f.booking_id AS "bookingId",
         f.owner_id AS "ownerId", f.check_on::text AS "checkOn", f.state, f.state = 'open' AND f.check_on <= $2::date AS due,
         (SELECT count(*)::int FROM action a WHERE a.youth_id = f.youth_id AND a.state = 'open') AS "openActions"
       FROM follow_up f JOIN youth y ON y.id = f.youth_id WHERE ${condition} AND ${visible} ORDER BY f.check_on, f.id LIMIT 200`,
      params, `follow-ups-${name}-${accessVariant(tx)}`,
    );
  }
}

function checkNotAhead(field: string): Error {
  const message = 'Vælg en dato efter i dag.';
  return rule('check_not_ahead', message, [{ field, code: 'check_not_ahead', message }]);
}
