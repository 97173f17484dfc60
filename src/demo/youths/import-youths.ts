import { addMeasure } from '../../youths/measures/measures.js';
import { CreateYouthService } from '../../youths/create-youth.service.js';
import { recordMilestoneByPerson } from '../../deadlines/milestones/record-milestone.js';
import { YouthImportService } from '../../youths/import/youth-import.service.js';
import { addDays } from '../../platform/clock/calendar-date.js';
import type { DemoCalendar } from '../demo-calendar.js';
import type { DemoWorld } from '../demo-world.js';
import { csvOf } from '../import-file/write-csv.js';
import type { FileRow } from '../import-file/file-row.js';
import { on, type Step } from '../timeline.js';
import type { BackgroundYouth } from './background-youths.js';
import type { DemoYouth } from './demo-youth.js';
import { DEMO_YOUTH_LIST, DEMO_YOUTHS, type YouthName } from './demo-youths.js';
import { cprOf, measureDates, nameParts, rowsOf } from './demo-youth-rows.js';

/** A small file at the beginning, everybody's half a year later, and one youth by hand. */
export function youthSteps(calendar: DemoCalendar, background: readonly BackgroundYouth[]): Step[] {
  const { beginning, secondFile, today } = calendar;
  const everybody = [...rowsOf('second_file', calendar), ...background.flatMap(({ rows }) => rows)];
  return [
    on(beginning, '10:00', (world) => importRows(world, rowsOf('first_file', calendar))),
    on(beginning, '11:00', (world) => learnYouths(world, 'first_file', calendar)),
    on(secondFile, '10:00', (world) => importRows(world, everybody)),
    on(secondFile, '11:00', (world) => learnYouths(world, 'second_file', calendar)),
    on(addDays(today, -9), '10:00', (world) => enterNewcomer(world, 'amina', calendar)),
  ];
}

async function importRows(world: DemoWorld, rows: readonly FileRow[]): Promise<void> {
  const { rejected } = await world.get(YouthImportService).import(world.actor('karla'), { bytes: Buffer.from(csvOf(rows), 'utf8') });
  if (rejected.length > 0) throw new Error(`the youth file has faults: ${JSON.stringify(rejected)}`);
}

/** Finds the ids of those with a part; two of them have the same name, so birth dates count too. */
async function learnYouths(world: DemoWorld, came: DemoYouth['came'], calendar: DemoCalendar): Promise<void> {
  const rows = await world.asSystem((tx) => tx.query<{ id: string; name: string; born: string }>(
    `SELECT id, first_name || ' ' || last_name AS name, birth_date::text AS born FROM youth`,
  ));
  for (const [key, youth] of DEMO_YOUTH_LIST.filter((entry) => entry[1].came === came)) {
    const found = rows.find(({ name, born }) => name === youth.name && born === youth.born(calendar));
    if (found === undefined) throw new Error(`the import has not brought ${youth.name}`);
    world.youths.set(key, found.id);
  }
}

/** The team leader enters somebody who has moved in from another municipality. */
async function enterNewcomer(world: DemoWorld, name: YouthName, calendar: DemoCalendar): Promise<void> {
  const youth: DemoYouth = DEMO_YOUTHS[name];
  const born = youth.born(calendar);
  await world.as('tage', async (tx) => {
    const departmentId = world.unit(youth.unit);
    const { actingMunicipality } = youth;
    const given = { ...nameParts(youth.name), departmentId, coordinatorId: world.staff('freja'), actingMunicipality };
    const { youthId: id } = await world.get(CreateYouthService).create(tx, cprOf(name, calendar), given, null);
    if (id === null) throw new Error(`${youth.name} is known already`);
    world.youths.set(name, id);
    for (const measure of youth.measures) {
      const { startsOn, endsOn } = measureDates(measure, born);
      const [act, section] = measure.law;
      await addMeasure(tx, id, { departmentId, title: measure.title, act, section, startsOn, ...(endsOn && { endsOn }) });
    }
    await recordMilestoneByPerson(tx, id, { kind: 'case_received' });
  });
}
