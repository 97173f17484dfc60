import { parseCalendarDate } from '../../platform/clock/calendar-date.js';
import { isLate, type ReadinessFacts, readinessOf } from './readiness.js';

const READY: ReadinessFacts = {
  youthId: 'sofie', areasAsked: ['social', 'education'], areasPresent: ['family', 'social', 'education'], areasWithBasis: ['family', 'social', 'education'],
  deciders: [{ area: 'social', decisionPower: true, absent: false }, { area: 'education', decisionPower: true, absent: false }],
  declined: [], youthSaidYes: true, reasonWithoutYouth: null,
};

describe('an item on the docket', () => {
  it('is ready with a basis for all, power to decide and a yes from the youth', () => {
    expect(readinessOf(READY)).toEqual({
      ready: true, basis: { ready: true, missing: [] }, decisionPower: { ready: true, missing: [] }, youth: { ready: true, missing: [] },
    });
  });

  it('names each area that will hear it without a basis', () => {
    expect(readinessOf({ ...READY, areasWithBasis: ['social'] }).basis).toEqual({ ready: false, missing: ['education', 'family'] });
  });

  it('is not ready when the one who may decide has said no and nobody stands in', () => {
    const deciders = [
      { area: 'social', decisionPower: true, absent: true }, { area: 'social', decisionPower: false, absent: false }, { area: 'education', decisionPower: true, absent: false },
    ];
    expect(readinessOf({ ...READY, deciders })).toMatchObject({ ready: false, decisionPower: { ready: false, missing: ['social'] } });
  });

  it('is not ready when somebody who must come has said no and has no substitute, even where others may decide', () => {
    expect(readinessOf({ ...READY, declined: ['social'] })).toMatchObject({ ready: false, decisionPower: { ready: false, missing: ['social'] } });
    expect(readinessOf({ ...READY, declined: [null] })).toMatchObject({ ready: false, decisionPower: { ready: false, missing: [] } });
  });

  it('waits for the youth, or for a reason', () => {
    expect(readinessOf({ ...READY, youthSaidYes: null }).youth.ready).toBe(false);
    expect(readinessOf({ ...READY, youthSaidYes: null, reasonWithoutYouth: 'sparring' }).youth.ready).toBe(true);
  });

  it('needs neither basis nor youth when it is anonymous', () => {
    expect(readinessOf({ ...READY, youthId: null, areasWithBasis: [], youthSaidYes: null }).ready).toBe(true);
  });
});

describe('a late mark', () => {
  const day = parseCalendarDate('2026-12-09');

  it('stands on an item on the very date of the deadline: before, not on', () => {
    expect(isLate(day, day, null)).toBe(true);
    expect(isLate(day, parseCalendarDate('2026-12-10'), null)).toBe(false);
  });

  it('stands on an item that came after the docket closed', () => {
    expect(isLate(day, null, 'flyttet til i går')).toBe(true);
  });
});
