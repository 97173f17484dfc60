import { randomUUID } from 'node:crypto';
import type { ComponentChildren, VNode } from 'preact';
import { useContext } from 'preact/hooks';
import { Csrf, FieldPrefix, FormRefusal } from './form-context.js';
import type { Refusal } from './refusal.js';

export interface FormProps {
  readonly action: string;
  /** Why a form of this page was refused; a form takes only its own. */
  readonly refusal?: Refusal | null;
  /** Before the ids of the fields, where a page has several forms with the same names. */
  readonly prefix?: string;
  readonly class?: string;
  /** Set where the form carries a file. */
  readonly carriesFile?: boolean;
  readonly children: ComponentChildren;
  /** Attributes for scripts: `data-…`. */
  readonly data?: Readonly<Record<`data-${string}`, string>>;
}

/** A form with the session's token and a number of its own; its fields find what was filled in before and what was wrong with it. */
export function Form({ action, refusal = null, prefix = '', data = {}, carriesFile = false, children, ...rest }: FormProps): VNode {
  return (
    <form method="post" action={action} class={rest.class} encType={carriesFile ? 'multipart/form-data' : undefined} {...data}>
      <CsrfField />
      <input type="hidden" name="_once" value={randomUUID()} />
      <FieldPrefix.Provider value={prefix}>
        <FormRefusal.Provider value={refusal?.action === action.split('?')[0] ? refusal : null}>{children}</FormRefusal.Provider>
      </FieldPrefix.Provider>
    </form>
  );
}

/** The hidden field that proves that a form came from a page of ours. */
export function CsrfField(): VNode {
  return <input type="hidden" name="_csrf" value={useContext(Csrf)} />;
}

/** One button that does one thing. */
export function ActionButton({ action, text, about, secondary = true, fields = {} }: {
  action: string; text: string;
  /** Said to screen readers after the text, where a page has many of the same buttons. */
  about?: string;
  secondary?: boolean; fields?: Readonly<Record<string, string>>;
}): VNode {
  return (
    <Form action={action} class="inline-form">
      {Object.entries(fields).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)}
      <button class={`button ${secondary ? 'button-secondary' : 'button-primary'}`} type="submit">{text}{about !== undefined && <span class="sr-only">{`: ${about}`}</span>}</button>
    </Form>
  );
}
