import { during, requestOf } from '../load.js';
import { planOf } from '../recorder.js';
import { compareInRounds } from '../rounds.js';
import type { BenchCase } from './bench-case.js';

/** The fortnight's docket as its chair reads it: items with their people and readiness. */
export const docket: BenchCase = {
  async prepare(app, { docket: { path, token } }) {
    return { plans: [await planOf(app, { key: path, method: 'GET', path, token })] };
  },
  compare({ servers }, { docket: { path, token } }, { rounds, seconds, connections }) {
    const request = requestOf('GET', path, { authorization: `Bearer ${token}` });
    return compareInRounds({ servers, rounds, connections, status: 200, requests: () => during(seconds, request) });
  },
};
