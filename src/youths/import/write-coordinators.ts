import { newId } from '../../platform/database/ids.js';
import type { Tx } from '../../platform/database/tx.js';
import { grantAccess } from '../access/grant-access.js';

/** A youth, and whom the file names as its coordinating caseworker. */
export interface NamedCoordinator {
  readonly youthId: string;
  readonly staffId: string;
}

const BEGIN = `
  INSERT INTO coordination (id, youth_id, staff_id, from_at, until_at)
  SELECT t.id, t.youth_id, t.staff_id, $4, NULL
  FROM unnest($1::uuid[], $2::uuid[], $3::uuid[]) AS t (id, youth_id, staff_id)`;

/** Names the coordinating caseworker of youths that have none, in one statement; they get access by it. */
export async function assignFirstCoordinators(tx: Tx, named: readonly NamedCoordinator[]): Promise<void> {
  if (named.length === 0) return;
  const ids = named.map(() => newId());
  await tx.query(
    BEGIN,
    [ids, named.map(({ youthId }) => youthId), named.map(({ staffId }) => staffId), tx.now],
    'import-coordinations',
  );
  await grantAccess(
    tx,
    named.map(({ youthId, staffId }, at) => ({
      youthId,
      holder: { staffId },
      ground: 'coordinating_caseworker',
      sourceId: ids[at] as string,
    })),
  );
  tx.audit('coordinator.assigned', { type: 'youth', id: null, youthIds: named.map(({ youthId }) => youthId) });
}

export type OfferAnswer = 'offered' | 'waiting' | 'had_before';

const HISTORY = `
  SELECT t.youth_id AS "youthId",
    EXISTS (SELECT 1 FROM handover h WHERE h.youth_id = t.youth_id AND h.state = 'offered') AS waiting,
    EXISTS (SELECT 1 FROM handover h WHERE h.youth_id = t.youth_id AND h.to_staff_id = t.staff_id)
      OR EXISTS (SELECT 1 FROM coordination c WHERE c.youth_id = t.youth_id AND c.staff_id = t.staff_id) AS "hadBefore"
  FROM unnest($1::uuid[], $2::uuid[]) AS t (youth_id, staff_id)`;

const OFFER = `
  INSERT INTO handover (id, youth_id, from_staff_id, to_staff_id, offered_by, offered_at, state)
  SELECT t.id, t.youth_id, c.staff_id, t.staff_id, $4, $5, 'offered'
  FROM unnest($1::uuid[], $2::uuid[], $3::uuid[]) AS t (id, youth_id, staff_id)
  LEFT JOIN coordination c ON c.youth_id = t.youth_id AND c.until_at IS NULL`;

/**
 * A file that names another coordinating caseworker offers a hand-over; it never switches. Nothing is offered where an
 * offer waits for its answer, or where the named person was offered the youth or coordinated it before: an old file
 * would undo what people have agreed here since. Answers in the order of `named`.
 */
export async function offerToNamed(
  tx: Tx,
  offeredBy: string,
  named: readonly NamedCoordinator[],
): Promise<OfferAnswer[]> {
  if (named.length === 0) return [];
  const params = [named.map(({ youthId }) => youthId), named.map(({ staffId }) => staffId)];
  const history = await tx.query<{ youthId: string; waiting: boolean; hadBefore: boolean }>(
    HISTORY,
    params,
    'import-handover-history',
  );
  const byYouth = new Map(history.map((row) => [row.youthId, row]));
  const answers = named.map(({ youthId }): OfferAnswer => {
    const past = byYouth.get(youthId);
    if (past?.waiting) return 'waiting';
    return past?.hadBefore ? 'had_before' : 'offered';
  });
  const offers = named.filter((_, at) => answers[at] === 'offered');
  if (offers.length > 0) await writeOffers(tx, offeredBy, offers);
  return answers;
}

async function writeOffers(tx: Tx, offeredBy: string, offers: readonly NamedCoordinator[]): Promise<void> {
  const youthIds = offers.map(({ youthId }) => youthId);
  const params = [offers.map(() => newId()), youthIds, offers.map(({ staffId }) => staffId), offeredBy, tx.now];
  await tx.query(OFFER, params, 'import-handover-offers');
  tx.audit('handover.offered', { type: 'youth', id: null, youthIds, ground: 'import' });
}
