import { Injectable } from '@nestjs/common';
import { refreshStatistics } from '../../platform/database/refresh-statistics.js';
import type { Tx } from '../../platform/database/tx.js';
import { Handles } from '../../platform/outbox/handlers.js';
import { youthChanged, youthsImported } from '../../youths/youth-events.js';
import { recordImportedMeetings } from '../milestones/imported-meetings.js';
import { recomputeDeadlines } from './recompute-deadlines.js';
import { importShareLanded } from './share-events.js';

/** Small enough that the locks on the youths of a share are short. */
const YOUTHS_A_SHARE = 500;

const IMPORTED = 'SELECT youth_id AS id FROM youth_import_youth WHERE import_id = $1 ORDER BY youth_id';
const SHARE = 'SELECT youth_id AS id FROM youth_import_youth WHERE import_id = $1 AND youth_id BETWEEN $2 AND $3';

/** Brings the deadlines of youths up to date when what they are counted from has changed. */
@Injectable()
export class YouthChangesHandler {
  /** The youths of an import, in shares so that no transaction is long. */
  @Handles(youthsImported)
  async imported(tx: Tx, { importId }: { importId: string }): Promise<void> {
    const youths = await tx.query<{ id: string }>(IMPORTED, [importId], 'deadlines-imported-youths');
    const ids = youths.map(({ id }) => id);
    for (let start = 0; start < ids.length; start += YOUTHS_A_SHARE) {
      const share = ids.slice(start, start + YOUTHS_A_SHARE);
      tx.enqueue(importShareLanded, { importId, fromId: share[0] ?? '', toId: share.at(-1) ?? '', last: start + YOUTHS_A_SHARE >= ids.length });
    }
  }

  /** One share; after the last the planner's statistics are made anew. */
  @Handles(importShareLanded)
  async share(tx: Tx, { importId, fromId, toId, last }: { importId: string; fromId: string; toId: string; last: boolean }): Promise<void> {
    const youths = await tx.query<{ id: string }>(SHARE, [importId, fromId, toId], 'deadlines-import-share');
    await this.bringUpToDate(tx, youths.map(({ id }) => id));
    if (last) await refreshStatistics(tx, youths.length);
  }

  @Handles(youthChanged)
  async changed(tx: Tx, { youthId }: { youthId: string }): Promise<void> {
    await this.bringUpToDate(tx, [youthId]);
  }

  private async bringUpToDate(tx: Tx, youthIds: readonly string[]): Promise<void> {
    await recordImportedMeetings(tx, youthIds);
    await recomputeDeadlines(tx, youthIds);
  }
}
