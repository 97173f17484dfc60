import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Plans1795500009000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE plan (
        id uuid CONSTRAINT pk_plan PRIMARY KEY,
        youth_id uuid NOT NULL CONSTRAINT fk_plan_youth REFERENCES youth (id),
        kind varchar NOT NULL,
        reference varchar NOT NULL CONSTRAINT uq_plan_reference UNIQUE,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL,
        ended_at timestamptz
      );
      CREATE UNIQUE INDEX uq_plan_active ON plan (youth_id) WHERE ended_at IS NULL;
      CREATE TABLE goal (
        id uuid CONSTRAINT pk_goal PRIMARY KEY,
        plan_id uuid NOT NULL CONSTRAINT fk_goal_plan REFERENCES plan (id),
        position integer NOT NULL,
        topic varchar NOT NULL CONSTRAINT ck_goal_topic
          CHECK (topic IN ('support', 'education', 'work_income', 'housing', 'social_life', 'other')),
        title varchar NOT NULL,
        own_words varchar,
        state varchar NOT NULL CONSTRAINT ck_goal_state CHECK (state IN ('open', 'reached', 'dropped')),
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL
      );
      CREATE INDEX ix_goal_plan ON goal (plan_id, position);
      CREATE TABLE plan_version (
        id uuid CONSTRAINT pk_plan_version PRIMARY KEY,
        plan_id uuid NOT NULL CONSTRAINT fk_plan_version_plan REFERENCES plan (id),
        number integer NOT NULL,
        published_at timestamptz NOT NULL,
        published_by uuid NOT NULL CONSTRAINT fk_plan_version_by REFERENCES staff_member (id),
        content jsonb NOT NULL,
        CONSTRAINT uq_plan_version_number UNIQUE (plan_id, number)
      );
      REVOKE UPDATE, DELETE, TRUNCATE ON plan_version FROM overgang_app;
      CREATE TRIGGER plan_version_frozen BEFORE UPDATE OR DELETE ON plan_version FOR EACH ROW EXECUTE FUNCTION refuse_change();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE plan_version, goal, plan;
    `);
  }
}
