import { staffIdOf } from '../../platform/database/actor.js';
import { newId } from '../../platform/database/ids.js';
import type { Tx } from '../../platform/database/tx.js';
import { addYears, type CalendarDate } from '../../platform/clock/calendar-date.js';
import { invalid, rule } from '../../platform/errors/domain-error.js';
import { groundFor, openYouth } from '../access/open-youth.js';
import { visibleTo } from '../access/visible-youths.js';
import type { Youth } from '../youth.entity.js';
import { Consent, consentExpiry, type ConsentGiver } from './consent.entity.js';

export interface NewConsent {
  readonly givenBy: ConsentGiver;
  readonly custodyHolderId?: string | undefined;
  readonly recipient: string;
  readonly departmentId?: string | undefined;
  readonly scope: string;
  readonly purpose: string;
  readonly givenOn: CalendarDate;
  readonly expiresOn?: CalendarDate | undefined;
}

/**
 * Records a consent. A custody holder's ends on the youth's 18th birthday. Returns the consent's id.
 * @throws DomainError not_found; invalid; rule `given_in_future`, `expires_before_given`, `youth_is_adult`
 */
export async function recordConsent(tx: Tx, youthId: string, given: NewConsent): Promise<string> {
  const { youth, ground } = await openYouth(tx, youthId);
  await checkGiver(tx, youth, given);
  const expiresOn = consentExpiry(given.givenBy, youth.birthDate, given.expiresOn ?? null);
  checkDates(tx.today, given.givenOn, given.expiresOn ?? null);
  const consent = Object.assign(new Consent(), {
    custodyHolderId: null, departmentId: null, ...given, id: newId(), youthId, expiresOn, withdrawnAt: null,
    recordedBy: staffIdOf(tx.actor), createdAt: tx.now,
  });
  await tx.save(consent);
  tx.audit('consent.recorded', { type: 'consent', id: consent.id, youthIds: [youthId], ground, detail: { givenBy: given.givenBy } });
  return consent.id;
}

/** Takes a consent back from now on. Returns the youth's id. @throws DomainError not_found; conflict `invalid_transition` */
export async function withdrawConsent(tx: Tx, consentId: string): Promise<string> {
  const consent = await tx.lock(Consent, consentId, visibleTo(tx));
  const ground = await groundFor(tx, consent.youthId);
  consent.withdraw(tx.now);
  await tx.save(consent);
  tx.audit('consent.withdrawn', { type: 'consent', id: consent.id, youthIds: [consent.youthId], ground });
  return consent.youthId;
}

/** Takes a withdrawal by mistake back, on the same day. @throws DomainError not_found; conflict `invalid_transition` */
export async function takeWithdrawalBack(tx: Tx, consentId: string): Promise<void> {
  const consent = await tx.lock(Consent, consentId, visibleTo(tx));
  const ground = await groundFor(tx, consent.youthId);
  consent.takeWithdrawalBack(tx.today);
  await tx.save(consent);
  tx.audit('consent.withdrawal_taken_back', { type: 'consent', id: consent.id, youthIds: [consent.youthId], ground });
}

/** A corrected birth date moves the 18th birthday, and with it the end of the custody holders' consents. */
export async function moveConsentExpiry(tx: Tx, youthId: string, from: CalendarDate, to: CalendarDate): Promise<void> {
  await tx.query(
    `UPDATE consent SET expires_on = CASE WHEN expires_on = $2 THEN $3::date ELSE least(expires_on, $3::date) END
     WHERE youth_id = $1 AND given_by = 'custody_holder'`,
    [youthId, addYears(from, 18), addYears(to, 18)], 'consent-expiry-move',
  );
}

async function checkGiver(tx: Tx, youth: Youth, given: NewConsent): Promise<void> {
  if (given.givenBy === 'youth') {
    if (given.custodyHolderId === undefined) return;
    throw invalid([{ field: 'custodyHolderId', code: 'not_for_youth', message: 'Lad feltet være tomt, når den unge selv samtykker.' }]);
  }
  if (addYears(youth.birthDate, 18) <= given.givenOn) {
    throw rule('youth_is_adult', 'Den unge var fyldt 18 og skal selv give samtykke.');
  }
  const [holder] = await tx.query(
    'SELECT 1 FROM custody_holder WHERE id = $1 AND youth_id = $2 AND removed_at IS NULL',
    [given.custodyHolderId ?? null, youth.id], 'consent-holder',
  );
  if (holder !== undefined) return;
  throw invalid([{ field: 'custodyHolderId', code: 'unknown', message: 'Vælg en af den unges forældremyndighedsindehavere.' }]);
}

function checkDates(today: CalendarDate, givenOn: CalendarDate, expiresOn: CalendarDate | null): void {
  if (givenOn > today) throw rule('given_in_future', 'Et samtykke kan ikke være givet i fremtiden. Ret datoen.');
  if (expiresOn !== null && expiresOn <= givenOn) {
    throw rule('expires_before_given', 'Samtykket udløber, før det er givet. Ret en af datoerne.');
  }
}
