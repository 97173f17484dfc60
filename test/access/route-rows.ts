import type { Organisation, StaffName } from '../support/organisation.js';
import type { Ids } from './case.js';
import { ITEM_PAGES } from './item-page-rows.js';
import { REFERRAL_PAGES } from './referral-page-rows.js';

/** How a route with a parameter is tried. */
export interface Row {
  /** Which object of the case stands in each parameter. */
  readonly ids: Readonly<Record<string, string>>;
  /** Parameters that name no object. */
  readonly fixed?: Readonly<Record<string, string>>;
  readonly body?: (org: Organisation, ids: Ids) => object;
  readonly version?: number;
  /** Who may use the route on that object: the control that a refusal is no accident. */
  readonly by: StaffName;
  /** Why the object is not a youth's; such a row is tried only for a session and for ids that are none. */
  readonly notOfAYouth?: string;
}

const text = (value: string) => () => ({ reason: value });
const of = (id: string, by: StaffName, body?: Row['body'], version?: number): Row =>
  ({ ids: { id }, by, ...(body && { body }), ...(version !== undefined && { version }) });
const shared = (id: string, by: StaffName, notOfAYouth: string, body?: Row['body']): Row => ({ ...of(id, by, body), notOfAYouth });

const DAY = 'a meeting day carries no youth; its items are other routes';
const DAY_PAGE = 'a page of a day; only the secretary and its chair, and names only as on the docket';
const newPerson = () => ({ kind: 'private', name: 'Ven', relation: 'ven', closeness: 2 });
const newHolder = () => ({ name: 'Far', relation: 'far', livesWithYouth: false, invite: true });
const newConsent = () => ({ givenBy: 'youth', recipient: 'UU', scope: 'skolegang', purpose: 'overgang', givenOn: '2026-01-01' });

const YOUTH: Record<string, Row> = {
  'GET /api/v1/youths/:id': of('youth', 'freja'),
  'PATCH /api/v1/youths/:id': of('youth', 'freja', () => ({ schoolGrade: '9. klasse' })),
  'POST /api/v1/youths/:id/cpr-disclosure': of('youth', 'freja', () => ({ purpose: 'Skal bruges i fagsystemet' })),
  'GET /api/v1/youths/:id/coordinators': of('youth', 'freja'),
  'GET /api/v1/youths/:id/measures': of('youth', 'freja'),
  'POST /api/v1/youths/:id/measures': of('youth', 'freja', (org) => ({ departmentId: org.unit.ppr, title: 'Udredning', startsOn: '2026-01-01' })),
  'POST /api/v1/measures/:id/ending': of('measure', 'freja', () => ({ endsOn: '2099-12-01' })),
  'GET /api/v1/youths/:id/network': of('youth', 'freja'),
  'POST /api/v1/youths/:id/network': of('youth', 'freja', newPerson),
  'GET /api/v1/youths/:id/custody-holders': of('youth', 'freja'),
  'POST /api/v1/youths/:id/custody-holders': of('youth', 'freja', newHolder),
  'PATCH /api/v1/custody-holders/:id': of('custodyHolder', 'freja', () => ({ invite: false })),
  'GET /api/v1/youths/:id/consents': of('youth', 'freja'),
  'POST /api/v1/youths/:id/consents': of('youth', 'freja', newConsent),
  'POST /api/v1/consents/:id/withdrawal': of('consent', 'freja'),
  'GET /api/v1/youths/:id/deadlines': of('youth', 'freja'),
  'POST /api/v1/deadlines/:id/waiver': of('deadline', 'tage', text('Klaret på anden vis')),
  'GET /api/v1/youths/:id/milestones': of('youth', 'freja'),
  'POST /api/v1/youths/:id/milestones': of('youth', 'freja', () => ({ kind: 'youth_plan_made' })),
  'POST /api/v1/milestones/:id/voiding': of('milestone', 'freja'),
  'GET /api/v1/youths/:id/target-group-assessments': of('youth', 'freja'),
  'POST /api/v1/youths/:id/target-group-assessments': of('youth', 'freja', () => ({ targetGroup: 'disability', belongs: false, reason: 'Ny viden' })),
  'POST /api/v1/reminders/:id/acknowledgement': of('reminder', 'freja'),
  'POST /api/v1/tasks/:id/completion': of('task', 'freja'),
  'DELETE /api/v1/feeds/:id': of('feed', 'freja'),
  'GET /api/v1/youth-imports/:id': of('import', 'tage'),
};

