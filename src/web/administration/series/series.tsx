import type { VNode } from 'preact';
import { areaName } from '../../words/codes.js';
import { type Option, Select, TextField, Tick } from '../../forms/fields.js';
import { Form } from '../../forms/form.js';
import { Empty, Notice, RefusalSummary } from '../../forms/messages.js';
import type { Refusal } from '../../forms/refusal.js';
import { BackToAdministration } from '../administration.js';
import { SLOT_ROWS } from './series-form.js';
import type { SeriesView } from './series.view.js';

const SLOT_KIND_OPTIONS = [{ value: 'slot', label: 'Plads' }, { value: 'urgent', label: 'Hasteplads' }, { value: 'break', label: 'Pause' }];
const CLOSED_DAY_OPTIONS = [
  { value: 'skip', label: 'Mødet falder væk' }, { value: 'next_working_day', label: 'Næste hverdag' }, { value: 'previous_working_day', label: 'Hverdagen inden' },
];

const MAILS_OF_NEW = 'Mødelederen, referenten og panelet får en indkaldelse for hver mødedag et halvt år frem, når serien gemmes. Hver dag er sin egen mail, så sig det til dem først. De, der henter deres møder ved abonnement, får ingen mail.';
const MAILS_OF_CHANGE = 'Ændrer du tid eller lokale, får mødelederen, referenten og panelet en ny indkaldelse på mail for hver af dagene, hvis de får deres møder som mail.';

export function SeriesList({ series, mayManage, notice }: { series: readonly SeriesView[]; mayManage: boolean; notice: string | null }): VNode {
  return (
    <>
      <Notice text={notice} />
      <h1>Mødeserier</h1>
      <p class="font-lead">En serie er en første dag og et fast mellemrum. Dagene bliver lavet af sig selv, et halvt år frem.</p>
      {series.length === 0 && <Empty>Der er ingen mødeserie endnu, så der er ingen K-mødedage.</Empty>}
      {series.map(({ id, name, facts }) => (
        <section key={id}>
          <h2>{name}</h2>
          <dl class="type-facts">{facts.map(({ label, text }) => <div key={label}><dt>{label}</dt><dd>{text}</dd></div>)}</dl>
          {mayManage && <a href={`/administration/serier/${id}`}>Ret<span class="sr-only">{`: ${name}`}</span></a>}
        </section>
      ))}
      {mayManage && <p><a class="button button-primary" href="/administration/serier/ny">Ny mødeserie</a></p>}
      <BackToAdministration />
    </>
  );
}

export interface SeriesFormProps {
  readonly heading: string;
  readonly action: string;
  readonly values: Readonly<Record<string, string>>;
  readonly areas: readonly string[];
  readonly people: readonly Option[];
  /** A series that runs may be given a last day. */
  readonly runs: boolean;
  /** Whether the municipality has a mail server at all. */
  readonly sendsMail: boolean;
  readonly refusal: Refusal | null;
}

export function SeriesForm({ heading, action, values, areas, people, runs, sendsMail, refusal }: SeriesFormProps): VNode {
  const of = (name: string) => ({ name, value: values[name] ?? '' });
  return (
    <>
      <RefusalSummary refusal={refusal} />
      <h1>{heading}</h1>
      {runs && <p>Kommende dage uden punkter følger med, når du retter. Dage med punkter bliver, som de er.</p>}
      {sendsMail && <p>{runs ? MAILS_OF_CHANGE : MAILS_OF_NEW}</p>}
      <Form action={action} refusal={refusal} class="form-fields">
        <TextField {...of('name')} label="Navn" required maxLength={100} />
        <TextField {...of('anchorDate')} type="date" label="Første dag" hint="En hverdag. De andre dage regnes herfra, aldrig efter lige eller ulige uger." required />
        <TextField {...of('intervalDays')} type="number" label="Dage mellem møderne" hint="14 er hver anden uge." required min="1" max="366" />
        <TextField {...of('startsAt')} type="time" label="Begynder kl." required min="06:00" max="20:59" />
        <TextField {...of('room')} label="Lokale" maxLength={100} />
        <TextField {...of('link')} type="url" label="Adresse på onlinemøde" hint="Begynder med https://" maxLength={500} />
        <Select {...of('chairId')} label="Mødeleder" required empty="Vælg" options={people} />
        <Select {...of('minuteTakerId')} label="Referent" required empty="Vælg" options={people} />
        <Select {...of('closedDayPolicy')} label="Når dagen er en lukkedag" required options={CLOSED_DAY_OPTIONS} />
        {runs && <TextField {...of('endedOn')} type="date" label="Sidste dag i serien" hint="Lad feltet stå tomt, så længe serien fortsætter." />}
        <Slots values={values} />
        <Panel values={values} areas={areas} people={people} />
        <div class="form-actions"><button class="button button-primary" type="submit">Gem serien</button><a href="/administration/serier">Fortryd</a></div>
      </Form>
    </>
  );
}

function Slots({ values }: Pick<SeriesFormProps, 'values'>): VNode {
  return (
    <section>
      <h2>Dagens forløb</h2>
      <p>I rækkefølge. Lad minutterne stå tomme på de linjer, du ikke bruger. Hastepladsen er fri til det, der haster.</p>
      <div class="slot-rows">
        {Array.from({ length: SLOT_ROWS }, (_, row) => (
          <fieldset key={row}>
            <legend class="sr-only">{`Linje ${row + 1}`}</legend>
            <Select name={`slots.${row}.kind`} value={values[`slots.${row}.kind`] ?? ''} label="Slags" required options={SLOT_KIND_OPTIONS} />
            <TextField name={`slots.${row}.minutes`} value={values[`slots.${row}.minutes`] ?? ''} type="number" label="Minutter" min="5" max="240" />
          </fieldset>
        ))}
      </div>
    </section>
  );
}

function Panel({ values, areas, people }: Pick<SeriesFormProps, 'values' | 'areas' | 'people'>): VNode {
  return (
    <section>
      <h2>Panel</h2>
      <p>Hvem sidder fast for hvert område, og hvem kommer i stedet?</p>
      {areas.map((area) => (
        <fieldset key={area} class="panel-place">
          <legend class="form-label">{areaName(area)}</legend>
          <Select name={`panel.${area}.staffId`} value={values[`panel.${area}.staffId`] ?? ''} label="Fast deltager" empty="Ingen" options={people} />
          <Select name={`panel.${area}.deputyId`} value={values[`panel.${area}.deputyId`] ?? ''} label="Stedfortræder" empty="Ingen" options={people} />
          <Tick name={`panel.${area}.decides`} label="Kan træffe beslutning for området" checked={values[`panel.${area}.decides`] === 'on'} />
        </fieldset>
      ))}
    </section>
  );
}
