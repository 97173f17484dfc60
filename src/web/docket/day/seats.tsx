import type { VNode } from 'preact';
import { Select } from '../../forms/fields.js';
import { Form } from '../../forms/form.js';
import type { Refusal } from '../../forms/refusal.js';
import { STAYS } from './seat-wishes.js';
import type { SeatsView } from './seats.view.js';

/** Somebody else for places of a day; folded while everybody can come. */
export function Seats({ action, view: { seats, asked }, refusal }: { action: string; view: SeatsView; refusal: Refusal | null }): VNode {
  return (
    <section id="personer">
      <h2>Sæt en anden ind</h2>
      <p>Dagens punkter følger med til den nye. Den nye får en indkaldelse, og den, der afløses, får besked.</p>
      <details open={asked || refusal?.action === action}>
        <summary>Vælg, hvem der skal sidde med</summary>
        <Form action={action} prefix="personer-" refusal={refusal} class="form-fields">
          {seats.map(({ now, ...seat }) => <Select key={seat.name} {...seat} hint={now} required value={STAYS} />)}
          <p class="form-actions"><button class="button button-secondary" type="submit">Gem, hvem der sidder med</button></p>
        </Form>
      </details>
    </section>
  );
}
