import { secondsToWait } from './retry-after.js';

const NOW = Date.parse('2026-11-26T11:00:00Z');

describe('how long a server wants to be left alone', () => {
  it.each([
    ['120', 120], ['0', 0], ['Thu, 26 Nov 2026 11:10:00 GMT', 600], ['Thu, 26 Nov 2026 10:00:00 GMT', 0], ['86400', 3_600], ['Fri, 26 Nov 2027 11:00:00 GMT', 3_600],
    ['-5', 0], ['om lidt', 0], ['', 0], [undefined, 0],
  ])('%s is %d seconds', (header, seconds) => {
    expect(secondsToWait(header, NOW)).toBe(seconds);
  });
});
