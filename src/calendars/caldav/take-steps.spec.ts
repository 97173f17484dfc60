import { ServerProblem } from '../servers/server-problem.js';
import type { CaldavCollection } from './caldav-collection.js';
import type { PushStep } from './push-plan.js';
import { takeSteps } from './take-steps.js';

const STEPS: readonly PushStep[] = ['a', 'b', 'c'].map((uid) => ({ do: 'delete', uid, etag: '"1"' }));
const LATER = Date.now() + 60_000;

function refusing(problem: ServerProblem): { collection: CaldavCollection; asked: string[] } {
  const asked: string[] = [];
  const remove = (uid: string): Promise<void> => {
    asked.push(uid);
    return uid === 'a' ? Promise.reject(problem) : Promise.resolve();
  };
  return { collection: { delete: remove } as unknown as CaldavCollection, asked };
}

describe('the steps of a push', () => {
  it('end at once when the server asks to be left alone, and tell for how long', async () => {
    const { collection, asked } = refusing(new ServerProblem('busy', 900));
    expect(await takeSteps(collection, STEPS, LATER)).toMatchObject({ taken: [], problem: { code: 'busy', pauseSeconds: 900 }, left: 3 });
    expect(asked).toEqual(['a']);
  });

  it('go on after an event that the server does not take', async () => {
    const { collection, asked } = refusing(new ServerProblem('event_refused'));
    expect(await takeSteps(collection, STEPS, LATER)).toMatchObject({ taken: [{ uid: 'b', gone: true }, { uid: 'c', gone: true }], problem: { code: 'event_refused' }, left: 0 });
    expect(asked).toEqual(['a', 'b', 'c']);
  });
});
