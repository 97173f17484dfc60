import ICAL from 'ical.js';
import supertest from 'supertest';
import type { TestApp } from './app.js';
import type { Organisation, StaffName } from './organisation.js';

export interface ReadEvent {
  readonly uid: string;
  readonly sequence: number;
  readonly summary: string;
  /** '2026-12-09T08:00:00Z', or a date for a whole day. */
  readonly starts: string;
  readonly ends: string;
  readonly location: string | null;
  readonly status: string;
  /** '2026-12-09T08:00:00Z': when it was changed. */
  readonly stamp: string;
}

export interface Subscription {
  readonly id: string;
  readonly path: string;
  readonly token: string;
}

/** Opens a subscription through the API. */
export async function subscribe(app: TestApp, org: Organisation, name: StaffName, wish: object = { scope: 'mine' }): Promise<Subscription> {
  const answer = await app.as(await org.token(name)).post('/feeds', wish).expect(201);
  const { id, url } = answer.body as { id: string; url: string };
  const path = new URL(url).pathname;
  return { id, path, token: path.split('/')[2] ?? '' };
}

/** Fetches as a calendar program does: no session, perhaps with the tag of last time. */
export function fetchFeed(app: TestApp, path: string, etag?: string): supertest.Test {
  const request = supertest(app.url).get(path).set('user-agent', 'Kalender/1.0');
  return etag === undefined ? request : request.set('if-none-match', etag);
}

/** What an independent parser reads out of a calendar. */
export function eventsIn(text: string): ReadEvent[] {
  return new ICAL.Component(ICAL.parse(text) as unknown[]).getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component);
    const status = String(component.getFirstPropertyValue('status'));
    const stamp = String(component.getFirstPropertyValue('dtstamp'));
    return { uid: event.uid, sequence: event.sequence, summary: event.summary, starts: event.startDate.toString(), ends: event.endDate.toString(), location: event.location || null, status, stamp };
  });
}

/** The events of a feed now. */
export async function readFeed(app: TestApp, path: string): Promise<ReadEvent[]> {
  return eventsIn((await fetchFeed(app, path).expect(200)).text);
}
