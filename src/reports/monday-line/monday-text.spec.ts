import { parseCalendarDate } from '../../platform/clock/calendar-date.js';
import type { MondayFigures } from './monday-figures.js';
import { mondayText } from './monday-text.js';

const NOTHING: MondayFigures = { days: [], ownOverdue: 0, handoversOffered: 0, unplanned: 0, overdue: 0, withoutCoordinator: 0, toTriage: 0 };
const monday = parseCalendarDate('2026-12-07');
const write = (figures: Partial<MondayFigures>) => mondayText({ ...NOTHING, ...figures }, monday, 'https://overgang.example/');

describe('the Monday line', () => {
  it('is a sentence of numbers, each with its page', () => {
    const mail = write({ days: [{ date: parseCalendarDate('2026-12-09'), items: 4, notReady: 1 }], unplanned: 2, withoutCoordinator: 1 });
    expect(mail?.subject).toBe('Overgang, uge 50');
    expect(mail?.text).toBe(
      'Onsdag: 4 punkter, 1 ikke klar. 2 fylder 17 eller 18 inden 90 dage uden møde. 1 uden koordinerende sagsbehandler.\n\n' +
      '4 punkter: https://overgang.example/dagsorden?date=2026-12-09\n1 ikke klar: https://overgang.example/dagsorden?date=2026-12-09\n' +
      '2 fylder 17 eller 18 inden 90 dage uden møde: https://overgang.example/unge?view=turning_17_or_18_unplanned\n' +
      '1 uden koordinerende sagsbehandler: https://overgang.example/unge?view=without_coordinator\n',
    );
    expect(mail?.html).toContain('Onsdag: <a href="https://overgang.example/dagsorden?date=2026-12-09">4 punkter</a>, <a href=');
  });

  it('counts in Danish', () => {
    expect(write({ days: [{ date: parseCalendarDate('2026-12-08'), items: 1, notReady: 0 }], ownOverdue: 1, handoversOffered: 2, toTriage: 3 })?.text.split('\n')[0]).toBe(
      'Tirsdag: 1 punkt. 1 frist for dine unge er overskredet. 2 overdragelser venter på dit svar. 3 anmodninger venter på at blive vurderet.',
    );
  });

  it('is not written when there is nothing to tell', () => {
    expect(write({})).toBeNull();
  });
});
