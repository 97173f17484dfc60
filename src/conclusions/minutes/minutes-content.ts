import type { CalendarDate } from '../../platform/clock/calendar-date.js';
import type { ActionKind, MinutesState, NextKind } from '../closing/closing-codes.js';

export interface MinutesPerson {
  readonly name: string;
  readonly department: string;
  readonly present: boolean;
  readonly substitute: string | null;
  readonly absentReason: string | null;
}

export interface MinutesDecision {
  readonly text: string;
  readonly area: string | null;
  readonly formalDecision: { readonly decidedOn: CalendarDate | null; readonly unit: string | null; readonly reference: string | null } | null;
}

/** What was said under the headings of the agenda, with the voice that said it. */
export interface MinutesStatement {
  readonly heading: 'own_words' | 'working_well' | 'worries' | 'next_steps';
  readonly voice: 'youth' | 'parent' | 'network' | 'unit';
  readonly voiceName: string | null;
  readonly text: string;
}

export interface MinutesRating {
  readonly voice: MinutesStatement['voice'];
  readonly voiceName: string;
  readonly value: number;
  readonly because: string | null;
}

export interface MinutesAction {
  readonly kind: ActionKind;
  readonly text: string;
  readonly ownerName: string;
  readonly dueOn: CalendarDate;
}

/** The minutes of an item: a draft until approved, then fixed. Instants are ISO 8601. */
export interface MinutesContent {
  readonly bookingId: string;
  /** Neutral: names the file. */
  readonly reference: string;
  readonly state: MinutesState;
  /** For `If-Match`. */
  readonly version: number;
  readonly approvedAt: string | null;
  readonly approvedBy: string | null;
  readonly typeLabel: string;
  readonly date: CalendarDate;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly youth: { readonly id: string; readonly name: string } | null;
  readonly youthAttended: boolean;
  readonly youthAbsentReason: string | null;
  readonly youthView: string | null;
  readonly outcome: string;
  readonly outcomeLabel: string;
  readonly staff: readonly MinutesPerson[];
  readonly guests: readonly { readonly name: string; readonly function: string | null; readonly present: boolean }[];
  readonly statements: readonly MinutesStatement[];
  readonly ratings: readonly MinutesRating[];
  readonly decisions: readonly MinutesDecision[];
  readonly actions: readonly MinutesAction[];
  readonly noActionsBecause: string | null;
  readonly places: readonly string[];
  readonly fewerPlacesBecause: string | null;
  readonly coordinatorName: string | null;
  readonly next: { readonly kind: NextKind; readonly startsAt: string | null; readonly checkOn: CalendarDate | null; readonly closedBecause: string | null };
}

/** File name without personal data: 'referat-K7QD-2MXP.pdf'. */
export function minutesFileName({ reference, state }: Pick<MinutesContent, 'reference' | 'state'>): string {
  return `referat-${reference}${state === 'draft' ? '-kladde' : ''}.pdf`;
}
