import { addYears, type CalendarDate } from '../../platform/clock/calendar-date.js';
import { formatDateDanish, formatTimeDanish } from '../../platform/clock/danish-format.js';
import { dateAt } from '../../platform/clock/zone.js';
import type { LetterKind, LetterRecipient } from '../letter.entity.js';
import { letterTextsOn } from './letter-texts.data.js';

/** What a letter is made of. */
export interface LetterFacts {
  readonly kind: LetterKind;
  readonly recipientKind: LetterRecipient;
  readonly recipientName: string;
  readonly youthFirstName: string;
  readonly birthDate: CalendarDate;
  readonly startsAt: Date;
  readonly endsAt: Date;
  /** Null: the place is not told in writing. */
  readonly room: string | null;
  readonly contact: { readonly name: string; readonly phone: string | null } | null;
  readonly writtenOn: CalendarDate;
}

/** A letter without its shape: the same words become a PDF and plain text. */
export interface LetterContent {
  readonly title: string;
  readonly greeting: string;
  readonly opening: string;
  readonly facts: readonly { readonly term: string; readonly value: string }[];
  readonly sections: readonly { readonly heading: string; readonly text: string }[];
  readonly closing: string;
}

const ADULT = 18;

/** Writes a letter in plain Danish: when and where, what is talked about, the companion, what is written down, how to say no. */
export function letterContent(facts: LetterFacts): LetterContent {
  const { kind, recipientName, contact } = facts;
  const closing = contact === null ? 'Venlig hilsen kommunen' : `Venlig hilsen ${contact.name}, koordinerende sagsbehandler`;
  const frame = { greeting: `Kære ${recipientName}`, closing };
  return kind === 'cancellation' ? { ...frame, ...cancellation(facts) } : { ...frame, ...invitation(facts) };
}

function cancellation(facts: LetterFacts): Omit<LetterContent, 'greeting' | 'closing'> {
  return {
    title: 'Mødet er aflyst', opening: `Mødet ${timeOf(facts)} bliver ikke til noget. Du skal ikke gøre noget.`, facts: [],
    sections: [{ heading: 'Har du spørgsmål?', text: contactLine(facts) }],
  };
}

function invitation(facts: LetterFacts): Omit<LetterContent, 'greeting' | 'closing'> {
  const texts = letterTextsOn(facts.writtenOn);
  const reader = facts.recipientKind === 'youth' ? 'youth' : 'parent';
  const adult = dateAt(facts.startsAt) >= addYears(facts.birthDate, ADULT);
  const companion = reader === 'parent' ? texts.companion.parent : adult ? texts.companion.adult : texts.companion.youth;
  return {
    title: 'Invitation til et møde',
    opening: reader === 'youth' ? 'Vi vil gerne holde et møde sammen med dig.' : `Vi vil gerne holde et møde om ${facts.youthFirstName}, og du er inviteret.`,
    facts: [{ term: 'Hvornår', value: timeOf(facts) }, { term: 'Hvor', value: facts.room ?? 'Det fortæller vi dig, når du ringer' }],
    sections: [
      { heading: 'Hvad taler vi om?', text: texts.about[reader] },
      { heading: 'Du må tage nogen med', text: companion },
      { heading: 'Hvad skriver vi ned, og hvem ser det?', text: texts.written[reader] },
      { heading: 'Vil du sige nej eller have en anden tid?', text: `${texts.sayNo} ${contactLine(facts)}` },
    ],
  };
}

function timeOf({ startsAt, endsAt }: LetterFacts): string {
  return `${formatDateDanish(dateAt(startsAt))} kl. ${formatTimeDanish(startsAt)}-${formatTimeDanish(endsAt)}`;
}

function contactLine({ contact }: LetterFacts): string {
  if (contact === null) return 'Ring til kommunen.';
  return contact.phone === null ? `Kontakt ${contact.name}.` : `Ring til ${contact.name} på telefon ${contact.phone}.`;
}
