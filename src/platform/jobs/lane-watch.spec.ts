import { LaneWatch } from './lane-watch.js';

describe('a lane that is given work', () => {
  it('is deaf when messages are stuck twice and no job was taken', () => {
    const watch = new LaneWatch();
    expect(watch.deaf(new Set(['effects']))).toBe(false);
    expect(watch.deaf(new Set(['effects']))).toBe(true);
  });

  it('is not deaf while it works, however slowly', () => {
    const watch = new LaneWatch();
    const done = watch.busy('effects');
    for (let sweep = 0; sweep < 5; sweep += 1) expect(watch.deaf(new Set(['effects']))).toBe(false);
    done();
    expect(watch.deaf(new Set(['effects']))).toBe(false);
    expect(watch.deaf(new Set(['effects']))).toBe(true);
  });

  it('is not deaf when the other lane is', () => {
    const watch = new LaneWatch();
    expect(watch.deaf(new Set(['database']))).toBe(false);
    expect(watch.deaf(new Set())).toBe(false);
    watch.busy('database')();
    expect(watch.deaf(new Set(['database']))).toBe(false);
  });
});
