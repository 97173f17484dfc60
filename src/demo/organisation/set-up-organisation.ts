import { SignInService } from '../../auth/sign-in.service.js';
import { AbsencesService } from '../../departments/absences/absences.service.js';
import { ClosedDaysService } from '../../departments/closed-days/closed-days.service.js';
import { StaffImportService } from '../../departments/staff-import/staff-import.service.js';
import { MeetingSeriesService } from '../../meetings/series/meeting-series.service.js';
import { addDays } from '../../platform/clock/calendar-date.js';
import { type DemoCalendar, K_MEETINGS } from '../demo-calendar.js';
import type { DemoWorld } from '../demo-world.js';
import { on, type Step } from '../timeline.js';
import { leaverFile, staffFile } from './staff-file.js';
import { DEMO_PASSWORD, type DemoPerson, STAFF, STAFF_NAMES, type StaffName } from './staff.data.js';

/** Who sits for which area, and who comes instead. Jonas and Pia have nobody, which K1 and K2 show. */
const PANEL: ReadonlyArray<{ area: string; member: StaffName; deputy?: StaffName }> = [
  { area: 'family', member: 'tage', deputy: 'birgit' },
  { area: 'social', member: 'sonja', deputy: 'solvej' },
  { area: 'education', member: 'vibeke', deputy: 'ulla' },
  { area: 'employment', member: 'jonas' },
  { area: 'ppr', member: 'pia' },
];

/** Units, people, accounts, the K-møde and its closed week; then who is away and who has left. */
export function organisationSteps({ today, beginning, closedWeek, k1, k2 }: DemoCalendar): Step[] {
  const away = (who: StaffName, by: StaffName, from = today, to = from) => (world: DemoWorld) =>
    world.as(by, (tx) => world.get(AbsencesService).record(tx, world.staff(who), from, to));
  return [
    on(beginning, '08:00', bringStaffIn),
    on(beginning, '08:30', openAccounts),
    on(beginning, '09:00', async (world) => {
      if (closedWeek === null) return;
      await world.as('karla', (tx) => world.get(ClosedDaysService).close(tx, { ...closedWeek, kind: 'holiday_week', label: 'Ferieuge' }));
    }),
    on(beginning, '09:30', startSeries),
    on(addDays(today, -12), '09:00', away('jonas', 'jonas', k2)),
    on(addDays(today, -10), '08:00', (world) =>
      world.as('anker', (tx) => world.get(StaffImportService).import(tx, leaverFile('inger')))),
    on(addDays(today, -8), '15:00', away('gitte', 'tage', addDays(today, -7), addDays(today, 14))),
    on(addDays(today, -6), '09:00', away('pia', 'pia', k1)),
  ];
}

async function bringStaffIn(world: DemoWorld): Promise<void> {
  const { rejected } = await world.asSystem((tx) => world.get(StaffImportService).import(tx, staffFile()));
  if (rejected.length > 0) throw new Error(`the staff file has faults: ${JSON.stringify(rejected)}`);
  await world.learnStaff();
}

async function openAccounts(world: DemoWorld): Promise<void> {
  await world.asSystem(async (tx) => {
    for (const name of STAFF_NAMES) {
      const { account }: DemoPerson = STAFF[name];
      if (account !== undefined) await world.get(SignInService).setPassword(tx, world.staff(name), account, DEMO_PASSWORD);
    }
  });
}

async function startSeries(world: DemoWorld): Promise<void> {
  const panel = PANEL.map(({ area, member, deputy }) => ({
    area, staffId: world.staff(member), deputyId: deputy === undefined ? null : world.staff(deputy), decisionPower: true,
  }));
  await world.as('karla', (tx) => world.get(MeetingSeriesService).create(tx, {
    ...K_MEETINGS, name: 'K-møde', startsAt: '09:00', room: 'Møllestuen', chairId: world.staff('henrik'),
    minuteTakerId: world.staff('karla'),
    closedDayPolicy: 'skip', panel,
  }));
}
