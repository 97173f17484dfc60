import { randomUUID } from 'node:crypto';

/** What the client knows of an act: it was done, it was not, or no answer told. */
export type Verdict = 'ok' | 'fail' | 'unknown';

type Method = 'GET' | 'POST' | 'PUT';

export interface Act {
  readonly method: Method;
  /** The path under `/api/v1`. */
  readonly what: string;
  /** The body that was sent. */
  readonly asked: object;
  readonly key: string;
  readonly verdict: Verdict;
  readonly status: number | null;
  readonly code: string | null;
  readonly id: string | null;
  readonly milliseconds: number;
  /** When it was answered or given up, as `Date.now()`. */
  readonly endedAt: number;
}

/** The closed code with which the service says that it does not know itself. */
const UNSURE = 'outcome_unknown';
const PATIENCE_MS = 30_000;

/** Everything that a client did to the service and was answered; each act carries a key of its own, by which it is found again. */
export class History {
  readonly acts: Act[] = [];
  /** Bodies of refusals, to look through for what they must not say. */
  readonly refusals: string[] = [];

  /** Sends a POST under `/api/v1` with an Idempotency-Key; the same key again is the same act. */
  async post(url: string, token: string, path: string, body: object, key: string = randomUUID()): Promise<Act> {
    return this.act('POST', url, token, path, body, key);
  }

  /** Replaces something. */
  async put(url: string, token: string, path: string, body: object): Promise<Act> {
    return this.act('PUT', url, token, path, body, randomUUID());
  }

  /** Reads something: that is an act too, as it is logged. */
  async get(url: string, token: string, path: string): Promise<Act> {
    return this.act('GET', url, token, path, {}, randomUUID());
  }

  /** Answers beside those that a busy or broken database may cause: done, taken by somebody else, come again; 0 for none at all. */
  unlooked(): number[] {
    return [...new Set(this.acts.map((act) => act.status ?? 0))].filter((status) => ![200, 201, 409, 503].includes(status));
  }

  /** How many acts were answered with this status. */
  count(status: number): number {
    return this.acts.filter((act) => act.status === status).length;
  }

  /** Whether an earlier try of the same was left without a word on its outcome: it may have been done, and this one is refused then. */
  followsUnsure(act: Act): boolean {
    return this.acts.slice(0, this.acts.indexOf(act)).some((other) => other.verdict === 'unknown' && other.method === act.method && other.what === act.what && other.what !== '/bookings');
  }

  private async act(method: Method, url: string, token: string, path: string, asked: object, key: string): Promise<Act> {
    const begun = performance.now();
    const written = method === 'GET' ? {} : { headers: { 'content-type': 'application/json', 'idempotency-key': key }, body: JSON.stringify(asked) };
    const answer = await this.send(`${url}/api/v1${path}`, { method, ...written, headers: { ...written.headers, authorization: `Bearer ${token}` } });
    const act: Act = { method, what: path, asked, key, ...answer, verdict: verdictOf(answer), milliseconds: performance.now() - begun, endedAt: Date.now() };
    this.acts.push(act);
    return act;
  }

  private async send(url: string, request: RequestInit): Promise<{ status: number | null; code: string | null; id: string | null }> {
    try {
      const answer = await fetch(url, { ...request, signal: AbortSignal.timeout(PATIENCE_MS) });
      const text = await answer.text();
      if (answer.status >= 400) this.refusals.push(text);
      const body = readJson(text);
      return { status: answer.status, code: body.code ?? null, id: body.id ?? null };
    } catch {
      return { status: null, code: null, id: null };
    }
  }
}

function verdictOf({ status, code }: { status: number | null; code: string | null }): Verdict {
  if (status === null || code === UNSURE) return 'unknown';
  return status < 300 ? 'ok' : 'fail';
}

function readJson(text: string): { code?: string; id?: string } {
  try {
    return JSON.parse(text) as { code?: string; id?: string };
  } catch {
    return {};
  }
}
