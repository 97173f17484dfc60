import { parseCalendarDate } from './calendar-date.js';
import { formatDateDanish, formatDateLongDanish, formatDateShortDanish, formatTimeDanish, formatWeekDanish } from './danish-format.js';
import { dateAt, startOfDay, timeAt, toInstant } from './zone.js';

const d = parseCalendarDate;

describe('wall time in Copenhagen', () => {
  it('keeps the hour of the clock over both changes', () => {
    expect(toInstant(d('2027-03-26'), '09:00').toISOString()).toBe('2027-03-26T08:00:00.000Z');
    expect(toInstant(d('2027-03-29'), '09:00').toISOString()).toBe('2027-03-29T07:00:00.000Z');
    expect(toInstant(d('2026-10-26'), '09:00').toISOString()).toBe('2026-10-26T08:00:00.000Z');
  });

  it('refuses a time that the spring change skips', () => {
    expect(() => toInstant(d('2027-03-28'), '02:30')).toThrow(RangeError);
    expect(() => toInstant(d('2027-03-28'), '02:30', 'later')).toThrow(RangeError);
    expect(toInstant(d('2027-03-28'), '03:00').toISOString()).toBe('2027-03-28T01:00:00.000Z');
  });

  it('takes the earlier of the two hours of the autumn change, and the later when asked', () => {
    expect(toInstant(d('2027-10-31'), '02:30').toISOString()).toBe('2027-10-31T00:30:00.000Z');
    expect(toInstant(d('2027-10-31'), '02:30', 'later').toISOString()).toBe('2027-10-31T01:30:00.000Z');
  });

  it('refuses what is not a time of day', () => {
    for (const time of ['24:00', '9:00', '09.00', '09:60', '']) {
      expect(() => toInstant(d('2026-12-09'), time)).toThrow(RangeError);
    }
  });

  it('reads date and time at an instant', () => {
    expect(dateAt(new Date('2026-12-08T23:30:00Z'))).toBe('2026-12-09');
    expect(timeAt(new Date('2026-12-08T23:30:00Z'))).toBe('00:30');
    expect(dateAt(new Date('2026-06-08T21:59:00Z'))).toBe('2026-06-08');
    expect(startOfDay(d('2026-06-09')).toISOString()).toBe('2026-06-08T22:00:00.000Z');
  });
});

describe('the wall clock around both changes', () => {
  it('is that of the rules at every quarter of an hour', () => {
    const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Copenhagen', dateStyle: 'short', timeStyle: 'short' });
    for (const change of ['2027-03-28T01:00:00Z', '2027-10-31T01:00:00Z', '1980-04-06T01:00:00Z']) {
      for (let quarter = -12; quarter <= 12; quarter++) {
        const instant = new Date(Date.parse(change) + quarter * 900_000);
        expect(`${dateAt(instant)} ${timeAt(instant)}`).toBe(clock.format(instant));
      }
    }
  });
});

describe('Danish formats', () => {
  it('writes dates, times and weeks', () => {
    expect(formatDateDanish(d('2026-12-09'))).toBe('onsdag 9. december 2026');
    expect(formatDateLongDanish(d('2027-01-31'))).toBe('31. januar 2027');
    expect(formatDateShortDanish(d('2026-12-09'))).toBe('9.12.2026');
    expect(formatTimeDanish(toInstant(d('2026-12-09'), '09:40'))).toBe('9.40');
    expect(formatTimeDanish(toInstant(d('2026-12-09'), '00:05'))).toBe('0.05');
    expect(formatWeekDanish(d('2026-12-09'))).toBe('uge 50');
  });
});
