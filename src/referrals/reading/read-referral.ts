import { dateAt } from '../../platform/clock/zone.js';
import type { CalendarDate } from '../../platform/clock/calendar-date.js';
import { hasRole } from '../../platform/database/actor.js';
import type { Tx } from '../../platform/database/tx.js';
import { accessTo } from '../../youths/access/open-youth.js';
import { youthCard, type YouthCard } from '../../youths/access/youth-card.js';
import { belongs, type BelongsResult } from '../belongs/belongs.js';
import type { BelongsAnswers } from '../belongs/belongs-answers.js';
import type { ReferralState, ReferralVerb } from '../referral-states.js';
import { mayMove, OPEN_REFERRAL_STATES, REFERRAL_STATE_LABELS, REFERRAL_TRANSITIONS } from '../referral-states.js';
import { visibleReferral } from '../referral-scope.js';
import { Referral } from '../referral.entity.js';

interface Named {
  readonly id: string;
  readonly name: string;
}

export interface ReferralHistoryLine {
  readonly from: ReferralState;
  readonly to: ReferralState;
  readonly reason: string | null;
  readonly by: Named | null;
  readonly at: Date;
}

/** A referral as its readers see it. `youth` only for those who see the case; the others get the shared card. */
export interface ReferralView {
  readonly id: string;
  readonly state: ReferralState;
  readonly stateLabel: string;
  readonly type: string;
  readonly typeLabel: string;
  readonly purpose: string;
  /** Null to who no longer sees the case, as everything else that was written in free text. */
  readonly reason: string | null;
  readonly areas: readonly string[];
  readonly urgent: { readonly reason: string; readonly note: string | null } | null;
  readonly belongs: BelongsResult & { readonly answers: BelongsAnswers };
  readonly withoutYouth: { readonly reason: string; readonly note: string | null } | null;
  readonly youthWish: string | null;
  readonly anonymous: boolean;
  readonly youth: (Named & { readonly birthDate: CalendarDate }) | null;
  readonly card: YouthCard | null;
  readonly author: Named;
  readonly department: Named;
  readonly queueFirst: boolean;
  readonly returnOn: CalendarDate | null;
  readonly createdAt: Date;
  readonly submittedAt: Date | null;
  readonly acceptedAt: Date | null;
  readonly history: readonly ReferralHistoryLine[];
  /** What the states allow next; who may do it is another matter. */
  readonly possible: readonly ReferralVerb[];
}

interface Around {
  readonly typeLabel: string;
  readonly author: Named;
  readonly department: Named;
  readonly youth: (Named & { readonly birthDate: CalendarDate }) | null;
}

const AROUND = `
  SELECT t.label AS "typeLabel", json_build_object('id', s.id, 'name', s.name) AS author, json_build_object('id', d.id, 'name', d.name) AS department,
    CASE WHEN y.id IS NULL THEN NULL ELSE json_build_object('id', y.id, 'name', y.first_name || ' ' || y.last_name, 'birthDate', y.birth_date) END AS youth
  FROM referral r JOIN referral_type t ON t.id = r.type_id JOIN staff_member s ON s.id = r.author_id
    JOIN department d ON d.id = r.author_department_id LEFT JOIN youth y ON y.id = r.youth_id AND $2::boolean
  WHERE r.id = $1`;

const HISTORY = `
  SELECT e.from_state AS "from", e.to_state AS "to", e.reason, e.at,
    CASE WHEN s.id IS NULL THEN NULL ELSE json_build_object('id', s.id, 'name', s.name) END AS by
  FROM referral_event e LEFT JOIN staff_member s ON s.id = e.by_staff_id WHERE e.referral_id = $1 ORDER BY e.at, e.id`;

/**
 * A referral that the actor may see; the reading is logged with the ground.
 * @throws DomainError not_found when it is unknown or not the actor's
 */
export async function readReferral(tx: Tx, id: string): Promise<ReferralView> {
  const referral = await tx.find(Referral, id, visibleReferral(tx));
  const access = referral.youthId === null ? null : await accessTo(tx, referral.youthId);
  const full = access?.scope === 'full';
  const [around] = await tx.query<Around>(AROUND, [id, full], 'referral-around');
  if (around === undefined) throw new Error('a referral lost its type, author or unit');
  const youthIds = referral.youthId === null ? [] : [referral.youthId];
  tx.audit('referral.opened', { type: 'referral', id, youthIds, ground: access?.ground ?? 'own_or_unit_referral', detail: { full } });
  const view = {
    ...fields(referral), ...around,
    card: referral.youthId === null || full ? null : await youthCard(tx, referral.youthId),
    history: await tx.query<ReferralHistoryLine>(HISTORY, [id], 'referral-history'),
  };
  return full || readsWords(tx, referral) ? view : withoutWords(view);
}

/** Without the case, only the author reads what a referral says, and the author's team leader until it has ended. */
function readsWords({ actor }: Tx, referral: Referral): boolean {
  if (referral.anonymous || referral.authorId === actor.staffId) return true;
  const leads = hasRole(actor, 'team_leader') && actor.departmentId === referral.authorDepartmentId;
  return leads && OPEN_REFERRAL_STATES.includes(referral.state);
}

function withoutWords(view: ReferralView): ReferralView {
  return {
    ...view, reason: null, youthWish: null,
    urgent: view.urgent && { ...view.urgent, note: null },
    withoutYouth: view.withoutYouth && { ...view.withoutYouth, note: null },
    belongs: { ...view.belongs, explanations: [], answers: {} },
    history: view.history.map((line) => ({ ...line, reason: null })),
  };
}

function fields(referral: Referral): Omit<ReferralView, keyof Around | 'card' | 'history'> {
  const { id, state, type, purpose, reason, areas, youthWish, anonymous, queueFirst, returnOn, createdAt, submittedAt, acceptedAt } = referral;
  const result = belongs(referral.belongs, type, dateAt(submittedAt ?? createdAt));
  return {
    id, state, stateLabel: REFERRAL_STATE_LABELS[state], type, purpose, reason, areas,
    urgent: referral.urgentReason === null ? null : { reason: referral.urgentReason, note: referral.urgentNote },
    belongs: { ...result, outcome: referral.belongsOutcome, answers: referral.belongs },
    withoutYouth: referral.withoutYouthReason === null ? null : { reason: referral.withoutYouthReason, note: referral.withoutYouthNote },
    youthWish, anonymous, queueFirst, returnOn, createdAt, submittedAt, acceptedAt,
    possible: (Object.keys(REFERRAL_TRANSITIONS) as ReferralVerb[]).filter((verb) => mayMove(state, verb)),
  };
}
