import type { Tx } from '../../platform/database/tx.js';
import type { Crew, PanelPlace } from '../days/seat-crew.js';
import type { MeetingSeries } from './meeting-series.entity.js';

/** The standing people and the room of a series as they are now. */
export async function seriesCrew(tx: Tx, series: MeetingSeries): Promise<Crew> {
  const panel = await tx.query<PanelPlace>(
    `SELECT area, staff_id AS "staffId", deputy_id AS "deputyId", decision_power AS "decisionPower"
     FROM panel_member WHERE series_id = $1 AND removed_at IS NULL ORDER BY area`,
    [series.id],
    'series-panel',
  );
  const { chairId, minuteTakerId, roomId } = series;
  return { chairId, minuteTakerId, roomId, panel };
}
