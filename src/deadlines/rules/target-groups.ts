/** The groups of youths a rule can speak of. `all` is everyone; `transition` and `leaving_care` are made of others. */
export const TARGET_GROUPS = {
  all: 'alle unge',
  transition: 'målgruppen for overgangsmøde',
  leaving_care: 'unge, der er eller har været anbragt eller haft kontaktperson op til 18 år',
  placed: 'anbragte unge',
  contact_person: 'unge med fast kontaktperson',
  family_support: 'unge med støtte efter barnets lov',
  childs_plan: 'unge med barnets plan',
  disability: 'unge med funktionsnedsættelse eller langvarig sygdom',
  parental_benefits: 'unge, hvis forældre får merudgifter eller tabt arbejdsfortjeneste',
  special_school: 'elever i specialskole',
  reduced_capacity: 'unge, der kan få brug for værge eller fuldmagt',
  youth_support: 'unge i ungestøtte',
  stu: 'unge i målgruppen for STU',
  mentor: 'unge med mentor',
  employment_aid: 'unge på uddannelseshjælp',
  newcomer: 'tilflyttere med en sag fra en anden kommune',
  pregnant: 'unge gravide i udsat position',
  protected: 'unge med navne- og adressebeskyttelse',
  check_yes: 'unge, som tjekket siger ja til',
} as const;

export type TargetGroup = keyof typeof TARGET_GROUPS;

export const TARGET_GROUP_CODES = Object.keys(TARGET_GROUPS) as TargetGroup[];

/** Who belongs at a transition meeting unless a caseworker's assessment says otherwise (TULU-rapporten 2016). */
export const TRANSITION_GROUPS: readonly TargetGroup[] = [
  'placed', 'family_support', 'disability', 'special_school', 'check_yes',
];
