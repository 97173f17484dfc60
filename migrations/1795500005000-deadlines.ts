import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Deadlines1795500005000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE deadline_rule (
        id uuid CONSTRAINT pk_deadline_rule PRIMARY KEY,
        code varchar NOT NULL,
        title varchar NOT NULL,
        kind varchar NOT NULL CONSTRAINT ck_deadline_rule_kind CHECK (kind IN ('law', 'guide', 'local', 'proposal')),
        definition jsonb NOT NULL,
        mode varchar NOT NULL CONSTRAINT ck_deadline_rule_mode CHECK (mode IN ('drives', 'shows', 'off', 'standing')),
        milestone_kind varchar,
        responsible_role varchar NOT NULL,
        act varchar,
        section varchar,
        source varchar NOT NULL,
        in_force_from date,
        in_force_to date,
        verified_on date,
        confidence varchar NOT NULL CONSTRAINT ck_deadline_rule_confidence CHECK (confidence IN ('high', 'medium', 'low')),
        CONSTRAINT uq_deadline_rule_version UNIQUE NULLS NOT DISTINCT (code, in_force_from)
      );
      CREATE TABLE target_group_rule (
        id uuid CONSTRAINT pk_target_group_rule PRIMARY KEY,
        target_group varchar NOT NULL,
        act varchar,
        section varchar,
        measure_title varchar,
        department_kind varchar,
        special_school boolean,
        milestone_kind varchar,
        in_force_from date NOT NULL,
        in_force_to date,
        source varchar NOT NULL,
        CONSTRAINT uq_target_group_rule UNIQUE NULLS NOT DISTINCT
          (target_group, act, section, measure_title, department_kind, special_school, milestone_kind, in_force_from)
      );
      CREATE TABLE target_group_assessment (
        id uuid CONSTRAINT pk_target_group_assessment PRIMARY KEY,
        youth_id uuid NOT NULL CONSTRAINT fk_target_group_assessment_youth REFERENCES youth (id),
        target_group varchar NOT NULL,
        belongs boolean NOT NULL,
        reason varchar NOT NULL,
        assessed_by uuid NOT NULL CONSTRAINT fk_target_group_assessment_by REFERENCES staff_member (id),
        assessed_at timestamptz NOT NULL,
        replaced_at timestamptz
      );
      CREATE UNIQUE INDEX uq_target_group_assessment_current ON target_group_assessment (youth_id, target_group) WHERE replaced_at IS NULL;
      CREATE TABLE milestone (
        id uuid CONSTRAINT pk_milestone PRIMARY KEY,
        youth_id uuid NOT NULL CONSTRAINT fk_milestone_youth REFERENCES youth (id),
        kind varchar NOT NULL,
        occurred_on date NOT NULL,
        source varchar NOT NULL CONSTRAINT ck_milestone_source CHECK (source IN ('import', 'meeting', 'person', 'system')),
        reference varchar,
        recorded_by uuid,
        recorded_at timestamptz NOT NULL,
        voided_at timestamptz,
        CONSTRAINT uq_milestone UNIQUE (youth_id, kind, occurred_on)
      );
      CREATE TABLE deadline (
        id uuid CONSTRAINT pk_deadline PRIMARY KEY,
        youth_id uuid NOT NULL CONSTRAINT fk_deadline_youth REFERENCES youth (id),
        rule_id uuid NOT NULL CONSTRAINT fk_deadline_rule REFERENCES deadline_rule (id),
        rule_code varchar NOT NULL,
        mode varchar NOT NULL,
        due_on date NOT NULL,
        earliest_on date,
        late_after date NOT NULL,
        state varchar NOT NULL CONSTRAINT ck_deadline_state CHECK (state IN ('open', 'met', 'waived', 'superseded', 'historic')),
        met_by uuid CONSTRAINT fk_deadline_met_by REFERENCES milestone (id),
        met_on date,
        waived_by uuid,
        waived_at timestamptz,
        waived_reason varchar,
        state_changed_at timestamptz NOT NULL,
        uid uuid NOT NULL CONSTRAINT uq_deadline_uid UNIQUE,
        revision integer NOT NULL DEFAULT 0,
        reference varchar NOT NULL,
        created_at timestamptz NOT NULL,
        CONSTRAINT uq_deadline_once UNIQUE (youth_id, rule_code, due_on)
      );
      CREATE INDEX ix_deadline_youth ON deadline (youth_id, due_on);
      CREATE INDEX ix_deadline_due ON deadline (due_on, id) WHERE state = 'open';
      CREATE TABLE reminder (
        id uuid CONSTRAINT pk_reminder PRIMARY KEY,
        deadline_id uuid NOT NULL CONSTRAINT fk_reminder_deadline REFERENCES deadline (id),
        step varchar NOT NULL CONSTRAINT ck_reminder_step CHECK (step IN ('days_90', 'days_30', 'days_7', 'overdue')),
        recipient_id uuid NOT NULL CONSTRAINT fk_reminder_recipient REFERENCES staff_member (id),
        created_at timestamptz NOT NULL,
        seen_at timestamptz,
        CONSTRAINT uq_reminder UNIQUE (deadline_id, step, recipient_id)
      );
      CREATE INDEX ix_reminder_recipient ON reminder (recipient_id, created_at);
      CREATE TABLE weekly_summary (
        staff_id uuid NOT NULL CONSTRAINT fk_weekly_summary_staff REFERENCES staff_member (id),
        week_starts_on date NOT NULL,
        figures jsonb NOT NULL,
        created_at timestamptz NOT NULL,
        CONSTRAINT pk_weekly_summary PRIMARY KEY (staff_id, week_starts_on)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE weekly_summary, reminder, deadline, milestone, target_group_assessment, target_group_rule, deadline_rule;
    `);
  }
}
