/** What a task asks for, in one Danish line without a name. */
export const TASK_KINDS = {
  triage_referral: 'Vurdér en anmodning om K-møde',
  referral_returned: 'En anmodning om K-møde er sendt tilbage. Ret den, og send den igen',
  closed_day_on_meeting: 'En lukkedag rammer en K-mødedag. Flyt eller aflys dagen',
  standing_member_busy: 'Et fast medlem kan ikke på en K-mødedag. Find en stedfortræder',
  standing_member_declined: 'Et fast medlem har meldt afbud til en K-mødedag. Find en stedfortræder',
  deadline_overdue: 'En frist er overskredet',
  handover_unanswered: 'En overdragelse har ventet i 7 dage uden svar',
  referral_unplaced: 'En sag mistede sin plads. Book en ny tid',
  action_overdue: 'En aftale er ikke gjort til tiden',
  follow_up_due: 'Følg op på aftalerne',
  conclusion_missing: 'Et afholdt punkt mangler afslutning',
  participant_declined: 'En, der skal med, har meldt afbud. Find en stedfortræder med samme beslutningskompetence',
  staff_left: 'En medarbejder er stoppet og har stadig unge eller aftaler',
  letter_needed: 'Mødet er ændret. Et nyt brev skal sendes med kommunens egen post',
  minutes_basis_missing: 'En, der ikke var med, skal have referatet. Der mangler et samtykke eller en lovhjemmel',
  mail_undeliverable: 'En mail kunne ikke leveres. Giv besked på en anden måde',
  shared_calendar_failing: 'En enheds fælles kalender har ikke virket i 3 dage. Se hvorfor under Fælles kalendere',
  message_died: 'Et job er opgivet. Se hvorfor under Job',
  alarm_clock_skew: 'Serverens ur går mere end 30 sekunder forkert. Stil det',
  alarm_queue_silent: 'Køen har stået stille eller er blevet tømt. Se under Job',
  alarm_worker_silent: 'Baggrundsprocessen får ikke arbejdet fra hånden. Se under Job',
  alarm_schedule_failing: 'Et fast job er ikke lykkedes længe. Se hvorfor under Job',
  alarm_transaction_left_open: 'En handling holdt databasen åben for længe. Se i loggen',
} as const;

export type TaskKind = keyof typeof TASK_KINDS;