const REFERRALS: Record<string, Row> = {
  'GET /api/v1/referrals/:id': of('submittedReferral', 'freja'),
  'GET /api/v1/referrals/:id/slot-proposals': of('acceptedReferral', 'freja'),
  'PATCH /api/v1/referrals/:id': of('returnedReferral', 'freja', text('Nyt')),
  'POST /api/v1/referrals/:id/submission': of('draftReferral', 'freja'),
  'POST /api/v1/referrals/:id/acceptance': of('submittedReferral', 'karla'),
  'POST /api/v1/referrals/:id/return': of('submittedReferral', 'karla', text('Uddyb')),
  'POST /api/v1/referrals/:id/direct-coordination': of('returnedReferral', 'freja', text('Aftalt i telefonen')),
  'POST /api/v1/referrals/:id/withdrawal': of('draftReferral', 'freja', text('Ikke længere nødvendigt')),
};

const agenda = (over: Partial<Row> & { body?: Row['body'] } = {}): Row => ({ ids: { bookingId: 'booking' }, by: 'freja', ...over });
const statement = (over: Partial<Row>): Row => ({ ids: { bookingId: 'booking', statementId: 'statement' }, by: 'freja', version: 1, ...over });
const rating = (over: Partial<Row>): Row => ({ ids: { bookingId: 'booking', ratingId: 'rating' }, by: 'freja', version: 1, ...over });

