import { readReceivers } from './read-receivers.js';

const [A, B, TO] = ['01900000-0000-7000-8000-000000000001', '01900000-0000-7000-8000-000000000002', '01900000-0000-7000-8000-000000000003'];

describe('who takes what, as the form sends it', () => {
  it('is read line by line; what is left for later and what is no line of ours is left out', () => {
    expect(readReceivers({ [`ung-${A}`]: TO, [`punkt-${B}`]: '', [`aftale-${B}`]: TO, andet: TO, 'ung-ikke-et-id': TO, [`ung-${B}`]: 'nogen' })).toEqual([
      { kind: 'ung', id: A, to: TO }, { kind: 'aftale', id: B, to: TO },
    ]);
  });

  it.each([[null], [{}], [{ [`ung-${A}`]: '' }]])('is somebody for one line at least: %j', (body) => {
    expect(() => readReceivers(body)).toThrow(expect.objectContaining({ code: 'invalid_input' }));
  });
});
