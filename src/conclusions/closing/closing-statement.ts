import type { CalendarDate } from '../../platform/clock/calendar-date.js';
import type { ReferralTypeCode, WithoutYouthReason } from '../../referrals/types/referral-codes.js';
import type { ClosingNeed, OutcomeCode } from '../../referrals/types/referral-type-definition.js';
import type { Evaluation } from './evaluation.js';
import type { AbsenceAnswer, ActionKind, YouthView } from './closing-codes.js';

/** What a person says when closing an item, as far as it is filled in; a draft has the same shape. */
export interface ClosingStatement {
  readonly outcome?: string;
  readonly attendance?: {
    readonly staff?: readonly StaffAttendance[];
    readonly guests?: readonly { readonly guestId: string; readonly present: boolean }[];
    readonly youth?: YouthAttendance;
  };
  readonly decisions?: readonly Decision[];
  readonly actions?: readonly AgreedAction[];
  readonly noActionsBecause?: string;
  readonly coordinatorId?: string;
  readonly whenAbsent?: { readonly then?: AbsenceAnswer; readonly reason?: string };
  /** Places to choose between (STU-loven § 2 a). */
  readonly places?: readonly string[];
  readonly fewerPlacesBecause?: string;
  readonly next?: NextStep;
  /** Never asked for. */
  readonly evaluation?: Evaluation;
  readonly principledQuestions?: readonly { readonly text?: string; readonly ownerId?: string }[];
}

export interface StaffAttendance {
  readonly staffId: string;
  readonly present: boolean;
  readonly substituteId?: string;
  /** Why nobody came for the area: told in the minutes and counted. */
  readonly absentReason?: string;
}

export interface YouthAttendance {
  readonly present: boolean;
  readonly reason?: WithoutYouthReason;
  readonly note?: string;
  readonly view?: YouthView;
}

/** A meeting's note. It is no formal decision; one that a unit has made can be pointed to. */
export interface Decision {
  readonly text?: string;
  readonly area?: string;
  readonly formalDecision?: { readonly decidedOn?: CalendarDate; readonly unit?: string; readonly reference?: string };
}

export interface AgreedAction {
  readonly text?: string;
  readonly ownerId?: string;
  readonly dueOn?: CalendarDate;
  readonly kind?: ActionKind;
  readonly goalId?: string;
}

export interface NextStep {
  readonly slotId?: string;
  /** Type of the item in the next slot; a follow-up unless told otherwise. */
  readonly type?: ReferralTypeCode;
  readonly participantIds?: readonly string[];
  readonly lateReason?: string;
  readonly checkOn?: CalendarDate;
  readonly closedBecause?: string;
}

/** What the statement is held against; ids are those of staff, guests and goals. */
export interface ClosingFacts {
  readonly needs: readonly ClosingNeed[];
  readonly outcomes: readonly OutcomeCode[];
  readonly itemDate: CalendarDate;
  readonly today: CalendarDate;
  /** Empty for an anonymous item. */
  readonly youthNames: readonly string[];
  readonly anonymous: boolean;
  /** The referral said from the start that the youth would not take part. */
  readonly plannedWithoutYouth: boolean;
  readonly mandatoryStaff: readonly MandatoryParticipant[];
  readonly guestIds: ReadonlySet<string>;
  /** Of the staff that the statement names: all that exist, and those who work here. */
  readonly knownStaff: ReadonlySet<string>;
  readonly activeStaff: ReadonlySet<string>;
  readonly goalIds: ReadonlySet<string>;
}

export interface MandatoryParticipant {
  readonly staffId: string;
  /** Those who can decide the same. */
  readonly substitutes: ReadonlySet<string>;
}
