import type { DeadlineLine } from '../../deadlines/lists/deadline-line.js';
import { parseCalendarDate as day } from '../../platform/clock/calendar-date.js';
import { nextStepView, type StepFacts } from './next-step.view.js';

function deadline(over: Partial<DeadlineLine> = {}): DeadlineLine {
  return {
    id: 'd', youthId: 'y', rule: 'r', title: 'Hold overgangsmødet', kind: 'deadline', dueOn: day('2027-01-13'), earliestOn: null, lateAfter: day('2027-01-13'), state: 'open',
    mode: 'drives', act: null, section: null, source: 'Aftale', responsible: 'Koordinerende sagsbehandler', inForceFrom: null, inForceTo: null, verifiedOn: null,
    tickable: false, waivedReason: null, metBy: null, overdue: false, late: false, lastWorkingDayBefore: null, ...over,
  } as DeadlineLine;
}

const facts = (over: Partial<StepFacts> = {}): StepFacts => ({
  youthId: 'y', step: { kind: 'ask' }, deadlines: [deadline()], comingAt: null, withoutBasis: [], mayAsk: true, today: day('2026-11-25'), ...over,
});

describe('the next step on the page of a youth', () => {
  it('names what to do and by when, and which deadline says so', () => {
    expect(nextStepView(facts())).toEqual({
      text: 'Bed om K-møde inden 13. januar 2027', why: 'Fristen: Hold overgangsmødet, 13. januar 2027 (om 49 dage).', href: '/unge/y/anmodning',
    });
  });

  it('goes by the first deadline that a meeting meets, not by one that is ticked off', () => {
    const other = deadline({ id: 'b', title: 'Tjek uddannelse', tickable: true, dueOn: day('2026-12-01') });
    expect(nextStepView(facts({ deadlines: [other, deadline()] }))?.text).toBe('Bed om K-møde inden 13. januar 2027');
    expect(nextStepView(facts({ deadlines: [other] }))?.text).toBe('Bed om K-møde inden 1. december 2026');
  });

  it('promises no date that has passed', () => {
    expect(nextStepView(facts({ deadlines: [deadline({ dueOn: day('2026-11-03'), overdue: true })] }))).toMatchObject({
      text: 'Bed om K-møde', why: 'Fristen er overskredet: Hold overgangsmødet, 3. november 2026 (22 dage siden).',
    });
  });

  it('is to get ready once there is a time, and the first deadline when nothing about a K-møde is open', () => {
    expect(nextStepView(facts({ step: { kind: 'attend', bookingId: 'b' }, comingAt: 'onsdag 9. december 2026 kl. 9.40–10.20, uge 50' }))?.text)
      .toBe('Gør klar til K-mødet onsdag 9. december 2026 kl. 9.40–10.20, uge 50');
    expect(
      nextStepView(facts({ step: { kind: 'attend', bookingId: 'b' }, withoutBasis: ['Social', 'Uddannelse'] })),
    ).toMatchObject({ why: 'Grundlag for at dele mangler: Social, Uddannelse.', href: '/punkter/b' });
    expect(nextStepView(facts({ step: null }))).toMatchObject({ text: 'Hold overgangsmødet', href: '#frist-d' });
    expect(nextStepView(facts({ step: null, deadlines: [] }))).toBeNull();
  });

  it('is nothing yet when the first deadline lies far ahead', () => {
    expect(nextStepView(facts({ step: null, deadlines: [deadline({ dueOn: day('2030-03-14') })] }))).toMatchObject({ text: 'Intet haster lige nu', href: null });
  });

  it('leads nobody to a page that is closed to them', () => {
    expect(nextStepView(facts({ mayAsk: false }))?.href).toBeNull();
    expect(nextStepView(facts({ step: { kind: 'find_time', referralId: 'r' }, mayAsk: false }))?.href).toBe('/anmodninger/r/tid');
  });

  it('does not go by what is only shown or done', () => {
    expect(nextStepView(facts({ step: null, deadlines: [deadline({ mode: 'shows' }), deadline({ state: 'met' })] }))).toBeNull();
  });
});
