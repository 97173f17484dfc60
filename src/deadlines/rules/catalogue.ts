import { LAW_RULES } from './catalogue-law.js';
import { LOCAL_RULES } from './catalogue-local.js';
import type { RuleVersion } from './rule-version.js';

/** Every rule this program ships with, in order of code and of coming into force. */
export const RULE_CATALOGUE: readonly RuleVersion[] = [...LAW_RULES, ...LOCAL_RULES].sort(
  (a, b) => compare(a.code, b.code) || compare(a.inForceFrom ?? '', b.inForceFrom ?? ''),
);

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
