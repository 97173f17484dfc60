import type { ComponentChildren, VNode } from 'preact';
import { fieldPrefix } from './field-prefix.js';
import { Form } from './form.js';
import type { Refusal } from './refusal.js';

/** A form that stands folded under what it does, and is open again when it was refused. */
export function FoldedForm({ action, refusal, summary, about, submit, secondary = true, children }: {
  action: string; refusal: Refusal | null; summary: string;
  /** Said to screen readers after the summary and the button, where a page has many of the same forms. */
  about?: string;
  submit: string; secondary?: boolean; children?: ComponentChildren;
}): VNode {
  const more = about === undefined ? null : <span class="sr-only">{`: ${about}`}</span>;
  return (
    <details class="folded-form" open={refusal?.action === action}>
      <summary>{summary}{more}</summary>
      <Form action={action} refusal={refusal} prefix={fieldPrefix(action)} class="form-fields">
        {children}
        <div class="form-actions"><button class={`button ${secondary ? 'button-secondary' : 'button-primary'}`} type="submit">{submit}{more}</button></div>
      </Form>
    </details>
  );
}
