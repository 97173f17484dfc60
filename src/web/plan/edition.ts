import type { WantedVersion } from '../../plans/plan-versions.service.js';

/** How an address names a state of the plan: the number of an edition, or `kladde` for the plan as it stands. */
export type Edition = string;

/** The state that an address names; the latest where it names none. */
export function wantedVersion(edition: Edition | undefined): WantedVersion {
  if (edition === undefined) return 'latest';
  return edition === 'kladde' ? 'draft' : Number(edition);
}
