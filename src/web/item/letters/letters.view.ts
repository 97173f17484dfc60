import type { LetterLine } from '../../../letters/letters.js';
import type { LetterKind } from '../../../letters/letter.entity.js';
import type { BookingState } from '../../../meetings/bookings/booking-states.js';
import { formatDateDanish, formatDateLongDanish, formatTimeDanish } from '../../../platform/clock/danish-format.js';
import { dateAt } from '../../../platform/clock/zone.js';
import { GUEST_KIND_LABELS } from '../../words/item-words.js';
import type { Badge } from '../../words/youth-words.js';
import type { PostData } from '../post/read-post.js';

export interface LetterView {
  readonly id: string;
  readonly title: string;
  readonly badge: Badge;
  readonly facts: string;
  /** Why the letter must go, where the recipient holds another one. */
  readonly note: string | null;
  /** The address under which the letter's files and forms lie. */
  readonly at: string;
  readonly mark: 'send' | 'undo' | null;
}

export interface LettersView {
  readonly current: readonly LetterView[];
  readonly earlier: readonly LetterView[];
  readonly empty: string;
}

const KINDS: Readonly<Record<LetterKind, string>> = { invitation: 'Invitation', cancellation: 'Besked om aflysning' };

/** The letters of an item in words, those that count apart from those that were replaced. */
export function lettersView({ item, letters }: Pick<PostData, 'item' | 'letters'>): LettersView {
  const inWords = letters.map((line) => letterView(line, item, letters));
  const { youth, guests, state } = item.booking;
  const writes = youth !== null && guests.some(({ kind }) => kind === 'youth' || kind === 'custody_holder') && state === 'booked';
  return {
    current: inWords.filter((_, index) => letters[index]?.outdated === false), earlier: inWords.filter((_, index) => letters[index]?.outdated === true),
    empty: writes ? 'Brevene er ved at blive skrevet. Hent siden igen om lidt.' : 'Der er ingen breve at sende om punktet.',
  };
}

function letterView(line: LetterLine, { booking, handles }: PostData['item'], all: readonly LetterLine[]): LetterView {
  const { id, kind, recipient, startsAt, outdated, handedOver } = line;
  const told = `${formatDateDanish(dateAt(startsAt))} kl. ${formatTimeDanish(startsAt)}`;
  const sent = handedOver === null ? '' : ` · Sendt ${formatDateLongDanish(dateAt(new Date(handedOver.at)))} af ${handedOver.by}`;
  return {
    id, title: `${KINDS[kind]} til ${recipient.name} (${GUEST_KIND_LABELS[recipient.kind]})`, badge: badgeOf(line, isBehind(booking.state)), facts: `Mødet ${told}${sent}`,
    note: isToSend(line, booking.state) && holdsAnother(line, all) ? NOTES[kind] : null, at: `/punkter/${booking.id}/breve/brev/${id}`,
    mark: !handles || outdated ? null : handedOver === null ? 'send' : 'undo',
  };
}

const NOTES: Readonly<Record<LetterKind, string>> = {
  invitation: 'Mødet er ændret, efter at modtageren fik brev. Send det nye brev.',
  cancellation: 'Modtageren har fået en invitation, der ikke gælder mere. Send beskeden.',
};

/** Still to go to the municipality's post: not once the meeting has been held. */
export function isToSend({ outdated, handedOver }: LetterLine, state: BookingState): boolean {
  return !outdated && handedOver === null && !isBehind(state);
}

function isBehind(state: BookingState): boolean {
  return state === 'held' || state === 'concluded';
}

function badgeOf({ outdated, handedOver }: LetterLine, behind: boolean): Badge {
  if (handedOver !== null) return outdated ? { text: 'Sendt, gælder ikke mere', tone: 'warning' } : { text: 'Sendt', tone: 'success' };
  if (behind && !outdated) return { text: 'Ikke markeret som sendt før mødet', tone: 'info' };
  return outdated ? { text: 'Erstattet, før det blev sendt', tone: 'info' } : { text: 'Ikke sendt', tone: 'warning' };
}

function holdsAnother({ recipient }: LetterLine, all: readonly LetterLine[]): boolean {
  return all.some((other) => other.outdated && other.handedOver !== null && other.recipient.kind === recipient.kind && other.recipient.name === recipient.name);
}
