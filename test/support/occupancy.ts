import type { TestApp } from './app.js';

export interface BrokenOccupancy {
  readonly overlaps: number;
  readonly partial: number;
  readonly orphans: number;
}

export const OCCUPANCY_IN_ORDER: BrokenOccupancy = { overlaps: 0, partial: 0, orphans: 0 };

/** Runs a statement that answers one number, `n`. */
export type Count = (sql: string) => Promise<number>;

/** What must never be: overlapping claims on one resource, and items that do not take all their people, the docket and the youth. */
export async function brokenOccupancy(app: Pick<TestApp, 'inTx'>): Promise<BrokenOccupancy> {
  return app.inTx((tx) => countBrokenOccupancy(async (sql) => (await tx.query<{ n: number }>(sql))[0]?.n ?? -1));
}

export async function countBrokenOccupancy(count: Count): Promise<BrokenOccupancy> {
  return {
    overlaps: await count(`SELECT count(*)::int AS n FROM occupancy a JOIN occupancy b
      ON a.resource_id = b.resource_id AND a.id < b.id AND a.during && b.during`),
    partial: await count(`
      WITH due (booking_id, resource_id) AS (
        SELECT id, meeting_day_id FROM booking WHERE state = 'booked'
        UNION ALL SELECT id, youth_id FROM booking WHERE state = 'booked' AND youth_id IS NOT NULL
        UNION ALL SELECT part.booking_id, part.staff_id FROM booking_participant part JOIN booking ON booking.id = part.booking_id
          WHERE booking.state = 'booked' AND NOT part.standing)
      SELECT count(*)::int AS n FROM due JOIN booking ON booking.id = due.booking_id
      WHERE NOT EXISTS (SELECT 1 FROM occupancy taken WHERE taken.booking_id = due.booking_id AND taken.resource_id = due.resource_id
        AND taken.during = tstzrange(booking.starts_at, booking.ends_at, '[)'))`),
    orphans: await count(`SELECT count(*)::int AS n FROM occupancy taken JOIN booking ON booking.id = taken.booking_id
      WHERE booking.state = 'cancelled' OR NOT (taken.resource_id = booking.meeting_day_id OR taken.resource_id = booking.youth_id
        OR EXISTS (SELECT 1 FROM booking_participant part WHERE part.booking_id = booking.id AND part.staff_id = taken.resource_id AND NOT part.standing))`),
  };
}
