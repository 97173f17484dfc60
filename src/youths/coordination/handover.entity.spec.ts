import { parseCalendarDate } from '../../platform/clock/calendar-date.js';
import { toInstant } from '../../platform/clock/zone.js';
import { Handover } from './handover.entity.js';

const monday = parseCalendarDate('2026-11-02');
const offer = { youthId: 'laust', fromStaffId: 'freja', toStaffId: 'solvej', offeredBy: 'freja' };

function offered(): Handover {
  return Handover.offer(offer, toInstant(monday, '23:30'));
}

describe('a hand-over', () => {
  it('is accepted by the receiver alone', () => {
    const handover = offered();
    expect(() => handover.accept('freja', new Date())).toThrow('not_receiver');
    handover.accept('solvej', new Date());
    expect(handover.state).toBe('accepted');
  });

  it('is answered once', () => {
    const handover = offered();
    handover.decline('solvej', new Date());
    expect(() => handover.accept('solvej', new Date())).toThrow('invalid_transition');
    expect(() => handover.withdraw(new Date())).toThrow('invalid_transition');
  });

  it('is unanswered too long on the seventh day, counted in Danish days', () => {
    const handover = offered();
    expect(handover.isUnansweredTooLong(parseCalendarDate('2026-11-08'))).toBe(false);
    expect(handover.isUnansweredTooLong(parseCalendarDate('2026-11-09'))).toBe(true);
  });

  it('is not late once it has been withdrawn', () => {
    const handover = offered();
    handover.withdraw(new Date());
    expect(handover.isUnansweredTooLong(parseCalendarDate('2026-12-01'))).toBe(false);
  });
});
