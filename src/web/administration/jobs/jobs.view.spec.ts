import { jobsView, span } from './jobs.view.js';

const queue = { workers: 2, connected: 2, canarySeconds: 8, tickSeconds: 12, waiting: 0, oldestSeconds: 0, dead: 0 };
const nothing = { items: [], nextCursor: null };

describe('the job monitor in words', () => {
  it('says that all is well, and marks what is not', () => {
    const well = jobsView({ queue, messages: [], schedules: [] }, nothing, 'dead');
    expect(well.health.filter(({ wrong }) => wrong)).toEqual([]);
    const ill = jobsView({ queue: { ...queue, connected: 0, canarySeconds: null, tickSeconds: 4_000, waiting: 3, oldestSeconds: 200, dead: 1 }, messages: [], schedules: [] }, nothing, 'dead');
    expect(ill.health.map(({ wrong }) => wrong)).toEqual([true, true, true, true, true]);
    expect(ill.health.map(({ text }) => text)).toEqual(['0 af 2 er i køen', 'Intet', 'for 1 time siden', '3 job, det ældste 3 minutter', '1 job']);
  });

  it('counts each state', () => {
    const counts = [{ kind: 'mail.due', state: 'dead' as const, count: 2, oldestSeconds: 9 }, { kind: 'youth.changed', state: 'dead' as const, count: 1, oldestSeconds: 9 }];
    expect(jobsView({ queue, messages: counts, schedules: [] }, nothing, 'dead').states.find(({ current }) => current)).toEqual({ href: '/administration/job?tilstand=dead', label: 'Opgivet (3)', current: true });
  });

  it.each([[5, '5 sekunder'], [60, '1 minut'], [7_300, '2 timer'], [90_000, '1 dag']])('says %s seconds as people do', (seconds, words) => expect(span(seconds)).toBe(words));
});
