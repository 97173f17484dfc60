import { verifyTrail } from '../../../../src/platform/audit/verify-trail.js';
import { testConfig } from '../../../support/test-config.js';
import type { Stage } from '../stage.js';
import { type Findings, problems } from './findings.js';

/** I4: the trail adds up, byte for byte, and has an entry for every item that was booked. */
export async function trailComplete(stage: Stage): Promise<Findings> {
  const key = Buffer.from(testConfig(stage.server.url(stage.database)).AUDIT_KEY, 'base64');
  const { broken } = await verifyTrail(<R>(sql: string, params: unknown[] = []) => stage.query<R & object>(sql, params), key);
  const silent = await stage.count(`
    SELECT count(*) FROM booking WHERE NOT EXISTS (
      SELECT 1 FROM audit_entry e WHERE e.subject_type = 'booking' AND e.subject_id = booking.id::text AND e.action = 'booking.created')`);
  return problems([...(broken === null ? [] : [`I4 ${broken}`]), ...(silent === 0 ? [] : [`I4 ${silent} items were booked and not logged`])]);
}
