import type { BasisGiven } from '../../agendas/sharing-bases/basis-problems.js';
import type { LetterRecipient } from '../../letters/letter.entity.js';
import { listLetters, markHandedOver } from '../../letters/letters.js';
import { listMinutesCopies, markCopyHandedOver, noteCopyBasis } from '../../letters/minutes-copies/minutes-copies.js';
import { inviteProfessional, type ProfessionalGiven } from '../../meetings/bookings/invite-professional.js';
import type { DemoWorld } from '../demo-world.js';
import type { StaffName } from '../organisation/staff.data.js';

/** Somebody invites people from outside to an item. */
export async function invite(world: DemoWorld, who: StaffName, item: string, ...people: readonly ProfessionalGiven[]): Promise<void> {
  await world.as(who, async (tx) => {
    for (const person of people) await inviteProfessional(tx, world.booking(item), person);
  });
}

/** Somebody gives an item's letter to the municipality's own post. */
export async function postLetter(world: DemoWorld, who: StaffName, item: string, to: LetterRecipient): Promise<void> {
  await world.as(who, async (tx) => {
    const letter = (await listLetters(tx, world.booking(item))).find(({ recipient, outdated }) => recipient.kind === to && !outdated);
    if (letter === undefined) throw new Error(`${item} has no letter to the ${to}`);
    await markHandedOver(tx, letter.id, true);
  });
}

/** Somebody gives the minutes for one who did not come to the municipality's own post, on a basis. */
export async function postMinutes(world: DemoWorld, who: StaffName, item: string, to: string, basis: BasisGiven): Promise<void> {
  await world.as(who, async (tx) => {
    const copy = (await listMinutesCopies(tx, world.booking(item))).find(({ guest }) => guest.name === to);
    if (copy === undefined) throw new Error(`${to} is to have no minutes of ${item}`);
    await noteCopyBasis(tx, copy.id, basis);
    await markCopyHandedOver(tx, copy.id, true);
  });
}
