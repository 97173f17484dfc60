import { ABSENCE_ANSWER_LABELS, ABSENCE_ANSWERS, YOUTH_VIEW_LABELS, YOUTH_VIEWS } from '../../../conclusions/closing/closing-codes.js';
import type { ClosingStatement } from '../../../conclusions/closing/closing-statement.js';
import type { DraftAnswer } from '../../../conclusions/drafts/conclusion-drafts.service.js';
import type { FieldError } from '../../../platform/errors/domain-error.js';
import { dateAt } from '../../../platform/clock/zone.js';
import { formatDateDanish, formatTimeDanish } from '../../../platform/clock/danish-format.js';
import { WITHOUT_YOUTH_REASON_LABELS, WITHOUT_YOUTH_REASONS } from '../../../referrals/types/referral-codes.js';
import type { ClosingNeed } from '../../../referrals/types/referral-type-definition.js';
import type { Option } from '../../forms/fields.js';
import { areaName } from '../../words/codes.js';
import { capital } from '../../words/capital.js';
import { type ItemHeadView, itemHeadView } from '../item-head.view.js';
import type { ClosingData, Colleague } from './read-closing.js';

/** Rows that stand ready to be filled in. */
const SPARE_ROWS = 3;

export interface ActionRow {
  readonly text: string;
  readonly ownerId: string;
  readonly dueOn: string;
  readonly kind: string;
  /** The goal of the plan that it serves; empty for none. */
  readonly goalId: string;
}

export interface DecisionRow {
  readonly text: string;
  readonly area: string;
  readonly decidedOn: string;
  readonly unit: string;
  readonly reference: string;
}

export interface AttendeeView {
  readonly id: string;
  readonly name: string;
  readonly facts: string;
  readonly present: string;
  readonly substituteId: string;
  readonly absentReason: string;
  readonly substitutes: readonly Option[];
}

export interface ClosingView {
  readonly head: ItemHeadView;
  readonly at: string;
  readonly version: number;
  readonly saved: string | null;
  readonly closes: boolean;
  /** When the meeting begins; null when it has begun. */
  readonly beginsAt: string | null;
  readonly needs: ReadonlySet<ClosingNeed>;
  readonly missing: readonly FieldError[];
  readonly hasYouth: boolean;
  readonly content: ClosingStatement;
  readonly actions: readonly ActionRow[];
  readonly decisions: readonly DecisionRow[];
  readonly owners: ReadonlyArray<Option & { readonly group?: string }>;
  readonly areas: readonly Option[];
  readonly staff: readonly AttendeeView[];
  readonly guests: ReadonlyArray<{ readonly id: string; readonly name: string; readonly present: string }>;
  readonly outcomes: readonly Option[];
  readonly coordinators: ReadonlyArray<Option & { readonly group?: string }>;
  readonly coordinatorId: string;
  readonly slots: ReadonlyArray<Option & { readonly group?: string }>;
  readonly nextKind: string;
  readonly checkOn: string;
  readonly absenceReasons: readonly Option[];
  readonly youthViews: readonly Option[];
  readonly absenceAnswers: readonly Option[];
}

export interface Written {
  readonly content: ClosingStatement;
  readonly version: number;
}

/**
 * The closing form with what has been written.
 * @param written what the form shows: the draft, or what was typed into a form that was refused
 * @param everybody offers all colleagues as owners, not only those who take part
 */
export function closingView(data: ClosingData, { content, version }: Written, everybody: boolean): ClosingView {
  const { item, begun, draft } = data;
  return {
    head: itemHeadView(item), at: `/punkter/${item.booking.id}`, version, closes: item.closes && begun,
    beginsAt: begun ? null : `${formatDateDanish(dateAt(item.booking.startsAt))} kl. ${formatTimeDanish(item.booking.startsAt)}`,
    saved: draft.savedAt === null || draft.savedBy === null ? null : `Kladden er gemt kl. ${formatTimeDanish(draft.savedAt)} af ${draft.savedBy.name}.`,
    needs: new Set(draft.needs), missing: gapsOf(draft), hasYouth: item.booking.youth !== null, content,
    ...rowsOf(content, draft.proposedCheckOn), owners: ownersOf(data, content, everybody),
    areas: [
      ...new Set([...draft.staff, ...(content.decisions ?? [])].map(({ area }) => area ?? '')),
    ].filter((area) => area !== '').map((area) => ({ value: area, label: areaName(area) })),
    ...peopleOf(data, content), outcomes: draft.outcomes.map(({ code, label }) => ({ value: code, label })),
    coordinators: data.staff.map(grouped), coordinatorId: content.coordinatorId ?? draft.coordinatorId ?? '',
    slots: slotsOf(data), nextKind: nextKindOf(content), checkOn: content.next?.checkOn ?? draft.proposedCheckOn, ...CODES,
  };
}

