import { type Claim, inLockOrder, lockKey, lockOrder } from './claim.js';

const FREJA = '01890000-0000-7000-8000-000000000001';
const ULLA = '01890000-0000-7000-8000-000000000002';
const JONAS = '01890000-0000-7000-8000-000000000003';

function claim(resourceId: string, from: string, to: string): Claim {
  return { kind: 'staff', resourceId, from: new Date(from), to: new Date(to), meetingDayId: 'day', bookingId: null };
}

describe('the order of locks', () => {
  it('is the same whoever asks, and takes nobody twice', () => {
    const order = lockOrder([FREJA, ULLA, JONAS]);
    expect(lockOrder([JONAS, FREJA, ULLA, FREJA])).toEqual(order);
    expect(order).toHaveLength(3);
    expect([...order].sort((a, b) => Number(a - b))).toEqual(order);
  });

  it('follows the hashed key, not the id', () => {
    expect(lockKey(FREJA)).toBe(lockKey(FREJA.toUpperCase()));
    expect(lockKey(FREJA)).not.toBe(lockKey(ULLA));
    expect(BigInt.asIntN(64, lockKey(FREJA))).toBe(lockKey(FREJA));
  });

  it('puts claims in the order of their locks and leaves out repetitions', () => {
    const nine = claim(FREJA, '2026-12-09T08:00Z', '2026-12-09T08:40Z');
    const ten = claim(FREJA, '2026-12-09T09:00Z', '2026-12-09T09:40Z');
    const other = claim(ULLA, '2026-12-09T08:00Z', '2026-12-09T08:40Z');
    const ordered = inLockOrder([ten, other, nine, { ...nine }]);
    expect(ordered).toHaveLength(3);
    expect(lockOrder(ordered.map((each) => each.resourceId))).toEqual([...new Set(ordered.map((each) => lockKey(each.resourceId)))]);
    expect(ordered.indexOf(nine)).toBe(-1);
    expect(ordered.filter((each) => each.resourceId === FREJA).map((each) => each.from)).toEqual([nine.from, ten.from]);
  });
});
