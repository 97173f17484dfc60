import { signInFor, wayBack } from './way-back.js';

describe('the way back after signing in', () => {
  it('is the page that was wanted, with its query', () => {
    expect(signInFor('/unge?view=mine&sort=deadline')).toBe('/log-ind?til=%2Funge%3Fview%3Dmine%26sort%3Ddeadline');
    expect(wayBack('/unge?view=mine&sort=deadline')).toBe('/unge?view=mine&sort=deadline');
    expect(signInFor('/')).toBe('/log-ind');
  });

  it('never leads to another site, out of the path or back to the sign-in page', () => {
    for (const asked of [
      '//ond.example', '/\\ond.example', 'https://ond.example', 'javascript:alert(1)', '/unge\r\nset-cookie: x', '/\tond.example', '/ unge', '', null,
      ['/unge'], '/log-ind', '/log-ind?til=/unge', '/log-ud', `/${'a'.repeat(500)}`,
    ]) {
      expect(wayBack(asked)).toBe('/');
    }
  });
});
