import { withoutCpr } from './without-cpr.js';

describe('the last line of defence in logs', () => {
  it('blanks numbers of a CPR shape, with and without a dash', () => {
    expect(withoutCpr('a 670108-4321 b 6701084321 c')).toBe('a [cpr] b [cpr] c');
  });

  it('leaves other numbers alone', () => {
    expect(withoutCpr('år 2026, 12345 rækker, uge 50')).toBe('år 2026, 12345 rækker, uge 50');
  });
});
