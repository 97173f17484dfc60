import type { Act } from '../history.js';

/** What a client can know of an item; staff is null where the service chose whom to ask. */
export interface ItemState {
  readonly state: 'on' | 'off';
  readonly slotId: string;
  readonly staff: readonly string[] | null;
  readonly guests: readonly string[];
}

export type Verb = 'opening' | 'cancellation' | 'restoration' | 'rescheduling' | 'participants' | 'guests';

type Told = Pick<Act, 'method' | 'what' | 'verdict' | 'asked'>;

const ITEM = /^\/bookings\/([0-9a-f-]{36})(?:\/(cancellation|restoration|rescheduling|participants|guests))?$/;

/** What an act did to which item; null for what is no act on an item that is there. */
export function verbOf({ what }: Pick<Act, 'what'>): { bookingId: string; verb: Verb } | null {
  const [, bookingId, verb = 'opening'] = ITEM.exec(what) ?? [];
  return bookingId === undefined ? null : { bookingId, verb: verb as Verb };
}

/** How an item may stand after its booking and what was done to it then, one thing after another: what had no answer may have been done or not. */
export function mayBe(booking: Pick<Act, 'asked'>, later: readonly Told[]): ItemState[] {
  const { slotId, participantIds } = booking.asked as { slotId: string; participantIds: readonly string[] };
  let states: ItemState[] = [{ state: 'on', slotId, staff: participantIds.length === 0 ? null : participantIds, guests: [] }];
  for (const act of later.filter(({ verdict }) => verdict !== 'fail')) {
    const done = states.map((state) => after(state, act));
    states = distinct(act.verdict === 'ok' ? done : [...states, ...done]);
  }
  return states;
}

function after(item: ItemState, act: Told): ItemState {
  const asked = act.asked as { slotId?: string; participantIds?: readonly string[]; email?: string };
  switch (verbOf(act)?.verb) {
    case 'cancellation':
      return { ...item, state: 'off' };
    case 'restoration':
      return { ...item, state: 'on' };
    case 'rescheduling':
      return { ...item, slotId: asked.slotId ?? item.slotId };
    case 'participants':
      return { ...item, staff: asked.participantIds ?? [] };
    case 'guests':
      return { ...item, guests: [...new Set([...item.guests, asked.email ?? ''])] };
    default:
      return item;
  }
}

/** Whether an item as it was found is one that may be. Its people stand in no order: the database sorts as Danes do, and "aa" comes last. */
export function standsAs(found: ItemState, state: ItemState): boolean {
  return textOf({ ...found, staff: state.staff === null ? null : found.staff }) === textOf(state);
}

function distinct(states: readonly ItemState[]): ItemState[] {
  return [...new Map(states.map((state) => [textOf(state), state])).values()];
}

function textOf({ state, slotId, staff, guests }: ItemState): string {
  return JSON.stringify([state, slotId, staff?.toSorted() ?? null, guests.toSorted()]);
}
