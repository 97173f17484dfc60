import type { RuleLine } from '../../deadlines/lists/rule-lines.js';
import type { RuleKind, RuleMode } from '../../deadlines/rules/rule-version.js';
import { formatDateLongDanish } from '../../platform/clock/danish-format.js';
import { deadlineSource } from '../words/deadline-source.js';

const KINDS: Readonly<Record<RuleKind, string>> = { law: 'Lov', guide: 'Vejledning', local: 'Kommunens egen', proposal: 'Forslag' };
const MODES: Readonly<Record<RuleMode, string>> = {
  drives: 'Påminder og går videre til teamlederen', shows: 'Vises, klares med et flueben', standing: 'Gælder hele tiden, uden dato', off: 'Bruges ikke',
};

export interface RuleView {
  readonly id: string;
  readonly title: string;
  readonly code: string;
  readonly source: string;
  readonly kind: string;
  readonly mode: string;
  readonly groups: string;
  readonly metBy: string;
  readonly responsible: string;
  readonly inForce: string;
  readonly checked: string;
}

export interface RulesView {
  readonly now: readonly RuleView[];
  /** Earlier wordings, and those to come. */
  readonly other: readonly RuleView[];
}

/** The catalogue of rules in words, those in force today first. */
export function rulesView(rules: readonly RuleLine[]): RulesView {
  return { now: rules.filter(({ inForce }) => inForce).map(ruleView), other: rules.filter(({ inForce }) => !inForce).map(ruleView) };
}

function ruleView(rule: RuleLine): RuleView {
  return {
    id: rule.id, title: rule.title, code: rule.rule, source: deadlineSource(rule), kind: KINDS[rule.kind], mode: MODES[rule.mode],
    groups: rule.targetGroups.map(({ label }) => label).join(', '), metBy: rule.metBy.map(({ label }) => label).join(', ') || 'Ingen enkelt ting',
    responsible: rule.responsible, inForce: period(rule), checked: rule.verifiedOn === null ? 'Ikke bekræftet endnu' : `Bekræftet ${formatDateLongDanish(rule.verifiedOn)}`,
  };
}

function period({ inForceFrom: from, inForceTo: to }: RuleLine): string {
  if (from === null) return to === null ? 'Altid' : `Til ${formatDateLongDanish(to)}`;
  return to === null ? `Fra ${formatDateLongDanish(from)}` : `${formatDateLongDanish(from)} – ${formatDateLongDanish(to)}`;
}
