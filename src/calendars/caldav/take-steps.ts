import { isOfOneEvent, ServerProblem, type ServerProblemCode } from '../servers/server-problem.js';
import type { CaldavCollection } from './caldav-collection.js';
import type { PushedStep } from './push-ledger.js';
import type { PushStep } from './push-plan.js';

export interface StepsTaken {
  readonly taken: readonly PushedStep[];
  /** Why it did not come to its end: the server's problem; null when all is done or only time ran out. */
  readonly problem: ServerProblem | null;
  readonly left: number;
}

/** Ends the whole push: the next step would meet the same. Any other problem is one event's own. */
const OF_THE_SERVER: readonly ServerProblemCode[] = [
  'not_https', 'host_not_allowed', 'address_refused', 'unreachable', 'timeout', 'certificate', 'redirected', 'sign_in_refused', 'not_found', 'busy',
];

/** Does the steps one after the other until the time given (of this machine's clock), and tells what came of them. Throws only what is no server's problem. */
export async function takeSteps(collection: CaldavCollection, steps: readonly PushStep[], until: number): Promise<StepsTaken> {
  const taken: PushedStep[] = [];
  let problem: ServerProblem | null = null;
  for (const [at, step] of steps.entries()) {
    if (Date.now() > until) return { taken, problem, left: steps.length - at };
    try {
      taken.push(await take(collection, step));
    } catch (error) {
      if (!(error instanceof ServerProblem)) throw error;
      problem = problem === null || isOfOneEvent(problem.code) ? error : problem;
      if (OF_THE_SERVER.includes(error.code)) return { taken, problem, left: steps.length - at };
    }
  }
  return { taken, problem, left: 0 };
}

async function take(collection: CaldavCollection, step: PushStep): Promise<PushedStep> {
  switch (step.do) {
    case 'write': {
      const { uid, revision, text, textHash } = step.event;
      const { etag } = await collection.write(uid, text, step.etag);
      return { uid, written: { revision, textHash, etag } };
    }
    case 'delete':
      await collection.delete(step.uid, step.etag);
      return { uid: step.uid, gone: true };
    case 'note':
      return { uid: step.uid, noted: step.etag };
    case 'forget':
      return { uid: step.uid, gone: true };
  }
}
