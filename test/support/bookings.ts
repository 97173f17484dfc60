import type { Response } from 'supertest';
import { addDays, addYears } from '../../src/platform/clock/calendar-date.js';
import type { TestApp } from './app.js';
import { type DayBody, daysBetween } from './meeting-days.js';
import type { Organisation, StaffName } from './organisation.js';
import { recordYouth, type YouthWish } from './youth-builder.js';

/** What the belonging check says yes to. */
const YES = { needsSeveralAreas: true, supportAfter18: 'individual_support' };

export interface ReferralBody {
  readonly id: string;
  readonly state: string;
  readonly queueFirst: boolean;
}

export interface BookingBody {
  readonly id: string;
  readonly referralId: string;
  readonly meetingDayId: string;
  readonly slotId: string;
  readonly date: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly state: string;
  readonly urgent: boolean;
  readonly lateReason: string | null;
  readonly revision: number;
  readonly reference: string;
  readonly participantIds: readonly string[];
  readonly participants: ReadonlyArray<{
    readonly staffId: string; readonly role: string; readonly standing: boolean; readonly decisionPower: boolean; readonly mandatory: boolean;
    readonly substituteFor: { readonly id: string } | null;
  }>;
  readonly guests: ReadonlyArray<{ readonly kind: string; readonly name: string }>;
  readonly youthAnswer: { readonly yes: boolean; readonly note: string | null } | null;
  readonly companionRight: string | null;
}

export interface ProposalsBody {
  readonly items: ReadonlyArray<{ readonly meetingDayId: string; readonly slotId: string; readonly urgent: boolean; readonly date: string;
    readonly participantIds: readonly string[]; readonly reasons: readonly string[]; }>;
  readonly excluded: ReadonlyArray<{ readonly meetingDayId: string; readonly date: string; readonly codes: readonly string[]; readonly reasons: readonly string[] }>;
  readonly deadline: { readonly ahead: string | null; readonly overdueSince: string | null };
}

/** Short ways through the API for tests of bookings. */
export class BookingDesk {
  private days: DayBody[] = [];

  constructor(
    private readonly app: TestApp,
    private readonly org: Organisation,
  ) {}

  async as(name: StaffName): Promise<ReturnType<TestApp['as']>> {
    return this.app.as(await this.org.token(name));
  }

  /** A youth of Ungeenheden aged 20 with Freja as coordinating caseworker: no deadline of a transition meeting lies ahead. */
  async youth(wish: Partial<YouthWish> = {}): Promise<string> {
    const today = await this.app.inTx((tx) => Promise.resolve(tx.today));
    return recordYouth(this.app, this.org, { born: addYears(today, -20), coordinator: 'freja', ...wish });
  }

  /** An accepted referral by Freja: coordination with her own unit and the social area, unless told otherwise. */
  async referral(youthId: string | null, over: object = {}, by: StaffName = 'freja'): Promise<string> {
    const body = { type: 'coordination', purpose: 'coordinate', reason: 'Overgang mellem to områder', areas: ['social'], belongs: YES, ...over };
    const answer = await (await this.as(by)).post('/referrals', youthId === null ? body : { youthId, ...body }).expect(201);
    const referral = answer.body as ReferralBody;
    if (referral.state === 'submitted') await (await this.as('karla')).post(`/referrals/${referral.id}/acceptance`).expect(200);
    return referral.id;
  }

  /** An accepted referral about a new youth. */
  async caseReady(over: object = {}, youth: Partial<YouthWish> = {}): Promise<string> {
    return this.referral(await this.youth(youth), over, youth.coordinator ?? 'freja');
  }

  async referralState(id: string): Promise<ReferralBody> {
    return (await (await this.as('karla')).get(`/referrals/${id}`).expect(200)).body as ReferralBody;
  }

  async propose(referralId: string, as: StaffName = 'freja'): Promise<ProposalsBody> {
    return (await (await this.as(as)).get(`/referrals/${referralId}/slot-proposals`).expect(200)).body as ProposalsBody;
  }

  /** Sends a booking and leaves the answer to the test. */
  async send(referralId: string, slotId: string | undefined, over: object = {}, as: StaffName = 'freja'): Promise<Response> {
    return (await this.as(as)).post('/bookings', { referralId, slotId, participantIds: [], ...over });
  }

  async book(referralId: string, slotId: string | undefined, over: object = {}, as: StaffName = 'freja'): Promise<BookingBody> {
    const answer = await this.send(referralId, slotId, over, as);
    if (answer.status !== 201) throw new Error(`a booking was answered ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body as BookingBody;
  }

  /** Takes up the open days, of which `nextDay` then gives one after another. */
  async takeUpDays(): Promise<void> {
    this.days = await this.openDays();
  }

  /** Another day for each test, so that none stands in another's way. */
  nextDay(): DayBody {
    const day = this.days.shift();
    if (day === undefined) throw new Error('no open day is left');
    return day;
  }

  /** Days of the next 26 weeks whose docket is open, in order. */
  async openDays(): Promise<DayBody[]> {
    const { from, to } = await this.app.inTx((tx) => Promise.resolve({ from: tx.today, to: addDays(tx.today, 26 * 7) }));
    const days = await daysBetween(this.app, this.org, from, to);
    return days.filter((day) => day.state === 'planned' && day.closesOn > from);
  }
}

/** The slots of a day by position; the urgent one last. */
export function slotIds(day: DayBody | undefined): string[] {
  return (day?.slots ?? []).map((slot) => slot.id);
}
