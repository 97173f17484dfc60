import { createHash } from 'node:crypto';
import type { VNode } from 'preact';
import { newId } from '../../platform/database/ids.js';
import type { IdempotencyKey } from '../../platform/http/idempotency.js';

/** A form's own key, drawn with it: sent twice, by a double click or a repeated answer, it does its work once (`onceOf`). */
export function OnceField(): VNode {
  return <input type="hidden" name="once" value={newId()} />;
}

/**
 * The key of a form that was sent. What was chosen is part of it, so that another choice on the same page is another wish.
 * @param route the form's address, without what stands in it of a single object
 */
export function onceOf(route: string, once: string, chosen: string): IdempotencyKey {
  return { key: `${once} ${chosen}`, route: `POST ${route}`, bodyHash: createHash('sha256').update(chosen).digest() };
}
