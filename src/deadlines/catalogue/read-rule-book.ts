import type { Tx } from '../../platform/database/tx.js';
import { DEFAULT_LEAP_DAY_BIRTHDAY, type LeapDayBirthday } from '../rules/birthdays.js';
import type { RuleBook } from '../rules/due-dates.js';
import type { RuleVersion } from '../rules/rule-version.js';
import type { TargetGroupRule } from '../rules/target-group-table.js';
import type { RuleDefinition } from '../entities/deadline-rule.entity.js';

/** A rule version with its row. */
export interface StoredRule extends RuleVersion {
  id: string;
}

/** The rules as the database has them; every version carries the id of its row. */
export type StoredRuleBook = RuleBook<StoredRule>;

/** Key in `setting` of the municipality's answer for those born on 29 February: '28_february' or '1_march'. */
export const LEAP_DAY_SETTING = 'deadlines.leap_day_birthday';

const RULES = `
  SELECT id, code, title, kind, mode, definition, responsible_role AS responsible, act, section, source, confidence,
    in_force_from::text AS "inForceFrom", in_force_to::text AS "inForceTo", verified_on::text AS "verifiedOn"
  FROM deadline_rule ORDER BY code, in_force_from NULLS FIRST`;

const TARGET_GROUPS = `
  SELECT target_group AS "targetGroup", act, section, measure_title AS "measureTitle", department_kind AS "departmentKind",
    special_school AS "specialSchool", milestone_kind AS "milestoneKind", in_force_from::text AS "inForceFrom",
    in_force_to::text AS "inForceTo", source
  FROM target_group_rule`;

const LEAP_DAY = 'SELECT value FROM setting WHERE key = $1';

/** Reads the whole rule book: rules, target group table and the municipality's choices. */
export async function readRuleBook(tx: Tx): Promise<StoredRuleBook> {
  const [setting] = await tx.query<{ value: LeapDayBirthday }>(LEAP_DAY, [LEAP_DAY_SETTING], 'deadlines-leap-day');
  return {
    catalogue: await readCatalogue(tx),
    targetGroups: await tx.query<TargetGroupRule>(TARGET_GROUPS, [], 'deadlines-target-groups'),
    leapDay: setting?.value === '1_march' ? '1_march' : DEFAULT_LEAP_DAY_BIRTHDAY,
  };
}

/** Reads every version of every rule, by code and date in force. */
export async function readCatalogue(tx: Tx): Promise<StoredRule[]> {
  const rows = await tx.query<Omit<StoredRule, keyof RuleDefinition> & { definition: RuleDefinition }>(RULES, [], 'deadlines-rules');
  return rows.map(({ definition, ...rule }) => ({ ...rule, ...definition }));
}
