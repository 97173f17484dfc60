import { brokenParts } from './broken-parts.js';

const timing = { CANARY_SILENT_MS: 90_000, TICK_SILENT_MS: 45_000 };
const well = { workers: 1, connected: 1, canarySeconds: 10, tickSeconds: 12, waiting: 0, oldestSeconds: 0, dead: 0 };

describe('what is broken in the background', () => {
  it('is nothing while a worker signs, its message comes back and something ticks', () => {
    expect(brokenParts(well, null, timing)).toEqual([]);
  });

  it('is the worker when none has signed, and not its queue as well', () => {
    expect(brokenParts({ ...well, workers: 0, connected: 0, canarySeconds: null }, null, timing)).toEqual(['worker']);
  });

  it('is the queue when no worker reaches it, else the work that does not come through', () => {
    expect(brokenParts({ ...well, connected: 0, canarySeconds: 200 }, null, timing)).toEqual(['queue']);
    expect(brokenParts({ ...well, canarySeconds: 91 }, null, timing)).toEqual(['canary']);
  });

  it('is the tick when even the worker has stopped ticking by itself', () => {
    expect(brokenParts({ ...well, tickSeconds: 91 }, null, timing)).toEqual(['tick']);
    expect(brokenParts({ ...well, tickSeconds: null }, null, timing)).toEqual(['tick']);
  });

  it('is mail when one has waited for a quarter of an hour', () => {
    expect(brokenParts(well, 901, timing)).toEqual(['mail']);
    expect(brokenParts(well, 60, timing)).toEqual([]);
  });
});
