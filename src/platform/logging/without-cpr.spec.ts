import { withoutCpr } from './without-cpr.js';

describe('the last line of defence in logs', () => {
  it('blanks numbers of a CPR shape, with a dash, a space or nothing between', () => {
    expect(withoutCpr('a 670108-4321 b 6701084321 c 670108 4321 d')).toBe('a [cpr] b [cpr] c [cpr] d');
    expect(withoutCpr('ung670108-4321_b')).toBe('ung[cpr]_b');
  });

  it('leaves other numbers alone', () => {
    expect(withoutCpr('år 2026, 12345 rækker, uge 50, 123456789012')).toBe('år 2026, 12345 rækker, uge 50, 123456789012');
  });

  it('leaves ids whole, also those with ten digits in a row, and blanks what follows one', () => {
    const id = '01a216b5-35f9-7420-8345-4e6701084321';
    expect(withoutCpr(`{"messageId":"${id}"} /unge/${id}?x=670108-4321`)).toBe(`{"messageId":"${id}"} /unge/${id}?x=[cpr]`);
    expect(withoutCpr('x-4e6701084321')).toBe('x-4e[cpr]');
  });
});
