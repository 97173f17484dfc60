import type { MessageState } from '../../../operations/job-monitor/message-list.js';

/** What each kind of message does. */
const MESSAGES: Readonly<Record<string, string>> = {
  'booking.changed': 'Følg op på et ændret punkt',
  'calendars.busy_due': 'Læs en medarbejders kalender',
  'calendars.channel_chosen': 'Skift kalendervej',
  'calendars.target_due': 'Opdatér en enheds fælles kalender',
  'closed_days.changed': 'Flyt dage efter ændrede lukkedage',
  'deadlines.import_share': 'Regn frister for importerede unge',
  'deadlines.legal_overdue': 'Sig til om en overskredet lovfrist',
  'deadlines.sweep_due': 'Regn frister for en del af de unge',
  'invitations.behind': 'Indkald til det, der mangler',
  'mail.due': 'Send en mail',
  'meeting_day.changed': 'Følg op på en ændret K-mødedag',
  'minutes.approved': 'Spørg efter grundlag for at give referatet videre',
  'operations.alarm': 'Giv alarm',
  'operations.canary': 'Prøvejob',
  'outbox.message-died': 'Sig til om et opgivet job',
  'referral.changed': 'Følg op på en ændret anmodning',
  'staff.left': 'En medarbejder er stoppet',
  'staff.succeeded': 'Flyt aftaler til en ny medarbejder',
  'youth.changed': 'Regn frister for en ung',
  'youth.custody_changed': 'Ret breve efter en ændret forælder',
  'youths.import-part': 'Læs videre i en fil med unge',
  'youths.imported': 'Regn frister efter en import',
};

const SCHEDULES: Readonly<Record<string, string>> = {
  'audit.seal': 'Forsegl loggen',
  'calendars.addresses': 'Glem viste kalenderadresser',
  'calendars.busy': 'Læs medarbejdernes kalendere',
  'calendars.closed_ways': 'Luk udløbne kalenderabonnementer',
  'calendars.targets': 'Sammenlign fælles kalendere',
  'closed-days.fill': 'Skriv helligdage ind',
  'conclusions.due-tasks': 'Bed om det, der er over tiden',
  'deadlines.sweep': 'Regn frister efter døgnskiftet',
  'idempotency.expiry': 'Glem gamle nøgler',
  'invitations.catch_up': 'Se efter indkaldelser, der mangler',
  'mails.revive': 'Se efter mails, der er gået i stå',
  'meeting-days.close-and-hold': 'Luk dagsordener, og meld K-møder afholdt',
  'meeting-series.arrange': 'Lav de næste K-mødedage',
  'outbox.expiry': 'Glem færdige job',
  'reports.monday-line': 'Send mandagslinjen',
  'sessions.expiry': 'Luk gamle sessioner',
  'youth-imports.give-up': 'Opgiv indlæsninger, der er gået i stå',
  'youths.handover-escalation': 'Sig til om overdragelser uden svar',
};

const STATES: Readonly<Record<MessageState, string>> = {
  dead: 'Opgivet',
  dismissed: 'Afvist',
  done: 'Gjort',
  later: 'Senere',
  retrying: 'Prøves igen',
  running: 'I gang',
  waiting: 'Venter',
};

/** What a message does; its own name when it has no words. */
export function messageWords(kind: string): string {
  return MESSAGES[kind] ?? kind;
}

/** What a schedule does; its own name when it has no words. */
export function scheduleWords(name: string): string {
  return SCHEDULES[name] ?? name;
}

/** 'Opgivet', 'Venter' */
export function messageStateWords(state: MessageState): string {
  return STATES[state];
}
