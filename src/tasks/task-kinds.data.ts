import type { Role } from '../platform/database/actor.js';

/** Who ticks a task off: whoever of these roles it is asked of; or nobody, because it closes by itself when the thing is done. */
export type TickedBy = readonly Role[] | 'system';

interface TaskKindRule {
  /** What is asked for, in one Danish line without a name. */
  readonly title: string;
  readonly tickedBy: TickedBy;
}

const WHO_HANDLES_ITEMS: TickedBy = ['caseworker', 'team_leader', 'meeting_secretary', 'chair'];
const WHO_LEADS_DAYS: TickedBy = ['meeting_secretary', 'chair'];

export const TASK_KINDS = {
  triage_referral: { title: 'Vurdér en anmodning om K-møde', tickedBy: 'system' },
  referral_returned: { title: 'En anmodning om K-møde er sendt tilbage. Ret den, og send den igen', tickedBy: 'system' },
  closed_day_on_meeting: { title: 'En lukkedag rammer en K-mødedag. Flyt eller aflys dagen', tickedBy: WHO_LEADS_DAYS }, // the day may be held all the same
  standing_member_busy: { title: 'Et fast medlem kan ikke på en K-mødedag. Find en stedfortræder', tickedBy: 'system' },
  standing_member_declined: { title: 'Et fast medlem har meldt afbud til en K-mødedag. Find en stedfortræder', tickedBy: 'system' },
  deadline_overdue: { title: 'En frist er overskredet', tickedBy: 'system' },
  handover_unanswered: { title: 'En overdragelse har ventet i 7 dage uden svar', tickedBy: 'system' },
  referral_unplaced: { title: 'En sag mistede sin plads. Book en ny tid', tickedBy: 'system' },
  action_overdue: { title: 'En aftale er ikke gjort til tiden', tickedBy: 'system' },
  follow_up_due: { title: 'Følg op på aftalerne', tickedBy: WHO_HANDLES_ITEMS },
  conclusion_missing: { title: 'Et afholdt punkt mangler afslutning', tickedBy: 'system' },
  participant_declined: { title: 'En, der skal med, har meldt afbud. Find en stedfortræder med samme beslutningskompetence', tickedBy: 'system' },
  staff_left: { title: 'En medarbejder er stoppet og har stadig unge eller aftaler', tickedBy: ['team_leader'] },
  letter_needed: { title: 'Mødet er ændret. Et nyt brev skal sendes med kommunens egen post', tickedBy: WHO_HANDLES_ITEMS },
  minutes_basis_missing: { title: 'En, der ikke var med, skal have referatet. Der mangler et samtykke eller en lovhjemmel', tickedBy: WHO_HANDLES_ITEMS },
  mail_undeliverable: { title: 'En mail kunne ikke leveres. Giv besked på en anden måde', tickedBy: WHO_HANDLES_ITEMS },
  shared_calendar_failing: { title: 'En enheds fælles kalender har ikke virket i 3 dage. Se hvorfor under Fælles kalendere', tickedBy: 'system' },
  message_died: { title: 'Et job er opgivet. Se hvorfor under Job', tickedBy: 'system' },
  alarm_clock_skew: { title: 'Serverens ur går mere end 30 sekunder forkert. Stil det', tickedBy: ['admin'] },
  alarm_queue_silent: { title: 'Køen har stået stille eller er blevet tømt. Se under Job', tickedBy: ['admin'] },
  alarm_worker_silent: { title: 'Baggrundsprocessen får ikke arbejdet fra hånden. Se under Job', tickedBy: ['admin'] },
  alarm_schedule_failing: { title: 'Et fast job er ikke lykkedes længe. Se hvorfor under Job', tickedBy: ['admin'] },
  alarm_transaction_left_open: { title: 'En handling holdt databasen åben for længe. Se i loggen', tickedBy: ['admin'] },
} as const satisfies Record<string, TaskKindRule>;

export type TaskKind = keyof typeof TASK_KINDS;
