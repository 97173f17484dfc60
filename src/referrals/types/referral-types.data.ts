import { parseCalendarDate, type CalendarDate } from '../../platform/clock/calendar-date.js';
import {
  COORDINATION_AGENDA, FOLLOW_UP_AGENDA, INTERNAL_DISCUSSION_AGENDA, NETWORK_MEETING_AGENDA, SIX_TOPICS, SPARRING_AGENDA,
  STU_AGENDA, TRANSITION_AGENDA, YOUTH_SUPPORT_AGENDA,
} from './agenda-templates.data.js';
import type { ReferralTypeCode } from './referral-codes.js';
import type { Attendee, ClosingNeed, ReferralTypeDefinition } from './referral-type-definition.js';

export interface ReferralTypeVersion {
  readonly code: ReferralTypeCode;
  readonly label: string;
  readonly source: string;
  readonly inForceFrom: CalendarDate;
  /** Last day in force. */
  readonly inForceTo: CalendarDate | null;
  readonly definition: ReferralTypeDefinition;
}

const K_MEETINGS_BEGAN = parseCalendarDate('2020-09-09');
const BEFORE_CHILDRENS_ACT = parseCalendarDate('2023-12-31');
const CHILDRENS_ACT = parseCalendarDate('2024-01-01');

const TULU = 'TULU-rapporten 2016';
const STATUS = 'Status på K-møder, oktober 2020';

const COORDINATOR: Attendee = { who: 'coordinator' };
const AUTHOR: Attendee = { who: 'author' };
const AREAS_ASKED: Attendee = { who: 'areas_asked', decides: true };
const WITH_YOUTH: readonly ClosingNeed[] = ['outcome', 'attendance', 'decision_note', 'action', 'coordinator', 'next', 'tell_youth', 'youth_view'];
const ADVICE: readonly ClosingNeed[] = ['outcome', 'attendance', 'decision_note', 'next', 'tell_youth'];

const transition: ReferralTypeDefinition = {
  slots: 1, youth: 'expected', anonymousAllowed: false, leadDays: 14, convener: 'coordinator',
  mustAttend: [
    COORDINATOR,
    { who: 'area', of: 'family', because: `${TULU}: primære er Familieafdelingen, Socialafdelingen og UU` },
    { who: 'area', of: 'social', decides: true },
    { who: 'area', of: 'education' },
    AREAS_ASKED,
  ],
  mayAttend: [
    { who: 'area', of: 'ppr', because: `${TULU}: PPR er sekundær` },
    { who: 'area', of: 'employment' }, { who: 'area', of: 'health' }, { who: 'area', of: 'school' },
  ],
  outcomes: ['plan_agreed', 'decided', 'not_finished', 'youth_did_not_come'],
  closing: WITH_YOUTH, agenda: TRANSITION_AGENDA, followUpWeeks: 10, topics: [],
};

const youthSupport: ReferralTypeDefinition = {
  slots: 1, youth: 'heard_before', anonymousAllowed: false, leadDays: 0, convener: 'youth_unit_team_leader',
  mustAttend: [
    COORDINATOR,
    { who: 'department_kind', of: 'family_youth', role: 'team_leader', decides: true },
    { who: 'area', of: 'social', role: 'team_leader', decides: true },
    { who: 'area', of: 'education' },
    { who: 'area', of: 'ppr', because: `${TULU}: PPR-psykologen er vigtig på grund af psykiske udfordringer` },
  ],
  mayAttend: [{ who: 'area', of: 'employment' }],
  outcomes: ['recommended', 'not_finished'],
  closing: [...WITH_YOUTH], agenda: YOUTH_SUPPORT_AGENDA, followUpWeeks: null, topics: [],
};

const since = (code: ReferralTypeCode, label: string, source: string, definition: ReferralTypeDefinition): ReferralTypeVersion => ({
  code, label, source, inForceFrom: K_MEETINGS_BEGAN, inForceTo: null, definition,
});

