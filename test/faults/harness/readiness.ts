import type { Stage, WebProgram } from './stage.js';

export interface Readiness {
  readonly status: 'ok' | 'degraded' | 'unavailable';
  readonly broken: readonly string[];
  readonly http: number;
}

/** What the last web process says of itself and of the background. */
export async function readiness(stage: Stage, web: WebProgram = stage.web): Promise<Readiness> {
  const answer = await fetch(`${web.url}/readyz`);
  return { ...((await answer.json()) as Omit<Readiness, 'http'>), http: answer.status };
}
