import type { VNode } from 'preact';
import { Select, TextArea, TextField } from '../forms/fields.js';
import { Form } from '../forms/form.js';
import { Empty, Notice, RefusalSummary } from '../forms/messages.js';
import type { Refusal } from '../forms/refusal.js';
import type { QuestionsView, QuestionView } from './questions.view.js';

const RAISED = 'nyt-';

/** Principled questions: what nobody has answered yet, and what has been answered, for all to learn from. */
export function Questions({ view, refusal, notice }: { view: QuestionsView; refusal: Refusal | null; notice: string | null }): VNode {
  return (
    <>
      <RefusalSummary refusal={refusal} prefix={prefixOf(refusal?.action ?? '')} />
      <Notice text={refusal === null ? notice : null} />
      <h1>Principielle spørgsmål</h1>
      <p class="font-lead">Spørgsmål fra møderne, som skal have ét svar for alle. Uden navne.</p>
      <Raise view={view} refusal={refusal} />
      <section class="front-part" aria-labelledby="aabne">
        <h2 id="aabne">{`Venter på svar (${view.open.length})`}</h2>
        {view.open.length === 0 ? <Empty>Ingen spørgsmål venter på svar.</Empty> : <ul class="question-list">{view.open.map((question) => <Question key={question.id} question={question} refusal={refusal} />)}</ul>}
      </section>
      <section class="front-part" aria-labelledby="besvarede">
        <h2 id="besvarede">Besvaret</h2>
        <Form action="/spoergsmaal/soeg" class="question-search" prefix="soeg-">
          <TextField name="text" label="Søg i svarene" required maxLength={100} value={view.sought ?? ''} />
          <button class="button button-secondary" type="submit">Søg</button>
        </Form>
        {view.answered.length === 0 && <p>{view.sought === null ? 'Ingen spørgsmål er besvaret endnu.' : `Intet svar indeholder »${view.sought}«. `}{view.sought !== null && <a href="/spoergsmaal">Vis alle</a>}</p>}
        {view.answered.length > 0 && <ul class="question-list">{view.answered.map((question) => <Question key={question.id} question={question} refusal={refusal} />)}</ul>}
        {view.older !== null && view.sought === null && <p><a href={view.older}>Vis ældre svar</a></p>}
      </section>
    </>
  );
}

function Raise({ view: { owners, self }, refusal }: { view: QuestionsView; refusal: Refusal | null }): VNode {
  return (
    <details class="folded-form" open={refusal?.action === '/spoergsmaal'}>
      <summary>Skriv et spørgsmål</summary>
      <Form action="/spoergsmaal" refusal={refusal} prefix={RAISED} class="form-fields">
        <TextArea name="text" label="Spørgsmålet" hint="Skriv det uden navn og CPR-nummer." required rows={3} maxLength={2000} />
        <Select name="ownerId" label="Hvem finder svaret?" required options={owners} value={self} />
        <div class="form-actions"><button class="button button-primary" type="submit">Gem spørgsmålet</button></div>
      </Form>
    </details>
  );
}

function Question({ question, refusal }: { question: QuestionView; refusal: Refusal | null }): VNode {
  const { text, owner, raised, answer, answered, action } = question;
  return (
    <li>
      <h3>{text}</h3>
      {answer !== null && <p class="said">{answer}</p>}
      <p><small>{answered === null ? `${owner} finder svaret. Skrevet ${raised}.` : `Besvaret ${answered}. Ansvar: ${owner}.`}</small></p>
      {action !== null && <Answer action={action} answer={answer} about={text} refusal={refusal} />}
    </li>
  );
}

function Answer({ action, answer, about, refusal }: { action: string; answer: string | null; about: string; refusal: Refusal | null }): VNode {
  return (
    <details class="folded-form" open={refusal?.action === action}>
      <summary>{answer === null ? 'Skriv svaret' : 'Skriv et bedre svar'}<span class="sr-only">{`: ${about}`}</span></summary>
      <Form action={action} refusal={refusal} prefix={prefixOf(action)} class="form-fields">
        <TextArea name="answer" label="Svaret" hint="Skriv det uden navn og CPR-nummer. Alle, der arbejder med unge, kan læse det." required rows={4} maxLength={4000} value={answer ?? ''} />
        <div class="form-actions"><button class="button button-primary" type="submit">Gem svaret</button></div>
      </Form>
    </details>
  );
}

/** `/spoergsmaal/…/svar` sets its fields apart by the question. */
function prefixOf(action: string): string {
  const [, , id] = action.split('/');
  return id === undefined ? RAISED : `svar-${id}-`;
}