const ITEMS: Record<string, Row> = {
  'GET /api/v1/bookings/:id': of('booking', 'freja'),
  'GET /api/v1/bookings/:bookingId/agenda': agenda(),
  'PATCH /api/v1/bookings/:bookingId/agenda': agenda({ body: () => ({ steps: [] }) }),
  'POST /api/v1/bookings/:bookingId/agenda/statements': agenda({ body: () => ({ heading: 'worries', voice: 'unit', text: 'Bolig' }) }),
  'PATCH /api/v1/bookings/:bookingId/agenda/statements/:statementId': statement({ body: () => ({ position: 3 }) }),
  'DELETE /api/v1/bookings/:bookingId/agenda/statements/:statementId': statement({ version: 2 }),
  'POST /api/v1/bookings/:bookingId/agenda/ratings': agenda({ body: () => ({ voice: 'unit', voiceName: 'Ungeenheden', value: 6 }) }),
  'PATCH /api/v1/bookings/:bookingId/agenda/ratings/:ratingId': rating({ body: () => ({ value: 5 }) }),
  'DELETE /api/v1/bookings/:bookingId/agenda/ratings/:ratingId': rating({ version: 2 }),
  'PUT /api/v1/bookings/:bookingId/preparations/:departmentId': agenda({
    ids: { bookingId: 'booking', departmentId: 'unit' }, body: () => ({ nothingToAdd: true }),
  }),
  'PUT /api/v1/bookings/:bookingId/sharing-bases/:area': agenda({ fixed: { area: 'social' }, body: () => ({ act: 'forvaltningsloven', section: '§ 28' }) }),
  'POST /api/v1/bookings/:id/invitation-answer': of('booking', 'solvej', () => ({ answer: 'accepted' })),
  'POST /api/v1/bookings/:id/youth-answer': of('booking', 'freja', () => ({ yes: true })),
  'PUT /api/v1/bookings/:id/participants': of('booking', 'freja', () => ({ participantIds: [] })),
  'POST /api/v1/bookings/:id/participants/:staffId/substitution': {
    ids: { id: 'booking', staffId: 'participant' }, by: 'freja', body: (org) => ({ staffId: org.staff.gitte }),
  },
  'POST /api/v1/bookings/:id/guests': of('booking', 'freja', () => ({ name: 'Mikkel Sandø', email: 'mikkel@bosted.example' })),
  'DELETE /api/v1/bookings/:id/guests/:guestId': { ids: { id: 'booking', guestId: 'guest' }, by: 'freja' },
  'GET /api/v1/bookings/:id/invitations': of('booking', 'freja'),
  'GET /api/v1/bookings/:id/letters': of('booking', 'freja'),
  'GET /api/v1/letters/:id.pdf': of('letter', 'freja'),
  'GET /api/v1/letters/:id.txt': of('letter', 'freja'),
  'POST /api/v1/letters/:id/handed-over': of('letter', 'freja'),
  'DELETE /api/v1/letters/:id/handed-over': of('letter', 'freja'),
  'GET /api/v1/bookings/:id/minutes-copies': of('booking', 'freja'),
  'PUT /api/v1/minutes-copies/:id/basis': of('minutesCopy', 'freja', () => ({ act: 'forvaltningsloven', section: '§ 28' })),
  'POST /api/v1/minutes-copies/:id/handed-over': of('minutesCopy', 'freja'),
  'DELETE /api/v1/minutes-copies/:id/handed-over': of('minutesCopy', 'freja'),
  'POST /api/v1/bookings/:id/holding': of('booking', 'freja'),
  'POST /api/v1/bookings/:id/rescheduling': of('booking', 'freja', (_, ids) => ({ slotId: ids['freeSlot'] })),
  'POST /api/v1/bookings/:id/carry-over': of('booking', 'freja'),
  'POST /api/v1/bookings/:id/restoration': of('cancelledBooking', 'karla', () => ({})),
  'GET /api/v1/bookings/:id/conclusion': of('concludedBooking', 'freja'),
  'GET /api/v1/bookings/:id/conclusion-draft': of('booking', 'freja'),
  'PUT /api/v1/bookings/:id/conclusion-draft': of('booking', 'freja', () => ({}), 0),
  'POST /api/v1/bookings/:id/conclusion': of('booking', 'freja', () => ({})),
  'GET /api/v1/bookings/:id/minutes': of('concludedBooking', 'freja'),
  'GET /api/v1/bookings/:id/minutes.pdf': of('concludedBooking', 'freja'),
  'PUT /api/v1/bookings/:id/minutes': of('concludedBooking', 'freja', () => ({ decisions: [{ text: 'Rettet' }] }), 1),
  'POST /api/v1/bookings/:id/minutes/approval': of('concludedBooking', 'freja'),
  'POST /api/v1/bookings/:id/cancellation': of('booking', 'freja', text('Den unge er syg')),
};

