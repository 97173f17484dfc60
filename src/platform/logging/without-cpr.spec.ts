import { withoutCpr } from './without-cpr.js';

describe('the last line of defence in logs', () => {
  it('blanks numbers of a CPR shape, with a dash, a space or nothing between', () => {
    expect(withoutCpr('a 670108-4321 b 6701084321 c 670108 4321 d')).toBe('a [cpr] b [cpr] c [cpr] d');
    expect(withoutCpr('ung670108-4321_b')).toBe('ung[cpr]_b');
  });

  it('leaves other numbers alone', () => {
    expect(withoutCpr('år 2026, 12345 rækker, uge 50, 123456789012')).toBe('år 2026, 12345 rækker, uge 50, 123456789012');
  });
});
