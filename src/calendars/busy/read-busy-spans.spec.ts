import { parseCalendarDate as day } from '../../platform/clock/calendar-date.js';
import { startOfDay, toInstant } from '../../platform/clock/zone.js';
import { readBusySpans, UnreadableCalendar } from './read-busy-spans.js';
import { joinSpans } from './busy-spans.js';

const window = { from: startOfDay(day('2026-11-24')).getTime(), to: startOfDay(day('2027-03-24')).getTime() };
const UID = '7d1f0c1e-52a4-4b8c-9a53-0a4a7d9a1b11';
const ROMANCE = ['BEGIN:VTIMEZONE', 'TZID:Romance Standard Time', 'BEGIN:STANDARD', 'DTSTART:16010101T030000', 'TZOFFSETFROM:+0200', 'TZOFFSETTO:+0100',
  'RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10', 'END:STANDARD', 'BEGIN:DAYLIGHT', 'DTSTART:16010101T020000', 'TZOFFSETFROM:+0100', 'TZOFFSETTO:+0200',
  'RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3', 'END:DAYLIGHT', 'END:VTIMEZONE'];

const calendar = (...lines: string[]) => ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Test//DA', ...lines, 'END:VCALENDAR', ''].join('\r\n');
const event = (...lines: string[]) => ['BEGIN:VEVENT', 'DTSTAMP:20261101T000000Z', ...(lines.some((line) => line.startsWith('UID')) ? [] : [`UID:${UID}`]), ...lines, 'END:VEVENT'];

/** Stretches as '2026-12-09 09:00-10:00' in Copenhagen, by the length in minutes where they run over midnight. */
function busy(text: string, ours: readonly string[] = []): string[] {
  return readBusySpans(text, window, new Set(ours)).spans.map(({ from, to }) => `${new Date(from).toISOString().slice(0, 16)}Z +${(to - from) / 60_000}`);
}
const at = (date: string, time: string, minutes: number) => `${toInstant(day(date), time).toISOString().slice(0, 16)}Z +${minutes}`;

describe('a person is busy', () => {
  it('with an event in UTC, in Copenhagen, in a zone of its own and in one that is only named', () => {
    expect(busy(calendar(...event('DTSTART:20261209T080000Z', 'DTEND:20261209T090000Z', 'SUMMARY:Lægebesøg')))).toEqual([at('2026-12-09', '09:00', 60)]);
    expect(busy(calendar(...event('DTSTART;TZID=Europe/Copenhagen:20261209T090000', 'DURATION:PT45M')))).toEqual([at('2026-12-09', '09:00', 45)]);
    expect(
      busy(calendar(...ROMANCE, ...event('DTSTART;TZID=Romance Standard Time:20261209T090000', 'DTEND;TZID=Romance Standard Time:20261209T100000'))),
    ).toEqual([at('2026-12-09', '09:00', 60)]);
    expect(busy(calendar(...event('DTSTART;TZID=Kundetid:20261209T090000', 'DTEND;TZID=Kundetid:20261209T100000')))).toEqual([at('2026-12-09', '09:00', 60)]);
    expect(busy(calendar(...event('DTSTART:20261209T090000', 'DTEND:20261209T100000')))).toEqual([at('2026-12-09', '09:00', 60)]);
    expect(busy(calendar(...event('DTSTART;TZID=Europe/London:20261209T090000', 'DTEND;TZID=Europe/London:20261209T100000')))).toEqual([at('2026-12-09', '10:00', 60)]);
  });

  it('the whole of a day or more, from midnight to midnight here', () => {
    expect(busy(calendar(...event('DTSTART;VALUE=DATE:20261209')))).toEqual([at('2026-12-09', '00:00', 1_440)]);
    expect(busy(calendar(...event('DTSTART;VALUE=DATE:20261209', 'DTEND;VALUE=DATE:20261212')))).toEqual([at('2026-12-09', '00:00', 3 * 1_440)]);
  });

  it('each time of a series, over the change of the clock, without what was left out, moved or cancelled', () => {
    const series = event('DTSTART;TZID=Europe/Copenhagen:20200106T090000', 'DTEND;TZID=Europe/Copenhagen:20200106T100000', 'RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=MO',
      'EXDATE;TZID=Europe/Copenhagen:20261214T090000');
    const [first, second] = [busy(calendar(...series))[0], busy(calendar(...series))[1]];
    expect([first, second]).toEqual([at('2026-11-30', '09:00', 60), at('2026-12-28', '09:00', 60)]);
    const moved = event('RECURRENCE-ID;TZID=Europe/Copenhagen:20261130T090000', 'DTSTART;TZID=Europe/Copenhagen:20261201T130000', 'DTEND;TZID=Europe/Copenhagen:20261201T133000');
    expect(busy(calendar(...series, ...moved)).slice(0, 2)).toEqual([at('2026-12-01', '13:00', 30), at('2026-12-28', '09:00', 60)]);
    const cancelled = event(
      'RECURRENCE-ID;TZID=Europe/Copenhagen:20261130T090000', 'DTSTART;TZID=Europe/Copenhagen:20261130T090000', 'DTEND;TZID=Europe/Copenhagen:20261130T100000', 'STATUS:CANCELLED',
    );
    expect(busy(calendar(...series, ...cancelled))[0]).toBe(at('2026-12-28', '09:00', 60));
    const daily = event('DTSTART;TZID=Europe/Copenhagen:20261020T090000', 'DURATION:PT1H', 'RRULE:FREQ=DAILY;UNTIL=20261126T230000Z');
    expect(busy(calendar(...daily))).toEqual(['2026-11-24', '2026-11-25', '2026-11-26'].map((date) => at(date, '09:00', 60)));
  });

  it('with a change of one series, not of another at the same time', () => {
    const series = (uid: string) => event(`UID:${uid}`, 'DTSTART:20261207T080000Z', 'DURATION:PT1H', 'RRULE:FREQ=WEEKLY;COUNT=2');
    const change = event('UID:en', 'RECURRENCE-ID:20261207T080000Z', 'DTSTART:20261207T120000Z', 'DURATION:PT1H');
    expect(busy(calendar(...series('en'), ...series('to'), ...change)).slice(0, 2)).toEqual([at('2026-12-07', '09:00', 60), at('2026-12-07', '13:00', 60)]);
  });

  it('with published free/busy times, also tentative ones', () => {
    const text = calendar('BEGIN:VFREEBUSY', 'UID:x', 'DTSTAMP:20261101T000000Z', 'DTSTART:20261101T000000Z', 'DTEND:20270101T000000Z', 'FREEBUSY:20261209T080000Z/20261209T090000Z,20261210T080000Z/PT30M',
      'FREEBUSY;FBTYPE=FREE:20261211T080000Z/PT1H', 'FREEBUSY;FBTYPE=BUSY-TENTATIVE:20261212T080000Z/PT1H', 'END:VFREEBUSY');
    expect(busy(text)).toEqual([at('2026-12-09', '09:00', 60), at('2026-12-10', '09:00', 30), at('2026-12-12', '09:00', 60)]);
  });
});

