import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AuthAndTasks1795500003000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE credential (
        staff_id uuid CONSTRAINT pk_credential PRIMARY KEY CONSTRAINT fk_credential_staff REFERENCES staff_member (id),
        username varchar NOT NULL CONSTRAINT uq_credential_username UNIQUE,
        password_hash varchar NOT NULL,
        changed_at timestamptz NOT NULL
      );
      CREATE TABLE session (
        token_hash bytea CONSTRAINT pk_session PRIMARY KEY,
        staff_id uuid NOT NULL CONSTRAINT fk_session_staff REFERENCES staff_member (id),
        kind varchar NOT NULL CONSTRAINT ck_session_kind CHECK (kind IN ('bearer', 'page')),
        csrf_secret varchar NOT NULL,
        created_at timestamptz NOT NULL,
        last_seen_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL
      );
      CREATE INDEX ix_session_staff ON session (staff_id);
      CREATE TABLE sign_in_attempt (
        id uuid CONSTRAINT pk_sign_in_attempt PRIMARY KEY,
        subject_hash bytea NOT NULL,
        at timestamptz NOT NULL
      );
      CREATE INDEX ix_sign_in_attempt_subject ON sign_in_attempt (subject_hash, at);
      CREATE TABLE task (
        id uuid CONSTRAINT pk_task PRIMARY KEY,
        kind varchar NOT NULL,
        assignee_id uuid CONSTRAINT fk_task_assignee REFERENCES staff_member (id),
        assignee_role varchar,
        department_id uuid CONSTRAINT fk_task_department REFERENCES department (id),
        youth_id uuid,
        subject_type varchar NOT NULL,
        subject_id uuid NOT NULL,
        dedup_key varchar NOT NULL CONSTRAINT uq_task_dedup UNIQUE,
        due_on date,
        created_at timestamptz NOT NULL,
        done_at timestamptz,
        done_by uuid,
        CONSTRAINT ck_task_assignee CHECK (assignee_id IS NOT NULL OR assignee_role IS NOT NULL)
      );
      CREATE INDEX ix_task_assignee ON task (assignee_id) WHERE done_at IS NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE task, sign_in_attempt, session, credential;
    `);
  }
}
