/** What an audit action is called: what was touched, and what was done to it. A code is `subject.verb`. */
const SUBJECTS: Readonly<Record<string, string>> = {
  absence: 'Fravær', access: 'Adgang', action: 'Aftale', actions: 'Aftaler', agenda: 'Dagsorden for et punkt', audit: 'Loggen', booking: 'Punkt', bookings: 'Punkter',
  busy_calendar: 'Egen kalenderadresse', calendar: 'Kalender', calendar_channel: 'Kalendervej', calendar_target: 'Enheds fælles kalender', card: 'Kort over enheder', closed_days: 'Lukkedage', conclusion: 'Afslutning', conclusion_draft: 'Kladde til afslutning', consent: 'Samtykke',
  consents: 'Samtykker', coordinator: 'Koordinerende sagsbehandler', coordinators: 'Koordinerende sagsbehandlere', cpr: 'CPR-nummer', custody_holder: 'Forældremyndighedsindehaver',
  custody_holders: 'Forældremyndighedsindehavere', deadline: 'Frist', deadlines: 'Frister', docket: 'Dagsorden for 14 dage', feed: 'Kalenderabonnement', follow_up: 'Opfølgning',
  follow_ups: 'Opfølgninger', invitations: 'Indkaldelser', job: 'Job', handover: 'Overdragelse', handovers: 'Overdragelser', letter: 'Brev', letters: 'Breve', measure: 'Indsats', measures: 'Indsatser', meeting_day: 'K-mødedag', meeting_series: 'Mødeserie',
  milestone: 'Milepæl', milestones: 'Milepæle', minutes: 'Referat', minutes_copies: 'Referater til folk udefra', minutes_copy: 'Referat til en udefra', network: 'Netværkskort', network_person: 'Netværksperson', plan: 'Plan', preparation: 'Forberedelse',
  principled_question: 'Principielt spørgsmål', rating: 'Skalering', referral: 'Anmodning om K-møde', referrals: 'Anmodninger', reminder: 'Påmindelse', reminders: 'Påmindelser',
  session: 'Log ind', sharing_basis: 'Delingsgrundlag', staff: 'Medarbejder', statement: 'Udsagn', statistics: 'Statistik', target_group: 'Målgruppe', target_groups: 'Målgrupper',
  task: 'Opgave', tasks: 'Opgaver', youth: 'Ung', youths: 'Unge',
};

const VERBS: Readonly<Record<string, string>> = {
  accepted: 'godkendt', added: 'tilføjet', answered: 'besvaret', approved: 'godkendt', arranged: 'lagt til rette', assessed: 'vurderet', assigned: 'valgt', basis_noted: 'grundlag skrevet', booked: 'fik en tid',
  cancelled: 'aflyst', changed: 'ændret', chosen: 'valgt', closed: 'lukket', completed: 'gjort', concluded: 'afsluttet', continued: 'fortsætter', corrected: 'rettet', created: 'oprettet',
  crew_changed: 'bemanding ændret', declined: 'sagt nej til', denied: 'afvist', directly_coordinated: 'koordineres uden møde', disclosed: 'vist', dismissed: 'afvist', dropped: 'frafaldet', edited: 'rettet',
  ended: 'afsluttet', escalated: 'sendt til teamlederen', exported: 'hentet som fil', goal_added: 'mål tilføjet', goal_changed: 'mål ændret', goal_moved: 'mål flyttet', goals_replaced: 'mål udskiftet',
  action_added: 'aftale tilføjet', action_tied: 'aftale knyttet til mål', handed_over: 'sendt med kommunens post', held: 'afholdt', import_begun: 'import begyndt', import_given_up: 'import opgivet', imported: 'importeret',
  invitation_answered: 'indkaldelse besvaret', listed: 'set på liste', looked_up: 'slået op', moved: 'flyttet', noted: 'skrevet', offered: 'tilbudt', opened: 'åbnet',
  people_changed: 'deltagere ændret', published: 'godkendt i ny udgave', raised: 'rejst', read: 'læst', recorded: 'registreret', refused: 'afvist', relocated: 'flyttet',
  removed: 'fjernet', reopened: 'åbnet igen', restored: 'genoprettet', retried: 'prøvet igen', returned: 'sendt tilbage', review_postponed: 'gennemgang udsat', review_resumed: 'gennemgang genoptaget',
  revoked: 'ophævet', saved: 'gemt', searched: 'søgt', seen: 'set', set: 'angivet', slots_proposed: 'tider foreslået', submitted: 'sendt', succeeded: 'sager flyttet', taken_back: 'taget tilbage', tried: 'prøvet', unbooked: 'mistede sin tid',
  unplaced: 'taget af dagsordenen', version_read: 'udgave læst', versions_listed: 'udgaver set', voided: 'fortrudt', waived: 'fraveget', waiver_taken_back: 'fravigelse fortrudt', withdrawal_taken_back: 'tilbagetrækning fortrudt', withdrawn: 'trukket tilbage', work_listed: 'arbejde vist', written: 'skrevet', youth_answered: 'den unges svar registreret',
};

const GROUNDS: Readonly<Record<string, string>> = {
  coordinating_caseworker: 'Koordinerende sagsbehandler', open_measure: 'Enheden har en indsats', accepted_referral: 'Enhedens anmodning er godkendt', booked_item: 'Deltager i et punkt',
  open_referral: 'Åben anmodning', open_item: 'Åbent punkt', import: 'Har importeret den unge', referral_author: 'Har skrevet anmodningen', list_line: 'Linje på en liste',
  own_access: 'Egen adgang', stated_purpose: 'Oplyst formål', team_leader: 'Teamleder', conclusion: 'Afslutning af et punkt', handover: 'Overdragelse', succession: 'Personaleskift', system: 'Systemet selv', own_or_unit_referral: 'Egen eller enhedens anmodning',
  receiver: 'Modtager af overdragelse', docket: 'Dagsordenen', referral_list: 'Linje i listen over anmodninger',
};

/** 'Ung: åbnet'; null when a code has no words yet. */
export function auditActionWords(action: string): string | null {
  const dot = action.indexOf('.');
  const [subject, verb] = [SUBJECTS[action.slice(0, dot)], VERBS[action.slice(dot + 1)]];
  return subject === undefined || verb === undefined ? null : `${subject}: ${verb}`;
}

/** On what ground somebody saw a youth; the code itself when it has no words. */
export function groundWords(ground: string | null): string {
  return ground === null ? '' : (GROUNDS[ground] ?? ground);
}
