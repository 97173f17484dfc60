import type { VNode } from 'preact';
import { type Option, Select, TextField } from '../forms/fields.js';

export interface BasisFieldsProps {
  /** The youth's consents that count today. */
  readonly consents: readonly Option[];
  readonly consentId: string;
  readonly act: string;
  readonly section: string;
}

/** On what basis something about the youth is shared: a consent, or an act with its section. */
export function BasisFields({ consents, consentId, act, section }: BasisFieldsProps): VNode {
  return (
    <>
      {consents.length > 0 && <Select name="consentId" label="Samtykke" value={consentId} empty="Intet samtykke" options={consents} />}
      <TextField name="act" label={consents.length > 0 ? 'Eller lov' : 'Lov'} required={consents.length === 0} hint="Fx forvaltningsloven" value={act} maxLength={100} />
      <TextField name="section" label="Paragraf" required={consents.length === 0} hint="Fx § 28, stk. 2, nr. 3" value={section} maxLength={100} />
    </>
  );
}