const AGREEMENTS: Record<string, Row> = {
  'PATCH /api/v1/actions/:id': of('action', 'solvej', () => ({ dueOn: '2027-06-20' })),
  'POST /api/v1/actions/:id/completion': of('action', 'solvej'),
  'POST /api/v1/actions/:id/reopening': of('action', 'solvej'),
  'POST /api/v1/actions/:id/dropping': of('action', 'solvej', text('Ikke relevant mere')),
  'PATCH /api/v1/follow-ups/:id': of('followUp', 'freja', () => ({ checkOn: '2027-06-01' })),
  'POST /api/v1/follow-ups/:id/completion': of('followUp', 'freja', () => ({})),
  'GET /api/v1/youths/:id/plan': of('youth', 'freja'),
  'PUT /api/v1/youths/:id/plan': of('youth', 'freja', () => ({ goals: [] }), 0),
  'POST /api/v1/youths/:id/plan/goals': of('youth', 'freja', () => ({ topic: 'housing', title: 'Bolig' })),
  'PATCH /api/v1/youths/:id/plan/goals/:goalId': { ids: { id: 'youth', goalId: 'goal' }, by: 'freja', version: 0, body: () => ({ title: 'Andet' }) },
  'POST /api/v1/youths/:id/plan/actions': of('youth', 'freja', (org) => ({ text: 'Ringer', ownerId: org.staff.freja, dueOn: '2027-06-20' })),
  'PUT /api/v1/youths/:id/plan/actions/:actionId/goal': { ids: { id: 'youth', actionId: 'planAction' }, by: 'freja', body: () => ({ goalId: null }) },
  'GET /api/v1/youths/:id/plan/versions': of('youth', 'freja'),
  'POST /api/v1/youths/:id/plan/versions': of('youth', 'freja'),
  'GET /api/v1/youths/:id/plan.json': of('youth', 'freja'),
  'GET /api/v1/youths/:id/plan.pdf': of('youth', 'freja'),
  'POST /api/v1/youths/:id/handover': of('youth', 'freja', (org) => ({ to: org.staff.gitte })),
  'POST /api/v1/handovers/:id/withdrawal': of('handover', 'freja'),
  'POST /api/v1/handovers/:id/acceptance': of('handover', 'gitte'),
  'POST /api/v1/handovers/:id/refusal': of('handover', 'gitte'),
};

const handedOver = (answer: string, by: StaffName): Row => ({ ids: { id: 'youth', handoverId: 'handover' }, fixed: { answer }, by });

const PAGES: Record<string, Row> = {
  'GET /unge/:id': of('youth', 'freja'),
  'GET /unge/import/:id': of('import', 'tage'),
  'GET /unge/:id/plan.pdf': of('youth', 'freja'),
  'POST /unge/:id/frister/:deadlineId/klaret': { ids: { id: 'youth', deadlineId: 'deadline' }, by: 'freja', body: () => ({ occurredOn: '2026-12-01' }) },
  'POST /unge/:id/milepaele/:milestoneId/fortryd': { ids: { id: 'youth', milestoneId: 'milestone' }, by: 'freja' },
  'POST /unge/:id/overdragelse': of('youth', 'freja', (org) => ({ to: org.staff.gitte })),
  'POST /unge/:id/overdragelse/:handoverId/:answer': handedOver('tilbagetraek', 'freja'),
  'POST /unge/gennemgang/:id/senere': of('youth', 'freja', () => ({ returnOn: '2027-01-12' })),
  'POST /unge/gennemgang/:id/uden-moede': of('youth', 'freja', text('Aftalt med skolen')),
  'POST /unge/gennemgang/:id/fortryd': of('youth', 'freja'),
  'POST /opgaver/:id': of('task', 'freja'),
  'POST /opgaver/:id/fortryd': of('task', 'freja'),
  'POST /aftaler/:id': of('action', 'solvej'),
  'POST /aftaler/:id/fortryd': of('action', 'solvej'),
  'GET /kalender/abonnement/:id': of('feedOnPage', 'freja'),
  'POST /kalender/abonnement/:id/luk': of('feedOnPage', 'freja'),
  'POST /paamindelser/:id': of('reminder', 'freja'),
};

const inYouth = (param: string, id: string, by: StaffName, body?: Row['body']): Row => ({ ids: { id: 'youth', [param]: id }, by, ...(body && { body }) });

