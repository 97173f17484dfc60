import { Injectable } from '@nestjs/common';
import { newId } from '../../platform/database/ids.js';
import { LoadsReferenceData } from '../../platform/database/reference-data.js';
import type { Tx } from '../../platform/database/tx.js';
import type { RuleDefinition } from '../entities/deadline-rule.entity.js';
import { RULE_CATALOGUE } from '../rules/catalogue.js';
import type { RuleVersion } from '../rules/rule-version.js';
import { TARGET_GROUP_TABLE } from '../rules/target-group-table.js';

const RULES = `
  INSERT INTO deadline_rule (id, code, title, kind, definition, mode, milestone_kind, responsible_role, act, section, source,
    in_force_from, in_force_to, verified_on, confidence)
  SELECT * FROM unnest($1::uuid[], $2::varchar[], $3::varchar[], $4::varchar[], $5::jsonb[], $6::varchar[], $7::varchar[],
    $8::varchar[], $9::varchar[], $10::varchar[], $11::varchar[], $12::date[], $13::date[], $14::date[], $15::varchar[])
  ON CONFLICT ON CONSTRAINT uq_deadline_rule_version DO UPDATE SET
    title = excluded.title, kind = excluded.kind, definition = excluded.definition, mode = excluded.mode,
    milestone_kind = excluded.milestone_kind, responsible_role = excluded.responsible_role, act = excluded.act,
    section = excluded.section, source = excluded.source, in_force_to = excluded.in_force_to,
    verified_on = excluded.verified_on, confidence = excluded.confidence`;

const TARGET_GROUPS = `
  INSERT INTO target_group_rule (id, target_group, act, section, measure_title, department_kind, special_school, milestone_kind,
    in_force_from, in_force_to, source)
  SELECT * FROM unnest($1::uuid[], $2::varchar[], $3::varchar[], $4::varchar[], $5::varchar[], $6::varchar[], $7::boolean[],
    $8::varchar[], $9::date[], $10::date[], $11::varchar[])
  ON CONFLICT ON CONSTRAINT uq_target_group_rule DO UPDATE SET in_force_to = excluded.in_force_to, source = excluded.source`;

/** Brings the rules and the target group table that ship with the code into the database; a version is known by code and date. */
@Injectable()
export class CatalogueLoader {
  @LoadsReferenceData()
  async load(tx: Tx): Promise<void> {
    await tx.query(RULES, columnsOf(RULE_CATALOGUE, (rule) => [
      newId(), rule.code, rule.title, rule.kind, JSON.stringify(definitionOf(rule)), rule.mode, rule.metBy[0] ?? null,
      rule.responsible, rule.act, rule.section, rule.source, rule.inForceFrom, rule.inForceTo, rule.verifiedOn, rule.confidence,
    ]));
    await tx.query(TARGET_GROUPS, columnsOf(TARGET_GROUP_TABLE, (line) => [
      newId(), line.targetGroup, line.act, line.section, line.measureTitle, line.departmentKind, line.specialSchool,
      line.milestoneKind, line.inForceFrom, line.inForceTo, line.source,
    ]));
  }
}

function definitionOf({ trigger, targetGroups, metBy, tick, earliest, grace }: RuleVersion): RuleDefinition {
  return { trigger, targetGroups, metBy, tick, earliest, grace };
}

/** Turns rows into one array per column, as unnest takes them. */
function columnsOf<R>(rows: readonly R[], cells: (row: R) => readonly unknown[]): unknown[][] {
  const table = rows.map(cells);
  return (table[0] ?? []).map((_, column) => table.map((row) => row[column]));
}
