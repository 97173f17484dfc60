import { givesUp, type Waited } from './gives-up.js';

const HOUR = 3_600_000;
const waited = (over: Partial<Waited> = {}): Waited => ({ unsureTries: 0, waitedMs: 0, startsInMs: null, ...over });

describe('a mail that the server did not take', () => {
  it('is given up at once when it is refused for good', () => {
    expect(givesUp('refused', waited())).toBe(true);
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

  it('is given up after eight tries that may each have brought it', () => {
    expect([7, 8].map((unsureTries) => givesUp('unsure', waited({ unsureTries })))).toEqual([false, true]);
  });
});
