import type { ComponentChildren, VNode } from 'preact';
import type { Refusal } from './refusal.js';

/** At the top of a page whose form was refused: what is wrong, with a link to each field. */
export function RefusalSummary({ refusal, prefix = '' }: { refusal: Refusal | null; prefix?: string }): VNode | null {
  if (refusal === null) return null;
  return (
    <div class="alert alert-error error-summary" role="alert" tabIndex={-1} data-focus-first="">
      <div class="alert-body">
        <h2 class="alert-heading">{refusal.message}</h2>
        {refusal.errors.length > 0 && <ul class="nobullet-list">{refusal.errors.map(({ field, message }) => <li key={field}><a href={`#${prefix}${field}`}>{message}</a></li>)}</ul>}
      </div>
    </div>
  );
}

/** What has just been done, with the way back where a slip hurts. */
export function Notice({ text, children }: { text: string | null; children?: ComponentChildren }): VNode | null {
  if (text === null) return null;
  return <div class="alert alert-success" role="status"><div class="alert-body"><p class="alert-text">{text}</p>{children}</div></div>;
}

/** An empty list says why it is empty and what to do. */
export function Empty({ children }: { children: ComponentChildren }): VNode {
  return <div class="alert alert-info"><div class="alert-body"><p class="alert-text">{children}</p></div></div>;
}
