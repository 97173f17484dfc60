import type { VNode } from 'preact';
import type { RulesView, RuleView } from './rules.view.js';

/** @param mayGoBack whether the list of deadlines is open to the reader */
export function RulesCatalogue({ now, other, mayGoBack }: RulesView & { mayGoBack: boolean }): VNode {
  return (
    <>
      <h1>Fristregler</h1>
      <p class="font-lead">Hvad fristerne regnes efter, og hvor det står. Det system, der træffer afgørelser, er stadig fagsystemet.</p>
      <RuleTable caption={`Gælder nu (${now.length})`} rules={now} />
      {other.length > 0 && (
        <details>
          <summary>{`Tidligere og kommende (${other.length})`}</summary>
          <RuleTable caption="Tidligere og kommende" rules={other} />
        </details>
      )}
      {mayGoBack && <p><a href="/frister">Tilbage til fristerne</a></p>}
    </>
  );
}

function RuleTable({ caption, rules }: { caption: string; rules: readonly RuleView[] }): VNode {
  return (
    <table class="table table--compact table--responsive-headers overview-table">
      <caption>{caption}</caption>
      <thead><tr><th scope="col">Regel</th><th scope="col">Kilde</th><th scope="col">For hvem</th><th scope="col">Klares af</th><th scope="col">Gælder</th></tr></thead>
      <tbody>
        {rules.map((rule) => (
          <tr key={rule.id}>
            <th scope="row" data-title="Regel">{rule.title}<br /><small>{`${rule.code} · ${rule.mode}`}</small></th>
            <td data-title="Kilde">{rule.source}<br /><small>{`${rule.kind} · ${rule.checked}`}</small></td>
            <td data-title="For hvem">{rule.groups}</td>
            <td data-title="Klares af">{rule.metBy}<br /><small>{`Ansvar: ${rule.responsible}`}</small></td>
            <td data-title="Gælder">{rule.inForce}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
