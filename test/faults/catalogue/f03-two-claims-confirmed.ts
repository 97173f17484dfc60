import assert from 'node:assert/strict';
import { ANY, type Fault } from '../harness/fault.js';
import type { Act } from '../harness/history.js';
import { adHocDays } from '../harness/meeting-desk.js';
import type { Stage } from '../harness/stage.js';

interface Item {
  readonly id: string;
  readonly state: string;
  readonly slotId: string;
  readonly participantIds: readonly string[];
}

/** There are no claims that wait here; the ways into a taken place are restoring, moving and naming people. */
export const fault: Fault = {
  id: 'F03', title: 'two items restored, moved or given a person into one place at once', queues: ANY,
  async run(stage) {
    await stage.startWeb();
    await twoRestored(stage);
    await twoMoved(stage);
    await onePersonTwice(stage);
    return {};
  },
};

async function twoRestored(stage: Stage): Promise<void> {
  const slot = slotsOf(stage, 0)[0];
  const items = [await booked(stage, 0, slot)];
  await cancel(stage, items[0]);
  items.push(await booked(stage, 1, slot));
  await cancel(stage, items[1]);
  await oneWins(stage, items, ({ id }) => stage.onItem(id, { does: 'restore' }));
}

async function twoMoved(stage: Stage): Promise<void> {
  const [first, second] = slotsOf(stage, 1);
  const items = [await booked(stage, 2, first), await booked(stage, 3, second)];
  const [aim] = slotsOf(stage, 2);
  await oneWins(stage, items, ({ id }) => stage.onItem(id, { does: 'move', slotId: aim ?? '' }));
}

async function onePersonTwice(stage: Stage): Promise<void> {
  const days = await adHocDays(stage, 41, ['09:00', '09:15']);
  const items = [await booked(stage, 4, days[0]?.slots[0]?.id), await booked(stage, 5, days[1]?.slots[0]?.id)];
  await oneWins(stage, items, ({ id }) => stage.onItem(id, { does: 'people', participantIds: [stage.world.staff.bo] }));
}

/** Both at once: one 200, one 409, and the loser stays as it was. */
async function oneWins(stage: Stage, items: readonly Item[], act: (item: Item) => Promise<Act>): Promise<void> {
  const before = await Promise.all(items.map((item) => read(stage, item.id)));
  const statuses = (await Promise.all(stage.random.shuffled(items).map(async (item) => ({ item, status: (await act(item)).status }))));
  assert.deepEqual(statuses.map(({ status }) => status).sort(), [200, 409]);
  const loser = statuses.find(({ status }) => status === 409)?.item.id ?? '';
  assert.deepEqual(await read(stage, loser), before.find((item) => item.id === loser));
}

async function booked(stage: Stage, referral: number, slotId: string | undefined): Promise<Item> {
  const act = await stage.book(stage.world.referrals[referral] ?? '', slotId, { participantIds: stage.world.extras.slice(-1 - referral).slice(0, 1) });
  assert.equal(act.status, 201, act.code ?? '');
  return read(stage, act.id ?? '');
}

async function cancel(stage: Stage, item: Item | undefined): Promise<void> {
  assert.equal((await stage.cancel(item?.id ?? '')).status, 200);
}

async function read(stage: Stage, id: string): Promise<Item> {
  const [item] = await stage.query<Item>(
    `SELECT id, state, slot_id AS "slotId", (SELECT array_agg(staff_id ORDER BY staff_id) FROM booking_participant WHERE booking_id = booking.id) AS "participantIds"
     FROM booking WHERE id = $1`, [id],
  );
  if (item === undefined) throw new Error('an item is gone');
  return item;
}

function slotsOf(stage: Stage, day: number): string[] {
  return (stage.world.days[day]?.slots ?? []).filter((slot) => !slot.urgent).map((slot) => slot.id);
}
