import { addYears, type CalendarDate } from '../../platform/clock/calendar-date.js';
import type { Tx } from '../../platform/database/tx.js';
import { notFound } from '../../platform/errors/domain-error.js';
import { openYouth } from '../access/open-youth.js';
import { Youth } from '../youth.entity.js';

export interface CustodyHolderLine {
  readonly id: string;
  readonly place: 1 | 2;
  readonly name: string;
  readonly relation: string;
  readonly phone: string | null;
  readonly email: string | null;
  readonly livesWithYouth: boolean;
  /** Invited to the meetings; never after the 18th birthday. */
  readonly invite: boolean;
  /** Whether a consent of this holder counts today. */
  readonly hasConsent: boolean;
  /** False from the 18th birthday on (værgemålsloven § 1). */
  readonly holdsCustody: boolean;
}

const LIST = `
  SELECT h.id, h.place, h.name, h.relation, h.phone, h.email, h.lives_with_youth AS "livesWithYouth", h.invite,
    EXISTS (SELECT 1 FROM consent c WHERE c.custody_holder_id = h.id AND c.withdrawn_at IS NULL AND c.given_on <= $2
      AND (c.expires_on IS NULL OR c.expires_on > $2)) AS "hasConsent"
  FROM custody_holder h WHERE h.youth_id = $1 AND h.removed_at IS NULL ORDER BY h.place`;

/** A youth's custody holders, each with consent and invitation. The caller has checked access. */
async function listCustodyHolders(tx: Tx, youth: { id: string; birthDate: CalendarDate }): Promise<CustodyHolderLine[]> {
  const holdsCustody = tx.today < addYears(youth.birthDate, 18);
  const lines = await tx.query<CustodyHolderLine>(LIST, [youth.id, tx.today], 'custody-holder-list');
  return lines.map((line) => ({ ...line, invite: line.invite && holdsCustody, holdsCustody }));
}

/** The custody holders of a youth, with the read logged. @throws DomainError not_found */
export async function showCustodyHolders(tx: Tx, youthId: string): Promise<CustodyHolderLine[]> {
  const { youth, ground } = await openYouth(tx, youthId);
  tx.audit('custody_holders.read', { type: 'youth', id: youthId, youthIds: [youthId], ground });
  return listCustodyHolders(tx, youth);
}

/** One holder as the list shows them. The caller has checked access. @throws DomainError not_found once removed */
export async function custodyHolderLine(tx: Tx, youthId: string, holderId: string): Promise<CustodyHolderLine> {
  const lines = await listCustodyHolders(tx, await tx.find(Youth, youthId));
  const line = lines.find(({ id }) => id === holderId);
  if (line === undefined) throw notFound();
  return line;
}
