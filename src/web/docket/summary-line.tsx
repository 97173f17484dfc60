import type { VNode } from 'preact';
import type { DaySummary } from './day-summary.js';

/** The line of a day; what is not ready stands out, and leads to its table. */
export function SummaryLine({ id, name, items, notReady, rest }: DaySummary): VNode {
  return (
    <>
      <strong>{name}:</strong> {items}, {notReady !== null && <><a class="not-ready" href={`#dag-${id}`}><span aria-hidden="true">✕ </span>{notReady}</a>{', '}</>}{rest.join(', ')}
    </>
  );
}
