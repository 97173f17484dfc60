import type { Act } from '../history.js';
import type { Stage } from '../stage.js';
import { type Findings, problems, together } from './findings.js';
import { type ItemState, mayBe, standsAs, verbOf } from './item-acts.js';

interface Kept {
  readonly key: string;
  readonly id: string | null;
}

interface Found extends ItemState {
  readonly id: string;
}

const KEPT = 'SELECT key, result_id AS id FROM idempotency_key WHERE key = ANY($1)';
const FOUND = `
  SELECT item.id, CASE item.state WHEN 'cancelled' THEN 'off' ELSE 'on' END AS state, item.slot_id AS "slotId",
    coalesce((SELECT array_agg(p.staff_id::text) FROM booking_participant p WHERE p.booking_id = item.id AND NOT p.standing), '{}') AS staff,
    coalesce((SELECT array_agg(g.email) FROM booking_guest g WHERE g.booking_id = item.id AND g.email IS NOT NULL), '{}') AS guests
  FROM booking item WHERE item.id::text = ANY ($1)`;

/** I8: what was answered as done is there, what was refused is not; where no answer came either may be, but whole. */
export async function historyHolds(stage: Stage): Promise<Findings> {
  const { acts } = stage.history;
  const kept = await stage.query<Kept>(KEPT, [[...new Set(acts.map((act) => act.key))]]);
  const known = new Map(kept.map((row) => [row.key, row.id]));
  const bookings = acts.filter((act) => act.what === '/bookings');
  const ids = bookings.flatMap((act) => known.get(act.key) ?? []);
  const found = new Map((await stage.query<Found>(FOUND, [ids])).map((item) => [item.id, item]));
  const isThere = (act: Act): boolean => found.has(known.get(act.key) ?? '');
  const missing = bookings.filter((act) => act.verdict === 'ok' && (!isThere(act) || known.get(act.key) !== act.id));
  const refused = acts.filter((act) => act.verdict === 'fail' && known.has(act.key) && !otherwiseDone(acts, act));
  const halves = kept.filter((row) => row.id === null || bookings.some((act) => act.key === row.key && !isThere(act)));
  const astray = [...new Set(ids)].flatMap((id) => otherThanTold(found.get(id), acts, bookings.filter((act) => known.get(act.key) === id)));
  return together([
    problems(missing.map((act) => `I8 ${act.what} was answered ${act.status} and is not there`), 'lost'),
    problems(refused.map((act) => `I8 ${act.what} was refused with ${act.status} ${act.code} and is there`)),
    problems(halves.map(() => 'I8 a half of an act is there'), 'lost'),
    problems(astray, 'lost'),
  ]);
}

/** An item as it stands, against everything that was done to it and answered. */
function otherThanTold(item: Found | undefined, acts: readonly Act[], [booking]: readonly Act[]): string[] {
  if (item === undefined || booking === undefined) return [];
  const later = acts.filter((act) => verbOf(act)?.bookingId === item.id);
  const states = mayBe(booking, later);
  if (states.some((state) => standsAs(item, state))) return [];
  const { id: _, ...stands } = item;
  return [`I8 after ${['booking', ...later.map((act) => `${verbOf(act)?.verb} ${act.status}`)].join(', ')} an item stands ${JSON.stringify(stands)}, not ${JSON.stringify(states)}`];
}

/** The same key came again and was done then, or its first answer was lost. */
function otherwiseDone(acts: readonly Act[], act: Act): boolean {
  return acts.some((other) => other !== act && other.key === act.key && other.verdict !== 'fail');
}
