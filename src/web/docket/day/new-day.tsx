import type { VNode } from 'preact';
import { type Option, Select, TextField } from '../../forms/fields.js';
import { Form } from '../../forms/form.js';
import { RefusalSummary } from '../../forms/messages.js';
import type { Refusal } from '../../forms/refusal.js';

export interface NewDayProps {
  readonly series: readonly Option[];
  readonly chairs: readonly Option[];
  readonly minuteTakers: readonly Option[];
  readonly refusal: Refusal | null;
}

/** The form for a day outside the rhythm; what is left out is as in the series. */
export function NewDay({ series, chairs, minuteTakers, refusal }: NewDayProps): VNode {
  return (
    <>
      <RefusalSummary refusal={refusal} />
      <h1>Læg en ekstra K-mødedag ind</h1>
      <p class="font-lead">Når der er brug for en dag uden for den faste rytme. Det, du ikke udfylder, bliver som i mødeserien.</p>
      <Form action="/dagsorden/dage" refusal={refusal} class="form-fields">
        <TextField name="date" type="date" label="Dato" required />
        {series.length > 0 && <Select name="seriesId" label="Tider, panel og bemanding som i" value={series[0]?.value ?? ''} empty="Ingen mødeserie" options={series} />}
        <TextField name="startsAt" type="time" label="Begynder kl." />
        <TextField name="room" label="Lokale" maxLength={100} />
        <Select name="chairId" label="Mødeleder" empty="Som i mødeserien" options={chairs} />
        <Select name="minuteTakerId" label="Referent" empty="Som i mødeserien" options={minuteTakers} />
        <p class="form-actions">
          <button class="button button-primary" type="submit">Læg dagen ind</button>
          <a href="/dagsorden">Fortryd</a>
        </p>
      </Form>
    </>
  );
}
