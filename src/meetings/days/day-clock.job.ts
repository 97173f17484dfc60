import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/tx.js';
import { Scheduled } from '../../platform/jobs/scheduled.js';
import { lockResources } from '../occupancy/occupancy.js';
import { holdItemsOfDay } from './hold-items.js';
import { MeetingDay } from './meeting-day.entity.js';
import { settleDayTasks } from './settle-day-tasks.js';
import { forgetOldMoves } from './undo-move.js';

/** What the passing of time does to days: dockets close five working days before; a day that is over was held, with its items; a move can be taken back no more. */
@Injectable()
export class DayClock {
  @Scheduled({ name: 'meeting-days.close-and-hold', everySeconds: 300 })
  async advance(tx: Tx): Promise<void> {
    await forgetOldMoves(tx);
    const rows = await tx.query<{ id: string }>(
      `SELECT id FROM meeting_day WHERE (state IN ('planned', 'closed') AND ends_at <= $1) OR (state = 'planned' AND closes_on <= $2) ORDER BY id`,
      [tx.now, tx.today],
      'days-due',
    );
    await lockResources(tx, rows.map((row) => row.id));
    for (const { id } of rows) await this.step(tx, await tx.lock(MeetingDay, id));
  }

  private async step(tx: Tx, day: MeetingDay): Promise<void> {
    const over = day.stands && day.endsAt <= tx.now;
    if (!over && !(day.state === 'planned' && day.closesOn <= tx.today)) return;
    if (over) day.hold(tx.now);
    else day.close(tx.now);
    await tx.save(day);
    if (over) await settleDayTasks(tx, day.id);
    if (over) await holdItemsOfDay(tx, day.id);
    tx.audit(over ? 'meeting_day.held' : 'meeting_day.closed', { type: 'meeting_day', id: day.id, detail: { by: 'clock' } });
  }
}