const YOUTH_PAGES: Record<string, Row> = {
  'POST /unge/:id/frister/:deadlineId/ikke-relevant': inYouth('deadlineId', 'deadline', 'tage', text('Klaret på anden vis')),
  'POST /unge/:id/frister/:deadlineId/relevant': inYouth('deadlineId', 'deadline', 'tage'),
  'POST /unge/:id/milepaele': of('youth', 'freja', () => ({ kind: 'youth_plan_made', occurredOn: '2026-11-02' })),
  'POST /unge/:id/indsatser': of('youth', 'freja', (org) => ({ departmentId: org.unit.ppr, title: 'Samtaler', startsOn: '2026-02-01' })),
  'POST /unge/:id/indsatser/:measureId/slut': inYouth('measureId', 'measure', 'freja', () => ({ endsOn: '2099-12-01' })),
  'POST /unge/:id/indsatser/:measureId/fortsaet': inYouth('measureId', 'measure', 'freja'),
  'POST /unge/:id/netvaerk': of('youth', 'freja', newPerson),
  'GET /unge/:id/netvaerk/:personId': inYouth('personId', 'networkPerson', 'freja'),
  'POST /unge/:id/netvaerk/:personId': inYouth('personId', 'networkPerson', 'freja', newPerson),
  'POST /unge/:id/netvaerk/:personId/fjern': inYouth('personId', 'networkPerson', 'freja'),
  'POST /unge/:id/netvaerk/:personId/tilbage': inYouth('personId', 'networkPerson', 'freja'),
  'POST /unge/:id/foraeldre': of('youth', 'freja', () => ({ name: 'Far', relation: 'far' })),
  'GET /unge/:id/foraeldre/:holderId': inYouth('holderId', 'custodyHolder', 'freja'),
  'POST /unge/:id/foraeldre/:holderId': inYouth('holderId', 'custodyHolder', 'freja', () => ({ name: 'Far', relation: 'far' })),
  'POST /unge/:id/samtykker': of('youth', 'freja', () => ({ ...newConsent(), givenBy: 'youth' })),
  'POST /unge/:id/samtykker/:consentId/tilbagetraek': inYouth('consentId', 'consent', 'freja'),
  'POST /unge/:id/samtykker/:consentId/fortryd': inYouth('consentId', 'consent', 'freja'),
  'POST /unge/:id/oplysninger': of('youth', 'freja', () => ({ firstName: 'Nanna', lastName: 'Lyngbæk' })),
  'POST /unge/:id/beskyttelse': of('youth', 'freja', () => ({ protection: 'til' })),
  'POST /unge/:id/cpr': of('youth', 'freja', () => ({ purpose: 'Skal bruges i fagsystemet' })),
};

const DOCKET_PAGES: Record<string, Row> = {
  'POST /dagsorden/punkter/:id/flyt': of('booking', 'freja', (_, ids) => ({ dato: '2026-12-09', slotId: ids['freeSlot'] })),
  'POST /dagsorden/punkter/:id/naeste-dag': of('booking', 'freja', () => ({ dato: '2026-12-09' })),
  'POST /dagsorden/punkter/:id/afholdt': of('booking', 'freja', () => ({ dato: '2026-12-09' })),
  'GET /dagsorden/dage/:id': shared('day', 'karla', DAY_PAGE),
  'POST /dagsorden/dage/:id/luk': shared('day', 'karla', DAY_PAGE),
  'POST /dagsorden/dage/:id/aabn': shared('day', 'karla', DAY_PAGE),
  'POST /dagsorden/dage/:id/sent-punkt': shared('day', 'karla', DAY_PAGE, (_, ids) => ({ referralId: ids['acceptedReferral'], slotId: ids['freeSlot'], lateReason: 'Haster' })),
  'POST /dagsorden/dage/:id/flyt': shared('day', 'karla', DAY_PAGE, () => ({ date: '2027-06-16', startsAt: '09:00', reason: 'Kursus' })),
  'POST /dagsorden/dage/:id/personer': shared('day', 'karla', DAY_PAGE, (org) => ({ 'panel.family': org.staff.gitte })),
  'POST /dagsorden/dage/:id/svar': shared('day', 'karla', DAY, () => ({ dato: '2027-05-12', answer: 'accepted' })),
  'POST /dagsorden/dage/:id/flyt/fortryd': shared('day', 'karla', DAY_PAGE),
  'POST /dagsorden/dage/:id/aflys': shared('day', 'karla', DAY_PAGE, text('Flyttet')),
};

