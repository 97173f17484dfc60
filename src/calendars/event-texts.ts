import type { CalendarSafeEvent } from './calendar-safe-event.js';
import { eventText } from './ics.js';

const MOST_TEXTS = 20_000;

/** Keeps each event's text until the event changes: a feed then costs no more than joining strings. */
export class EventTexts {
  private readonly texts = new Map<string, string>();

  /** The event as iCalendar lines; made once for each version of it. */
  textOf(event: CalendarSafeEvent): string {
    const key = JSON.stringify([event.uid, event.revision, event.changedAt, event.subject, event.time, event.room, event.cancelled]);
    const known = this.texts.get(key);
    if (known !== undefined) return known;
    if (this.texts.size >= MOST_TEXTS) this.texts.clear();
    const text = eventText(event);
    this.texts.set(key, text);
    return text;
  }
}
