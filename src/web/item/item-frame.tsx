import type { ComponentChildren, VNode } from 'preact';
import { fieldPrefix } from '../forms/field-prefix.js';
import { Form, type FormProps } from '../forms/form.js';
import { Notice, RefusalSummary } from '../forms/messages.js';
import type { Refusal } from '../forms/refusal.js';
import type { ItemHeadView, ItemTab } from './item-head.view.js';

export interface ItemFrameProps {
  readonly head: ItemHeadView;
  readonly tab: ItemTab;
  readonly refusal: Refusal | null;
  /** Sets the fields of the refused form apart, where its address does not tell. */
  readonly prefix?: string;
  readonly notice: { readonly text: string; readonly undo: VNode | null } | null;
  readonly children: ComponentChildren;
}

/** Who and when, and the pages of the item. */
export function ItemFrame({ head, tab, refusal, prefix, notice, children }: ItemFrameProps): VNode {
  return (
    <div class="item">
      <RefusalSummary refusal={refusal} prefix={prefix ?? (refusal === null ? '' : fieldPrefix(refusal.action))} />
      <div data-region="besked">{notice !== null && <Notice text={notice.text}>{notice.undo}</Notice>}</div>
      <h1>{head.who}</h1>
      <p class="item-facts">
        {head.facts}{' '}
        {head.urgent && <span class="badge badge-error">Haster</span>}{' '}
        {head.state !== null && <span class="badge badge-info">{head.state}</span>}
      </p>
      <nav class="item-tabs" aria-label="Punktets sider">
        <ul class="no-max-width">
          {head.tabs.map((each) => <li key={each.tab}><a href={each.href} aria-current={each.tab === tab ? 'page' : undefined}>{each.text}</a></li>)}
          {head.screen !== null && <li><a href={head.screen}>Vis på skærm</a></li>}
          {head.youthHref !== null && <li><a href={head.youthHref}>Den unges side</a></li>}
        </ul>
      </nav>
      {children}
    </div>
  );
}

/** A form of an item's page; its fields are set apart by what the form does, so that a refusal finds them. */
export function ItemForm(props: Omit<FormProps, 'prefix'>): VNode {
  return <Form {...props} prefix={fieldPrefix(props.action)} />;
}

/** A part of an item's page. */
export function ItemPart({ id, heading, children }: { id: string; heading: string; children: ComponentChildren }): VNode {
  return (
    <section class="item-part" aria-labelledby={id}>
      <h2 id={id} tabIndex={-1}>{heading}</h2>
      {children}
    </section>
  );
}
