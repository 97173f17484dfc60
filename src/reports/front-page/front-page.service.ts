import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '../../platform/clock/calendar-date.js';
import { hasRole } from '../../platform/database/actor.js';
import type { Tx } from '../../platform/database/tx.js';
import { listReferrals, type ReferralLine } from '../../referrals/reading/list-referrals.js';
import { type ComingDocket, DocketService } from '../docket/docket.service.js';
import type { NextStep } from '../youth-overview/next-step.js';
import { overviewView } from '../youth-overview/overview-views.data.js';
import { countOverview, type OverviewLine, readOverview } from '../youth-overview/read-overview.js';
import { readNextSteps } from '../youth-overview/read-next-steps.js';
import { countOwnWork, type OwnWork } from './own-work.js';

/** So many lines of a list stand on the front page; the rest is behind its number. */
const SHOWN = 10;
/** What a team leader has to see to, worst first. */
const LEADER_VIEWS = ['turning_17_or_18_unplanned', 'overdue', 'without_coordinator'] as const;

export interface OwnYouths {
  readonly total: number;
  readonly lines: readonly OverviewLine[];
  readonly steps: ReadonlyMap<string, NextStep>;
}

export interface Triage {
  readonly lines: readonly ReferralLine[];
  readonly more: boolean;
}

/** What the front page shows; a part is null for those it is not for. */
export interface FrontPage {
  readonly today: CalendarDate;
  readonly own: OwnWork;
  readonly youths: OwnYouths | null;
  readonly watch: readonly { readonly view: string; readonly label: string; readonly count: number }[];
  readonly coming: ComingDocket | null;
  readonly triage: Triage | null;
}

/** Reads each role's part of the front page; somebody with two roles gets both. */
@Injectable()
export class FrontPageService {
  constructor(private readonly docket: DocketService) {}

  /** Each part only for the roles that it is for, and empty or null for all others. */
  async read(tx: Tx): Promise<FrontPage> {
    const { actor, today } = tx;
    return {
      today,
      own: await countOwnWork(tx),
      youths: hasRole(actor, 'caseworker') ? await ownYouths(tx) : null,
      watch: hasRole(actor, 'team_leader') ? await watched(tx) : [],
      coming: hasRole(actor, 'caseworker', 'team_leader', 'meeting_secretary', 'chair') ? await this.docket.coming(tx) : null,
      triage: hasRole(actor, 'meeting_secretary', 'chair') ? await triage(tx) : null,
    };
  }
}

async function ownYouths(tx: Tx): Promise<OwnYouths> {
  const filter = { department: null, status: null, view: overviewView('mine') ?? null };
  const total = await countOverview(tx, filter);
  const { items } = await readOverview(tx, { ...filter, sort: 'deadline', cursor: undefined, limit: SHOWN });
  return { total, lines: items, steps: await readNextSteps(tx, items.map(({ id }) => id)) };
}

async function watched(tx: Tx): Promise<FrontPage['watch']> {
  const counted = [];
  for (const code of LEADER_VIEWS) {
    const view = overviewView(code);
    if (view) counted.push({ view: code, label: view.label, count: await countOverview(tx, { department: null, status: null, view }) });
  }
  return counted;
}

async function triage(tx: Tx): Promise<Triage> {
  const { items, nextCursor } = await listReferrals(tx, { state: 'submitted', limit: SHOWN, cursor: undefined });
  return { lines: items, more: nextCursor !== null };
}
