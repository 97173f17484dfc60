import { conflict, unavailable } from '../errors/domain-error.js';
import { endsItsWorkers, judge, reasonOf } from './retry.js';

const fault = new TypeError('always');

describe('a message that failed', () => {
  it('is tried again after pauses that double, at most five minutes', () => {
    const pauses = [1, 2, 3, 8].map((attempts) => judge({ attempts, lost: 0 }, fault, 10, 2_000));
    expect(pauses).toEqual([2_000, 4_000, 8_000, 256_000].map((pauseMs) => ({ dead: false, pauseMs })));
    expect(judge({ attempts: 18, lost: 0 }, fault, 20, 2_000)).toEqual({ dead: false, pauseMs: 300_000 });
  });

  it('is dead after as many failures as are allowed; a worker that was killed is no failure', () => {
    expect(judge({ attempts: 10, lost: 0 }, fault, 10, 2_000).dead).toBe(true);
    expect(judge({ attempts: 10, lost: 5 }, fault, 10, 2_000).dead).toBe(false);
  });

  it('waits longer for a database that is away, but not for ever', () => {
    const away = unavailable('database_busy', 'Systemet har travlt lige nu.');
    expect(judge({ attempts: 10, lost: 0 }, away, 10, 2_000).dead).toBe(false);
    expect(judge({ attempts: 200, lost: 0 }, away, 10, 2_000).dead).toBe(true);
  });

  it('is not given to another worker when it has ended as many', () => {
    expect(endsItsWorkers({ lost: 9 }, 10)).toBe(false);
    expect(endsItsWorkers({ lost: 10 }, 10)).toBe(true);
  });
});

describe('the reason that is kept', () => {
  it('is a code or a class, never the text', () => {
    expect(reasonOf(conflict('slot_taken', 'Tiden er taget.'))).toBe('slot_taken');
    expect(reasonOf(Object.assign(new Error('550 no such user anna@example.org'), { code: 'EENVELOPE' }))).toBe('EENVELOPE');
    expect(reasonOf(Object.assign(new Error('x'), { code: 'Anna Holm' }))).toBe('Error');
    expect(reasonOf(fault)).toBe('TypeError');
    expect(reasonOf('text')).toBe('unknown');
  });
});