const CODES = {
  absenceReasons: WITHOUT_YOUTH_REASONS.map((value) => ({ value, label: capital(WITHOUT_YOUTH_REASON_LABELS[value]) })),
  youthViews: YOUTH_VIEWS.map((value) => ({ value, label: capital(YOUTH_VIEW_LABELS[value]) })),
  absenceAnswers: ABSENCE_ANSWERS.map((value) => ({ value, label: capital(ABSENCE_ANSWER_LABELS[value]) })),
};

function rowsOf({ actions = [], decisions = [] }: ClosingStatement, dueOn: string): Pick<ClosingView, 'actions' | 'decisions'> {
  const spareAction = { text: '', ownerId: '', dueOn, kind: 'agreed', goalId: '' };
  const spareDecision = { text: '', area: '', decidedOn: '', unit: '', reference: '' };
  return {
    actions: [
      ...actions.map((row) => ({ text: row.text ?? '', ownerId: row.ownerId ?? '', dueOn: row.dueOn ?? '', kind: row.kind ?? 'agreed', goalId: row.goalId ?? '' })),
      ...Array.from({ length: SPARE_ROWS }, () => spareAction),
    ],
    decisions: [
      ...decisions.map(({ text = '', area = '', formalDecision: made }) => ({
        text, area, decidedOn: made?.decidedOn ?? '', unit: made?.unit ?? '', reference: made?.reference ?? '',
      })),
      ...Array.from({ length: decisions.length === 0 ? 2 : 1 }, () => spareDecision),
    ],
  };
}

/**
 * What is missing, with the name of the person that it is about. The coordinating caseworker stands in the form already and is
 * saved with it.
 */
export function gapsOf({ missing, staff, coordinatorId }: DraftAnswer): FieldError[] {
  return missing.filter(({ code }) => code !== 'coordinator_missing' || coordinatorId === null).map((gap) => {
    const person = staff.find(({ staffId }) => gap.field === `attendance.staff.${staffId}`);
    return person === undefined ? gap : { ...gap, message: `${person.name}: ${gap.message}` };
  });
}

/** Those who take part first; the others only when they are asked for, or own an action already. */
function ownersOf({ draft, staff }: ClosingData, content: ClosingStatement, everybody: boolean): ClosingView['owners'] {
  const here = new Set([...draft.staff.map(({ staffId }) => staffId), draft.coordinatorId]);
  const chosen = new Set([...(content.actions ?? []), ...(content.principledQuestions ?? [])].map(({ ownerId }) => ownerId));
  const option = ({ id, name }: Colleague, group: string): Option & { group: string } => ({ value: id, label: name, group });
  const others = staff.filter(({ id }) => !here.has(id) && (everybody || chosen.has(id)));
  return [...staff.filter(({ id }) => here.has(id)).map((each) => option(each, 'Med på mødet')), ...others.map((each) => option(each, each.unit))];
}

function grouped({ id, name, unit }: Colleague): Option & { group: string } {
  return { value: id, label: name, group: unit };
}

function peopleOf({ draft, substitutes }: ClosingData, { attendance }: ClosingStatement): Pick<ClosingView, 'staff' | 'guests'> {
  return {
    staff: draft.staff.map(({ staffId, name, department, mandatory, decisionPower }) => {
      const said = attendance?.staff?.find((row) => row.staffId === staffId);
      return {
        id: staffId, name, facts: [department, mandatory ? 'skulle med' : null, decisionPower ? 'kan beslutte' : null].filter((part) => part !== null).join(' · '),
        present: yesNo(said?.present), substituteId: said?.substituteId ?? '', absentReason: said?.absentReason ?? '',
        substitutes: substitutes.filter(({ insteadOf }) => insteadOf === staffId).map((each) => ({ value: each.staffId, label: each.name })),
      };
    }),
    guests: draft.guests.map(({ guestId, name, function: role }) => ({
      id: guestId, name: role === null ? name : `${name}, ${role}`, present: yesNo(attendance?.guests?.find((row) => row.guestId === guestId)?.present),
    })),
  };
}

/** 'ja', 'nej', or nothing while nobody has said. */
export function yesNo(said: boolean | undefined): string {
  return said === undefined ? '' : said ? 'ja' : 'nej';
}

function slotsOf({ days }: ClosingData): ClosingView['slots'] {
  return days.flatMap((day) => day.slots.filter(({ bookingId, urgent }) => bookingId === null && !urgent).map((slot) => ({
    value: slot.id, group: formatDateDanish(day.date),
    label: `${formatDateDanish(day.date)} kl. ${formatTimeDanish(new Date(slot.startsAt))}–${formatTimeDanish(new Date(slot.endsAt))}`,
  })));
}

function nextKindOf({ next }: ClosingStatement): string {
  if (next?.slotId !== undefined) return 'slot';
  if (next?.checkOn !== undefined) return 'check';
  return next?.closedBecause !== undefined ? 'closed' : '';
}
