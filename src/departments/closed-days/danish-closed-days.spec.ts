import { publicHolidays, usualClosedDays } from './danish-closed-days.js';

/** Easter Sunday by the Gauss-Butcher rule, as an independent count of the movable days. */
function easter(year: number): Date {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100];
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const day = h + l - 7 * m + 114;
  return new Date(Date.UTC(year, Math.floor(day / 31) - 1, (day % 31) + 1));
}

function movable(year: number): string[] {
  return [-3, -2, 0, 1, 39, 49, 50].map((offset) => {
    const date = easter(year);
    date.setUTCDate(date.getUTCDate() + offset);
    return date.toISOString().slice(0, 10);
  });
}

describe('Danish closed days', () => {
  it('name the public holidays of 2027', () => {
    expect(publicHolidays(2027).map((day) => `${day.date} ${day.label}`)).toEqual([
      '2027-01-01 Nytårsdag', '2027-03-25 Skærtorsdag', '2027-03-26 Langfredag', '2027-03-28 Påskedag',
      '2027-03-29 Anden påskedag', '2027-05-06 Kristi Himmelfartsdag', '2027-05-16 Pinsedag',
      '2027-05-17 Anden Pinsedag', '2027-12-25 Juledag', '2027-12-26 Anden Juledag',
    ]);
  });

  it('count Store bededag until 2023 only', () => {
    expect(publicHolidays(2023).map((day) => day.date)).toContain('2023-05-05');
    for (const [year, was] of [[2024, '2024-04-26'], [2026, '2026-05-01'], [2027, '2027-04-23'], [2028, '2028-05-12']] as const) {
      expect(publicHolidays(year).map((day) => day.date)).not.toContain(was);
    }
  });

  it('agree with an own count of Easter from 2024 to 2059', () => {
    for (let year = 2024; year <= 2059; year += 1) {
      const expected = [`${year}-01-01`, ...movable(year), `${year}-12-25`, `${year}-12-26`].sort();
      expect(publicHolidays(year).map((day) => day.date).sort()).toEqual(expected);
    }
  });

  it('add Grundlovsdag and the two eves as usual closed days', () => {
    expect(usualClosedDays(2026).map((day) => day.date)).toEqual(['2026-06-05', '2026-12-24', '2026-12-31']);
  });
});
