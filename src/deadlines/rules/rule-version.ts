import type { CalendarDate } from '../../platform/clock/calendar-date.js';
import type { MilestoneKind } from './milestone-kinds.js';
import type { TargetGroup } from './target-groups.js';

/** law = statute, guide = official advice, local = the municipality's own, proposal = suggested by this program. */
export type RuleKind = 'law' | 'guide' | 'local' | 'proposal';

/** drives = reminds and escalates; shows = a date, met by one tick; standing = a duty in words, no date; off = not used. */
export type RuleMode = 'drives' | 'shows' | 'standing' | 'off';

export type Confidence = 'high' | 'medium' | 'low';

/** A distance in time; negative is before. Years and months clamp to the end of a shorter month, days count as they are. */
export interface Offset {
  years?: number;
  months?: number;
  days?: number;
}

/** What a due date is counted from. */
export type RuleTrigger =
  /** The N-th birthday, then the offset from that birthday ("6 months before the 18th birthday" counts back from it). */
  | { on: 'birthday'; age: number; offset?: Offset }
  /** Forwards from the day of birth ("16½ years"). */
  | { on: 'birth'; offset: Offset }
  /** From a recorded milestone. `until` is an expected date that stands in until the milestone itself is recorded. */
  | { on: 'milestone'; kind: MilestoneKind; until?: MilestoneKind; offset?: Offset; notBeforeAge?: number }
  /** From the due date of another rule, whoever that rule applies to. */
  | { on: 'rule'; code: string; offset: Offset }
  /** From the date of name and address protection, and again from each re-check. */
  | { on: 'protection'; offset: Offset; repeatedBy: MilestoneKind }
  /** A duty with no date, between two ages (both included). */
  | { on: 'always'; fromAge?: number; toAge?: number };

/** The first day that a milestone counts for the deadline. */
export type Earliest =
  | { age: number }
  /** Not before the milestone that started the deadline. */
  | { trigger: true };

/** One version of a rule. A new law or a changed local agreement is a new version with its own dates in force. */
export interface RuleVersion {
  code: string;
  title: string;
  kind: RuleKind;
  mode: RuleMode;
  trigger: RuleTrigger;
  /** Any one of these is enough. */
  targetGroups: readonly TargetGroup[];
  /** Any one of these meets the deadline. The first is what the tick "klaret i fagsystem" records. */
  metBy: readonly MilestoneKind[];
  /** Whether the tick may meet it; a meeting that must be held is recorded as a held meeting instead. */
  tick: boolean;
  earliest: Earliest | null;
  /** How long after the due date it may wait before it counts as late ("as soon as possible after"). */
  grace: Offset | null;
  responsible: ResponsibleRole;
  act: string | null;
  section: string | null;
  source: string;
  inForceFrom: CalendarDate | null;
  /** Last day in force. */
  inForceTo: CalendarDate | null;
  verifiedOn: CalendarDate | null;
  confidence: Confidence;
}

/** Whether a version is in force on a date; both ends are included. */
export function isInForce(version: Pick<RuleVersion, 'inForceFrom' | 'inForceTo'>, on: CalendarDate): boolean {
  return (version.inForceFrom === null || version.inForceFrom <= on) && (version.inForceTo === null || on <= version.inForceTo);
}

/** Who has to see to it. Names of the municipality's units are data elsewhere. */
export const RESPONSIBLE_ROLES = {
  caseworker: 'sagsbehandleren',
  coordinating_caseworker: 'den koordinerende sagsbehandler',
  convener: 'den, der indkalder',
  referrer: 'den, der beder om mødet',
  family_department: 'familieafdelingen',
  youth_unit: 'ungeenheden',
  youth_unit_team_leader: 'ungeenhedens teamleder',
  disability_team: 'handicapteamet',
  disability_and_social_leaders: 'handicapteamets og socialafdelingens teamledere',
  adult_department: 'voksenområdet',
  acting_municipality: 'handlekommunen',
  receiving_municipality: 'tilflytningskommunen',
  youth_effort: 'den kommunale ungeindsats',
  education_guidance: 'uddannelsesvejledningen',
  employment_unit: 'beskæftigelsesenheden',
  meeting_secretary: 'K-møde-sekretæren',
  first_to_know: 'den, der først får det at vide',
  unit: 'den unges enhed',
} as const;

export type ResponsibleRole = keyof typeof RESPONSIBLE_ROLES;