const goalText = { title: 'Egen bolig', ownWords: 'Min egen nøgle', topic: 'housing' };

const PLAN_PAGES: Record<string, Row> = {
  'GET /unge/:id/plan': of('youth', 'freja'),
  'POST /unge/:id/plan/maal': of('youth', 'freja', () => goalText),
  'GET /unge/:id/plan/maal/:goalId': inYouth('goalId', 'goal', 'freja'),
  'POST /unge/:id/plan/maal/:goalId': inYouth('goalId', 'goal', 'freja', () => ({ ...goalText, version: '1' })),
  'POST /unge/:id/plan/maal/:goalId/flyt': inYouth('goalId', 'goal', 'freja', () => ({ direction: 'up', version: '1' })),
  'POST /unge/:id/plan/maal/:goalId/status': inYouth('goalId', 'goal', 'freja', () => ({ state: 'open', version: '1' })),
  'POST /unge/:id/plan/aftaler': of('youth', 'freja', (org) => ({ text: 'Ringer', ownerId: org.staff.freja, dueOn: '2027-02-01' })),
  'GET /unge/:id/plan/aftaler/:actionId': inYouth('actionId', 'action', 'freja'),
  'POST /unge/:id/plan/aftaler/:actionId': inYouth('actionId', 'action', 'freja', (org) => ({ ownerId: org.staff.solvej, dueOn: '2027-02-01' })),
  'POST /unge/:id/plan/aftaler/:actionId/gjort': inYouth('actionId', 'action', 'freja'),
  'POST /unge/:id/plan/aftaler/:actionId/genaabn': inYouth('actionId', 'action', 'freja'),
  'POST /unge/:id/plan/aftaler/:actionId/opgiv': inYouth('actionId', 'action', 'freja', text('Ikke længere brug for det')),
  'POST /unge/:id/plan/godkend': of('youth', 'freja'),
  'GET /unge/:id/plan/udgaver/:number': { ids: { id: 'youth' }, fixed: { number: '1' }, by: 'freja' },
  'GET /unge/:id/plan/forskel': of('youth', 'freja'),
  'GET /unge/:id/plan/kort': of('youth', 'freja'),
  'GET /unge/:id/plan-kort.pdf': of('youth', 'freja'),
};

