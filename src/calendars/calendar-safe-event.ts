import type { CalendarDate } from '../platform/clock/calendar-date.js';

declare const neutral: unique symbol;

/** A code without meaning that names a row for whoever may open it. */
export type Reference = string & { readonly [neutral]: 'reference' };

const REFERENCE = /^[A-Z0-9]+(-[A-Z0-9]+)*$/;

/** What an event is about: a closed list that has no place for a name, a rule, a type or free text. */
export type CalendarSubject =
  | { readonly kind: 'k_meeting' }
  | { readonly kind: 'k_meeting_with_items'; readonly items: number }
  | { readonly kind: 'item'; readonly reference: Reference }
  | { readonly kind: 'deadline'; readonly reference: Reference }
  | { readonly kind: 'deadlines_of_week'; readonly count: number; readonly week: number };

/**
 * All that may leave the system in a calendar or a mail about one. It can hold no personal data: others than the owner read
 * calendars (delegates, phones, servers abroad), and `CLASS:PRIVATE` is only a hint (RFC 5545, section 3.8.1.3).
 */
export interface CalendarSafeEvent {
  /** A random UUID, fixed when the row was made. */
  readonly uid: string;
  /** The row's stored revision. */
  readonly revision: number;
  readonly changedAt: Date;
  readonly subject: CalendarSubject;
  readonly time: { readonly startsAt: Date; readonly endsAt: Date } | { readonly on: CalendarDate };
  /** A meeting room of the municipality, never a youth's school or placement. */
  readonly room: string | null;
  readonly cancelled: boolean;
}

/** Lets a row's reference into an event. Throws RangeError on anything that is not a neutral code of at most 20 characters. */
export function asReference(text: string): Reference {
  if (text.length > 20 || !REFERENCE.test(text)) throw new RangeError('not a neutral reference');
  return text as Reference;
}

/** The one text of an event. */
export function summaryOf(subject: CalendarSubject): string {
  switch (subject.kind) {
    case 'k_meeting':
      return 'K-møde';
    case 'k_meeting_with_items':
      return `K-møde, ${counted(subject.items, 'punkt', 'punkter')}`;
    case 'item':
      return `Punkt ${subject.reference}`;
    case 'deadline':
      return `Frist ${subject.reference}`;
    case 'deadlines_of_week':
      return `${counted(subject.count, 'frist', 'frister')} i uge ${subject.week}`;
  }
}

/** Whether the time counts as busy: meetings do, deadlines do not. */
export function takesTime(subject: CalendarSubject): boolean {
  return subject.kind !== 'deadline' && subject.kind !== 'deadlines_of_week';
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
