import { parseCalendarDate, type CalendarDate } from '../../platform/clock/calendar-date.js';
import type { MilestoneKind } from './milestone-kinds.js';
import type { TargetGroup } from './target-groups.js';

/** One line of the table from what is known about a youth to a target group. Every field that is filled must fit. */
export interface TargetGroupRule {
  targetGroup: TargetGroup;
  /** A measure under this act … */
  act: string | null;
  /** … and this section, number and letter only: '46', '76 a'. Null is any section of the act. */
  section: string | null;
  /** … whose title holds this word. */
  measureTitle: string | null;
  /** The youth's own unit, or the unit of a measure, is of this kind. */
  departmentKind: string | null;
  specialSchool: boolean | null;
  milestoneKind: MilestoneKind | null;
  inForceFrom: CalendarDate;
  /** Last day in force; a measure is judged by the day it began. */
  inForceTo: CalendarDate | null;
  source: string;
}

type Evidence = Partial<Omit<TargetGroupRule, 'targetGroup' | 'source' | 'inForceFrom' | 'inForceTo'>>;

const ALWAYS = parseCalendarDate('1998-07-01');
const SERVICELOVEN_ENDS = parseCalendarDate('2023-12-31');

/** The table this program ships with. Section numbers: barnets lov from 2024, serviceloven before. */
export const TARGET_GROUP_TABLE: readonly TargetGroupRule[] = [
  barnetsLov('placed', '46', 'Barnets lov § 46'),
  barnetsLov('placed', '47', 'Barnets lov § 47'),
  serviceloven('placed', '58', 'Serviceloven § 58 (nu barnets lov § 47)'),
  line('placed', { act: 'serviceloven', section: '52', measureTitle: 'anbring' }, 'Serviceloven § 52, stk. 3', undefined, SERVICELOVEN_ENDS),
  barnetsLov('family_support', '32', 'Barnets lov § 32'),
  serviceloven('family_support', '52', 'Serviceloven § 52 (nu barnets lov § 32)'),
  line('contact_person', { act: 'barnets lov', section: '32', measureTitle: 'kontaktperson' }, 'Barnets lov § 32'),
  line('contact_person', { act: 'serviceloven', section: '52', measureTitle: 'kontaktperson' }, 'Serviceloven § 52', undefined, SERVICELOVEN_ENDS),
  barnetsLov('childs_plan', '91', 'Barnets lov § 91'),
  serviceloven('childs_plan', '140', 'Serviceloven § 140 (nu barnets lov § 91)'),
  line('disability', { departmentKind: 'family_disability' }, 'Handicapteamets unge, barnets lov § 122'),
  barnetsLov('disability', '86', 'Barnets lov § 122, jf. § 86: også når kun forældrene får hjælp'),
  barnetsLov('disability', '87', 'Barnets lov § 122, jf. § 87: også når kun forældrene får hjælp'),
  barnetsLov('disability', '122', 'Barnets lov § 122'),
  serviceloven('disability', '19 a', 'Serviceloven § 19 a'),
  serviceloven('disability', '41', 'Serviceloven § 41 (nu barnets lov § 86)'),
  serviceloven('disability', '42', 'Serviceloven § 42 (nu barnets lov § 87)'),
  barnetsLov('parental_benefits', '86', 'Barnets lov § 86 (merudgifter)'),
  barnetsLov('parental_benefits', '87', 'Barnets lov § 87 (tabt arbejdsfortjeneste)'),
  serviceloven('parental_benefits', '41', 'Serviceloven § 41 (nu barnets lov § 86)'),
  serviceloven('parental_benefits', '42', 'Serviceloven § 42 (nu barnets lov § 87)'),
  line('special_school', { specialSchool: true }, 'TULU-rapporten 2016: særligt fokus på specialskoletilbud'),
  line('special_school', { departmentKind: 'special_school' }, 'TULU-rapporten 2016: særligt fokus på specialskoletilbud'),
  ...['114', '115', '116', '120'].map((section) => barnetsLov('youth_support', section, `Barnets lov § ${section}`)),
  serviceloven('youth_support', '76', 'Serviceloven § 76 (nu barnets lov §§ 114-116)'),
  serviceloven('youth_support', '76 a', 'Serviceloven § 76 a (nu barnets lov § 120)'),
  line('stu', { act: 'stu-loven' }, 'STU-loven § 2'),
  line('stu', { milestoneKind: 'stu_started' }, 'STU-loven § 2'),
  line('mentor', { measureTitle: 'mentor' }, 'TULU-rapporten 2016'),
  line('employment_aid', { act: 'aktivloven', section: '23' }, 'Aktivloven § 23'),
  line('employment_aid', { milestoneKind: 'employment_registered' }, 'TULU-rapporten 2016'),
  line('newcomer', { milestoneKind: 'case_received' }, 'Barnets lov § 112'),
  line('pregnant', { milestoneKind: 'pregnancy_known' }, 'TULU-rapporten 2016'),
  line('pregnant', { milestoneKind: 'child_birth_expected' }, 'TULU-rapporten 2016'),
  line('pregnant', { milestoneKind: 'child_born' }, 'TULU-rapporten 2016'),
  line('check_yes', { milestoneKind: 'transition_check_yes' }, 'Tjekket »hører sagen til på K-mødet?«'),
];

/**
 * Whatever day the measure began. Barnets lov (lov nr. 721 af 13. juni 2023) took over the children's sections of
 * serviceloven on 1 January 2024; a measure that ran on is written under the new act and keeps the day it began. The name
 * of the act tells the two apart, so a first day would only leave youths out.
 */
function barnetsLov(group: TargetGroup, section: string, source: string): TargetGroupRule {
  return line(group, { act: 'barnets lov', section }, source);
}

function serviceloven(group: TargetGroup, section: string, source: string): TargetGroupRule {
  return line(group, { act: 'serviceloven', section }, source, ALWAYS, SERVICELOVEN_ENDS);
}

function line(
  targetGroup: TargetGroup, evidence: Evidence, source: string, inForceFrom = ALWAYS, inForceTo: CalendarDate | null = null,
): TargetGroupRule {
  return {
    targetGroup, act: null, section: null, measureTitle: null, departmentKind: null, specialSchool: null,
    milestoneKind: null, ...evidence, inForceFrom, inForceTo, source,
  };
}
