import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Departments1795500002000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE department_kind (
        code varchar CONSTRAINT pk_department_kind PRIMARY KEY,
        label varchar NOT NULL,
        area varchar NOT NULL
      );
      CREATE TABLE department (
        id uuid CONSTRAINT pk_department PRIMARY KEY,
        code varchar NOT NULL,
        name varchar NOT NULL,
        kind varchar NOT NULL CONSTRAINT fk_department_kind REFERENCES department_kind (code),
        parent_id uuid CONSTRAINT fk_department_parent REFERENCES department (id),
        call_name varchar,
        call_phone varchar,
        valid_from date NOT NULL,
        valid_to date,
        CONSTRAINT ck_department_validity CHECK (valid_to IS NULL OR valid_to >= valid_from),
        CONSTRAINT uq_department_code UNIQUE (code, valid_from)
      );
      CREATE TABLE staff_member (
        id uuid CONSTRAINT pk_staff_member PRIMARY KEY,
        name varchar NOT NULL,
        email varchar NOT NULL CONSTRAINT uq_staff_member_email UNIQUE,
        phone varchar,
        title varchar,
        department_id uuid NOT NULL CONSTRAINT fk_staff_member_department REFERENCES department (id),
        deactivated_at timestamptz,
        created_at timestamptz NOT NULL
      );
      CREATE INDEX ix_staff_member_department ON staff_member (department_id);
      CREATE TABLE staff_role (
        id uuid CONSTRAINT pk_staff_role PRIMARY KEY,
        staff_id uuid NOT NULL CONSTRAINT fk_staff_role_staff REFERENCES staff_member (id),
        role varchar NOT NULL CONSTRAINT ck_staff_role_role
          CHECK (role IN ('caseworker', 'team_leader', 'meeting_secretary', 'chair', 'admin', 'auditor')),
        valid_from date NOT NULL,
        valid_to date
      );
      CREATE UNIQUE INDEX uq_staff_role_current ON staff_role (staff_id, role) WHERE valid_to IS NULL;
      CREATE TABLE absence (
        id uuid CONSTRAINT pk_absence PRIMARY KEY,
        staff_id uuid NOT NULL CONSTRAINT fk_absence_staff REFERENCES staff_member (id),
        starts_on date NOT NULL,
        ends_on date NOT NULL,
        created_by uuid,
        created_at timestamptz NOT NULL,
        CONSTRAINT ck_absence_period CHECK (ends_on >= starts_on)
      );
      CREATE INDEX ix_absence_staff ON absence (staff_id, ends_on);
      CREATE TABLE closed_day (
        id uuid CONSTRAINT pk_closed_day PRIMARY KEY,
        date date NOT NULL CONSTRAINT uq_closed_day_date UNIQUE,
        kind varchar NOT NULL CONSTRAINT ck_closed_day_kind CHECK (kind IN ('public_holiday', 'closed', 'holiday_week')),
        label varchar NOT NULL,
        created_at timestamptz NOT NULL
      );
      CREATE TABLE room (
        id uuid CONSTRAINT pk_room PRIMARY KEY,
        name varchar NOT NULL CONSTRAINT uq_room_name UNIQUE
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE room, closed_day, absence, staff_role, staff_member, department, department_kind;
    `);
  }
}
