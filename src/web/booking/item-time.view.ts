import { formatWeekDanish } from '../../platform/clock/danish-format.js';
import { capital } from '../words/capital.js';
import { itemStateLabel } from '../words/codes.js';
import { type OtherPlacesView, otherPlacesView, timesView, type TimesView, timeText } from './proposals.view.js';
import type { ItemTimeData } from './read-item-time.js';

/** The page offers to take a booking back for so long; the server allows twice as much. */
const UNDO_SHOWN_SECONDS = 30;

export interface ItemTimeView {
  readonly action: string;
  readonly item: string;
  readonly who: string;
  readonly whoHref: string | null;
  readonly when: string;
  readonly facts: string;
  readonly state: string | null;
  readonly notice: string | null;
  /** Seconds that the way back is still offered; null where there is none. */
  readonly undo: { readonly action: string; readonly seconds: number } | null;
  /** The slot to move back to. */
  readonly back: string | null;
  readonly people: readonly string[];
  readonly asksYouth: boolean;
  readonly times: TimesView | null;
  /** Other times stand folded where one was just chosen. */
  readonly folded: boolean;
  readonly others: OtherPlacesView;
}

const NOTICES: Readonly<Record<string, string>> = {
  booket: 'Tiden er booket. Deltagerne får en indkaldelse.', flyttet: 'Punktet er flyttet. Deltagerne får besked, og den unge skal spørges igen.',
};

/** An item's time in words: the notice of what was just done, with its way back, and the other times. */
export function itemTimeView(data: ItemTimeData, { besked = '', fra }: { readonly besked?: string; readonly fra?: string }): ItemTimeView {
  const { booking, times, today } = data;
  const { id, youth, date, startsAt, endsAt, typeLabel, state } = booking;
  const ahead = state === 'booked';
  return {
    action: `/punkter/${id}/tid`, item: `/punkter/${id}`, who: youth?.name ?? 'Punkt uden navn', whoHref: youth === null ? null : `/unge/${youth.id}`,
    when: capital(`${timeText(date, startsAt, endsAt)}, ${formatWeekDanish(date)}`), facts: capital(typeLabel), state: itemStateLabel(state),
    notice: ahead && Object.hasOwn(NOTICES, besked) ? (NOTICES[besked] ?? null) : null, undo: undoOf(data, besked),
    back: ahead && besked === 'flyttet' && data.handles && fra !== undefined ? fra : null,
    people: booking.participants.map(({ name, decisionPower, substituteFor }) => [
      name, substituteFor === null ? null : `i stedet for ${substituteFor.name}`, decisionPower ? 'kan beslutte' : null,
    ].filter((part) => part !== null).join(', ')),
    asksYouth: ahead && booking.companionRight !== null && booking.youthAnswer === null,
    times: times === null ? null : timesView({ ...times.proposals, items: times.proposals.items.filter(({ slotId }) => slotId !== booking.slotId) }, today),
    others: otherPlacesView(times?.others ?? []), folded: ahead && Object.hasOwn(NOTICES, besked),
  };
}

function undoOf({ booking, createdAt, now, undoes }: ItemTimeData, besked: string): ItemTimeView['undo'] {
  if (!undoes || besked !== 'booket') return null;
  const age = Math.floor((now.getTime() - createdAt.getTime()) / 1_000);
  return { action: `/punkter/${booking.id}/tid/fortryd`, seconds: Math.max(1, UNDO_SHOWN_SECONDS - age) };
}
