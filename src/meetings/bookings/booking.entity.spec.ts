import 'reflect-metadata';
import { Booking, type BookingPlace } from './booking.entity.js';

const NOW = new Date('2026-11-24T11:00:00Z');
const LATER = new Date('2026-11-25T11:00:00Z');

function slot(hour: number): BookingPlace {
  const first = {
    id: `slot ${hour}`, position: 1, urgent: false,
    startsAt: new Date(Date.UTC(2026, 11, 9, hour)), endsAt: new Date(Date.UTC(2026, 11, 9, hour, 40)),
  };
  return { meetingDayId: 'day', span: { first, last: first, startsAt: first.startsAt, endsAt: first.endsAt, urgent: false }, lateReason: null };
}

function booking(): Booking {
  const { span } = slot(8);
  return Object.assign(new Booking(), {
    id: 'b', state: 'booked', meetingDayId: 'day', slotId: span.first.id, startsAt: span.startsAt, endsAt: span.endsAt, lateReason: null,
    youthSaidYes: true, youthAnswerNote: 'Helst om formiddagen', youthAnsweredAt: NOW, cancelledReason: null, uid: 'uid', revision: 3, changedAt: NOW,
  });
}

const UNASKED = { youthSaidYes: null, youthAnswerNote: null, youthAnsweredAt: null };

describe('an item', () => {
  it('that is moved takes the new time, raises its revision once and asks the youth again', () => {
    const item = booking();
    item.moveTo(slot(10), LATER);
    expect(item).toMatchObject({ slotId: 'slot 10', startsAt: new Date('2026-12-09T10:00:00Z'), revision: 4, changedAt: LATER, uid: 'uid', ...UNASKED });
  });

  it('follows its day by the same time', () => {
    const item = booking();
    item.shiftBy(86_400_000, LATER);
    expect(item).toMatchObject({ startsAt: new Date('2026-12-10T08:00:00Z'), endsAt: new Date('2026-12-10T08:40:00Z'), revision: 4, ...UNASKED });
  });

  it('is cancelled with a reason and restored with one raise of the revision each', () => {
    const item = booking();
    item.cancel('Den unge er syg', LATER);
    expect(item).toMatchObject({ state: 'cancelled', cancelledReason: 'Den unge er syg', revision: 4 });
    item.restoreAt(slot(8), LATER);
    expect(item).toMatchObject({ state: 'booked', cancelledReason: null, revision: 5, ...UNASKED });
  });

  it('is held when its time has begun, not before', () => {
    const item = booking();
    expect(() => item.hold(NOW)).toThrow(expect.objectContaining({ code: 'not_begun' }) as Error);
    item.hold(item.startsAt);
    expect(item).toMatchObject({ state: 'held', revision: 4 });
    item.conclude(LATER);
    expect(item.state).toBe('concluded');
  });

  it('takes the youth’s answer without touching the calendar', () => {
    const item = booking();
    item.youthAnswers(false, 'Vil ikke', LATER);
    expect(item).toMatchObject({ youthSaidYes: false, youthAnswerNote: 'Vil ikke', youthAnsweredAt: LATER, revision: 3 });
  });

  it('changes no more once it is held', () => {
    const item = booking();
    item.hold(item.startsAt);
    for (const change of [() => item.moveTo(slot(9), LATER), () => item.changePeople(LATER), () => item.youthAnswers(true, null, LATER), () => item.cancel('x', LATER)]) {
      expect(change).toThrow(expect.objectContaining({ code: 'invalid_transition' }) as Error);
    }
  });
});
