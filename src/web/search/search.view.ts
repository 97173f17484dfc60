import type { Actor } from '../../platform/database/actor.js';
import { formatDateLongDanish } from '../../platform/clock/danish-format.js';
import type { YouthHit } from '../../youths/youth-search.service.js';
import { openTo } from '../layout/open-to.js';
import { YOUTH_STATUS_LABELS } from '../words/codes.js';
import { OLD_WORDS, type OldWord, type Place, PLACES } from './old-words.data.js';

/** A shorter text finds too many people to be a search for one. */
export const SHORTEST_TEXT = 2;

export interface HitView {
  readonly id: string;
  /** Null where the reader may see the line only. */
  readonly href: string | null;
  readonly name: string;
  /** Birth date and masked CPR: two of the same name are told apart. */
  readonly who: string;
  readonly coordinator: string;
  readonly status: string;
}

/** An old word with the way to what it is called now; null where that is closed to the reader. */
export type WordView = Omit<OldWord, 'href'> & { readonly href: string | null };

export interface SearchView {
  /** Null before the first search. */
  readonly text: string | null;
  readonly tooShort: boolean;
  /** Null for those who see no youths. */
  readonly youths: readonly HitView[] | null;
  readonly words: readonly WordView[];
  readonly places: readonly Place[];
  /** Whether the reader may look up a youth of others by number. */
  readonly lookup: boolean;
}

/** What a search has found, in words. @param hits null where the reader sees no youths or nothing was looked for */
export function searchView(actor: Actor, text: string | null, hits: readonly YouthHit[] | null): SearchView {
  const wanted = (text ?? '').trim().toLowerCase();
  const tooShort = text !== null && wanted.length < SHORTEST_TEXT;
  const matches = ({ words }: { words: readonly string[] }): boolean => !tooShort && wanted !== '' && words.some((word) => word.startsWith(wanted) || (wanted.length > 3 && wanted.startsWith(word)));
  return {
    text, tooShort, youths: hits?.map(hitView) ?? null, words: OLD_WORDS.filter(matches).map((word) => ({ ...word, href: openTo(actor, word.href) ? word.href : null })),
    places: PLACES.filter((place) => matches(place) && openTo(actor, place.href)), lookup: openTo(actor, '/opslag'),
  };
}

function hitView({ id, opens, name, birthDate, cprMasked, coordinator, status }: YouthHit): HitView {
  return {
    id, href: opens ? `/unge/${id}` : null, name, who: `Født ${formatDateLongDanish(birthDate)}, CPR ${cprMasked}`,
    coordinator: coordinator?.name ?? 'Ingen koordinerende sagsbehandler', status: YOUTH_STATUS_LABELS[status],
  };
}
