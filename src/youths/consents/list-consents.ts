import type { CalendarDate } from '../../platform/clock/calendar-date.js';
import type { Tx } from '../../platform/database/tx.js';
import { notFound } from '../../platform/errors/domain-error.js';
import { groundFor } from '../access/open-youth.js';
import { consentState, type ConsentGiver, type ConsentState } from './consent.entity.js';

export interface ConsentLine {
  readonly id: string;
  readonly givenBy: ConsentGiver;
  readonly custodyHolder: { readonly id: string; readonly name: string } | null;
  readonly recipient: string;
  readonly departmentId: string | null;
  readonly scope: string;
  readonly purpose: string;
  readonly givenOn: CalendarDate;
  readonly expiresOn: CalendarDate | null;
  readonly withdrawnAt: Date | null;
  readonly state: ConsentState;
}

const LIST = `
  SELECT c.id, c.given_by AS "givenBy", CASE WHEN h.id IS NULL THEN NULL ELSE json_build_object('id', h.id, 'name', h.name) END AS "custodyHolder",
    c.recipient, c.department_id AS "departmentId", c.scope, c.purpose, c.given_on::text AS "givenOn", c.expires_on::text AS "expiresOn",
    c.withdrawn_at AS "withdrawnAt"
  FROM consent c LEFT JOIN custody_holder h ON h.id = c.custody_holder_id
  WHERE c.youth_id = $1 ORDER BY c.given_on DESC, c.id DESC`;

/** All consents about a youth with their state today, the newest first. The caller has checked access. */
async function listConsents(tx: Tx, youthId: string): Promise<ConsentLine[]> {
  const lines = await tx.query<Omit<ConsentLine, 'state'>>(LIST, [youthId], 'consent-list');
  return lines.map((line) => ({ ...line, state: consentState(line, tx.today) }));
}

/** The consents about a youth, with the read logged. @throws DomainError not_found */
export async function showConsents(tx: Tx, youthId: string): Promise<ConsentLine[]> {
  const ground = await groundFor(tx, youthId);
  tx.audit('consents.read', { type: 'youth', id: youthId, youthIds: [youthId], ground });
  return listConsents(tx, youthId);
}

/** One consent as the list shows it. The caller has checked access. @throws DomainError not_found */
export async function consentLine(tx: Tx, youthId: string, consentId: string): Promise<ConsentLine> {
  const line = (await listConsents(tx, youthId)).find(({ id }) => id === consentId);
  if (line === undefined) throw notFound();
  return line;
}
