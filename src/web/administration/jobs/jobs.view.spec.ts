import { jobsView, span } from './jobs.view.js';

const queue = { workers: 2, connected: 2, canarySeconds: 8, tickSeconds: 12, waiting: 0, oldestSeconds: 0, dead: 0 };
const sealed = { newest: 3, older: 0, lost: 0 };
const nothing = { items: [], nextCursor: null };

describe('the job monitor in words', () => {
  it('says that all is well, and marks what is not', () => {
    const well = jobsView({ queue, messages: [], schedules: [], sealed }, nothing, 'dead');
    expect(well.health.filter(({ wrong }) => wrong)).toEqual([]);
    const ill = jobsView(
      { queue: { ...queue, connected: 0, canarySeconds: null, tickSeconds: 4_000, waiting: 3, oldestSeconds: 200, dead: 1 }, messages: [], schedules: [], sealed }, nothing, 'dead',
    );
    expect(ill.health.map(({ wrong }) => wrong)).toEqual([true, true, true, true, true, false]);
    expect(ill.health.map(({ text }) => text)).toEqual([
      '0 af 2 er i køen', 'Intet', 'for 1 time siden', '3 job, det ældste 3 minutter', '1 job', 'Alt er krypteret med den nyeste nøgle',
    ]);
  });

  it('says what an older key still holds, and what nobody can read', () => {
    const told = (counted: typeof sealed) => jobsView({ queue, messages: [], schedules: [], sealed: counted }, nothing, 'dead').health.at(-1);
    expect(told({ newest: 1, older: 2, lost: 0 })).toEqual({ label: 'Kryptering', text: '2 værdier er krypteret med en ældre nøgle. Kør npm run reseal', wrong: false });
    expect(told({ newest: 1, older: 2, lost: 1 })).toEqual({ label: 'Kryptering', text: '1 værdi kan ikke læses: nøglen står ikke i CPR_KEY', wrong: true });
  });

  it('counts each state', () => {
    const counts = [{ kind: 'mail.due', state: 'dead' as const, count: 2, oldestSeconds: 9 }, { kind: 'youth.changed', state: 'dead' as const, count: 1, oldestSeconds: 9 }];
    expect(
      jobsView({ queue, messages: counts, schedules: [], sealed }, nothing, 'dead').states.find(({ current }) => current),
    ).toEqual({ href: '/administration/job?tilstand=dead', label: 'Opgivet (3)', current: true });
  });

  it.each([[5, '5 sekunder'], [60, '1 minut'], [7_300, '2 timer'], [90_000, '1 dag']])('says %s seconds as people do', (seconds, words) => expect(span(seconds)).toBe(words));
});
