import type { Heading, Voice } from '../../agendas/agenda-words.js';
import { prepare } from '../../agendas/preparations/preparations.js';
import { addRating } from '../../agendas/ratings/ratings.js';
import type { BasisGiven } from '../../agendas/sharing-bases/basis-problems.js';
import { noteBasis } from '../../agendas/sharing-bases/sharing-bases.js';
import { addStatement } from '../../agendas/statements/statements.js';
import type { DemoWorld } from '../demo-world.js';
import { STAFF, type StaffName } from '../organisation/staff.data.js';

/** Passing on within the municipality what the item cannot do without. */
export const ESSENTIAL: BasisGiven = { act: 'forvaltningsloven', section: '§ 28, stk. 2, nr. 3' };

/** Somebody notes for each area on what basis it may hear the item. */
export async function noteBases(
  world: DemoWorld, who: StaffName, item: string, bases: Readonly<Record<string, BasisGiven>>,
): Promise<void> {
  await world.as(who, async (tx) => {
    for (const [area, basis] of Object.entries(bases)) await noteBasis(tx, world.booking(item), area, basis);
  });
}

/** The same basis for several areas. */
export function basisFor(areas: readonly string[], basis: BasisGiven = ESSENTIAL): Record<string, BasisGiven> {
  return Object.fromEntries(areas.map((area) => [area, basis]));
}

export type Said = readonly [heading: Heading, voice: Voice, text: string, voiceName?: string];

/** Somebody writes down what the youth, the family and the units say. */
export async function writeDown(world: DemoWorld, who: StaffName, item: string, said: readonly Said[]): Promise<void> {
  await world.as(who, async (tx) => {
    for (const [heading, voice, text, voiceName] of said) {
      await addStatement(tx, world.booking(item), { heading, voice, text, ...(voiceName && { voiceName }) });
    }
  });
}

/** A unit prepares the item through one of its people; without a text it has nothing to add. */
export async function prepareBy(world: DemoWorld, who: StaffName, item: string, text: string | null = null): Promise<void> {
  const departmentId = world.unit(STAFF[who].unit);
  await world.as(who, (tx) => prepare(tx, world.booking(item), departmentId, { nothingToAdd: text === null, text }, null));
}

export type Rated = readonly [voice: Voice, value: number, because?: string, voiceName?: string];

/** The scale, each for themselves. */
export async function rate(world: DemoWorld, who: StaffName, item: string, ratings: readonly Rated[]): Promise<void> {
  await world.as(who, async (tx) => {
    for (const [voice, value, because, voiceName] of ratings) {
      await addRating(tx, world.booking(item), { voice, value, ...(because && { because }), ...(voiceName && { voiceName }) });
    }
  });
}
