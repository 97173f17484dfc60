import { readAudit } from '../../audit/audit.policies.js';
import { type AccessPolicy, allows } from '../../auth/policy.js';
import { manageTargets } from '../../calendars/caldav/calendar-targets.policies.js';
import { readActions, readPrincipledQuestions } from '../../conclusions/conclusions.policies.js';
import { readDeadlines, readReminders, readRules } from '../../deadlines/deadlines.policies.js';
import { monitorJobs } from '../../operations/job-monitor/job-monitor.policies.js';
import type { Actor } from '../../platform/database/actor.js';
import { raiseReferral, readReferrals } from '../../referrals/referrals.policies.js';
import { readDocket } from '../../reports/reports.policies.js';
import { importYouths, lookUpYouth, readYouth, succeedLeaver } from '../../youths/youths.policies.js';
import { administer } from '../administration/administration.policies.js';
import { reviewYouths } from '../review/review.policies.js';

/** Which policy stands at the door of a part of the site; the longest beginning of an address decides. */
const DOORS: Readonly<Record<string, AccessPolicy>> = {
  '/administration': administer, '/administration/job': monitorJobs, '/administration/kalendere': manageTargets, '/aftaler': readActions,
  '/anmodninger': readReferrals, '/anmodninger/uden-navn': raiseReferral, '/dagsorden': readDocket, '/frister': readDeadlines,
  '/frister/regler': readRules, '/log': readAudit, '/paamindelser': readReminders, '/personaleskift': succeedLeaver, '/opslag': lookUpYouth,
  '/spoergsmaal': readPrincipledQuestions, '/unge': readYouth, '/unge/gennemgang': reviewYouths,
  '/unge/import': importYouths,
};

/** Whether the actor may enter a part of the site at all, so that nobody is shown a link to a closed door. */
export function openTo(actor: Actor, href: string): boolean {
  const [place = ''] = href.split(/[?#]/);
  const doors = Object.keys(DOORS).filter((door) => place === door || place.startsWith(`${door}/`)).sort((a, b) => b.length - a.length);
  const policy = DOORS[doors[0] ?? ''];
  return policy === undefined || allows(policy, actor);
}
