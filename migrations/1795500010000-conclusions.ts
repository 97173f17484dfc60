import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Conclusions1795500010000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE conclusion_draft (
        booking_id uuid CONSTRAINT pk_conclusion_draft PRIMARY KEY CONSTRAINT fk_conclusion_draft_booking REFERENCES booking (id),
        content jsonb NOT NULL,
        version integer NOT NULL DEFAULT 1,
        saved_by uuid NOT NULL CONSTRAINT fk_conclusion_draft_by REFERENCES staff_member (id),
        saved_at timestamptz NOT NULL
      );
      CREATE TABLE conclusion (
        id uuid CONSTRAINT pk_conclusion PRIMARY KEY,
        booking_id uuid NOT NULL CONSTRAINT uq_conclusion_booking UNIQUE CONSTRAINT fk_conclusion_booking REFERENCES booking (id),
        youth_id uuid CONSTRAINT fk_conclusion_youth REFERENCES youth (id),
        outcome varchar NOT NULL,
        youth_attended boolean NOT NULL,
        youth_absent_reason varchar,
        youth_absent_note varchar,
        youth_view varchar,
        absence_answer varchar CONSTRAINT ck_conclusion_absence_answer CHECK (absence_answer IN ('rebook', 'sparring', 'outreach')),
        absence_answer_reason varchar,
        no_actions_because varchar,
        places varchar[],
        fewer_places_because varchar,
        coordinator_id uuid CONSTRAINT fk_conclusion_coordinator REFERENCES staff_member (id),
        next_kind varchar NOT NULL CONSTRAINT ck_conclusion_next_kind CHECK (next_kind IN ('slot', 'check', 'closed')),
        next_booking_id uuid CONSTRAINT fk_conclusion_next_booking REFERENCES booking (id),
        closed_because varchar,
        evaluation jsonb,
        minutes_state varchar NOT NULL CONSTRAINT ck_conclusion_minutes_state CHECK (minutes_state IN ('draft', 'approved')),
        concluded_by uuid NOT NULL CONSTRAINT fk_conclusion_by REFERENCES staff_member (id),
        concluded_at timestamptz NOT NULL,
        approved_by uuid CONSTRAINT fk_conclusion_approved_by REFERENCES staff_member (id),
        approved_at timestamptz,
        minutes jsonb,
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT ck_conclusion_next CHECK ((next_kind = 'slot') = (next_booking_id IS NOT NULL) AND (next_kind = 'closed') = (closed_because IS NOT NULL)),
        CONSTRAINT ck_conclusion_approved CHECK ((minutes_state = 'approved') = (approved_at IS NOT NULL) AND (minutes_state = 'approved') = (minutes IS NOT NULL))
      );
      CREATE INDEX ix_conclusion_youth ON conclusion (youth_id);
      CREATE TABLE attendance (
        id uuid CONSTRAINT pk_attendance PRIMARY KEY,
        conclusion_id uuid NOT NULL CONSTRAINT fk_attendance_conclusion REFERENCES conclusion (id),
        staff_id uuid CONSTRAINT fk_attendance_staff REFERENCES staff_member (id),
        guest_id uuid CONSTRAINT fk_attendance_guest REFERENCES booking_guest (id),
        present boolean NOT NULL,
        substitute_id uuid CONSTRAINT fk_attendance_substitute REFERENCES staff_member (id),
        absent_reason varchar,
        CONSTRAINT ck_attendance_person CHECK (num_nonnulls(staff_id, guest_id) = 1)
      );
      CREATE INDEX ix_attendance_conclusion ON attendance (conclusion_id);
      CREATE TABLE decision_note (
        id uuid CONSTRAINT pk_decision_note PRIMARY KEY,
        conclusion_id uuid NOT NULL CONSTRAINT fk_decision_note_conclusion REFERENCES conclusion (id),
        position integer NOT NULL,
        text varchar NOT NULL,
        area varchar,
        formal_decision_on date,
        formal_decision_unit varchar,
        formal_decision_reference varchar
      );
      CREATE INDEX ix_decision_note_conclusion ON decision_note (conclusion_id);
      CREATE TABLE action (
        id uuid CONSTRAINT pk_action PRIMARY KEY,
        youth_id uuid CONSTRAINT fk_action_youth REFERENCES youth (id),
        booking_id uuid CONSTRAINT fk_action_booking REFERENCES booking (id),
        goal_id uuid CONSTRAINT fk_action_goal REFERENCES goal (id),
        kind varchar NOT NULL CONSTRAINT ck_action_kind CHECK (kind IN ('agreed', 'tell_youth', 'outreach')),
        text varchar NOT NULL,
        owner_id uuid NOT NULL CONSTRAINT fk_action_owner REFERENCES staff_member (id),
        due_on date NOT NULL,
        state varchar NOT NULL CONSTRAINT ck_action_state CHECK (state IN ('open', 'done', 'dropped')),
        closed_at timestamptz,
        closed_by uuid,
        closed_reason varchar,
        created_by uuid,
        created_at timestamptz NOT NULL,
        CONSTRAINT ck_action_closed CHECK ((state = 'open') = (closed_at IS NULL))
      );
      CREATE INDEX ix_action_owner ON action (owner_id, due_on) WHERE state = 'open';
      CREATE INDEX ix_action_youth ON action (youth_id);
      CREATE INDEX ix_action_booking ON action (booking_id);
      CREATE TABLE follow_up (
        id uuid CONSTRAINT pk_follow_up PRIMARY KEY,
        youth_id uuid NOT NULL CONSTRAINT fk_follow_up_youth REFERENCES youth (id),
        booking_id uuid NOT NULL CONSTRAINT fk_follow_up_booking REFERENCES booking (id),
        owner_id uuid NOT NULL CONSTRAINT fk_follow_up_owner REFERENCES staff_member (id),
        check_on date NOT NULL,
        state varchar NOT NULL CONSTRAINT ck_follow_up_state CHECK (state IN ('open', 'done', 'cancelled')),
        done_at timestamptz,
        uid uuid NOT NULL CONSTRAINT uq_follow_up_uid UNIQUE,
        revision integer NOT NULL DEFAULT 0,
        reference varchar NOT NULL,
        changed_at timestamptz NOT NULL,
        created_at timestamptz NOT NULL
      );
      CREATE INDEX ix_follow_up_owner ON follow_up (owner_id, check_on) WHERE state = 'open';
      CREATE TABLE principled_question (
        id uuid CONSTRAINT pk_principled_question PRIMARY KEY,
        booking_id uuid CONSTRAINT fk_principled_question_booking REFERENCES booking (id),
        text varchar NOT NULL,
        owner_id uuid NOT NULL CONSTRAINT fk_principled_question_owner REFERENCES staff_member (id),
        raised_by uuid NOT NULL CONSTRAINT fk_principled_question_by REFERENCES staff_member (id),
        raised_at timestamptz NOT NULL,
        answer varchar,
        answered_by uuid CONSTRAINT fk_principled_question_answered_by REFERENCES staff_member (id),
        answered_at timestamptz
      );
      CREATE INDEX ix_principled_question_raised ON principled_question (raised_at, id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE principled_question, follow_up, action, decision_note, attendance, conclusion, conclusion_draft;
    `);
  }
}
