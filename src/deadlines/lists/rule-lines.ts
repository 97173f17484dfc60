import type { Tx } from '../../platform/database/tx.js';
import { readCatalogue, type StoredRule } from '../catalogue/read-rule-book.js';
import { milestoneLabel } from '../rules/milestone-kinds.js';
import { isInForce, RESPONSIBLE_ROLES } from '../rules/rule-version.js';
import { TARGET_GROUPS } from '../rules/target-groups.js';

/** One version of a rule as the catalogue shows it. */
export type RuleLine = ReturnType<typeof ruleLine>;

/** The catalogue: every version of every rule, by code and date in force. */
export async function readRuleLines(tx: Tx): Promise<RuleLine[]> {
  return (await readCatalogue(tx)).map((rule) => ruleLine(rule, isInForce(rule, tx.today)));
}

function ruleLine(rule: StoredRule, inForce: boolean) {
  const { id, code, title, kind, mode, act, section, source, inForceFrom, inForceTo, verifiedOn, confidence } = rule;
  return {
    id, rule: code, title, kind, mode, act, section, source, inForceFrom, inForceTo, inForce, verifiedOn,
    confirmed: verifiedOn !== null, confidence,
    targetGroups: rule.targetGroups.map((group) => ({ code: group, label: TARGET_GROUPS[group] })),
    metBy: rule.metBy.map((milestone) => ({ kind: milestone, label: milestoneLabel(milestone) })),
    responsible: RESPONSIBLE_ROLES[rule.responsible], trigger: rule.trigger, earliest: rule.earliest, grace: rule.grace,
  };
}
