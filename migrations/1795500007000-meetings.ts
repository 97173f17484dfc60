import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Meetings1795500007000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE meeting_series (
        id uuid CONSTRAINT pk_meeting_series PRIMARY KEY,
        name varchar NOT NULL,
        anchor_date date NOT NULL,
        interval_days integer NOT NULL CONSTRAINT ck_meeting_series_interval CHECK (interval_days BETWEEN 1 AND 366),
        starts_at_time varchar NOT NULL,
        slot_plan jsonb NOT NULL,
        room_id uuid CONSTRAINT fk_meeting_series_room REFERENCES room (id),
        link varchar,
        chair_id uuid NOT NULL CONSTRAINT fk_meeting_series_chair REFERENCES staff_member (id),
        minute_taker_id uuid NOT NULL CONSTRAINT fk_meeting_series_minute_taker REFERENCES staff_member (id),
        closed_day_policy varchar NOT NULL CONSTRAINT ck_meeting_series_policy CHECK (closed_day_policy IN ('skip', 'next_working_day', 'previous_working_day')),
        ended_on date,
        revision integer NOT NULL DEFAULT 0,
        created_at timestamptz NOT NULL
      );
      CREATE TABLE panel_member (
        id uuid CONSTRAINT pk_panel_member PRIMARY KEY,
        series_id uuid NOT NULL CONSTRAINT fk_panel_member_series REFERENCES meeting_series (id),
        area varchar NOT NULL,
        staff_id uuid NOT NULL CONSTRAINT fk_panel_member_staff REFERENCES staff_member (id),
        deputy_id uuid CONSTRAINT fk_panel_member_deputy REFERENCES staff_member (id),
        decision_power boolean NOT NULL,
        removed_at timestamptz
      );
      CREATE UNIQUE INDEX uq_panel_member_area ON panel_member (series_id, area) WHERE removed_at IS NULL;
      CREATE TABLE meeting_day (
        id uuid CONSTRAINT pk_meeting_day PRIMARY KEY,
        series_id uuid CONSTRAINT fk_meeting_day_series REFERENCES meeting_series (id),
        nominal_date date,
        date date NOT NULL,
        starts_at timestamptz NOT NULL,
        ends_at timestamptz NOT NULL,
        room_id uuid CONSTRAINT fk_meeting_day_room REFERENCES room (id),
        link varchar,
        chair_id uuid NOT NULL CONSTRAINT fk_meeting_day_chair REFERENCES staff_member (id),
        minute_taker_id uuid NOT NULL CONSTRAINT fk_meeting_day_minute_taker REFERENCES staff_member (id),
        state varchar NOT NULL CONSTRAINT ck_meeting_day_state CHECK (state IN ('planned', 'closed', 'held', 'cancelled')),
        reason varchar,
        closes_on date NOT NULL,
        settled_by_hand boolean NOT NULL DEFAULT false,
        uid uuid NOT NULL CONSTRAINT uq_meeting_day_uid UNIQUE,
        revision integer NOT NULL DEFAULT 0,
        reference varchar NOT NULL,
        changed_at timestamptz NOT NULL,
        created_at timestamptz NOT NULL,
        CONSTRAINT ck_meeting_day_period CHECK (ends_at > starts_at),
        CONSTRAINT uq_meeting_day_nominal UNIQUE (series_id, nominal_date)
      );
      CREATE INDEX ix_meeting_day_date ON meeting_day (date);
      CREATE INDEX ix_meeting_day_chair ON meeting_day (chair_id, starts_at);
      CREATE INDEX ix_meeting_day_minute_taker ON meeting_day (minute_taker_id, starts_at);
      CREATE TABLE meeting_day_panel (
        meeting_day_id uuid NOT NULL CONSTRAINT fk_meeting_day_panel_day REFERENCES meeting_day (id),
        staff_id uuid NOT NULL CONSTRAINT fk_meeting_day_panel_staff REFERENCES staff_member (id),
        area varchar NOT NULL,
        deputy_id uuid CONSTRAINT fk_meeting_day_panel_deputy REFERENCES staff_member (id),
        decision_power boolean NOT NULL,
        stands_in_for uuid CONSTRAINT fk_meeting_day_panel_stands_in_for REFERENCES staff_member (id),
        seated boolean NOT NULL DEFAULT true,
        CONSTRAINT pk_meeting_day_panel PRIMARY KEY (meeting_day_id, area)
      );
      CREATE INDEX ix_meeting_day_panel_staff ON meeting_day_panel (staff_id);
      CREATE TABLE meeting_slot (
        id uuid CONSTRAINT pk_meeting_slot PRIMARY KEY,
        meeting_day_id uuid NOT NULL CONSTRAINT fk_meeting_slot_day REFERENCES meeting_day (id),
        position integer NOT NULL,
        starts_at timestamptz NOT NULL,
        ends_at timestamptz NOT NULL,
        urgent boolean NOT NULL,
        CONSTRAINT ck_meeting_slot_period CHECK (ends_at > starts_at),
        CONSTRAINT uq_meeting_slot_position UNIQUE (meeting_day_id, position)
      );
      CREATE TABLE booking (
        id uuid CONSTRAINT pk_booking PRIMARY KEY,
        referral_id uuid NOT NULL CONSTRAINT fk_booking_referral REFERENCES referral (id),
        youth_id uuid CONSTRAINT fk_booking_youth REFERENCES youth (id),
        meeting_day_id uuid NOT NULL CONSTRAINT fk_booking_day REFERENCES meeting_day (id),
        slot_id uuid NOT NULL CONSTRAINT fk_booking_slot REFERENCES meeting_slot (id),
        starts_at timestamptz NOT NULL,
        ends_at timestamptz NOT NULL,
        state varchar NOT NULL CONSTRAINT ck_booking_state CHECK (state IN ('booked', 'cancelled', 'held', 'concluded')),
        urgent boolean NOT NULL,
        late_reason varchar,
        youth_said_yes boolean,
        youth_answer_note varchar,
        youth_answered_at timestamptz,
        cancelled_reason varchar,
        booked_by uuid NOT NULL CONSTRAINT fk_booking_by REFERENCES staff_member (id),
        uid uuid NOT NULL CONSTRAINT uq_booking_uid UNIQUE,
        revision integer NOT NULL DEFAULT 0,
        reference varchar NOT NULL,
        changed_at timestamptz NOT NULL,
        created_at timestamptz NOT NULL,
        CONSTRAINT ck_booking_period CHECK (ends_at > starts_at)
      );
      CREATE UNIQUE INDEX uq_booking_active ON booking (referral_id) WHERE state IN ('booked', 'held');
      CREATE INDEX ix_booking_day ON booking (meeting_day_id);
      CREATE INDEX ix_booking_youth ON booking (youth_id);
      CREATE TABLE booking_participant (
        booking_id uuid NOT NULL CONSTRAINT fk_booking_participant_booking REFERENCES booking (id),
        staff_id uuid NOT NULL CONSTRAINT fk_booking_participant_staff REFERENCES staff_member (id),
        role varchar NOT NULL,
        area varchar,
        mandatory boolean NOT NULL,
        standing boolean NOT NULL,
        decision_power boolean NOT NULL,
        answer varchar CONSTRAINT ck_booking_participant_answer CHECK (answer IN ('accepted', 'declined', 'tentative')),
        substitute_for uuid,
        CONSTRAINT pk_booking_participant PRIMARY KEY (booking_id, staff_id)
      );
      CREATE INDEX ix_booking_participant_staff ON booking_participant (staff_id);
      CREATE TABLE booking_guest (
        id uuid CONSTRAINT pk_booking_guest PRIMARY KEY,
        booking_id uuid NOT NULL CONSTRAINT fk_booking_guest_booking REFERENCES booking (id),
        kind varchar NOT NULL CONSTRAINT ck_booking_guest_kind CHECK (kind IN ('youth', 'custody_holder', 'network_person', 'companion', 'external')),
        source_id uuid,
        name varchar NOT NULL,
        function varchar
      );
      CREATE INDEX ix_booking_guest_booking ON booking_guest (booking_id);
      CREATE TABLE occupancy (
        id uuid CONSTRAINT pk_occupancy PRIMARY KEY,
        resource_kind varchar NOT NULL CONSTRAINT ck_occupancy_resource_kind CHECK (resource_kind IN ('staff', 'youth', 'room', 'docket')),
        resource_id uuid NOT NULL,
        during tstzrange NOT NULL,
        meeting_day_id uuid NOT NULL CONSTRAINT fk_occupancy_day REFERENCES meeting_day (id),
        booking_id uuid CONSTRAINT fk_occupancy_booking REFERENCES booking (id),
        CONSTRAINT ck_occupancy_during CHECK (NOT isempty(during) AND NOT lower_inf(during) AND NOT upper_inf(during)),
        CONSTRAINT ex_occupancy_once EXCLUDE USING gist (resource_id WITH =, during WITH &&)
      );
      CREATE INDEX ix_occupancy_booking ON occupancy (booking_id);
      CREATE INDEX ix_occupancy_day ON occupancy (meeting_day_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE occupancy, booking_guest, booking_participant, booking, meeting_slot, meeting_day_panel, meeting_day, panel_member, meeting_series;
    `);
  }
}
