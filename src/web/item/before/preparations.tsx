import type { VNode } from 'preact';
import { TextArea, Tick } from '../../forms/fields.js';
import type { Refusal } from '../../forms/refusal.js';
import { ItemForm } from '../item-frame.js';
import type { BeforeView, PreparationView } from './before.view.js';

export function Preparations({ view, refusal }: { view: BeforeView; refusal: Refusal | null }): VNode {
  if (view.preparations.length === 0) return <p>Ingen enhed er bedt om at forberede sig.</p>;
  return (
    <ul class="plain-list no-max-width basis-list">
      {view.preparations.map((unit) => (
        <li key={unit.id}>
          <span class="sign" aria-hidden="true">{unit.ready ? '✓' : '○'}</span> <strong>{unit.unit}</strong>: {unit.said}
          {unit.mine && <PreparationForm unit={unit} at={view.at} refusal={refusal} />}
        </li>
      ))}
    </ul>
  );
}

function PreparationForm({ unit, at, refusal }: { unit: PreparationView; at: string; refusal: Refusal | null }): VNode {
  const action = `${at}/forberedelse/${unit.id}`;
  const present = refusal?.action === action && refusal.code === 'changed_meanwhile' ? (refusal.extra['present'] as { text: string | null; version: number }) : null;
  return (
    <details open={refusal?.action === action}>
      <summary>{unit.ready ? 'Ret' : 'Skriv'} forberedelsen<span class="sr-only">{` for ${unit.unit}`}</span></summary>
      {present !== null && <p class="others-text">{`En kollega har skrevet: »${present.text ?? 'Intet at tilføje.'}« Gem igen for at beholde din tekst.`}</p>}
      <ItemForm action={action} refusal={refusal}>
        <input type="hidden" name="version" value={present === null ? unit.version : String(present.version)} />
        <TextArea name="text" label="Det, enheden vil sige" hint="Den unge må læse det." value={unit.text} rows={3} maxLength={4000} />
        <Tick name="nothingToAdd" label="Intet at tilføje" checked={unit.nothingToAdd} />
        <button class="button button-secondary" type="submit">Gem forberedelsen<span class="sr-only">{` for ${unit.unit}`}</span></button>
      </ItemForm>
    </details>
  );
}
