import { recordConsent } from '../../youths/consents/consents.js';
import { addCustodyHolder, type NewCustodyHolder } from '../../youths/custody/custody-holders.js';
import { addNetworkPerson, type NewNetworkPerson } from '../../youths/network/network.js';
import type { DemoWorld } from '../demo-world.js';
import { UNITS, type UnitCode } from '../organisation/units.data.js';
import type { StaffName } from '../organisation/staff.data.js';

/** Parents who hold custody, with their places in the stories' words. Returns their ids. */
export function addParents(world: DemoWorld, who: StaffName, youth: string, parents: readonly NewCustodyHolder[]): Promise<string[]> {
  return world.as(who, async (tx) => {
    const ids: string[] = [];
    for (const parent of parents) ids.push(await addCustodyHolder(tx, world.youth(youth), parent));
    return ids;
  });
}

/** People on the network map. */
export async function drawNetwork(world: DemoWorld, who: StaffName, youth: string, people: readonly NewNetworkPerson[]): Promise<void> {
  await world.as(who, async (tx) => {
    for (const person of people) await addNetworkPerson(tx, world.youth(youth), person);
  });
}

/** A consent that a unit may be told what the meeting needs; of the youth, or of a custody holder. Returns its id. */
export function consentTo(world: DemoWorld, who: StaffName, youth: string, unit: UnitCode, custodyHolderId?: string): Promise<string> {
  return world.as(who, (tx) => recordConsent(tx, world.youth(youth), {
    ...(custodyHolderId === undefined ? { givenBy: 'youth' as const } : { givenBy: 'custody_holder' as const, custodyHolderId }),
    recipient: UNITS[unit].name, departmentId: world.unit(unit), scope: 'Det, der er nødvendigt for at planlægge tiden efter 18',
    purpose: 'Forberedelse af K-mødet', givenOn: tx.today,
  }));
}
