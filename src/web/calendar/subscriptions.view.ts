import type { BusyCalendarView } from '../../calendars/busy/busy-calendars.service.js';
import { CALENDAR_CHANNELS, type CalendarChannel, type SilentChannel } from '../../calendars/channel/calendar-preference.entity.js';
import type { ChannelView } from '../../calendars/channel/open-ways.js';
import type { WayState } from '../../calendars/channel/way-states.sql.js';
import type { FeedScope } from '../../calendars/feed.entity.js';
import type { FeedLine } from '../../calendars/feeds.service.js';
import { formatDateLongDanish, formatTimeDanish } from '../../platform/clock/danish-format.js';
import { dateAt } from '../../platform/clock/zone.js';
import type { Option } from '../forms/fields.js';

export interface FeedView {
  readonly id: string;
  readonly what: string;
  readonly made: string;
  readonly fetched: string;
  readonly ends: string;
  readonly ended: boolean;
}

export interface SubscriptionsView {
  readonly feeds: readonly FeedView[];
  /** What a new subscription may be about: 'mine', 'department', or a series. */
  readonly choices: readonly Option[];
  readonly channel: { readonly chosen: CalendarChannel; readonly options: readonly Option[] };
  readonly worksAgain: SilentChannel | null;
  readonly busy: { readonly text: string; readonly set: boolean };
}

export interface SubscriptionsData {
  readonly feeds: readonly FeedLine[];
  readonly series: readonly { readonly id: string; readonly name: string }[];
  readonly department: string | null;
  readonly channel: ChannelView;
  readonly busy: BusyCalendarView;
  /** Whether the municipality has a mail server at all. */
  readonly sendsMail: boolean;
}

const SCOPES: Readonly<Record<FeedScope, (name: string | null) => string>> = {
  mine: () => 'Mine møder og frister',
  department: (name) => `Enhedens kalender (${name ?? 'din enhed'})`,
  series: (name) => `K-mødedage i ${name ?? 'mødeserien'}`,
};

const FAILING = 'Den fælles kalender virker ikke lige nu. Bed administratoren om at se på den.';
/** The next two are said where the municipality sends mail: what becomes of meetings while a calendar gets nothing. */
const MEANWHILE = 'Indtil dit kalenderprogram har hentet kalenderen første gang, får du stadig mails.';
const FALLS_BACK = 'Går det i stå i 3 dage, får du mails igen.';

const CHANNELS: Readonly<Record<CalendarChannel, { label: string; hint: string; shut: Partial<Record<WayState, string>> }>> = {
  mail: { label: 'Indkaldelser i mail', hint: 'Du svarer ja eller nej i din kalender, og ændringer kommer med det samme.', shut: {} },
  feed: {
    label: 'Kalenderabonnement', hint: 'Møderne ligger i en kalender ved siden af din egen. Ændringer kan være flere timer om at nå frem.',
    shut: {
      none: 'Opret først et abonnement på dine egne møder.',
      waiting: 'Dine møder kommer hertil, når dit kalenderprogram har hentet kalenderen første gang.',
      silent: 'Dit kalenderprogram har ikke hentet kalenderen i 3 dage. Åbn det, og se, om kalenderen stadig er dér.',
    },
  },
  caldav: {
    label: 'Enhedens fælles kalender', hint: 'Møderne står i den kalender, din enhed deler. Du får ingen indkaldelser.',
    shut: { none: 'Din enhed har ingen fælles kalender. Bed administratoren om at sætte den op.', waiting: FAILING, silent: FAILING },
  },
};

const NO_MAIL = 'Kommunen har ikke sat en mailserver op, så der kommer ingen indkaldelser. Vælg en anden vej, så møderne kommer i din kalender.';

/** The ways in which meetings reach my calendar, and which of them is in use. */
export function subscriptionsView({ feeds, series, department, channel, busy, sendsMail }: SubscriptionsData): SubscriptionsView {
  return {
    feeds: feeds.map(feedView),
    choices: [
      { value: 'mine', label: SCOPES.mine(null) }, ...(department === null ? [] : [{ value: 'department', label: SCOPES.department(department) }]),
      ...series.map(({ id, name }) => ({ value: id, label: SCOPES.series(name) })),
    ],
    channel: { chosen: channel.channel, options: CALENDAR_CHANNELS.map((code) => channelOption(code, channel, sendsMail)) },
    worksAgain: channel.worksAgain,
    busy: { text: busyText(busy), set: busy.state !== 'none' },
  };
}

function channelOption(code: CalendarChannel, channel: ChannelView, sendsMail: boolean): Option {
  const { label, hint, shut } = CHANNELS[code];
  if (code === 'mail') return { value: code, label, hint: sendsMail ? hint : NO_MAIL };
  const state = channel.ways[code];
  const mailsMeanwhile = sendsMail && code === 'feed' && state === 'waiting' && channel.channel === 'mail';
  const said = mailsMeanwhile ? MEANWHILE : sendsMail && state === 'open' ? FALLS_BACK : shut[state];
  return { value: code, label, hint: said === undefined ? hint : `${hint} ${said}` };
}

function feedView({ id, scope, name, createdAt, endsAt, state, lastFetchedAt, lastAgent }: FeedLine): FeedView {
  return {
    id, what: SCOPES[scope](name), made: formatDateLongDanish(dateAt(createdAt)), ended: state === 'ended',
    fetched: lastFetchedAt === null ? 'Ikke hentet endnu' : `${momentOf(lastFetchedAt)}${lastAgent === null ? '' : ` af ${lastAgent}`}`,
    ends: formatDateLongDanish(dateAt(endsAt)),
  };
}

function busyText({ state, host, lastReadAt, message }: BusyCalendarView): string {
  const read = lastReadAt === null ? '' : ` Sidst læst ${momentOf(lastReadAt)}.`;
  switch (state) {
    case 'none': return 'Du har ikke delt din egen kalender. Så ved Overgang ikke, hvornår du er optaget af andet.';
    case 'waiting': return `Din kalender på ${host ?? 'serveren'} bliver læst om lidt.`;
    case 'read': return `Din kalender på ${host ?? 'serveren'} bliver læst.${read}`;
    case 'failing': return `Din kalender på ${host ?? 'serveren'} kan ikke læses. ${message ?? ''}${read}`;
  }
}

/** 'den 9. december 2026 kl. 9.40' */
function momentOf(at: Date): string {
  return `den ${formatDateLongDanish(dateAt(at))} kl. ${formatTimeDanish(at)}`;
}
