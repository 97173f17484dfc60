import { type CalendarSafeEvent, summaryOf } from '../../calendars/calendar-safe-event.js';
import { formatDateDanish, formatTimeDanish } from '../../platform/clock/danish-format.js';
import { dateAt } from '../../platform/clock/zone.js';

/** `other_channel`: the meeting stands, and reaches the person's calendar in another way from now on. */
export type InvitationNews = 'invited' | 'changed' | 'cancelled' | 'other_channel';

interface InvitationText {
  readonly subject: string;
  readonly text: string;
}

type TimedEvent = CalendarSafeEvent & { readonly time: { readonly startsAt: Date; readonly endsAt: Date } };

const HEADINGS: Readonly<Record<InvitationNews, string>> = { invited: 'Indkaldelse', changed: 'Ændret', cancelled: 'Aflyst', other_channel: 'Mødet står fast' };
const FIRST_LINES: Readonly<Record<InvitationNews, string>> = {
  invited: 'Du er indkaldt til et møde.', changed: 'Tid eller sted er ændret.', cancelled: 'Mødet er aflyst, eller du skal ikke længere med.',
  other_channel: 'Mødet står fast. Du får det fra nu af i din kalender på anden vis, og derfor tager kalenderen denne indkaldelse væk.',
};
const NOTHING_MORE = 'Mailen siger med vilje ikke, hvem eller hvad mødet handler om.';

/**
 * The words of an invitation: time, room and a link that needs sign-in. For a guest there is no link, as guests have no account.
 * @param link null for a guest
 */
export function invitationText(event: TimedEvent, news: InvitationNews, link: string | null): InvitationText {
  const { startsAt } = event.time;
  const what = summaryOf(event.subject);
  const answer = news === 'cancelled' || news === 'other_channel' ? [] : ['Svar med ja, nej eller måske i din kalender.'];
  const more = link === null ? 'Har du spørgsmål, så ring til den, der har inviteret dig.' : `Se mere, når du er logget ind: ${link}`;
  return {
    subject: `${HEADINGS[news]}: ${what}, ${formatDateDanish(dateAt(startsAt))} kl. ${formatTimeDanish(startsAt)}`,
    text: `${FIRST_LINES[news]}\n\n${facts(event)}\n\n${[...answer, more].join('\n')}\n\n${NOTHING_MORE}\n`,
  };
}

/** To somebody whose calendar follows a feed or a server: it may be hours behind, and the meeting is within 48 hours. */
export function shortNoticeText(event: TimedEvent, news: InvitationNews, link: string): InvitationText {
  const { startsAt } = event.time;
  const subject = `${HEADINGS[news]}: ${summaryOf(event.subject)}, ${formatDateDanish(dateAt(startsAt))} kl. ${formatTimeDanish(startsAt)}`;
  const fetched = news === 'invited' ? 'mødet' : 'ændringen';
  const text = `${FIRST_LINES[news]}\n\n${facts(event)}\n\nDin kalender henter selv ${fetched}, men måske først om nogle timer.\nSe mere, når du er logget ind: ${link}\n\n${NOTHING_MORE}\n`;
  return { subject, text };
}

function facts({ subject, time: { startsAt, endsAt }, room }: TimedEvent): string {
  const time = `${formatDateDanish(dateAt(startsAt))} kl. ${formatTimeDanish(startsAt)}-${formatTimeDanish(endsAt)}`;
  return [`Hvad: ${summaryOf(subject)}`, `Hvornår: ${time}`, ...(room === null ? [] : [`Hvor: ${room}`])].join('\n');
}
