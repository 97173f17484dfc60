import type { VNode } from 'preact';
import type { CheckView } from './check.view.js';

const SIGNS = { yes: '✓', no: '✕', unclear: '?', coordinate_directly: '→' } as const;

/** "Hører sagen til på K-mødet?", with the reasons and what follows. */
export function Check({ check }: { check: CheckView }): VNode {
  const { outcome, consequence, turnedAway, other } = check;
  return (
    <section class={outcome === null ? 'check' : `check is-${outcome.code}`} aria-labelledby="tjek">
      <h2 id="tjek">Hører sagen til på K-mødet?</h2>
      {outcome !== null && <p class="check-outcome"><span class="sign" aria-hidden="true">{SIGNS[outcome.code]}</span>{` ${outcome.text}.`}</p>}
      {outcome !== null && <ul>{outcome.findings.map(({ rule, text, source }) => <li key={rule}>{text}<br /><small>{source}</small></li>)}</ul>}
      <p>{consequence}</p>
      {other !== null && <p>{`Svarene peger på ${other.label}. `}<button class="button button-secondary button-small" type="submit" name="handling" value="skift" formNoValidate>{`Skift til ${other.label}`}</button></p>}
      <div class="check-buttons">
        {turnedAway && <button class="button button-secondary button-small" type="submit" name="handling" value="alligevel">Send til vurdering alligevel</button>}
        <button class="button button-secondary button-small without-script" type="submit" name="handling" value="gem" formNoValidate>Se, hvad tjekket siger</button>
      </div>
    </section>
  );
}
