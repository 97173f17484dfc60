import { formatDateDanish, formatTimeDanish, formatWeekDanish } from '../../platform/clock/danish-format.js';
import { capital } from '../words/capital.js';
import { itemStateLabel } from '../words/codes.js';
import type { ItemAccess } from './read-item.js';

/** The pages of one item, in the order in which they are used. */
export type ItemTab = 'foer' | 'moede' | 'afslutning' | 'resultat' | 'aftalt' | 'referat' | 'breve';

export interface ItemHeadView {
  readonly id: string;
  readonly who: string;
  readonly youthHref: string | null;
  readonly facts: string;
  readonly state: string | null;
  readonly urgent: boolean;
  readonly tabs: ReadonlyArray<{ readonly tab: ItemTab; readonly href: string; readonly text: string }>;
  /** The screen for the room; null where there is nothing to show there any more. */
  readonly screen: string | null;
}

/** What stands above every page of an item. */
export function itemHeadView({ booking, writesDraft }: ItemAccess): ItemHeadView {
  const { id, youth, typeLabel, date, startsAt, endsAt, state, urgent } = booking;
  const time = `${formatDateDanish(date)} kl. ${formatTimeDanish(startsAt)}–${formatTimeDanish(endsAt)}, ${formatWeekDanish(date)}`;
  const at = `/punkter/${id}`;
  return {
    id, who: youth?.name ?? 'Punkt uden navn', youthHref: youth === null ? null : `/unge/${youth.id}`,
    facts: `${capital(typeLabel)} · ${time}`, state: itemStateLabel(state), urgent,
    tabs: state === 'concluded' ? closedTabs(at) : openTabs(at, writesDraft && state !== 'cancelled'),
    screen: state === 'cancelled' ? null : `${at}/skaerm`,
  };
}

function openTabs(at: string, closes: boolean): ItemHeadView['tabs'] {
  return [
    { tab: 'foer', href: at, text: 'Før mødet' },
    { tab: 'breve', href: `${at}/breve`, text: 'Breve og gæster' },
    { tab: 'moede', href: `${at}/moede`, text: 'På mødet' },
    ...(closes ? [{ tab: 'afslutning', href: `${at}/afslutning`, text: 'Afslutning' } as const] : []),
  ];
}

function closedTabs(at: string): ItemHeadView['tabs'] {
  return [
    { tab: 'resultat', href: at, text: 'Resultat' },
    { tab: 'aftalt', href: `${at}/det-aftalte-vi`, text: 'Det aftalte vi' },
    { tab: 'referat', href: `${at}/referat`, text: 'Referat' },
    { tab: 'breve', href: `${at}/breve`, text: 'Breve og gæster' },
    { tab: 'moede', href: `${at}/moede`, text: 'Tavlen fra mødet' },
  ];
}
