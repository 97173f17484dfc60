import type { VNode } from 'preact';
import { Select, TextArea, TextField } from '../../forms/fields.js';
import { ItemPart } from '../item-frame.js';
import type { ClosingView } from './closing.view.js';
import { PartGap, SelectCell, TextCell } from './row-fields.js';

const KINDS = [
  { value: 'agreed', label: 'Aftale' }, { value: 'tell_youth', label: 'Fortælle den unge det' }, { value: 'outreach', label: 'Opsøge den unge' },
];

/** Who does what by when. Enter makes the next row where there is a script; without one, empty rows stand ready. */
export function Actions({ view }: { view: ClosingView }): VNode {
  return (
    <ItemPart id="actions" heading="Hvem gør hvad hvornår">
      <PartGap name="actions" />
      <table class="table row-table stacking-table">
        <caption class="sr-only">Aftaler, én pr. linje</caption>
        <thead><tr><th scope="col">Hvad</th><th scope="col">Hvem</th><th scope="col">Senest</th>{view.hasYouth && <th scope="col">Slags</th>}</tr></thead>
        <tbody data-grow="actions">
          {view.actions.map((row, at) => (
            <tr key={at}>
              <td data-title="Hvad">
                <TextCell name={`actions.${at}.text`} label={`Hvad, aftale ${at + 1}`} value={row.text} maxLength={1000} />
                {row.goalId !== '' && <input type="hidden" name={`actions.${at}.goalId`} value={row.goalId} />}
              </td>
              <td data-title="Hvem"><SelectCell name={`actions.${at}.ownerId`} label={`Hvem, aftale ${at + 1}`} value={row.ownerId} empty="Vælg" options={view.owners} /></td>
              <td data-title="Senest"><TextCell name={`actions.${at}.dueOn`} label={`Senest, aftale ${at + 1}`} value={row.dueOn} type="date" /></td>
              {view.hasYouth && <td data-title="Slags"><SelectCell name={`actions.${at}.kind`} label={`Slags, aftale ${at + 1}`} value={row.kind} options={KINDS} /></td>}
            </tr>
          ))}
        </tbody>
      </table>
      <p class="button-row">
        <button class="button button-secondary" type="submit" name="more" value="ja">Gem, og giv mig flere linjer</button>
        <button class="button button-tertiary" type="submit" name="all" value="ja">Vælg en, der ikke var med</button>
      </p>
      <TextField name="noActionsBecause" label="Hvis der ingen aftaler er: hvorfor?" value={view.content.noActionsBecause ?? ''} maxLength={1000} />
    </ItemPart>
  );
}

/** What the meeting decided; a unit's own decision can be pointed to. */
export function Decisions({ view }: { view: ClosingView }): VNode {
  return (
    <ItemPart id="decisions" heading="Det blev I enige om">
      <PartGap name="decisions" />
      <p class="form-hint">Skriv kort, i ord som den unge kan læse. En beslutning på mødet er ikke en afgørelse.</p>
      <ol class="plain-list no-max-width" data-grow="decisions">
        {view.decisions.map((row, at) => (
          <li key={at}>
            <TextCell name={`decisions.${at}.text`} label={`Beslutning ${at + 1}`} value={row.text} maxLength={4000} />
            <details open={row.area !== '' || row.decidedOn !== ''}>
              <summary>Område og afgørelse<span class="sr-only">{`, beslutning ${at + 1}`}</span></summary>
              <div class="field-pair">
                <Select name={`decisions.${at}.area`} label="Område" value={row.area} empty="Intet område" options={view.areas} />
                <TextField name={`decisions.${at}.formalDecision.decidedOn`} label="Afgørelsens dato" value={row.decidedOn} type="date" />
                <TextField name={`decisions.${at}.formalDecision.unit`} label="Enhed bag afgørelsen" value={row.unit} maxLength={200} />
                <TextField name={`decisions.${at}.formalDecision.reference`} label="Nummer i fagsystemet" value={row.reference} maxLength={100} />
              </div>
            </details>
          </li>
        ))}
      </ol>
      {view.needs.has('two_places') && <Places view={view} />}
    </ItemPart>
  );
}

function Places({ view }: { view: ClosingView }): VNode {
  return (
    <>
      <TextArea name="places" label="Steder at vælge mellem" hint="Mindst to, ét pr. linje (STU-loven § 2 a)." value={(view.content.places ?? []).join('\n')} rows={3} />
      <TextField name="fewerPlacesBecause" label="Hvis der er færre end to: hvorfor?" value={view.content.fewerPlacesBecause ?? ''} maxLength={1000} />
    </>
  );
}