const SHARED: Record<string, Row> = {
  'GET /hjaelp/:slug': { ids: {}, fixed: { slug: 'frister' }, by: 'freja', notOfAYouth: 'help is the same for all' },
  'GET /administration/serier/:id': shared('series', 'karla', 'a series carries no youth'),
  'POST /administration/serier/:id': shared('series', 'karla', 'a series carries no youth', () => ({})),
  'POST /administration/lukkedage/:id/aabn': shared('otherClosedDay', 'karla', 'a closed day carries no youth'),
  'GET /fravaer/:id': shared('freja', 'bo', 'when a colleague is away; no reason is kept'),
  'POST /fravaer/:id': shared('freja', 'freja', 'when a colleague is away', () => ({ startsOn: '2027-06-01', endsOn: '2027-06-02' })),
  'POST /fravaer/:id/:absenceId/fjern': { ids: { id: 'freja', absenceId: 'absence' }, by: 'freja', notOfAYouth: 'when a colleague is away' },
  'GET /k/:token/kalender.ics': { ids: { token: 'token' }, by: 'freja', notOfAYouth: 'whoever holds the address; the calendar names nobody' },
  'PATCH /api/v1/meeting-series/:id': shared('series', 'karla', 'a series carries no youth', () => ({ name: 'K-mødet' })),
  'PUT /api/v1/meeting-days/:id/crew': shared('day', 'karla', DAY, () => ({ room: 'Salen' })),
  'POST /api/v1/meeting-days/:id/relocation': shared('day', 'karla', DAY, () => ({ room: 'Stuen' })),
  'POST /api/v1/meeting-days/:id/closure': shared('day', 'karla', DAY),
  'POST /api/v1/meeting-days/:id/reopening': shared('day', 'karla', DAY),
  'POST /api/v1/meeting-days/:id/invitation-answer': shared('day', 'karla', DAY, () => ({ answer: 'accepted' })),
  'POST /api/v1/meeting-days/:id/cancellation': shared('day', 'karla', DAY, text('Flyttet')),
  'POST /api/v1/principled-questions/:id/answer': shared('question', 'freja', 'a principled question is anonymous and for all who work with youths', () => ({ answer: 'Kommunen' })),
  'POST /spoergsmaal/:id/svar': shared('question', 'karla', 'a principled question is anonymous and for all who work with youths', () => ({ answer: 'Kommunen' })),
  'GET /api/v1/staff/:id/absences': shared('freja', 'bo', 'when a colleague is away; no reason is kept'),
  'POST /api/v1/staff/:id/absences': shared('freja', 'freja', 'when a colleague is away', () => ({ startsOn: '2027-06-01', endsOn: '2027-06-02' })),
  'POST /api/v1/staff/:id/succession': shared('freja', 'tage', "names a leaver of the team leader's own unit; others are unknown", (org) => ({ to: org.staff.gitte })),
  'POST /administration/kalendere/:id/proev': shared('calendarTarget', 'anker', 'the shared calendar of a department; only the administrator'),
  'POST /administration/kalendere/:id/fjern': shared('calendarTarget', 'anker', 'the shared calendar of a department; only the administrator'),
  'POST /api/v1/calendar-targets/:id/trial': shared('calendarTarget', 'anker', 'the shared calendar of a department; only the administrator'),
  'DELETE /api/v1/calendar-targets/:id': shared('calendarTarget', 'anker', 'the shared calendar of a department; only the administrator'),
  'POST /administration/job/:id/igen': shared('message', 'anker', 'a message of the queue carries ids and codes'),
  'POST /administration/job/:id/afvis': shared('message', 'anker', 'a message of the queue carries ids and codes', text('Klaret i hånden')),
  'POST /api/v1/jobs/messages/:id/retry': shared('message', 'anker', 'a message of the queue carries ids and codes'),
  'POST /api/v1/jobs/messages/:id/dismissal': shared('message', 'anker', 'a message of the queue carries ids and codes', text('Klaret i hånden')),
  'GET /personaleskift/:staffId': { ids: { staffId: 'freja' }, by: 'tage', notOfAYouth: "names a leaver of the team leader's own unit; others are unknown" },
  'POST /personaleskift/:staffId': { ids: { staffId: 'freja' }, by: 'tage', notOfAYouth: "names a leaver of the team leader's own unit; others are unknown" },
  'DELETE /api/v1/closed-days/:id': shared('closedDay', 'karla', 'a closed day carries no youth'),
};

/** Taken away at the end, so that the rows above still find them. */
const REMOVALS: Record<string, Row> = {
  'POST /unge/:id/indsatser/:measureId/tilbage': inYouth('measureId', 'measure', 'freja'),
  'POST /unge/:id/foraeldre/:holderId/fjern': inYouth('holderId', 'custodyHolder', 'freja'),
  'DELETE /api/v1/network-persons/:id': of('networkPerson', 'freja'),
  'DELETE /api/v1/custody-holders/:id': of('custodyHolder', 'freja'),
};

/** By the name of the route, in the order in which the rightful person tries them. */
export const ROWS: Readonly<Record<string, Row>> = {
  ...YOUTH, ...REFERRALS, ...REFERRAL_PAGES, ...ITEM_PAGES, ...ITEMS, ...PAGES, ...YOUTH_PAGES, ...PLAN_PAGES, ...DOCKET_PAGES, ...AGREEMENTS, ...REMOVALS, ...SHARED,
};
