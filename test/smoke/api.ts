/** A signed-in person's view of the JSON API over real HTTP. */
export interface Person {
  readonly id: string;
  get<T>(path: string): Promise<T>;
  post<T>(path: string, body?: object): Promise<T>;
  put<T>(path: string, body: object): Promise<T>;
  /** Sends a CSV file. */
  file<T>(path: string, csv: Uint8Array): Promise<T>;
  /** The bytes of an answer that is not JSON. */
  bytes(path: string): Promise<{ type: string; bytes: Buffer }>;
}

/** Signs in with a demo account. Throws with status and problem code when an answer is not a success. */
export async function signInAs(url: string, username: string): Promise<Person> {
  const anonymous = (method: string, path: string, body: BodyInit | null, type: string): Promise<Response> => call(url, '', method, path, body, type);
  const session = await json<{ token: string; staff: { id: string } }>(
    await anonymous('POST', '/session', JSON.stringify({ username, password: 'demo' }), 'application/json'),
  );
  const send = (method: string, path: string, body: BodyInit | null = null, type = 'application/json'): Promise<Response> =>
    call(url, session.token, method, path, body, type);
  return {
    id: session.staff.id,
    get: async (path) => json(await send('GET', path)),
    post: async (path, body = {}) => json(await send('POST', path, JSON.stringify(body))),
    put: async (path, body) => json(await send('PUT', path, JSON.stringify(body))),
    file: async (path, csv) => json(await send('POST', path, new Blob([new Uint8Array(csv)]), 'text/csv')),
    bytes: async (path) => {
      const answer = await send('GET', path);
      return { type: answer.headers.get('content-type') ?? '', bytes: Buffer.from(await answer.arrayBuffer()) };
    },
  };
}

async function call(url: string, token: string, method: string, path: string, body: BodyInit | null, type: string): Promise<Response> {
  const headers: Record<string, string> = body === null ? {} : { 'content-type': type };
  if (token !== '') headers['authorization'] = `Bearer ${token}`;
  const answer = await fetch(`${url}/api/v1${path}`, { method, headers, body });
  if (answer.ok) return answer;
  throw new Error(`${method} ${path.replace(/[0-9a-f-]{36}/g, ':id')} answered ${answer.status}: ${await answer.text()}`);
}

async function json<T>(answer: Response): Promise<T> {
  return (answer.status === 204 ? undefined : await answer.json()) as T;
}
