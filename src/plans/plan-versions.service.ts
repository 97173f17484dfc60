import { Injectable } from '@nestjs/common';
import { newId } from '../platform/database/ids.js';
import { staffIdOf } from '../platform/database/actor.js';
import type { Tx } from '../platform/database/tx.js';
import { notFound, rule } from '../platform/errors/domain-error.js';
import { openYouth } from '../youths/access/open-youth.js';
import { activePlanOf, lockPlan } from './open-plan.js';
import { withoutPlaces, type PlanContent } from './plan-content.js';
import { PlanVersion } from './plan-version.entity.js';
import { readPlanContent } from './read-plan-content.js';

export interface PlanVersionLine {
  readonly number: number;
  readonly publishedAt: Date;
  readonly publishedBy: { readonly id: string; readonly name: string };
}

/** Which state of the plan to export: a published version, the plan as it stands, or the latest of both. */
export type WantedVersion = number | 'draft' | 'latest';

/** Published versions: frozen documents. */
@Injectable()
export class PlanVersionsService {
  /** @throws DomainError not_found */
  async list(tx: Tx, youthId: string): Promise<PlanVersionLine[]> {
    const { ground } = await openYouth(tx, youthId);
    const plan = await activePlanOf(tx, youthId);
    tx.audit('plan.versions_listed', { type: 'plan', id: plan?.id ?? null, youthIds: [youthId], ground });
    return plan ? versionLines(tx, plan.id, null) : [];
  }

  /** One published version's line. @throws DomainError not_found */
  async line(tx: Tx, youthId: string, number: number): Promise<PlanVersionLine> {
    await openYouth(tx, youthId);
    const plan = await activePlanOf(tx, youthId);
    const [line] = plan ? await versionLines(tx, plan.id, number) : [];
    if (!line) throw notFound();
    return line;
  }

  /**
   * Freezes the plan as it stands. Returns the new number.
   * @throws DomainError not_found; forbidden `not_coordinator`; rule `plan_empty`
   */
  async publish(tx: Tx, youthId: string): Promise<number> {
    const { youth, ground, plan } = await lockPlan(tx, youthId);
    const content = await readPlanContent(tx, youth, plan);
    if (content.goals.length === 0 && content.otherActions.length === 0) {
      throw rule('plan_empty', 'Planen er tom. Skriv mindst ét mål eller én aftale, før du godkender den.');
    }
    const number = ((await latestVersion(tx, plan.id))?.number ?? 0) + 1;
    const frozen: PlanContent = { ...content, version: number };
    const row = { id: newId(), planId: plan.id, number, publishedAt: tx.now, publishedBy: staffIdOf(tx.actor), content: frozen };
    await tx.manager.insert(PlanVersion, row);
    tx.audit('plan.published', { type: 'plan', id: plan.id, youthIds: [youthId], ground, detail: { number } });
    return number;
  }

  /** The content to export; without places for a youth who is protected today. @throws DomainError not_found */
  async export(tx: Tx, youthId: string, wanted: WantedVersion, format: 'json' | 'pdf' | 'plain_pdf'): Promise<PlanContent> {
    return this.content(tx, youthId, wanted, { action: 'plan.exported', detail: { format } });
  }

  /** The content to show on a page; as `export`. @throws DomainError not_found */
  async show(tx: Tx, youthId: string, wanted: WantedVersion): Promise<PlanContent> {
    return this.content(tx, youthId, wanted, { action: 'plan.version_read', detail: {} });
  }

  private async content(tx: Tx, youthId: string, wanted: WantedVersion, log: { action: `plan.${string}`; detail: object }): Promise<PlanContent> {
    const { youth, ground } = await openYouth(tx, youthId);
    const plan = await activePlanOf(tx, youthId);
    if (!plan) throw notFound();
    const number = wanted === 'latest' ? ((await latestVersion(tx, plan.id))?.number ?? 'draft') : wanted;
    const content = number === 'draft' ? await readPlanContent(tx, youth, plan) : await frozenContent(tx, plan.id, number);
    tx.audit(log.action, { type: 'plan', id: plan.id, youthIds: [youthId], ground, detail: { version: content.version, ...log.detail } });
    return youth.protected ? withoutPlaces(content) : content;
  }
}

/** The newest published version of a plan, or null. */
export async function latestVersion(tx: Tx, planId: string): Promise<PlanVersionLine | null> {
  return (await versionLines(tx, planId, null))[0] ?? null;
}

async function frozenContent(tx: Tx, planId: string, number: number): Promise<PlanContent> {
  const [row] = await tx.query<{ content: PlanContent }>(
    'SELECT content FROM plan_version WHERE plan_id = $1 AND number = $2', [planId, number], 'plan-version-content',
  );
  if (!row) throw notFound();
  return row.content;
}

function versionLines(tx: Tx, planId: string, number: number | null): Promise<PlanVersionLine[]> {
  return tx.query<PlanVersionLine>(
    `SELECT v.number, v.published_at AS "publishedAt", json_build_object('id', s.id, 'name', s.name) AS "publishedBy"
     FROM plan_version v JOIN staff_member s ON s.id = v.published_by
     WHERE v.plan_id = $1 AND ($2::integer IS NULL OR v.number = $2) ORDER BY v.number DESC`,
    [planId, number], 'plan-version-lines',
  );
}
