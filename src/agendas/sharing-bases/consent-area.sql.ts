/**
 * SQL: the area of the unit of ours that a consent `c` is to; null for one to somebody outside. A consent lets the area hear
 * that it names, and no other (forvaltningsloven § 28, stk. 3).
 */
export const CONSENT_AREA = '(SELECT kind.area FROM department unit JOIN department_kind kind ON kind.code = unit.kind WHERE unit.id = c.department_id)';
