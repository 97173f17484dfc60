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
  /** Turns 18 within so many days. */
  readonly turns18WithinDays?: number;
  /** Has neither had a meeting nor been coordinated without one. */
  readonly withoutMeeting?: true;
  /** Has no coordinating caseworker, or one who has left. */
  readonly withoutCoordinator?: true;
}

/**
 * Two hand-over lists, as the Ungeenhed and the Handicapteam keep theirs, special focus on special schools, and nobody
 * turns 18 as a surprise (TULU-rapporten 2016: "Overdragelsesliste – 2 forskellige for Ungeenheden og Handicapteamet").
 */
export const OVERVIEW_VIEWS: readonly OverviewView[] = [
  { code: 'handover_family', label: 'Overdragelsesliste, Ungeenheden', departmentKinds: ['family', 'family_youth'], ageFrom: 15, ageBelow: 18 },
  { code: 'handover_disability', label: 'Overdragelsesliste, Handicapteamet', departmentKinds: ['family_disability'], ageFrom: 15, ageBelow: 18 },
  { code: 'education', label: 'Unge hos uddannelsesvejledningen', departmentKinds: ['education_guidance'] },
  { code: 'special_school', label: 'Unge i specialskole', specialSchool: true },
  { code: 'turning_18_without_meeting', label: 'Fylder 18 inden 90 dage uden overgangsmøde', turns18WithinDays: 90, withoutMeeting: true },
  { code: 'without_coordinator', label: 'Uden koordinerende sagsbehandler', withoutCoordinator: true },
];

/** The view of a code, or undefined. */
export function overviewView(code: string): OverviewView | undefined {
  return OVERVIEW_VIEWS.find((view) => view.code === code);
}
