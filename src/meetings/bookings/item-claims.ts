import type { Claim } from '../occupancy/claim.js';

/** An item's time and place; `bookingId` is null while it is only asked for. */
export interface ItemTime {
  readonly meetingDayId: string;
  readonly bookingId: string | null;
  readonly youthId: string | null;
  readonly startsAt: Date;
  readonly endsAt: Date;
}

/** What an item takes for its whole length: the docket, its own people (not those who sit the whole day) and the youth. */
export function itemClaims(item: ItemTime, people: readonly { readonly staffId: string; readonly standing: boolean }[]): Claim[] {
  const { meetingDayId, bookingId, youthId } = item;
  const time = { from: item.startsAt, to: item.endsAt, meetingDayId, bookingId };
  const own = people.filter((each) => !each.standing).map((each) => ({ ...time, kind: 'staff' as const, resourceId: each.staffId }));
  const youth = youthId === null ? [] : [{ ...time, kind: 'youth' as const, resourceId: youthId }];
  return [{ ...time, kind: 'docket', resourceId: meetingDayId }, ...own, ...youth];
}
