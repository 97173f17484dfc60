import type { Tx } from '../../platform/database/tx.js';
import { endAccess, grantAccess } from '../../youths/access/grant-access.js';
import type { Action } from './action.entity.js';

/** Taking part in an item lets in until so many days after it, or until one's last open action is closed. */
const DAYS_AFTER_ITEM = 30;

/** The owner of an open action may see the youth, on the ground of the item it was agreed at (or of the action itself). */
export async function giveAccessToOwner(tx: Tx, action: Action): Promise<void> {
  if (action.youthId === null || action.state !== 'open') return;
  const holder = { staffId: action.ownerId };
  await grantAccess(tx, { youthId: action.youthId, holder, ground: 'booked_item', sourceId: sourceOf(action), untilAt: null });
}

/** Ends what `giveAccessToOwner` gave somebody, unless another open action of the same item still needs it. */
export async function endAccessOfOwner(tx: Tx, action: Action, ownerId: string): Promise<void> {
  if (action.youthId === null) return;
  const [row] = await tx.query<{ untilAt: Date; open: boolean }>(
    `SELECT greatest($3::timestamptz, (SELECT ends_at + make_interval(days => $4) FROM booking WHERE id = $1)) AS "untilAt",
       EXISTS (SELECT 1 FROM action WHERE booking_id = $1 AND owner_id = $2 AND state = 'open' AND id <> $5) AS open`,
    [action.bookingId, ownerId, tx.now, DAYS_AFTER_ITEM, action.id], 'action-access-end',
  );
  if (!row || row.open) return;
  const ending = { youthId: action.youthId, ground: 'booked_item', sourceId: sourceOf(action), holder: { staffId: ownerId } } as const;
  await endAccess(tx, { ...ending, untilAt: row.untilAt });
}

function sourceOf(action: Action): string {
  return action.bookingId ?? action.id;
}
