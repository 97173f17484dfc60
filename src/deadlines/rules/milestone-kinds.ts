/** How a milestone may come about: `person` by anyone who works with the youth, `system` only by another part of the program. */
export type RecordedBy = 'person' | 'system';

interface MilestoneKindDefinition {
  label: string;
  recordedBy: RecordedBy;
  /** An expected date: may lie ahead, and only the one recorded last counts. */
  expected?: boolean;
}

/** The facts about a youth that start or meet deadlines. */
export const MILESTONE_KINDS = {
  transition_meeting_held: { label: 'Overgangsmøde holdt', recordedBy: 'person' },
  k_meeting_held: { label: 'Drøftet på et K-møde', recordedBy: 'person' },
  transition_check_yes: { label: 'Tjekket siger, at sagen hører til på K-mødet', recordedBy: 'system' },
  handover_guide_15_started: { label: 'Overdragelsesguiden »15 år« sat i gang', recordedBy: 'person' },
  education_guidance_contacted: { label: 'Uddannelsesvejledningen kontaktet', recordedBy: 'person' },
  school_ended: { label: 'Grundskolen slutter', recordedBy: 'person', expected: true },
  education_checked: { label: 'Tjekket, om den unge stadig er i uddannelse', recordedBy: 'person' },
  adulthood_preparation_started: { label: 'Forberedelsen til voksenlivet sat i gang', recordedBy: 'person' },
  youth_plan_position_taken: { label: 'Taget stilling til behovet for en ungeplan', recordedBy: 'person' },
  youth_plan_decided: { label: 'Besluttet, at der skal laves en ungeplan', recordedBy: 'person' },
  youth_plan_made: { label: 'Ungeplan lavet', recordedBy: 'person' },
  youth_plan_revised: { label: 'Ungeplan revideret', recordedBy: 'person' },
  placement_without_consent_planned: {
    label: 'Afgørelse om anbringelse uden samtykke ventes', recordedBy: 'person', expected: true,
  },
  youth_support_assessed: { label: 'Behovet for ungestøtte vurderet', recordedBy: 'person' },
  youth_support_decided: { label: 'Afgørelse om ungestøtte truffet', recordedBy: 'person' },
  youth_support_exit_meeting_held: { label: 'Afslutningsmøde om ungestøtte holdt', recordedBy: 'person' },
  youth_support_ended: { label: 'Ungestøtten afsluttet', recordedBy: 'person' },
  adult_benefits_applied: { label: 'Voksenydelser søgt eller afklaret', recordedBy: 'person' },
  legal_capacity_clarified: { label: 'Værgemål eller fuldmagt afklaret', recordedBy: 'person' },
  adult_decisions_made: { label: 'Afgørelser om voksenstøtte truffet', recordedBy: 'person' },
  own_consents_obtained: { label: 'Den unges egne samtykker indhentet', recordedBy: 'person' },
  case_received: { label: 'Sagen modtaget fra en anden kommune', recordedBy: 'person' },
  stu_offer_settled: { label: 'Afklaret, om den unge tager imod STU', recordedBy: 'person' },
  stu_started: { label: 'STU begyndt', recordedBy: 'person' },
  stu_finished: { label: 'STU afsluttet', recordedBy: 'person' },
  pregnancy_known: { label: 'Graviditeten kendt', recordedBy: 'person' },
  first_network_meeting_held: { label: 'Første netværksmøde holdt', recordedBy: 'person' },
  child_birth_expected: { label: 'Ventet fødsel', recordedBy: 'person', expected: true },
  child_born: { label: 'Barnet født', recordedBy: 'person' },
  second_network_meeting_held: { label: 'Andet netværksmøde holdt', recordedBy: 'person' },
  employment_registered: { label: 'Tilmeldt i beskæftigelsesenheden', recordedBy: 'person' },
  first_employment_conversation_held: { label: 'Første samtale i beskæftigelsesenheden holdt', recordedBy: 'person' },
  left_youth_effort: { label: 'Afsluttet i den kommunale ungeindsats', recordedBy: 'person' },
  protection_rechecked: { label: 'Navne- og adressebeskyttelsen gennemgået', recordedBy: 'person' },
} as const satisfies Record<string, MilestoneKindDefinition>;

export type MilestoneKind = keyof typeof MILESTONE_KINDS;

export const MILESTONE_KIND_CODES = Object.keys(MILESTONE_KINDS) as MilestoneKind[];

/** The Danish label of a milestone kind. */
export function milestoneLabel(kind: MilestoneKind): string {
  return MILESTONE_KINDS[kind].label;
}

/** Whether a person may record the kind, or only another part of the program. */
export function isRecordedByPersons(kind: MilestoneKind): boolean {
  return definition(kind).recordedBy === 'person';
}

/** Whether the kind is an expected date: it may lie ahead, and a newer one replaces it. */
export function isExpectedDate(kind: MilestoneKind): boolean {
  return definition(kind).expected === true;
}

function definition(kind: MilestoneKind): MilestoneKindDefinition {
  return MILESTONE_KINDS[kind];
}
