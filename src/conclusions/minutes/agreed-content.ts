import { formatDateDanish, formatDateLongDanish, formatTimeDanish } from '../../platform/clock/danish-format.js';
import { dateAt } from '../../platform/clock/zone.js';
import type { MinutesContent } from './minutes-content.js';

/** What the minutes do not hold, because it changes: whom to call, and where the next meeting is. */
export interface AgreedContacts {
  /** The coordinating caseworker's own number, else that of the unit. */
  readonly phone: string | null;
  /** Where the next item is held; null when there is none, or it is about a protected youth. */
  readonly nextPlace: string | null;
}

/** "Det aftalte vi": what the youth takes home, said to the youth. */
export interface AgreedContent {
  readonly reference: string;
  readonly youthName: string | null;
  readonly heading: string;
  readonly ownWords: readonly string[];
  readonly agreed: readonly string[];
  readonly actions: ReadonlyArray<{ readonly what: string; readonly who: string; readonly when: string }>;
  /** Why there is no action, where there is none. */
  readonly noActions: string | null;
  readonly places: readonly string[];
  readonly coordinator: string | null;
  readonly next: string;
  readonly rights: string;
  readonly writtenAt: string;
}

const RIGHTS = 'Det, vi har aftalt, er ikke en afgørelse. Får du en afgørelse, kommer den i et brev, og der står, hvordan du kan klage. '
  + 'Er der noget her, du ikke kan kende eller er uenig i, så ring. Du må gerne have en bisidder med, når vi mødes.';

/** Says the minutes to the youth. Pure. */
export function agreedContent(minutes: MinutesContent, contacts: AgreedContacts): AgreedContent {
  const { reference, youth, date, startsAt, statements, decisions, actions, places, coordinatorName, noActionsBecause } = minutes;
  return {
    reference, youthName: youth?.name ?? null, heading: `K-møde ${formatDateDanish(date)} kl. ${time(startsAt)}`,
    ownWords: statements.filter(({ heading, voice }) => heading === 'own_words' && voice === 'youth').map(({ text }) => text),
    agreed: decisions.map(({ text }) => text),
    actions: actions.map(({ text, ownerName, dueOn }) => ({ what: text, who: ownerName, when: `senest ${formatDateLongDanish(dueOn)}` })),
    noActions: actions.length === 0 ? noActionsBecause : null,
    places,
    coordinator: coordinatorName === null ? null : `${coordinatorName}${contacts.phone === null ? '' : `, telefon ${contacts.phone}`}`,
    next: nextText(minutes.next, coordinatorName, contacts.nextPlace),
    rights: RIGHTS, writtenAt: minutes.approvedAt ?? minutes.endsAt,
  };
}

function nextText({ kind, startsAt, checkOn, closedBecause }: MinutesContent['next'], coordinatorName: string | null, place: string | null): string {
  if (kind === 'slot' && startsAt !== null) {
    return `Vi mødes igen ${formatDateDanish(dateAt(new Date(startsAt)))} kl. ${time(startsAt)}${place === null ? '' : `, ${place}`}.`;
  }
  if (kind === 'check' && checkOn !== null) return `${coordinatorName ?? 'Din koordinerende sagsbehandler'} ser, om aftalerne er holdt, ${formatDateDanish(checkOn)}.`;
  return `Der er ikke aftalt flere møder: ${closedBecause ?? ''}`;
}

function time(instant: string): string {
  return formatTimeDanish(new Date(instant));
}

/** The same as plain text, to be pasted into a specialist system. */
export function agreedText(content: AgreedContent): string {
  const parts = [
    ['DET AFTALTE VI', content.youthName, content.heading],
    titled('Med dine egne ord', content.ownWords.map((text) => `»${text}«`)),
    titled('Det blev vi enige om', content.agreed.map((text) => `- ${text}`)),
    titled('Steder, du kan vælge mellem', content.places.map((text) => `- ${text}`)),
    titled('Hvem gør hvad hvornår', [...content.actions.map(({ what, who, when }) => `- ${what}: ${who}, ${when}`), content.noActions]),
    titled('Din koordinerende sagsbehandler', [content.coordinator]),
    titled('Det næste', [content.next]),
    [content.rights],
  ];
  return parts.map((lines) => lines.filter((line) => line !== null).join('\n')).filter((part) => part !== '').join('\n\n');
}

function titled(title: string, lines: readonly (string | null)[]): (string | null)[] {
  return lines.some((line) => line !== null) ? [title, ...lines] : [];
}

/** File name without personal data: 'det-aftalte-vi-K7QD-2MXP.pdf'. */
export function agreedFileName({ reference }: Pick<AgreedContent, 'reference'>): string {
  return `det-aftalte-vi-${reference}.pdf`;
}
