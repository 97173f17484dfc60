import { givesUp, type Waited } from './gives-up.js';

const HOUR = 3_600_000;
const waited = (over: Partial<Waited> = {}): Waited => ({ tries: 10, unsureTries: 0, waitedMs: 0, startsInMs: null, ...over });

describe('a mail that the server did not take', () => {
  it('is given up at once when it is refused for good', () => {
    expect(givesUp('refused', waited({ tries: 1 }))).toBe(true);
  });

  it('waits half a day for a server that is away, whatever it did before', () => {
    expect(givesUp('deferred', waited({ unsureTries: 20, waitedMs: 11 * HOUR }))).toBe(false);
    expect(givesUp('deferred', waited({ waitedMs: 12 * HOUR }))).toBe(true);
  });

  it('waits an hour when it is about a meeting within two days', () => {
    expect(givesUp('deferred', waited({ waitedMs: HOUR, startsInMs: 49 * HOUR }))).toBe(false);
    expect(givesUp('deferred', waited({ waitedMs: HOUR - 1, startsInMs: 47 * HOUR }))).toBe(false);
    expect(givesUp('deferred', waited({ waitedMs: HOUR, startsInMs: 47 * HOUR }))).toBe(true);
  });

  it('is not given up for the time in which nobody tried it', () => {
    expect([9, 10].map((tries) => givesUp('deferred', waited({ tries, waitedMs: 60 * HOUR })))).toEqual([false, true]);
    expect([9, 10].map((tries) => givesUp('unsure', waited({ tries, unsureTries: 1, waitedMs: 60 * HOUR, startsInMs: 47 * HOUR })))).toEqual([false, true]);
  });

  it('is given up at its first try when the meeting comes too soon for more', () => {
    expect([HOUR, HOUR - 1].map((startsInMs) => givesUp('deferred', waited({ tries: 1, waitedMs: 60 * HOUR, startsInMs })))).toEqual([false, true]);
    expect(givesUp('deferred', waited({ tries: 1, waitedMs: HOUR - 1, startsInMs: HOUR - 1 }))).toBe(false);
  });

  it('is given up after eight tries that may each have brought it', () => {
    expect([7, 8].map((unsureTries) => givesUp('unsure', waited({ unsureTries })))).toEqual([false, true]);
  });
});
