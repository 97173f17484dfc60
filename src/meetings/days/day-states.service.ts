import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '../../platform/clock/calendar-date.js';
import type { Tx } from '../../platform/database/tx.js';
import { rule } from '../../platform/errors/domain-error.js';
import { lockResources } from '../occupancy/occupancy.js';
import { assertMayLead } from './may-lead.js';
import { MeetingDay } from './meeting-day.entity.js';

/** Closing and opening the docket of a day. The docket's lock comes first, so that no booking slips in between. */
@Injectable()
export class DayStates {
  /** Closes the docket before its time. Throws 409 `invalid_transition`. */
  async close(tx: Tx, id: string): Promise<void> {
    const day = await this.lock(tx, id);
    day.close(tx.now);
    await tx.save(day);
    tx.audit('meeting_day.closed', { type: 'meeting_day', id });
  }

  /**
   * Opens a closed docket until `closesOn`, at the latest until the day itself.
   * @throws DomainError conflict `invalid_transition`, rule `closes_on`
   */
  async reopen(tx: Tx, id: string, closesOn: CalendarDate | undefined): Promise<void> {
    const day = await this.lock(tx, id);
    const until = closesOn ?? day.date;
    if (until <= tx.today || until > day.date) {
      const message = 'Vælg en dato efter i dag og senest mødedagen.';
      throw rule('closes_on', 'Dagsordenen kan ikke åbnes til den dato.', [{ field: 'closesOn', code: 'closes_on', message }]);
    }
    day.reopen(until, tx.now);
    await tx.save(day);
    tx.audit('meeting_day.reopened', { type: 'meeting_day', id, detail: { closesOn: until } });
  }

  private async lock(tx: Tx, id: string): Promise<MeetingDay> {
    const seen = await tx.find(MeetingDay, id);
    assertMayLead(tx.actor, seen.chairId);
    await lockResources(tx, [id]);
    return tx.lock(MeetingDay, id);
  }
}
