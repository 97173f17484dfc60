/** What a saved view of the overview asks of a youth; everything that is filled must fit. */
export interface OverviewView {
  readonly code: string;
  readonly label: string;
  /** The own unit, or a unit with a running measure, is of one of these kinds. */
  readonly departmentKinds?: readonly string[];
  readonly specialSchool?: true;
  /** In whole years, counted in birthdays. */
  readonly ageFrom?: number;
  /** Younger than. */
  readonly ageBelow?: number;
  /** Has a birthday with one of these ages within so many days or months. */
  readonly turns?: { readonly ages: readonly number[]; readonly days?: number; readonly months?: number };
  /** Has neither had a meeting nor been coordinated without one. */
  readonly withoutMeeting?: true;
  /** Has no coordinating caseworker, or one who has left. */
  readonly withoutCoordinator?: true;
  /** No K-møde lies ahead, neither here nor agreed elsewhere. */
  readonly nothingPlanned?: true;
  /** An open deadline has passed, also what its rule gives of grace. */
  readonly overdue?: true;
  /** Waits for nobody: no referral is open, and the reader's unit has not put the youth off to a later day. */
  readonly toReview?: true;
  /** The reader is the coordinating caseworker. */
  readonly mine?: true;
}

/**
 * Two hand-over lists, as the Ungeenhed and the Handicapteam keep theirs, special focus on special schools, and nobody
 * turns 18 as a surprise (TULU-rapporten 2016: "Overdragelsesliste – 2 forskellige for Ungeenheden og Handicapteamet").
 */
export const OVERVIEW_VIEWS: readonly OverviewView[] = [
  { code: 'mine', label: 'Mine unge', mine: true },
  { code: 'handover_family', label: 'Overdragelsesliste, Ungeenheden', departmentKinds: ['family', 'family_youth'], ageFrom: 15, ageBelow: 18 },
  { code: 'handover_disability', label: 'Overdragelsesliste, Handicapteamet', departmentKinds: ['family_disability'], ageFrom: 15, ageBelow: 18 },
  { code: 'education', label: 'Unge hos uddannelsesvejledningen', departmentKinds: ['education_guidance'] },
  { code: 'special_school', label: 'Unge i specialskole', specialSchool: true },
  { code: 'turning_18_without_meeting', label: 'Fylder 18 inden 90 dage uden overgangsmøde', turns: { ages: [18], days: 90 }, withoutMeeting: true },
  { code: 'turning_18_in_12_months', label: 'Fylder 18 inden 12 måneder uden møde', turns: { ages: [18], months: 12 }, withoutMeeting: true },
  {
    code: 'turning_17_or_18_unplanned', label: 'Fylder 17 eller 18 inden 90 dage, intet planlagt',
    turns: { ages: [17, 18], days: 90 }, withoutMeeting: true, nothingPlanned: true,
  },
  { code: 'overdue', label: 'En frist er overskredet', overdue: true },
  { code: 'without_coordinator', label: 'Uden koordinerende sagsbehandler', withoutCoordinator: true },
];

/** The view of a code, or undefined. */
export function overviewView(code: string): OverviewView | undefined {
  return OVERVIEW_VIEWS.find((view) => view.code === code);
}
