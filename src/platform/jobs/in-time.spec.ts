import { setTimeout as pause } from 'node:timers/promises';
import { inTime } from './in-time.js';

describe('work that is waited for', () => {
  it('gives what the work gives', async () => {
    await expect(inTime('køen', 1_000, Promise.resolve(7))).resolves.toBe(7);
  });

  it('passes a failure on', async () => {
    await expect(inTime('køen', 1_000, Promise.reject(new Error('fuld')))).rejects.toThrow('fuld');
  });

  it('is left when it takes too long', async () => {
    await expect(inTime('køen', 20, pause(5_000, 7, { ref: false }))).rejects.toThrow('køen does not answer');
  });
});
