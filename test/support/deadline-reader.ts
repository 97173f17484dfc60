import type { DeadlineLine } from '../../src/deadlines/lists/deadline-line.js';
import type { TestApp } from './app.js';
import type { Organisation, StaffName } from './organisation.js';

/** All deadlines of a youth as a person sees them, superseded ones too. */
export async function deadlinesOf(app: TestApp, org: Organisation, youthId: string, reader: StaffName = 'freja'): Promise<DeadlineLine[]> {
  const answer = await app.as(await org.token(reader)).get(`/youths/${youthId}/deadlines`).expect(200);
  return (answer.body as { items: DeadlineLine[] }).items;
}

/** The deadline of one rule that applies now; undefined when there is none. */
export async function deadlineOf(
  app: TestApp, org: Organisation, youthId: string, rule: string, reader: StaffName = 'freja',
): Promise<DeadlineLine | undefined> {
  return (await deadlinesOf(app, org, youthId, reader)).find((each) => each.rule === rule && each.state !== 'superseded');
}
