import { during, requestOf } from '../load.js';
import { compareInRounds } from '../rounds.js';
import type { BenchCase } from './bench-case.js';

/** A calendar program asks whether a chair's calendar has changed; it has not. */
export const feed304: BenchCase = {
  async prepare(app, { feedPath }) {
    return { feed: { etag: await etagOf(app.url + feedPath) } };
  },
  async compare({ servers }, { feedPath }, { rounds, seconds, connections }) {
    const request = requestOf('GET', feedPath, { 'if-none-match': await etagOf(servers.ours.url + feedPath) });
    return compareInRounds({ servers, rounds, connections, status: 304, requests: () => during(seconds, request) });
  },
};

async function etagOf(address: string): Promise<string> {
  const answer = await fetch(address);
  const etag = answer.headers.get('etag');
  if (!answer.ok || etag === null) throw new Error(`a calendar answered ${answer.status} without a tag`);
  return etag;
}
