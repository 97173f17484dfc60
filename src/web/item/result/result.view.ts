import type { ActionState } from '../../../conclusions/actions/action.entity.js';
import type { MinutesContent } from '../../../conclusions/minutes/minutes-content.js';
import { formatDateDanish, formatDateLongDanish, formatTimeDanish } from '../../../platform/clock/danish-format.js';
import { dateAt } from '../../../platform/clock/zone.js';
import type { Badge } from '../../words/youth-words.js';
import { type ItemHeadView, itemHeadView } from '../item-head.view.js';
import type { ResultData } from './read-result.js';

export interface ResultView {
  readonly head: ItemHeadView;
  readonly at: string;
  readonly outcome: string;
  readonly agreed: readonly string[];
  readonly actions: ReadonlyArray<{ readonly id: string; readonly what: string; readonly who: string; readonly when: string; readonly badge: Badge }>;
  readonly noActions: string | null;
  readonly coordinator: string | null;
  readonly next: { readonly text: string; readonly href: string | null };
  readonly minutes: string;
  readonly approves: boolean;
}

const ACTION_STATES: Readonly<Record<ActionState, Badge>> = {
  open: { text: 'Åben', tone: 'info' }, done: { text: 'Klaret', tone: 'success' }, dropped: { text: 'Droppet', tone: 'warning' },
};

/** How the item ended, in words. */
export function resultView({ item, conclusion, minutes }: ResultData): ResultView {
  const offered = conclusion.coordinator?.standing === 'offered';
  return {
    head: itemHeadView(item), at: `/punkter/${item.booking.id}`, outcome: minutes.outcomeLabel, agreed: minutes.decisions.map(({ text }) => text),
    actions: conclusion.actions.map(({ id, text, owner, dueOn, state, overdue }) => ({
      id, what: text, who: owner.name, when: formatDateLongDanish(dueOn), badge: overdue ? { text: 'Forsinket', tone: 'error' } : ACTION_STATES[state],
    })),
    noActions: minutes.noActionsBecause,
    coordinator: minutes.coordinatorName === null ? null : `${minutes.coordinatorName}${offered ? ', når tilbuddet er taget imod' : ''}`,
    next: { text: nextText(minutes.next), href: conclusion.next.bookingId === null ? null : `/punkter/${conclusion.next.bookingId}` },
    minutes: minutesText(minutes), approves: item.closes && minutes.state === 'draft',
  };
}

/** What follows an item. */
export function nextText({ kind, startsAt, checkOn, closedBecause }: MinutesContent['next']): string {
  if (kind === 'slot' && startsAt !== null) {
    const at = new Date(startsAt);
    return `Nyt møde ${formatDateDanish(dateAt(at))} kl. ${formatTimeDanish(at)}`;
  }
  if (kind === 'check' && checkOn !== null) return `Aftalerne tjekkes ${formatDateDanish(checkOn)}`;
  return `Intet nyt møde: ${closedBecause ?? ''}`;
}

/** Where the minutes stand. */
export function minutesText({ state, approvedAt, approvedBy }: MinutesContent): string {
  if (state === 'draft' || approvedAt === null) return 'Referatet er en kladde.';
  return `Referatet er godkendt ${formatDateLongDanish(dateAt(new Date(approvedAt)))}${approvedBy === null ? '' : ` af ${approvedBy}`}.`;
}
