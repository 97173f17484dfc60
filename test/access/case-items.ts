import type { ApiClient, TestApp } from '../support/app.js';
import type { Organisation } from '../support/organisation.js';
import { as, type Canary, send, type YouthOfCase } from './case-youth.js';
import type { Ids, Meetings } from './case.js';

const YES = { needsSeveralAreas: true, supportAfter18: 'individual_support' };

async function raise(freja: ApiClient, karla: ApiClient, { ids, canary }: YouthOfCase, type: string, over: object = {}): Promise<string> {
  const { id, state } = await send(freja, 'post', '/referrals', {
    youthId: ids['youth'], type, purpose: 'coordinate', reason: canary('begrundelse'), youthWish: canary('ønske'), areas: ['social', 'education'], belongs: YES, ...over,
  });
  if (state === 'submitted') await send(karla, 'post', `/referrals/${id}/acceptance`);
  return id;
}

/** Three items: one to be concluded, one that waits with its agenda written, and one that was cancelled. */
export async function bookItems(app: TestApp, org: Organisation, meetings: Meetings, youth: YouthOfCase): Promise<Ids> {
  const [freja, karla] = [await as(app, org, 'freja'), await as(app, org, 'karla')];
  const participantIds = [org.staff.freja, org.staff.solvej, org.staff.ulla];
  const book = async (type: string): Promise<{ referral: string; booking: string }> => {
    const referral = await raise(freja, karla, youth, type);
    const { id } = await send(karla, 'post', '/bookings', { referralId: referral, slotId: meetings.slots.shift(), participantIds, lateReason: youth.canary('sen') });
    return { referral, booking: id };
  };
  const first = await book('transition');
  const second = await book('coordination');
  const third = await book('youth_support_assessment');
  await send(karla, 'post', `/bookings/${third.booking}/cancellation`, { reason: youth.canary('aflysning') });
  await send(karla, 'post', `/bookings/${second.booking}/guests`, { name: youth.canary('gæst'), function: youth.canary('gæstfunktion'), email: 'mikkel@bosted.example' });
  const [guest] = await app.inTx((tx) => tx.query<{ id: string }>('SELECT id FROM booking_guest WHERE booking_id = $1 AND email IS NOT NULL', [second.booking]));
  await send(karla, 'post', `/bookings/${second.booking}/youth-answer`, { yes: true, note: youth.canary('svar') });
  return {
    concludedBooking: first.booking, concludedReferral: first.referral, booking: second.booking, bookedReferral: second.referral, guest: guest?.id ?? '',
    cancelledBooking: third.booking, acceptedReferral: third.referral, ...(await writeAgenda(freja, org, second.booking, youth.canary)),
  };
}

async function writeAgenda(freja: ApiClient, org: Organisation, booking: string, canary: Canary): Promise<Ids> {
  const at = `/bookings/${booking}`;
  const { id: statement } = await send(freja, 'post', `${at}/agenda/statements`, { heading: 'worries', voice: 'parent', voiceName: canary('stemme'), text: canary('udsagn') });
  const { id: rating } = await send(freja, 'post', `${at}/agenda/ratings`, {
    voice: 'youth', voiceName: canary('skalastemme'), value: 4, because: canary('fordi'), oneUp: canary('højere'),
  });
  await send(freja, 'put', `${at}/preparations/${org.unit.ungeenhed}`, { nothingToAdd: false, text: canary('forberedelse') });
  await send(freja, 'put', `${at}/sharing-bases/social`, { act: 'forvaltningsloven', section: '§ 28, stk. 2, nr. 3' });
  return { statement, rating };
}

/** Referrals in the states that triage and the author meet. */
export async function raiseOtherReferrals(app: TestApp, org: Organisation, youth: YouthOfCase): Promise<Ids> {
  const [freja, karla] = [await as(app, org, 'freja'), await as(app, org, 'karla')];
  const { canary } = youth;
  const sent = async (type: string, over: object): Promise<string> => (await send(freja, 'post', '/referrals', {
    youthId: youth.ids['youth'], type, purpose: 'spar', reason: canary('begrundelse'), youthWish: canary('ønske'), areas: ['social'], ...over,
  })).id;
  const draftReferral = await sent('network_meeting', { asDraft: true });
  const submittedReferral = await sent('stu_assessment', { urgent: { reason: 'other', note: canary('haster') } });
  const withoutYouth = { reason: 'other', note: canary('udenunge') };
  const returnedReferral = await sent('sparring', { withoutYouth });
  await send(karla, 'post', `/referrals/${returnedReferral}/return`, { reason: canary('retur') });
  const withdrawnReferral = await sent('internal_discussion', { withoutYouth });
  await send(freja, 'post', `/referrals/${withdrawnReferral}/withdrawal`, { reason: canary('tilbagetrukket') });
  return { draftReferral, submittedReferral, returnedReferral, withdrawnReferral };
}

interface Draft {
  readonly staff: ReadonlyArray<{ staffId: string; mandatory: boolean }>;
  readonly guests: ReadonlyArray<{ guestId: string }>;
}

/** Karla closes the first item when it is over: with a decision, an action, a question and a day to check. */
export async function concludeFirst(app: TestApp, org: Organisation, { canary }: YouthOfCase, ids: Ids): Promise<Ids> {
  const karla = await as(app, org, 'karla');
  const at = `/bookings/${ids['concludedBooking']}`;
  const [row] = await app.inTx((tx) => tx.query<{ endsAt: Date }>('SELECT ends_at AS "endsAt" FROM booking WHERE id = $1', [ids['concludedBooking']]));
  app.clock.moveTo(row?.endsAt ?? new Date());
  const draft = (await karla.get(`${at}/conclusion-draft`).expect(200)).body as Draft;
  const statement = {
    outcome: 'plan_agreed', decisions: [{ text: canary('beslutning') }], coordinatorId: org.staff.freja, next: { checkOn: '2027-05-25' },
    attendance: {
      staff: draft.staff.filter((each) => each.mandatory).map(({ staffId }) => ({ staffId, present: true })),
      guests: draft.guests.map(({ guestId }) => ({ guestId, present: true })), youth: { present: true },
    },
    actions: [{ text: canary('aftale'), ownerId: org.staff.solvej, dueOn: '2027-05-20' }], evaluation: { useful: 2, note: canary('evaluering') },
    places: [canary('sted'), `${canary('sted')} to`],
    principledQuestions: [{ text: 'Hvem betaler i overgangen?', ownerId: org.staff.sonja }],
  };
  await send(karla, 'put', `${at}/conclusion-draft`, statement, 0);
  const concluded = await send(karla, 'post', `${at}/conclusion`, statement);
  const [action] = concluded['actions'] as Array<{ id: string }>;
  return { action: action?.id ?? '', followUp: (concluded['next'] as { followUpId: string }).followUpId };
}
