import type { Tx } from '../platform/database/tx.js';
import { dateAt } from '../platform/clock/zone.js';
import type { Youth } from '../youths/youth.entity.js';
import { PLAN_SCHEMA, withoutPlaces, type NextContact, type PlanAction, type PlanContent, type PlanGoal } from './plan-content.js';
import type { Plan } from './plan.entity.js';

type GoalRow = Omit<PlanGoal, 'actions'>;
type ActionRow = Omit<PlanAction, 'closedOn'> & { goalId: string | null; closedAt: Date | null };

/** The plan as it stands now, not published. The caller has checked access to the youth. */
export async function readPlanContent(tx: Tx, youth: Youth, plan: Plan | null): Promise<PlanContent> {
  const goals = plan ? await readGoals(tx, plan.id) : [];
  const actions = await readActions(tx, youth.id);
  const of = (goalId: string | null): PlanAction[] => actions.filter((row) => row.goalId === goalId).map(toAction);
  const known = new Set(goals.map((goal) => goal.id));
  const other = actions.filter((row) => row.goalId === null || !known.has(row.goalId)).map(toAction);
  const content: PlanContent = {
    schemaVersion: PLAN_SCHEMA,
    reference: plan?.reference ?? '',
    version: null,
    writtenAt: tx.now.toISOString(),
    youth: { name: `${youth.firstName} ${youth.lastName}`, birthDate: youth.birthDate },
    coordinator: await readCoordinator(tx, youth.id),
    goals: goals.map((goal) => ({ ...goal, actions: of(goal.id) })),
    otherActions: other,
    next: await readNext(tx, youth.id),
    scale: await readScale(tx, youth.id),
  };
  return youth.protected ? withoutPlaces(content) : content;
}

function toAction({ goalId: _goalId, closedAt, ...action }: ActionRow): PlanAction {
  return { ...action, closedOn: closedAt ? dateAt(closedAt) : null };
}

function readGoals(tx: Tx, planId: string): Promise<GoalRow[]> {
  return tx.query<GoalRow>(
    'SELECT id, topic, title, own_words AS "ownWords", state FROM goal WHERE plan_id = $1 ORDER BY position, id', [planId], 'plan-goals',
  );
}

/** What was agreed with and for the youth; what units must do to tell or find the youth, and what they agreed among themselves, is not the youth's plan. */
function readActions(tx: Tx, youthId: string): Promise<ActionRow[]> {
  return tx.query<ActionRow>(
    `SELECT a.id, a.kind, a.text, a.due_on::text AS "dueOn", a.state, a.goal_id AS "goalId", a.closed_at AS "closedAt",
       json_build_object('id', s.id, 'name', s.name, 'department', d.name) AS owner
     FROM action a JOIN staff_member s ON s.id = a.owner_id JOIN department d ON d.id = s.department_id
       LEFT JOIN booking b ON b.id = a.booking_id LEFT JOIN referral r ON r.id = b.referral_id
     WHERE a.youth_id = $1 AND a.kind = 'agreed' AND r.type IS DISTINCT FROM 'internal_discussion'
     ORDER BY a.due_on, a.id`,
    [youthId], 'plan-actions',
  );
}

async function readCoordinator(tx: Tx, youthId: string): Promise<PlanContent['coordinator']> {
  const [row] = await tx.query<NonNullable<PlanContent['coordinator']>>(
    `SELECT s.name, d.name AS department, coalesce(s.phone, d.call_phone) AS phone
     FROM coordination c JOIN staff_member s ON s.id = c.staff_id JOIN department d ON d.id = s.department_id
     WHERE c.youth_id = $1 AND c.until_at IS NULL`,
    [youthId], 'plan-coordinator',
  );
  return row ?? null;
}

async function readNext(tx: Tx, youthId: string): Promise<NextContact | null> {
  const [meeting] = await tx.query<{ startsAt: Date; place: string | null }>(
    `SELECT b.starts_at AS "startsAt", r.name AS place FROM booking b JOIN meeting_day d ON d.id = b.meeting_day_id LEFT JOIN room r ON r.id = d.room_id
     JOIN referral f ON f.id = b.referral_id
     WHERE b.youth_id = $1 AND b.state = 'booked' AND b.starts_at > $2 AND f.without_youth_reason IS NULL ORDER BY b.starts_at LIMIT 1`,
    [youthId, tx.now], 'plan-next-meeting',
  );
  if (meeting) return { kind: 'meeting', startsAt: meeting.startsAt.toISOString(), place: meeting.place };
  const [check] = await tx.query<{ on: PlanContent['youth']['birthDate'] }>(
    `SELECT check_on::text AS "on" FROM follow_up WHERE youth_id = $1 AND state = 'open' ORDER BY check_on LIMIT 1`, [youthId], 'plan-next-check',
  );
  return check ? { kind: 'check', on: check.on } : null;
}

async function readScale(tx: Tx, youthId: string): Promise<PlanContent['scale']> {
  const rows = await tx.query<{ at: Date; value: number }>(
    `SELECT b.starts_at AS at, s.value FROM scale_rating s JOIN booking b ON b.id = s.booking_id
     WHERE b.youth_id = $1 AND b.state IN ('held', 'concluded') AND s.voice = 'youth' ORDER BY b.starts_at, s.id`,
    [youthId], 'plan-scale',
  );
  return rows.map(({ at, value }) => ({ on: dateAt(at), value }));
}
