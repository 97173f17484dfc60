import { newId } from '../../src/platform/database/ids.js';
import { messageDied, OutboxConsumer } from '../../src/platform/outbox/outbox-consumer.js';
import { drainOutbox, startApp, type TestApp } from '../support/app.js';
import { type Organisation, organisation } from '../support/organisation.js';

/** And what the machine took until the question. */
const AN_HOUR = expect.closeTo(3_600, -2) as number;

describe('the job monitor', () => {
  let app: TestApp;
  let org: Organisation;

  beforeAll(async () => {
    app = await startApp();
    org = await organisation(app);
    await drainOutbox(app);
  });
  afterAll(() => app.close());

  const admin = async () => app.as(await org.token('anker'));
  const put = async (state: string, kind = 'booking.changed'): Promise<string> => {
    const id = newId();
    await app.inTx(async (tx) => {
      await tx.query(
        `INSERT INTO outbox_message (id, kind, payload, state, attempts, created_at, available_at, finished_at, last_error)
         VALUES ($1, $3, '{"bookingId":"6f2f"}', $2::varchar, 10, now() - interval '1 hour', now() + CASE WHEN $2::varchar = 'pending' THEN interval '5 minutes' ELSE interval '0' END, now(), 'EENVELOPE')`,
        [id, state, kind],
      );
      if (state === 'dead') tx.enqueue(messageDied, { messageId: id, kind });
    });
    return id;
  };
  const line = async (id: string) => {
    const { items } = (await (await admin()).get('/jobs/messages?limit=200').expect(200)).body as { items: Array<{ id: string; state: string; dismissedReason: string | null }> };
    return items.find((each) => each.id === id);
  };
  const tasks = async (): Promise<string[]> => ((await (await admin()).get('/tasks').expect(200)).body as { items: Array<{ subjectId: string }> }).items.map((task) => task.subjectId);

  it('is for the administrator alone', async () => {
    for (const name of ['freja', 'tage', 'karla', 'regitze'] as const) await app.as(await org.token(name)).get('/jobs').expect(403);
    await app.as(null).get('/jobs').expect(401);
  });

  it('counts messages by kind and state and shows every schedule', async () => {
    await put('pending');
    const { body } = await (await admin()).get('/jobs').expect(200);
    expect(body).toMatchObject({ queue: { workers: 0, dead: 0 } });
    expect((body as { messages: object[] }).messages).toContainEqual({ kind: 'booking.changed', state: 'retrying', count: 1, oldestSeconds: AN_HOUR });
    expect((body as { schedules: Array<{ name: string }> }).schedules.map((each) => each.name)).toContain('audit.seal');
  });

  it('shows nothing of what a message is about', async () => {
    const id = await put('dead');
    const shown = await line(id);
    expect(Object.keys(shown ?? {}).sort()).toEqual(
      ['ageSeconds', 'attempts', 'availableAt', 'createdAt', 'dismissedReason', 'finishedAt', 'id', 'kind', 'lastError', 'state'],
    );
    expect(shown).toMatchObject({ kind: 'booking.changed', state: 'dead', attempts: 10, lastError: 'EENVELOPE', ageSeconds: AN_HOUR });
  });

  it('asks the administrator to look at a dead message, until it is tried again', async () => {
    const id = await put('dead');
    await drainOutboxOfDeaths(app);
    expect(await tasks()).toContain(id);
    await (await admin()).post(`/jobs/messages/${id}/retry`).expect(204);
    expect(await line(id)).toMatchObject({ state: 'waiting', attempts: 0 });
    expect(await tasks()).not.toContain(id);
  });

  it('lets a dead message rest with a reason, and only a dead one', async () => {
    const id = await put('dead');
    await (await admin()).post(`/jobs/messages/${id}/dismissal`, { reason: ' ' }).expect(400);
    await (await admin()).post(`/jobs/messages/${id}/dismissal`, { reason: 'Vedrører 670108-4321' }).expect(400);
    await (await admin()).post(`/jobs/messages/${id}/dismissal`, { reason: 'Mødet er aflyst' }).expect(204);
    expect(await line(id)).toMatchObject({ state: 'dismissed', dismissedReason: 'Mødet er aflyst' });
    const again = await (await admin()).post(`/jobs/messages/${id}/retry`).expect(409);
    expect(again.body).toMatchObject({ code: 'job_moved_on' });
    await (await admin()).post(`/jobs/messages/${newId()}/dismissal`, { reason: 'x' }).expect(404);
  });

  it('pages and filters', async () => {
    const first = (await (await admin()).get('/jobs/messages?state=dead&limit=1').expect(200)).body as { items: Array<{ state: string; id: string }>; nextCursor: string };
    expect(first.items).toHaveLength(1);
    await put('dead', 'youth.changed');
    const kinds = (await (await admin()).get('/jobs/messages?state=dead&kind=youth.changed').expect(200)).body as { items: Array<{ kind: string }> };
    expect(kinds.items.map((each) => each.kind)).toEqual(['youth.changed']);
    await (await admin()).get('/jobs/messages?state=tabt').expect(400);
  });
});

/** Handles what tells of deaths; the messages that the test has put there wait. */
async function drainOutboxOfDeaths(app: TestApp): Promise<void> {
  const rows = await app.inTx((tx) => tx.query<{ id: string }>("SELECT id FROM outbox_message WHERE kind = 'outbox.message-died' AND state = 'pending'"));
  for (const { id } of rows) await app.get(OutboxConsumer).process(id);
}
