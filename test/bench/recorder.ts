import type { TestApp } from '../support/app.js';
import type { Plan } from './bare-orders.js';
import { record, recordingOf } from './record.js';

export interface RecordedRequest {
  readonly key: string;
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly token: string;
  readonly body?: object;
}

/** Sends a request to our application in this process and keeps what it did in the database and what it answered. */
export async function planOf(app: TestApp, { key, method, path, token, body }: RecordedRequest): Promise<Plan> {
  const headers = { authorization: `Bearer ${token}`, ...(body !== undefined && { 'content-type': 'application/json' }) };
  let text = '';
  const statements = await record(async () => {
    const answer = await fetch(`${app.url}${path}`, { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) });
    text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${text}`);
  });
  return { key, ...recordingOf(statements), answer: JSON.parse(text) as unknown };
}
