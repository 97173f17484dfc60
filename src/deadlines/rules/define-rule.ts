import { parseCalendarDate, type CalendarDate } from '../../platform/clock/calendar-date.js';
import type { RuleVersion } from './rule-version.js';

type Given = 'code' | 'title' | 'kind' | 'trigger' | 'targetGroups' | 'metBy' | 'responsible' | 'source' | 'confidence';
type Dates = 'inForceFrom' | 'inForceTo' | 'verifiedOn';
type Optional = Partial<Omit<RuleVersion, Given | Dates>> & { [K in Dates]?: string };

/** A rule version with the usual values filled in: shown with a date, met by a tick, always in force, not confirmed. */
export function defineRule(rule: Pick<RuleVersion, Given> & Optional): RuleVersion {
  return {
    mode: 'shows', tick: true, earliest: null, grace: null, act: null, section: null,
    ...rule,
    inForceFrom: dateOrNull(rule.inForceFrom),
    inForceTo: dateOrNull(rule.inForceTo),
    verifiedOn: dateOrNull(rule.verifiedOn),
  };
}

function dateOrNull(text: string | undefined): CalendarDate | null {
  return text === undefined ? null : parseCalendarDate(text);
}
