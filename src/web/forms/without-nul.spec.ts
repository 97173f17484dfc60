import { withoutNul } from './without-nul.js';

describe('NUL in a form', () => {
  it('is left out of every text, and nothing else is touched', () => {
    expect(withoutNul({ reason: 'Flyt\0ter', areas: ['so\0cial'], attendance: { note: '\0' }, urgent: true, count: 3, none: null }))
      .toEqual({ reason: 'Flytter', areas: ['social'], attendance: { note: '' }, urgent: true, count: 3, none: null });
  });

  it('is left out of a body without a prototype too', () => {
    expect(withoutNul(Object.assign(Object.create(null) as object, { reason: 'a\0b' }))).toEqual({ reason: 'ab' });
  });

  it('lets a file through as it is', () => {
    const file = Buffer.from([0, 1, 2]);
    expect(withoutNul({ file })).toEqual({ file });
  });
});
