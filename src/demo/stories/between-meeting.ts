import { basisFor, noteBases } from '../acts/agendas.js';
import { bookSlot, raise, saysYes } from '../acts/referrals.js';
import type { DemoCalendar } from '../demo-calendar.js';
import type { DemoWorld } from '../demo-world.js';
import { emailOf, STAFF_NAMES, type StaffName } from '../organisation/staff.data.js';
import { addDays } from '../../platform/clock/calendar-date.js';
import { on, type Step } from '../timeline.js';
import type { BackgroundYouth } from '../youths/background-youths.js';

const ITEMS = 3;

interface Guest {
  readonly name: string;
  readonly born: string;
  readonly coordinator: StaffName;
}

/** Where a K-møde lies between the latest and K1, it has ordinary items of youths from the large file. */
export function betweenMeetingSteps({ today, between }: DemoCalendar, background: readonly BackgroundYouth[]): Step[] {
  if (between === null) return [];
  const guests = background.flatMap(guestOf).slice(0, ITEMS);
  return guests.flatMap((guest, at) => [
    on(addDays(today, -24), `09:${10 + at}`, (world) => raiseFor(world, guest)),
    on(addDays(today, -21), `11:${10 + at}`, (world) => bookSlot(world, guest.name, between, at + 1)),
    on(addDays(today, -13), `11:${10 + at}`, async (world) => {
      await saysYes(world, guest.coordinator, guest.name);
      await noteBases(world, guest.coordinator, guest.name, basisFor(['education', 'family', 'social']));
    }),
  ]);
}

/** A youth who has a meeting coming and whose coordinating caseworker is here. */
function guestOf({ figure, rows: [row] }: BackgroundYouth): Guest[] {
  const coordinator = STAFF_NAMES.find((name) => emailOf(name) === row?.koordinator_email);
  if (figure !== 'planned' || row === undefined || coordinator === undefined || coordinator === 'gitte') return [];
  return [{ name: `${row.fornavn} ${row.efternavn}`, born: row.foedselsdato ?? '', coordinator }];
}

async function raiseFor(world: DemoWorld, { name, born, coordinator }: Guest): Promise<void> {
  const [youth] = await world.asSystem((tx) => tx.query<{ id: string }>(
    `SELECT id FROM youth WHERE first_name || ' ' || last_name = $1 AND birth_date = $2`, [name, born],
  ));
  world.youths.set(name, youth?.id ?? '');
  await raise(world, coordinator, name, {
    youth: name, type: 'transition', areas: ['education', 'family', 'social'], reason: 'Overgangsmødet før 17 år.',
    youthWish: 'At vide, hvem jeg skal spørge.',
  });
}
