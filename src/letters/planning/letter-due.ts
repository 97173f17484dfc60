import type { Letter } from '../letter.entity.js';

/** What a letter says, apart from its words. */
export type LetterSubstance = Pick<Letter, 'kind' | 'startsAt' | 'endsAt' | 'room'>;

/** The letter that a recipient has at home: the last that was handed over, also when another has taken its place since. */
export function heldLetter<L extends Pick<Letter, 'handedOverAt'>>(letters: readonly L[]): L | undefined {
  return letters.filter(({ handedOverAt }) => handedOverAt !== null).sort((a, b) => timeOf(a) - timeOf(b)).at(-1);
}

/**
 * The letter that a recipient is to have: an invitation to the time of the item for whoever comes. Whoever does not come and
 * holds an invitation is told that nothing comes of the time that it names; nobody is told so of a time that has passed. Null: none.
 */
export function letterDue(held: LetterSubstance | undefined, invitation: LetterSubstance | null, now: Date): LetterSubstance | null {
  if (invitation !== null) return invitation;
  if (held === undefined || held.kind === 'cancellation') return held ?? null;
  return held.endsAt <= now ? null : { kind: 'cancellation', startsAt: held.startsAt, endsAt: held.endsAt, room: held.room };
}

/** Whether whoever has the one letter learns nothing new from the other. */
export function saysTheSame(letter: LetterSubstance, other: LetterSubstance): boolean {
  return letter.kind === other.kind && letter.startsAt.getTime() === other.startsAt.getTime() && letter.endsAt.getTime() === other.endsAt.getTime() && letter.room === other.room;
}

function timeOf({ handedOverAt }: Pick<Letter, 'handedOverAt'>): number {
  return handedOverAt?.getTime() ?? 0;
}
