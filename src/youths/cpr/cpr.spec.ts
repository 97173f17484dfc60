import { inspect } from 'node:util';
import { Cpr, cprYear, maskCpr } from './cpr.js';

function problem(text: string): string | null {
  const reading = Cpr.read(text);
  return reading.ok ? null : reading.code;
}

describe('the century of a CPR number', () => {
  it.each([
    [0, 0, 1900],
    [36, 0, 1936],
    [37, 3, 1937],
    [57, 1, 1957],
    [99, 3, 1999],
    [8, 2, 1908],
    [0, 4, 2000],
    [36, 4, 2036],
    [37, 4, 1937],
    [99, 4, 1999],
    [0, 9, 2000],
    [36, 9, 2036],
    [37, 9, 1937],
    [99, 9, 1999],
    [0, 5, 2000],
    [57, 5, 2057],
    [58, 5, 1858],
    [99, 5, 1899],
    [57, 6, 2057],
    [58, 6, 1858],
    [57, 7, 2057],
    [58, 7, 1858],
    [0, 8, 2000],
    [57, 8, 2057],
    [58, 8, 1858],
    [99, 8, 1899],
  ])('year %i and seventh digit %i give %i', (year, seventh, expected) => {
    expect(cprYear(year, seventh)).toBe(expected);
  });
});

describe('reading a CPR number', () => {
  it('takes it with and without hyphen and with blanks around', () => {
    for (const text of ['630109-4123', '6301094123', ' 630109-4123\t']) {
      expect(Cpr.checked(text).reveal()).toBe('6301094123');
    }
  });

  it('takes 60 from the day of a replacement number', () => {
    expect(Cpr.checked('610108-4000').birthDate).toBe('2008-01-01');
    expect(Cpr.checked('911209-5000').birthDate).toBe('2009-12-31');
    expect(Cpr.checked('890208-6000').birthDate).toBe('2008-02-29');
    expect(Cpr.checked('610108-4000').isReplacement).toBe(true);
    expect(Cpr.checked('010158-5050').isReplacement).toBe(false);
  });

  it.each([
    '000108-4000',
    '320108-4000',
    '600108-4000',
    '920108-4000',
    '300208-4000',
    '890209-4000',
    '610008-4000',
    '611308-4000',
  ])('refuses the date of %s', (text) => expect(problem(text)).toBe('cpr_date'));

  it('knows that 1900 had no leap day and 2000 had', () => {
    expect(problem('890200-0000')).toBe('cpr_date');
    expect(Cpr.checked('890200-4000').birthDate).toBe('2000-02-29');
  });

  it.each([
    '',
    '63010-94123',
    '630109 4123',
    '630109--4123',
    '30109-4123',
    '6301094',
    '63010941234',
    '630109–4123',
    '６301094123',
  ])('refuses the form of "%s"', (text) => expect(problem(text)).toBe('cpr_format'));

  it('says that a number holds letters', () => {
    expect(problem('630109-4A23')).toBe('cpr_letters');
    expect(problem('6301094ab3')).toBe('cpr_letters');
  });
});

describe('the old check digit', () => {
  it('is right or wrong, and both numbers are read', () => {
    expect(Cpr.checked('010158-5050').passesModulus11()).toBe(true);
    expect(Cpr.checked('010158-5051').passesModulus11()).toBe(false);
  });

  it('is not asked of a replacement number', () => {
    expect(Cpr.checked('610108-4000').passesModulus11()).toBe(true);
    expect(Cpr.checked('610108-4001').passesModulus11()).toBe(true);
  });
});

describe('a CPR number that is printed', () => {
  const cpr = Cpr.checked('630109-4123');

  it('shows the mask only', () => {
    expect(cpr.masked()).toBe('630109-••••');
    expect(maskCpr('6301094123')).toBe('630109-••••');
    for (const printed of [`${cpr}`, String(cpr), JSON.stringify({ cpr }), inspect(cpr, { showHidden: true })]) {
      expect(printed).not.toContain('4123');
    }
  });
});
