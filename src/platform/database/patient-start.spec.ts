import { DatabaseAway, PatientStart } from './patient-start.js';

const failed = (code: string): Error => Object.assign(new Error('x'), { code });
const full = new Error('timeout exceeded when trying to connect');

describe('a process that starts while the database is busy', () => {
  const told: string[] = [];
  const starting = (patienceMs: number) => new PatientStart({ warning: (text) => void told.push(text) }, patienceMs);
  beforeEach(() => void told.splice(0));

  it('asks again until there is a connection, and says once that it waits', async () => {
    const answers = [full, failed('ECONNREFUSED'), failed('57P03'), null];
    const work = async (): Promise<string> => {
      const error = answers.shift();
      if (error) throw error;
      return 'open';
    };
    expect(await starting(10_000).wait(work)).toBe('open');
    expect(told).toEqual(['the database gives no connection yet; waiting for it']);
  });

  it('gives up when its patience is over, which all its questions share', async () => {
    const start = starting(1_200);
    const begun = Date.now();
    await expect(start.wait(() => Promise.reject(full))).rejects.toThrow('Databasen gav ingen forbindelse i 1.2 sekunder');
    await expect(start.wait(() => Promise.reject(full))).rejects.toBeInstanceOf(DatabaseAway);
    expect(Date.now() - begun).toBeLessThan(1_700);
  });

  it.each([['28P01', 'adgangskode'], ['3D000', 'ingen database'], ['ENOTFOUND', 'ingen server']])('waits for nothing when the setting is wrong: %s', async (code, words) => {
    let tries = 0;
    const wrong = starting(10_000).wait(() => {
      tries += 1;
      return Promise.reject(failed(code));
    });
    await expect(wrong).rejects.toThrow(new RegExp(`${words}.*DATABASE_URL`));
    expect(tries).toBe(1);
    expect(told).toEqual([]);
  });

  it('lets an error through that is not about the connection', async () => {
    await expect(starting(10_000).wait(() => Promise.reject(new TypeError('x')))).rejects.toBeInstanceOf(TypeError);
  });
});
