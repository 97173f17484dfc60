import { verifyTrail } from '../../../../src/platform/audit/verify-trail.js';
import { testConfig } from '../../../support/test-config.js';
import type { Act } from '../history.js';
import type { Stage } from '../stage.js';
import { type Findings, problems } from './findings.js';
import { type Verb, verbOf } from './item-acts.js';

/** What the trail calls what is done to an item. */
const CALLED: Readonly<Record<Verb, string>> = {
  opening: 'booking.opened', cancellation: 'booking.cancelled', restoration: 'booking.restored', rescheduling: 'booking.moved',
  participants: 'booking.people_changed', guests: 'booking.people_changed',
};

const UNEVEN = `
  SELECT count(*) FROM booking FULL JOIN (
    SELECT subject_id, count(*) AS n FROM audit_entry WHERE action = 'booking.created' AND subject_type = 'booking' AND outcome = 'done' GROUP BY 1
  ) e ON e.subject_id = booking.id::text
  WHERE booking.id IS NULL OR e.n IS DISTINCT FROM 1`;

const ENTRIES = `
  SELECT subject_id AS id, action, count(*)::int AS n FROM audit_entry
  WHERE subject_type = 'booking' AND subject_id = ANY ($1) AND action = ANY ($2) AND outcome = 'done' GROUP BY 1, 2`;

/** How often something stands in the trail at least and at most: what had no answer may stand there. */
interface Bounds {
  readonly least: number;
  readonly most: number;
}

/** I4: the trail adds up, byte for byte; each item was booked once in it, and what clients did to it and saw of it stands there as often as they did. */
export async function trailComplete(stage: Stage): Promise<Findings> {
  const key = Buffer.from(testConfig(stage.server.url(stage.database)).AUDIT_KEY, 'base64');
  const { broken } = await verifyTrail(<R>(sql: string, params: unknown[] = []) => stage.query<R & object>(sql, params), key);
  const uneven = await stage.count(UNEVEN);
  const expected = entriesOf(stage.history.acts);
  const ids = [...new Set([...expected.keys()].map((name) => name.split(' ')[0] ?? ''))];
  const rows = await stage.query<{ id: string; action: string; n: number }>(ENTRIES, [ids, [...new Set(Object.values(CALLED))]]);
  const logged = new Map(rows.map(({ id, action, n }) => [`${id} ${action}`, n]));
  const wrong = [...new Set([...expected.keys(), ...logged.keys()])].flatMap((name) => {
    const [{ least, most }, n] = [expected.get(name) ?? { least: 0, most: 0 }, logged.get(name) ?? 0];
    return n < least || n > most ? [`I4 ${name.split(' ')[1]} was done ${least} to ${most} times to an item and logged ${n} times`] : [];
  });
  return problems([...(broken === null ? [] : [`I4 ${broken}`]), ...(uneven === 0 ? [] : [`I4 ${uneven} items were not booked once as logged`]), ...wrong]);
}

/** By item and action. Whoever is answered with an item has opened it, whatever else was done; the same key again does nothing else. */
export function entriesOf(acts: ReadonlyArray<Pick<Act, 'what' | 'key' | 'verdict' | 'id'>>): Map<string, Bounds> {
  const items = new Map(acts.flatMap(({ what, key, id }) => (what === '/bookings' && id !== null ? [[key, id] as const] : [])));
  /** By item and action, each time that it was done, and whether that is certain. */
  const times = new Map<string, Map<string, boolean>>();
  const note = (name: string, time: string, certain: boolean): void => {
    const known = times.get(name) ?? new Map<string, boolean>();
    times.set(name, known.set(time, certain || known.get(time) === true));
  };
  for (const [i, { what, key, verdict }] of acts.entries()) {
    const on = what === '/bookings' ? { bookingId: items.get(key), verb: 'opening' as const } : verbOf({ what });
    if (on?.bookingId === undefined || verdict === 'fail') continue;
    note(`${on.bookingId} ${CALLED.opening}`, `act ${i}`, verdict === 'ok');
    if (on.verb !== 'opening') note(`${on.bookingId} ${CALLED[on.verb]}`, key, verdict === 'ok');
  }
  return new Map([...times].map(([name, each]) => [name, { least: [...each.values()].filter(Boolean).length, most: each.size }]));
}
