import { type Agenda, readAgenda } from '../../../agendas/read-agenda.js';
import { consentAreas } from '../../../agendas/sharing-bases/sharing-bases.js';
import { readStaff, type StaffLine } from '../../../departments/staff/staff.queries.js';
import { readSubstitutes, type Substitute } from '../../../meetings/bookings/read-substitutes.js';
import { hasRole } from '../../../platform/database/actor.js';
import type { Tx } from '../../../platform/database/tx.js';
import { type ItemOnDocket, readItemOnDocket } from '../../../reports/item/item-on-docket.js';
import { type ConsentLine, showConsents } from '../../../youths/consents/list-consents.js';
import { Youth } from '../../../youths/youth.entity.js';
import type { ItemAccess } from '../read-item.js';

/** More staff than any municipality of this kind has. */
const MOST_STAFF = 1_000;

/** All that the page before the meeting shows, read in one transaction and logged part by part. */
export interface BeforeData {
  readonly item: ItemAccess;
  readonly agenda: Agenda;
  readonly docket: ItemOnDocket;
  readonly substitutes: readonly Substitute[];
  /** Who else can be asked to come; empty for those who may not ask. */
  readonly colleagues: readonly StaffLine[];
  readonly consents: readonly ConsentLine[];
  /** The area of the unit of ours that each consent is to; null for one to somebody outside. */
  readonly consentAreas: ReadonlyMap<string, string | null>;
  readonly unit: { readonly id: string | null; readonly writesForAll: boolean };
}

/** The number of queries does not grow with people, steps or units. */
export async function readBefore(tx: Tx, item: ItemAccess): Promise<BeforeData> {
  const { id, youth, meetingDayId } = item.booking;
  const hidden = youth !== null && (await tx.find(Youth, youth.id)).protected;
  return {
    item,
    agenda: await readAgenda(tx, id),
    docket: await readItemOnDocket(tx, { id, meetingDayId, protected: hidden }),
    substitutes: await readSubstitutes(tx, id),
    colleagues: item.handles && item.booking.state === 'booked' ? await readStaff(tx, null, null, MOST_STAFF) : [],
    consents: youth === null ? [] : await showConsents(tx, youth.id),
    consentAreas: youth === null ? new Map() : await consentAreas(tx, youth.id),
    unit: { id: tx.actor.departmentId, writesForAll: hasRole(tx.actor, 'meeting_secretary') },
  };
}
