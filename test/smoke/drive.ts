import type { CalendarDate } from '../../src/platform/clock/calendar-date.js';
import { concludeItem, holdItem } from './conclude.js';
import { exportPlan, followInCalendar } from './export.js';
import { importYouths } from './import-youths.js';
import { bookItem, prepareItem, raiseReferral } from './book.js';
import { type Person, signInAs } from './api.js';

export interface DriveOptions {
  /** Where the server answers, without a slash at its end. It must have the demo accounts. */
  readonly url: string;
  readonly today: CalendarDate;
  /** Chooses the invented youths; another seed brings others. */
  readonly seed: number;
  readonly say: (line: string) => void;
  /** When the item is held: soon, between 6 and 21 o'clock, at a whole minute. */
  readonly heldAt: Date;
  /** Returns when the instant has come on the server: by waiting, or by moving its clock. */
  readonly waitUntil: (instant: Date) => Promise<void>;
}

export interface Cast {
  readonly caseworker: Person;
  readonly teamLeader: Person;
  readonly secretary: Person;
  readonly chair: Person;
}

/** What the drive saw; the test asserts on it and the command prints it. */
export interface DriveReport {
  readonly imported: number;
  readonly importSeconds: number;
  readonly deadlinesSeconds: number;
  readonly deadlines: number;
  readonly bookedAt: string;
  readonly nextBookedAt: string;
  readonly feedEvents: number;
  readonly pdfBytes: number;
  readonly pdf: Buffer;
}

/** Drives the main job over HTTP, from an imported youth to a held K-møde, a calendar and the one plan. Throws at the first step that fails. */
export async function drive(options: DriveOptions): Promise<DriveReport> {
  const { url, say } = options;
  const [caseworker, teamLeader, secretary, chair] = await Promise.all(
    ['sagsbehandler', 'teamleder', 'sekretaer', 'moedeleder'].map((name) => signInAs(url, name)),
  );
  if (!caseworker || !teamLeader || !secretary || !chair) throw new Error('not everybody is signed in');
  const cast: Cast = { caseworker, teamLeader, secretary, chair };
  const imported = await importYouths(cast, options);
  const referralId = await raiseReferral(cast, imported.youthId, say);
  const booking = await bookItem(cast, referralId, say);
  await prepareItem(cast, booking.id, say);
  const held = await holdItem(cast, booking, options);
  const next = await concludeItem(cast, held, options);
  const feedEvents = await followInCalendar(cast, next, url, say);
  const { pdf } = await exportPlan(cast, imported.youthId, say);
  return { ...imported, bookedAt: booking.startsAt, nextBookedAt: next.startsAt, feedEvents, pdfBytes: pdf.length, pdf };
}