/** Every type this program ships with. The minutes are its own proposal: no source gives any. */
export const REFERRAL_TYPES: readonly ReferralTypeVersion[] = [
  {
    code: 'transition', label: 'overgangsmøde', source: `${TULU}; serviceloven § 19 a (1.1.2021-31.12.2023)`,
    inForceFrom: K_MEETINGS_BEGAN, inForceTo: BEFORE_CHILDRENS_ACT, definition: transition,
  },
  {
    code: 'transition', label: 'overgangsmøde', source: `${TULU}; barnets lov §§ 122-123`,
    inForceFrom: CHILDRENS_ACT, inForceTo: null, definition: { ...transition, topics: SIX_TOPICS },
  },
  since('sparring', 'sparring', `${TULU}: sparringsmøde uden deltagelse af den unge, i sager af særlig karakter`, {
    slots: 1, youth: 'absent', anonymousAllowed: true, leadDays: 0, convener: 'author',
    mustAttend: [AUTHOR, AREAS_ASKED], mayAttend: [],
    outcomes: ['advised', 'not_finished'], closing: ADVICE, agenda: SPARRING_AGENDA, followUpWeeks: null, topics: [],
  }),
  {
    code: 'youth_support_assessment', label: 'vurdering af efterværn', source: `${TULU}: fælles visitationsudvalg; serviceloven § 76`,
    inForceFrom: K_MEETINGS_BEGAN, inForceTo: BEFORE_CHILDRENS_ACT, definition: youthSupport,
  },
  {
    code: 'youth_support_assessment', label: 'vurdering af ungestøtte', source: `${TULU}: fælles visitationsudvalg; barnets lov §§ 111 og 114-116`,
    inForceFrom: CHILDRENS_ACT, inForceTo: null, definition: youthSupport,
  },
  since('stu_assessment', 'STU-vurdering', `${STATUS}: STU-visitation er en del af K-mødet; STU-loven § 2 a`, {
    slots: 1, youth: 'heard_before', anonymousAllowed: false, leadDays: 14, convener: 'author',
    mustAttend: [{ who: 'area', of: 'education', decides: true }, { who: 'area', of: 'social', decides: true }, { who: 'area', of: 'family' }],
    mayAttend: [{ who: 'area', of: 'employment' }, { who: 'area', of: 'school' }],
    outcomes: ['recommended', 'not_finished'],
    closing: [...WITH_YOUTH, 'two_places'], agenda: STU_AGENDA, followUpWeeks: 52, topics: [],
  }),
  since('coordination', 'koordinering', `${STATUS}: koordineringsbehov mellem myndighedsområder`, {
    slots: 1, youth: 'expected', anonymousAllowed: false, leadDays: 14, convener: 'coordinator',
    mustAttend: [COORDINATOR, AREAS_ASKED], mayAttend: [],
    outcomes: ['plan_agreed', 'decided', 'not_finished', 'youth_did_not_come'],
    closing: WITH_YOUTH, agenda: COORDINATION_AGENDA, followUpWeeks: 10, topics: [],
  }),
  since('internal_discussion', 'intern drøftelse', `${TULU}: procedure for interne drøftelser i særlige sager`, {
    slots: 1, youth: 'absent', anonymousAllowed: true, leadDays: 0, convener: 'author',
    mustAttend: [AUTHOR, { who: 'areas_asked', role: 'team_leader', decides: true }], mayAttend: [],
    outcomes: ['clarified', 'decided', 'not_finished'], closing: ADVICE, agenda: INTERNAL_DISCUSSION_AGENDA, followUpWeeks: null, topics: [],
  }),
  since('network_meeting', 'netværksmøde', `${TULU}: to faste netværksmøder, ved graviditet og 8 uger efter fødslen; en skal-opgave for kommunens enheder`, {
    slots: 2, youth: 'expected', anonymousAllowed: false, leadDays: 0, convener: 'author',
    mustAttend: [AUTHOR, AREAS_ASKED], mayAttend: [{ who: 'area', of: 'health' }],
    outcomes: ['plan_agreed', 'not_finished', 'youth_did_not_come'],
    closing: WITH_YOUTH, agenda: NETWORK_MEETING_AGENDA, followUpWeeks: 8, topics: [],
  }),
  since('follow_up', 'opfølgning', `${TULU}: ingen afleverer bare sagen; næste skridt aftales`, {
    slots: 1, youth: 'as_last_time', anonymousAllowed: false, leadDays: 0, convener: 'coordinator',
    mustAttend: [COORDINATOR, { who: 'action_owners' }], mayAttend: [],
    outcomes: ['followed_up', 'plan_agreed', 'not_finished', 'youth_did_not_come'],
    closing: WITH_YOUTH, agenda: FOLLOW_UP_AGENDA, followUpWeeks: 10, topics: [],
  }),
];
