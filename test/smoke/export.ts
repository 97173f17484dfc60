import ICAL from 'ical.js';
import { addDays, parseCalendarDate } from '../../src/platform/clock/calendar-date.js';
import { dateAt } from '../../src/platform/clock/zone.js';
import type { Booked } from './book.js';
import type { Cast } from './drive.js';

/** Subscribes, reads the feed with another parser, finds the next item in it, and asks again for what has not changed. */
export async function followInCalendar({ caseworker }: Cast, next: Booked, url: string, say: (line: string) => void): Promise<number> {
  const feed = await caseworker.post<{ url: string }>('/feeds', { scope: 'mine' });
  const address = `${url}${new URL(feed.url, url).pathname}`;
  const first = await fetch(address);
  const calendar = new ICAL.Component(ICAL.parse(await first.text()) as unknown[]);
  const events = calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
  const found = events.find((event) => event.startDate.toJSDate().toISOString() === new Date(next.startsAt).toISOString());
  if (found === undefined) throw new Error('the next item is not in the feed');
  const again = await fetch(address, { headers: { 'if-none-match': first.headers.get('etag') ?? '' } });
  if (again.status !== 304) throw new Error(`an unchanged feed answered ${again.status}`);
  say(`kalender: ${events.length} begivenheder, "${found.summary}" ${next.startsAt}; uændret svarer 304`);
  return events.length;
}

/** Writes a goal in the youth's words, publishes the plan and fetches it as a PDF. */
export async function exportPlan({ caseworker }: Cast, youthId: string, say: (line: string) => void): Promise<{ pdf: Buffer }> {
  await caseworker.post(`/youths/${youthId}/plan/goals`, { topic: 'housing', title: 'Egen bolig', ownWords: 'Jeg vil bo selv, men tæt på min plejemor.' });
  await caseworker.post(`/youths/${youthId}/plan/actions`, {
    text: 'Skriver Asta op i boligforeningen.', ownerId: caseworker.id, dueOn: addDays(parseCalendarDate(dateAt(new Date())), 14),
  });
  const version = await caseworker.post<{ number: number }>(`/youths/${youthId}/plan/versions`);
  const { type, bytes } = await caseworker.bytes(`/youths/${youthId}/plan.pdf?version=${version.number}`);
  if (type !== 'application/pdf' || !bytes.subarray(0, 5).equals(Buffer.from('%PDF-'))) throw new Error(`the plan came as ${type}`);
  say(`plan: udgave ${version.number}, PDF på ${Math.round(bytes.length / 1024)} kB`);
  return { pdf: bytes };
}
