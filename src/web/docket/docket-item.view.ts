import type { OfferedPlace } from '../../meetings/bookings/offer-places.js';
import type { DocketItem } from '../../reports/docket/docket.js';
import type { ItemOffers } from '../../reports/docket/docket-offers.js';
import { lightsInWords } from '../words/readiness.js';
import { itemLink, MENDED_AT } from './docket-links.js';
import { dayHeading, type Mark, marksOf, peopleOf, timeSpan, whoOf } from './docket-words.js';

export interface LightLine {
  readonly ready: boolean;
  readonly text: string;
  /** Where it is mended; null when it is ready, or not the reader's to open. */
  readonly href: string | null;
}

export interface PlaceOption {
  readonly value: string;
  readonly label: string;
  readonly group: string;
  readonly needsReason: boolean;
}

/** What the reader may do with an item; null when nothing. */
export interface ItemMenu {
  readonly id: string;
  readonly places: readonly PlaceOption[];
  readonly more: boolean;
  readonly carryOver: boolean;
  readonly hold: boolean;
}

export interface ItemView {
  readonly id: string;
  readonly time: string;
  readonly type: string;
  readonly who: string;
  /** The youth's page; null when there is no name to show. */
  readonly youthHref: string | null;
  readonly itemHref: string | null;
  readonly people: string;
  readonly names: string;
  readonly coordinator: string | null;
  readonly lights: readonly LightLine[];
  /** Null for whoever may not see. */
  readonly ready: boolean | null;
  readonly marks: readonly Mark[];
  readonly lateReason: string | null;
  readonly menu: ItemMenu | null;
}

/** More places than this are behind a later fortnight. */
const MOST_PLACES = 16;

/** One line of the docket; links only for who may open the item. */
export function itemView(item: DocketItem, offers: ItemOffers | undefined): ItemView {
  const href = offers?.opens === true ? itemLink(item.id) : null;
  return {
    id: item.id, time: timeSpan(item.startsAt, item.endsAt), type: item.typeLabel, who: whoOf(item),
    youthHref: item.youth === null || href === null ? null : `/unge/${item.youth.id}`, itemHref: href,
    people: peopleOf(item), names: item.people.map((person) => person.name).join(', '), coordinator: coordinatorOf(item),
    lights: lightsOf(item, href), ready: item.readiness?.ready ?? null, marks: marksOf(item), lateReason: item.lateReason,
    menu: offers === undefined ? null : menuOf(item.id, offers),
  };
}

function coordinatorOf({ youth, coordinator }: DocketItem): string | null {
  if (youth === null) return null;
  return coordinator === null ? 'Ingen koordinerende sagsbehandler' : `Koordinerende sagsbehandler: ${coordinator.name}`;
}

function lightsOf({ readiness, state }: DocketItem, href: string | null): LightLine[] {
  if (readiness === null) return [];
  const mended = [MENDED_AT.basis, MENDED_AT.decisionPower, MENDED_AT.youth];
  return lightsInWords(readiness).map((light, index) => ({
    ...light, href: light.ready || href === null || state !== 'booked' ? null : `${href}#${mended[index] ?? ''}`,
  }));
}

function menuOf(id: string, { handles, places, hold }: ItemOffers): ItemMenu | null {
  if (!handles && !hold) return null;
  return { id, places: places.slice(0, MOST_PLACES).map(placeOption), more: places.length > MOST_PLACES, carryOver: handles, hold };
}

/** One place of a select, under its day. */
function placeOption({ date, span, needsReason }: OfferedPlace): PlaceOption {
  const notes = [span.urgent ? 'hasteplads' : null, needsReason ? 'dagsordenen er lukket' : null].filter((note) => note !== null);
  const time = `kl. ${timeSpan(span.startsAt, span.endsAt)}`;
  return { value: span.first.id, label: notes.length === 0 ? time : `${time} (${notes.join(', ')})`, group: dayHeading(date), needsReason };
}
