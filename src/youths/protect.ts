import { normaliseAct, sectionNumber } from './measures/legal-basis.js';

/** What is shown instead of the title of a protected youth's place to live. */
export const HIDDEN_PLACE = 'Skjult på grund af beskyttelse';

/**
 * Sections under which a youth lives somewhere, by act. Their titles name the place, which tells where a protected youth
 * is. Barnets lov §§ 46, 47 (placement), 116 (overnight stay kept), 120 (retained placement); serviceloven §§ 52, 58,
 * 76 a (placement before 2024), 107, 108, 110 (housing); almenboligloven § 105 (long-term housing).
 */
const RESIDENTIAL: Readonly<Record<string, readonly string[]>> = {
  'barnets lov': ['46', '47', '116', '120'],
  serviceloven: ['52', '58', '76 a', '107', '108', '110'],
  almenboligloven: ['105'],
};

export interface Protectable {
  readonly protected: boolean;
}

/**
 * What tells where a youth is: school, acting municipality, room. null for a youth with name and address protection
 * (CPR-loven § 28). Every answer that shows such a value passes it through here.
 */
export function protect<T>(youth: Protectable, whereabouts: T): T | null {
  return youth.protected ? null : whereabouts;
}

/** The title of a measure; for a protected youth's place to live, a text that does not name it. */
export function protectedTitle(youth: Protectable, measure: { title: string; act: string; section: string }): string {
  return youth.protected && isResidential(measure) ? HIDDEN_PLACE : measure.title;
}

/** Whether the youth lives where the measure is given. */
export function isResidential(measure: { act: string; section: string }): boolean {
  return (RESIDENTIAL[normaliseAct(measure.act)] ?? []).includes(sectionNumber(measure.section));
}
