/** What the database itself refuses, whatever the program does; by name, in PostgreSQL's own words (16 and newer write them alike). */
export interface Guard {
  readonly name: string;
  readonly kind: 'constraint' | 'index' | 'trigger' | 'function';
  readonly text: string;
}

const constraint = (name: string, text: string): Guard => ({ name, kind: 'constraint', text });
const index = (name: string, table: string, rest: string): Guard => ({
  name, kind: 'index', text: `CREATE UNIQUE INDEX ${name} ON public.${table} USING btree ${rest}`,
});
const unique = (name: string, columns: string): Guard => constraint(name, `UNIQUE (${columns})`);
const primary = (name: string, columns: string): Guard => constraint(name, `PRIMARY KEY (${columns})`);
const unchanging = (name: string, table: string): Guard => ({
  name, kind: 'trigger', text: `CREATE TRIGGER ${name} BEFORE DELETE OR UPDATE ON public.${table} FOR EACH ROW EXECUTE FUNCTION refuse_change()`,
});

export const GUARDS: readonly Guard[] = [
  // One person, one place, one time.
  constraint('ex_occupancy_once', 'EXCLUDE USING gist (resource_id WITH =, during WITH &&)'),
  constraint('ck_occupancy_during', 'CHECK (((NOT isempty(during)) AND (NOT lower_inf(during)) AND (NOT upper_inf(during))))'),
  index('uq_booking_active', 'booking', "(referral_id) WHERE ((state)::text = ANY ((ARRAY['booked'::character varying, 'held'::character varying])::text[]))"),
  // One coordinating caseworker, one plan, one hand-over, one message.
  index('uq_coordination_current', 'coordination', '(youth_id) WHERE (until_at IS NULL)'),
  index('uq_plan_active', 'plan', '(youth_id) WHERE (ended_at IS NULL)'),
  index('uq_handover_open', 'handover', "(youth_id) WHERE ((state)::text = 'offered'::text)"),
  index('uq_staff_role_current', 'staff_role', '(staff_id, role) WHERE (valid_to IS NULL)'),
  index('uq_custody_holder_place', 'custody_holder', '(youth_id, place) WHERE (removed_at IS NULL)'),
  index('uq_target_group_assessment_current', 'target_group_assessment', '(youth_id, target_group) WHERE (replaced_at IS NULL)'),
  index('uq_panel_member_area', 'panel_member', '(series_id, area) WHERE (removed_at IS NULL)'),
  index('uq_outbox_message_dedup', 'outbox_message', '(kind, dedup_key) WHERE (dedup_key IS NOT NULL)'),
  // One mail, one reminder, one task, one letter, whoever tries again; one act, however often its form is sent.
  unique('uq_mail_delivery', 'subject_kind, subject_id, recipient_id, kind, sequence'),
  unique('uq_reminder', 'deadline_id, step, recipient_id'),
  unique('uq_deadline_once', 'youth_id, rule_code, due_on'),
  unique('uq_task_dedup', 'dedup_key'),
  index('uq_letter_current', 'letter', '(booking_id, recipient_id) WHERE (NOT outdated)'),
  unique('uq_minutes_copy', 'booking_id, guest_id'),
  primary('pk_idempotency_key', 'actor_id, key'),
  primary('pk_schedule_tick', 'name'),
  unique('uq_conclusion_booking', 'booking_id'),
  unique('uq_plan_version_number', 'plan_id, number'),
  unique('uq_meeting_day_nominal', 'series_id, nominal_date'),
  unique('uq_meeting_slot_position', 'meeting_day_id, "position"'),
  // One identity per event, in every calendar; one shared calendar per unit.
  unique('uq_booking_uid', 'uid'),
  unique('uq_meeting_day_uid', 'uid'),
  unique('uq_follow_up_uid', 'uid'),
  unique('uq_deadline_uid', 'uid'),
  primary('pk_pushed_event', 'target_id, uid'),
  index('uq_calendar_target_department', 'calendar_target', '(department_id) WHERE (removing_at IS NULL)'),
  // One youth per CPR number, one access per ground; one person behind an address, a session or a name.
  unique('uq_youth_cpr_index', 'cpr_index'),
  constraint('uq_youth_access_source', 'UNIQUE NULLS NOT DISTINCT (youth_id, staff_id, department_id, role, ground, source_id)'),
  unique('uq_feed_token', 'token_hash'),
  primary('pk_session', 'token_hash'),
  unique('uq_credential_username', 'username'),
  // What is never changed, and adds up.
  primary('pk_audit_seal', 'entry_id'),
  unique('uq_audit_seal_position', 'segment_number, "position"'),
  { name: 'refuse_change', kind: 'function', text: "BEGIN RAISE EXCEPTION '% rows are never changed', TG_TABLE_NAME USING ERRCODE = 'restrict_violation'; END" },
  unchanging('audit_entry_grows', 'audit_entry'),
  unchanging('audit_segment_grows', 'audit_segment'),
  unchanging('audit_seal_grows', 'audit_seal'),
  unchanging('plan_version_frozen', 'plan_version'),
];

/** Tables that the application may read and add to, and nothing else. */
export const ONLY_GROWING = ['audit_entry', 'audit_segment', 'audit_seal', 'plan_version', 'key_print'] as const;
