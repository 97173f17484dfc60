import { dateAt } from '../../platform/clock/zone.js';
import type { CalendarDate } from '../../platform/clock/calendar-date.js';
import type { Booking } from '../../meetings/bookings/booking.entity.js';
import { staffIdOf } from '../../platform/database/actor.js';
import { newId } from '../../platform/database/ids.js';
import type { Tx } from '../../platform/database/tx.js';
import { invalid, notFound, rule } from '../../platform/errors/domain-error.js';
import { Consent, consentState, type ConsentState } from '../../youths/consents/consent.entity.js';
import { normaliseAct, normaliseSection } from '../../youths/measures/legal-basis.js';
import { auditAgenda, openForWriting } from '../readable-item.js';
import { type BasisGiven, basisProblems } from './basis-problems.js';
import { CONSENT_AREA } from './consent-area.sql.js';

/** An area that will hear the item, with what lets it. */
export interface BasisLine {
  readonly area: string;
  readonly consent: { readonly id: string; readonly recipient: string; readonly givenOn: CalendarDate; readonly stateOnTheDay: ConsentState } | null;
  readonly act: string | null;
  readonly section: string | null;
  readonly recordedAt: Date | null;
  /** A basis stands; a consent counts on the day of the item and is to a unit of the area. */
  readonly valid: boolean;
}

interface BasisRow extends Omit<BasisLine, 'consent' | 'valid'> {
  readonly consentId: string | null;
  readonly recipient: string;
  readonly givenOn: CalendarDate;
  readonly expiresOn: CalendarDate | null;
  readonly withdrawnAt: Date | null;
  /** The area of the unit of ours that the consent is to; null for somebody outside. */
  readonly consentArea: string | null;
}

const LINES = `
  SELECT a.area, s.consent_id AS "consentId", s.act, s.section, s.recorded_at AS "recordedAt", c.recipient, c.given_on::text AS "givenOn",
    c.expires_on::text AS "expiresOn", c.withdrawn_at AS "withdrawnAt", ${CONSENT_AREA} AS "consentArea"
  FROM (SELECT unnest(areas) AS area FROM referral WHERE id = $2
        UNION SELECT area FROM booking_participant WHERE booking_id = $1 AND area IS NOT NULL
        UNION SELECT area FROM sharing_basis WHERE booking_id = $1) a
    LEFT JOIN sharing_basis s ON s.booking_id = $1 AND s.area = a.area LEFT JOIN consent c ON c.id = s.consent_id
  ORDER BY a.area`;

/** Each area that will hear the item, asked or coming, with its basis. The caller has checked access. */
export async function sharingBasesOf(tx: Tx, booking: Pick<Booking, 'id' | 'referralId' | 'startsAt'>): Promise<BasisLine[]> {
  const rows = await tx.query<BasisRow>(LINES, [booking.id, booking.referralId], 'agenda-bases');
  const day = dateAt(booking.startsAt);
  return rows.map(({ consentId, recipient, givenOn, expiresOn, withdrawnAt, consentArea, ...row }) => {
    const state = consentId === null ? null : consentState({ givenOn, expiresOn, withdrawnAt }, day);
    const consent = consentId === null || state === null ? null : { id: consentId, recipient, givenOn, stateOnTheDay: state };
    return { ...row, consent, valid: row.act !== null || (state === 'active' && consentArea === row.area) };
  });
}

/**
 * Notes on what basis an area may hear the item; replaces what stood.
 * @throws DomainError not_found; invalid; conflict `item_closed`; rule `basis_incomplete`, `no_youth`, `consent_not_valid`, `consent_for_others`
 */
export async function noteBasis(tx: Tx, bookingId: string, area: string, given: BasisGiven): Promise<void> {
  const booking = await openForWriting(tx, bookingId);
  await requireArea(tx, area);
  if (booking.youthId === null) throw rule('no_youth', 'Punktet er uden navn. Der deles ingen personoplysninger, så der skal ikke noget grundlag til.');
  const problems = basisProblems(given);
  if (problems.length > 0) throw rule('basis_incomplete', 'Grundlaget mangler noget. Ret det, og gem igen.', problems);
  if (given.consentId !== undefined) await requireConsent(tx, booking, booking.youthId, area, given.consentId);
  const act = given.act === undefined ? null : normaliseAct(given.act);
  const section = given.section === undefined ? null : normaliseSection(given.section);
  await tx.execute(
    `INSERT INTO sharing_basis (id, booking_id, area, consent_id, act, section, recorded_by, recorded_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
     ON CONFLICT ON CONSTRAINT uq_sharing_basis DO UPDATE SET consent_id = EXCLUDED.consent_id, act = EXCLUDED.act, section = EXCLUDED.section,
       recorded_by = EXCLUDED.recorded_by, recorded_at = EXCLUDED.recorded_at`,
    [newId(), bookingId, area, given.consentId ?? null, act, section, staffIdOf(tx.actor), tx.now],
  );
  await auditAgenda(tx, booking, 'sharing_basis.noted', { type: 'booking', id: bookingId }, { area, act, section, consentId: given.consentId ?? null });
}

async function requireArea(tx: Tx, area: string): Promise<void> {
  const [found] = await tx.query('SELECT 1 FROM department_kind WHERE area = $1 LIMIT 1', [area], 'area-exists');
  if (found === undefined) throw notFound();
}

/** The area that each of a youth's consents lets hear, by consent; null for one to somebody outside. The caller has checked access. */
export async function consentAreas(tx: Tx, youthId: string): Promise<ReadonlyMap<string, string | null>> {
  const rows = await tx.query<{ id: string; area: string | null }>(`SELECT c.id, ${CONSENT_AREA} AS area FROM consent c WHERE c.youth_id = $1`, [youthId], 'consent-areas');
  return new Map(rows.map(({ id, area }) => [id, area]));
}

/** A consent names to whom (forvaltningsloven § 28, stk. 3): one to somebody outside, or to another area, lets no area of ours hear the item. */
async function requireConsent(tx: Tx, booking: Booking, youthId: string, area: string, consentId: string): Promise<void> {
  const [consent] = await tx.query<Pick<Consent, 'givenOn' | 'expiresOn' | 'withdrawnAt'> & { area: string | null }>(
    `SELECT c.given_on::text AS "givenOn", c.expires_on::text AS "expiresOn", c.withdrawn_at AS "withdrawnAt", ${CONSENT_AREA} AS area
     FROM consent c WHERE c.id = $1 AND c.youth_id = $2`,
    [consentId, youthId], 'basis-consent',
  );
  if (consent === undefined) throw invalid([{ field: 'consentId', code: 'unknown', message: 'Vælg et af den unges samtykker.' }]);
  if (consentState(consent, dateAt(booking.startsAt)) !== 'active') {
    throw rule('consent_not_valid', 'Samtykket gælder ikke på dagen for punktet. Indhent et nyt.');
  }
  if (consent.area !== area) {
    throw rule('consent_for_others', 'Samtykket gælder ikke en enhed i området. Vælg eller indhent et, der gør, eller skriv lov og paragraf.');
  }
}
