import type { FieldError } from '../../platform/errors/domain-error.js';
import { normaliseAct, normaliseSection } from '../../youths/measures/legal-basis.js';

/** What was sent as the basis of an area: a consent, or an act with its section. */
export interface BasisGiven {
  readonly consentId?: string | undefined;
  readonly act?: string | undefined;
  readonly section?: string | undefined;
}

const SECTION = /^§ \d/;
const NO_ACT = /§|\d/;

/**
 * What is wrong with a basis. A bare § says nothing: § 115 is youth support in barnets lov, and exchange of information with
 * the police in retsplejeloven (TULU-rapporten 2016 means the latter).
 */
export function basisProblems({ consentId, act, section }: BasisGiven): FieldError[] {
  const named = act !== undefined || section !== undefined;
  if (consentId !== undefined) {
    return named ? [problem('consentId', 'one_of', 'Send enten et samtykke eller lov og paragraf, ikke begge.')] : [];
  }
  if (!named) return [problem('consentId', 'basis_required', 'Vælg et samtykke, eller skriv lov og paragraf.')];
  const problems: FieldError[] = [];
  if (!act?.trim() || NO_ACT.test(act)) problems.push(problem('act', 'act_required', 'Skriv lovens navn, fx »forvaltningsloven«. En paragraf alene er ikke nok.'));
  if (!SECTION.test(normaliseSection(section ?? ''))) problems.push(problem('section', 'section_required', 'Skriv paragraffen, fx »§ 28, stk. 2, nr. 3«.'));
  return problems.length > 0 ? problems : youthSupportTaken(act ?? '', section ?? '');
}

function youthSupportTaken(act: string, section: string): FieldError[] {
  if (normaliseAct(act) !== 'barnets lov' || !/^§ 115\b/.test(normaliseSection(section))) return [];
  return [problem('section', 'no_sharing_basis', 'Barnets lov § 115 handler om ungestøtte. Mener du retsplejeloven § 115?')];
}

function problem(field: string, code: string, message: string): FieldError {
  return { field, code, message };
}
