import { addYears } from '../../platform/clock/calendar-date.js';
import { newId } from '../../platform/database/ids.js';
import type { Tx } from '../../platform/database/tx.js';
import { rule } from '../../platform/errors/domain-error.js';
import { groundFor, lockYouth } from '../access/open-youth.js';
import { visibleTo } from '../access/visible-youths.js';
import { custodyHoldersChanged } from '../youth-events.js';
import { CustodyHolder, freePlace } from './custody-holder.entity.js';

export interface NewCustodyHolder {
  readonly name: string;
  readonly relation: string;
  readonly phone?: string | undefined;
  readonly email?: string | undefined;
  readonly livesWithYouth: boolean;
  readonly invite: boolean;
}

/** What is sent replaces what stood there, null takes it away; what is left out stays. */
export type CustodyHolderChange = { readonly [Field in keyof NewCustodyHolder]?: NewCustodyHolder[Field] | (Field extends 'phone' | 'email' ? null : never) | undefined };

/**
 * Records a custody holder of a youth under 18. Returns the holder's id.
 * @throws DomainError not_found; rule `youth_is_adult`, `two_custody_holders`
 */
export async function addCustodyHolder(tx: Tx, youthId: string, given: NewCustodyHolder): Promise<string> {
  const { youth, ground } = await lockYouth(tx, youthId);
  if (addYears(youth.birthDate, 18) <= tx.today) {
    throw rule('youth_is_adult', 'Den unge er fyldt 18 og har ingen forældremyndighedsindehaver. Brug netværket i stedet.');
  }
  const taken = await tx.query<{ place: number }>(
    'SELECT place FROM custody_holder WHERE youth_id = $1 AND removed_at IS NULL', [youthId], 'custody-places',
  );
  const place = freePlace(taken.map((row) => row.place));
  if (place === null) {
    throw rule('two_custody_holders', 'Der er allerede to forældremyndighedsindehavere. Fjern den ene først.');
  }
  const holder = Object.assign(new CustodyHolder(), {
    phone: null, email: null, ...given, id: newId(), youthId, place, removedAt: null, createdAt: tx.now,
  });
  await tx.save(holder);
  tx.audit('custody_holder.added', { type: 'custody_holder', id: holder.id, youthIds: [youthId], ground });
  return holder.id;
}

/** Corrects what is known about a holder, the invitation included. Returns the youth's id. @throws DomainError not_found */
export async function correctCustodyHolder(tx: Tx, holderId: string, change: CustodyHolderChange): Promise<string> {
  const holder = await tx.lock(CustodyHolder, holderId, visibleTo(tx));
  const ground = await groundFor(tx, holder.youthId);
  const given = Object.entries(change).filter(([, value]) => value !== undefined);
  const invitedBefore = holder.invite;
  Object.assign(holder, Object.fromEntries(given));
  await tx.save(holder);
  const detail = { fields: given.map(([field]) => field) };
  tx.audit('custody_holder.corrected', { type: 'custody_holder', id: holder.id, youthIds: [holder.youthId], ground, detail });
  if (holder.invite !== invitedBefore) tx.enqueue(custodyHoldersChanged, { youthId: holder.youthId });
  return holder.youthId;
}

/** Somebody who no longer holds custody; their consents are ended with it. @throws DomainError not_found */
export async function removeCustodyHolder(tx: Tx, holderId: string): Promise<void> {
  const holder = await tx.lock(CustodyHolder, holderId, visibleTo(tx));
  const ground = await groundFor(tx, holder.youthId);
  holder.removedAt ??= tx.now;
  await tx.save(holder);
  await tx.query(
    'UPDATE consent SET expires_on = least(expires_on, $2) WHERE custody_holder_id = $1 AND withdrawn_at IS NULL',
    [holder.id, tx.today], 'consents-of-former-holder',
  );
  tx.audit('custody_holder.removed', { type: 'custody_holder', id: holder.id, youthIds: [holder.youthId], ground });
  tx.enqueue(custodyHoldersChanged, { youthId: holder.youthId });
}
