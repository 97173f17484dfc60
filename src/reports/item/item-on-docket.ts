import { type DayLine, readDay } from '../../meetings/days/read-days.js';
import type { Tx } from '../../platform/database/tx.js';
import { type DocketItem, docketDays } from '../docket/docket.js';
import { readAbsentSeats, readItems } from '../docket/docket.queries.js';

export interface ItemOnDocket {
  /** The item's line with its readiness, the same as on the docket; null for a cancelled item. */
  readonly line: DocketItem | null;
  /** Where it is held; null where it is about a protected youth, whose whereabouts nobody is told. */
  readonly place: Pick<DayLine, 'room' | 'link'> | null;
  readonly chair: DayLine['chair'];
  readonly minuteTaker: DayLine['minuteTaker'];
}

/** An item as its day's docket has it. The caller has checked access and logs the reading. */
export async function readItemOnDocket(tx: Tx, item: { readonly id: string; readonly meetingDayId: string; readonly protected: boolean }): Promise<ItemOnDocket> {
  const day = await readDay(tx, item.meetingDayId);
  const rows = await readItems(tx, [day.id]);
  const [{ items } = { items: [] }] = docketDays([day], rows, await readAbsentSeats(tx, [day.id]));
  const { room, link, chair, minuteTaker } = day;
  return { line: items.find(({ id }) => id === item.id) ?? null, place: item.protected ? null : { room, link }, chair, minuteTaker };
}
