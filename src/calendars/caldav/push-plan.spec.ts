import { type KnownEvent, planPush, type WantedEvent } from './push-plan.js';

const wanted = (uid: string, revision = 0, text = `${uid} ${revision}`): WantedEvent => ({ uid, revision, text, textHash: text });
const known = (uid: string, revision = 0, over: Partial<KnownEvent> = {}): KnownEvent => ({ uid, revision, textHash: `${uid} ${revision}`, etag: `"${uid}"`, ...over });
const found = (...uids: string[]) => new Map(uids.map((uid) => [uid, `"${uid}"`]));

describe('what to do on a calendar server', () => {
  it('is nothing when all stands as it should, looked at or not', () => {
    expect(planPush([wanted('a')], [known('a')], null)).toEqual([]);
    expect(planPush([wanted('a')], [known('a')], found('a'))).toEqual([]);
  });

  it('is to write what is new, and what has changed with the tag it replaces', () => {
    expect(planPush([wanted('a'), wanted('b', 1)], [known('b')], null)).toEqual([
      { do: 'write', event: wanted('a'), etag: null }, { do: 'write', event: wanted('b', 1), etag: '"b"' },
    ]);
  });

  it('is to write a changed text of the same revision, never one of an older', () => {
    expect(planPush([wanted('a', 3, 'ny')], [known('a', 3)], null)).toHaveLength(1);
    expect(planPush([wanted('a', 2)], [known('a', 3)], null)).toEqual([]);
    expect(planPush([wanted('a', 2)], [known('a', 3)], found())).toEqual([]);
  });

  it('is to write what was begun and never taken', () => {
    expect(planPush([wanted('a')], [known('a', 0, { textHash: null, etag: null })], null)).toEqual([{ do: 'write', event: wanted('a'), etag: null }]);
  });

  it('is to delete what is no longer wanted, and to forget what the server has lost', () => {
    expect(planPush([], [known('a')], null)).toEqual([{ do: 'delete', uid: 'a', etag: '"a"' }]);
    expect(planPush([], [known('a'), known('b')], found('a'))).toEqual([{ do: 'delete', uid: 'a', etag: '"a"' }, { do: 'forget', uid: 'b' }]);
  });

  it('is to write again what was wiped or changed by hand', () => {
    expect(planPush([wanted('a')], [known('a')], found())).toEqual([{ do: 'write', event: wanted('a'), etag: null }]);
    expect(planPush([wanted('a')], [known('a')], new Map([['a', '"haand"']]))).toEqual([{ do: 'write', event: wanted('a'), etag: null }]);
  });

  it('is to look first whose it is that lies under a name of ours with another tag than we were given', () => {
    const begun = known('a', 0, { textHash: null, etag: null });
    expect(planPush([wanted('a')], [begun], found('a'))).toEqual([{ do: 'write', event: wanted('a'), etag: null }]);
    expect(planPush([], [begun], found('a'))).toEqual([{ do: 'delete', uid: 'a', etag: null }]);
    expect(planPush([], [known('a')], new Map([['a', '"ny"']]))).toEqual([{ do: 'delete', uid: 'a', etag: null }]);
  });

  it('is to note a tag that the server told late, and to leave alone what is not ours', () => {
    expect(planPush([wanted('a')], [known('a', 0, { etag: null })], found('a', 'fremmed'))).toEqual([{ do: 'note', uid: 'a', etag: '"a"' }]);
  });
});
