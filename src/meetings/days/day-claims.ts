import type { Claim } from '../occupancy/claim.js';
import type { SeatedCrew } from './seat-crew.js';

interface DayTime {
  readonly id: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
}

/** What the day itself takes for its whole length: its room and its standing people, each once. */
export function dayClaims(day: DayTime, seated: Pick<SeatedCrew, 'roomId' | 'staffIds'>): Claim[] {
  const time = { from: day.startsAt, to: day.endsAt, meetingDayId: day.id, bookingId: null };
  const people = seated.staffIds.map((resourceId) => ({ ...time, kind: 'staff' as const, resourceId }));
  return seated.roomId === null ? people : [...people, { ...time, kind: 'room' as const, resourceId: seated.roomId }];
}