describe('a person is not busy', () => {
  it.each([
    ['with what takes no time', ['TRANSP:TRANSPARENT']], ['with what is cancelled', ['STATUS:CANCELLED']],
    ['with what Exchange calls free', ['X-MICROSOFT-CDO-BUSYSTATUS:FREE']], ['with work elsewhere', ['X-MICROSOFT-CDO-BUSYSTATUS:WORKINGELSEWHERE']],
  ])('%s', (_, lines) => {
    expect(busy(calendar(...event('DTSTART:20261209T080000Z', 'DTEND:20261209T090000Z', ...lines)))).toEqual([]);
  });

  it('with a meeting of ours that their calendar shows too, with what takes no length, or with what lies outside the window', () => {
    const meeting = event('DTSTART:20261209T080000Z', 'DTEND:20261209T090000Z');
    expect(busy(calendar(...meeting), [UID])).toEqual([]);
    expect(busy(calendar(...event('DTSTART:20261209T080000Z')))).toEqual([]);
    expect(busy(calendar(...event('DTSTART:20250101T080000Z', 'DTEND:20250101T090000Z'), ...event('DTSTART:20280101T080000Z', 'DTEND:20280101T090000Z')))).toEqual([]);
    expect(busy(calendar())).toEqual([]);
  });
});

describe('a calendar', () => {
  const until = (text: string) => new Date(readBusySpans(text, window, new Set()).until).toISOString();
  const freeBusy = (...lines: string[]) => ['BEGIN:VFREEBUSY', 'UID:x', 'DTSTAMP:20261101T000000Z', ...lines, 'END:VFREEBUSY'];
  const stretch = (from: string, to: string) => freeBusy(`DTSTART:${from}`, `DTEND:${to}`, 'FREEBUSY:20261201T080000Z/PT1H');

  it('speaks of as long as its free/busy times do, one after the other, and with events of all that is asked for', () => {
    expect(until(calendar(...stretch('20261120T000000Z', '20261204T000000Z')))).toBe('2026-12-04T00:00:00.000Z');
    expect(until(calendar(...stretch('20261204T000000Z', '20261211T000000Z'), ...stretch('20261120T000000Z', '20261204T000000Z')))).toBe('2026-12-11T00:00:00.000Z');
    expect(until(calendar(...stretch('20261210T000000Z', '20261220T000000Z'), ...stretch('20261120T000000Z', '20261204T000000Z')))).toBe('2026-12-04T00:00:00.000Z');
    for (const text of [calendar(), calendar(...event('DTSTART:20261209T080000Z')), calendar(...stretch('20261120T000000Z', '20300101T000000Z'))]) {
      expect(until(text)).toBe(new Date(window.to).toISOString());
    }
  });

  it.each([['that is over', stretch('20261001T000000Z', '20261101T000000Z')], ['that begins later', stretch('20261130T000000Z', '20261220T000000Z')], ['without times', freeBusy()]])(
    'with a free/busy stretch %s is refused: it says nothing of the next day', (_, lines) => {
      expect(() => until(calendar(...lines))).toThrow(UnreadableCalendar);
    });

  it.each(['', 'hej', '<html></html>', 'BEGIN:VCALENDAR\r\nBEGIN:VEVENT', 'BEGIN:VCARD\r\nVERSION:4.0\r\nEND:VCARD'])('that is none is refused: %j', (text) => {
    expect(() => busy(text)).toThrow(UnreadableCalendar);
  });

  it('that goes on without end is refused', () => {
    expect(() => busy(calendar(...event('DTSTART:20200101T000000Z', 'DURATION:PT1S', 'RRULE:FREQ=SECONDLY')))).toThrow(UnreadableCalendar);
  });
});

describe('stretches', () => {
  it('are cut to the window and joined', () => {
    expect(
      joinSpans([{ from: 5, to: 7 }, { from: 1, to: 3 }, { from: 2, to: 4 }, { from: 4, to: 5 }, { from: 90, to: 200 }, { from: 300, to: 400 }], { from: 2, to: 100 }),
    ).toEqual([
      { from: 2, to: 7 }, { from: 90, to: 100 },
    ]);
  });
});
