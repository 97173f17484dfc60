import { startApp, type TestApp } from './app.js';
import { BookingDesk } from './bookings.js';
import { startSeries } from './meeting-days.js';
import { organisation, type Organisation } from './organisation.js';

/** An installation with a K-møde each week. */
export interface BookingApp {
  readonly app: TestApp;
  readonly org: Organisation;
  /** Its open days are taken up. */
  readonly desk: BookingDesk;
}

export async function startBookingApp(): Promise<BookingApp> {
  const app = await startApp();
  const org = await organisation(app);
  const desk = new BookingDesk(app, org);
  await startSeries(app, org, { intervalDays: 7 });
  await desk.takeUpDays();
  return { app, org, desk };
}
