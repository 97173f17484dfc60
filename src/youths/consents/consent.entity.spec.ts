import { parseCalendarDate as day } from '../../platform/clock/calendar-date.js';
import { Consent, consentExpiry, consentState } from './consent.entity.js';

describe("a parent's consent", () => {
  it('ends on the 18th birthday', () => {
    expect(consentExpiry('custody_holder', day('2008-11-19'), null)).toBe('2026-11-19');
    expect(consentExpiry('custody_holder', day('2008-11-19'), day('2027-06-01'))).toBe('2026-11-19');
  });

  it('may end before', () => {
    expect(consentExpiry('custody_holder', day('2008-11-19'), day('2026-01-01'))).toBe('2026-01-01');
  });

  it('ends on 28 February for one born on 29 February', () => {
    expect(consentExpiry('custody_holder', day('2008-02-29'), null)).toBe('2026-02-28');
  });
});

describe("a youth's own consent", () => {
  it('runs on over the birthday', () => {
    expect(consentExpiry('youth', day('2008-11-19'), null)).toBeNull();
  });
});

describe('whether a consent counts', () => {
  const consent = { givenOn: day('2026-01-10'), expiresOn: day('2026-11-19'), withdrawnAt: null };

  it.each([['2026-01-09', 'not_yet'], ['2026-01-10', 'active'], ['2026-11-18', 'active'], ['2026-11-19', 'expired']])(
    'on %s it is %s',
    (on, state) => expect(consentState(consent, day(on))).toBe(state),
  );

  it('no more once it is withdrawn, and it is withdrawn once', () => {
    const given = Object.assign(new Consent(), consent);
    given.withdraw(new Date());
    expect(given.stateOn(day('2026-05-01'))).toBe('withdrawn');
    expect(() => given.withdraw(new Date())).toThrow('invalid_transition');
  });
});
