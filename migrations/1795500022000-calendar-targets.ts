import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CalendarTargets1795500022000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE calendar_target (
        id uuid CONSTRAINT pk_calendar_target PRIMARY KEY,
        department_id uuid NOT NULL CONSTRAINT fk_calendar_target_department REFERENCES department (id),
        url varchar NOT NULL CONSTRAINT uq_calendar_target_url UNIQUE,
        username varchar NOT NULL,
        password bytea NOT NULL,
        created_by uuid,
        created_at timestamptz NOT NULL,
        removing_at timestamptz,
        lease_until timestamptz,
        looked_at timestamptz,
        fingerprint varchar,
        tried_at timestamptz,
        succeeded_at timestamptz,
        problem varchar,
        failures integer NOT NULL,
        retry_at timestamptz
      );
      CREATE UNIQUE INDEX uq_calendar_target_department ON calendar_target (department_id) WHERE (removing_at IS NULL);
      CREATE TABLE pushed_event (
        target_id uuid NOT NULL CONSTRAINT fk_pushed_event_target REFERENCES calendar_target (id),
        uid uuid NOT NULL,
        revision integer NOT NULL,
        text_hash varchar,
        etag varchar,
        CONSTRAINT pk_pushed_event PRIMARY KEY (target_id, uid)
      );
      CREATE TABLE busy_calendar (
        staff_id uuid CONSTRAINT pk_busy_calendar PRIMARY KEY CONSTRAINT fk_busy_calendar_staff REFERENCES staff_member (id),
        address bytea NOT NULL,
        host varchar NOT NULL,
        set_at timestamptz NOT NULL,
        etag varchar,
        due_at timestamptz NOT NULL,
        tried_at timestamptz,
        problem varchar,
        failures integer NOT NULL
      );
      CREATE INDEX ix_busy_calendar_due ON busy_calendar (due_at);
      CREATE TABLE busy_reading (
        staff_id uuid CONSTRAINT pk_busy_reading PRIMARY KEY CONSTRAINT fk_busy_reading_staff REFERENCES staff_member (id),
        read_at timestamptz NOT NULL,
        covers_until timestamptz NOT NULL
      );
      CREATE TABLE busy_time (
        staff_id uuid NOT NULL CONSTRAINT fk_busy_time_staff REFERENCES staff_member (id),
        starts_at timestamptz NOT NULL,
        ends_at timestamptz NOT NULL,
        CONSTRAINT pk_busy_time PRIMARY KEY (staff_id, starts_at),
        CONSTRAINT ck_busy_time_period CHECK (ends_at > starts_at)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE busy_time, busy_reading, busy_calendar, pushed_event, calendar_target');
  }
}
