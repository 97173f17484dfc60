import { drainOutbox, startApp, type TestApp } from './app.js';
import { BookingDesk } from './bookings.js';
import { takeByPerson } from './mail-reader.js';
import { startSeries } from './meeting-days.js';
import { organisation, type Organisation } from './organisation.js';
import { SmtpSink } from './smtp-sink.js';

/** An installation with a mail server. */
export interface MailingApp {
  readonly app: TestApp;
  readonly org: Organisation;
  /** Its open days are taken up. */
  readonly desk: BookingDesk;
  readonly sink: SmtpSink;
  /** What each person is sent now, and has not been asked about before. */
  told(): Promise<Record<string, string[]>>;
  stop(): Promise<void>;
}

/** Starts it with a series that has begun and been told of; those mails are still in the sink. */
export async function startMailingApp(overrides: Record<string, string> = {}): Promise<MailingApp> {
  const sink = await SmtpSink.start();
  const app = await startApp({ overrides: { SMTP_URL: sink.url, ...overrides } });
  const org = await organisation(app);
  const desk = new BookingDesk(app, org);
  await startSeries(app, org);
  await desk.takeUpDays();
  await drainOutbox(app);
  return {
    app, org, desk, sink,
    told: async () => {
      await drainOutbox(app);
      return takeByPerson(sink);
    },
    stop: async () => {
      await app.close();
      await sink.stop();
    },
  };
}
