import { DomainError } from '../platform/errors/domain-error.js';
import { assertStatusMove, YOUTH_STATUS_TRANSITIONS, YOUTH_STATUSES } from './youth-status.js';

describe('the status of a youth', () => {
  it('goes from referred to planned to met, and round again', () => {
    for (const [from, to] of [['not_planned', 'referred'], ['referred', 'planned'], ['planned', 'met'], ['met', 'planned']] as const) {
      expect(() => assertStatusMove(from, to)).not.toThrow();
    }
  });

  it('never goes from nothing planned to met', () => {
    expect(() => assertStatusMove('not_planned', 'met')).toThrow(DomainError);
  });

  it('does not forget a held meeting', () => {
    expect(() => assertStatusMove('met', 'not_planned')).toThrow('invalid_transition');
  });

  it('may always stay as it is', () => {
    for (const status of YOUTH_STATUSES) expect(() => assertStatusMove(status, status)).not.toThrow();
  });

  it('can be left from everywhere, also when ended', () => {
    for (const status of YOUTH_STATUSES) expect(YOUTH_STATUS_TRANSITIONS[status].length).toBeGreaterThan(0);
  });
});
