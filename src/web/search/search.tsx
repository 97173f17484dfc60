import type { VNode } from 'preact';
import { Form } from '../forms/form.js';
import { Empty } from '../forms/messages.js';
import { type HitView, SHORTEST_TEXT, type SearchView } from './search.view.js';

export function SearchPage(view: SearchView): VNode {
  const { text, tooShort, youths, words, places, lookup } = view;
  const nothing = text !== null && !tooShort && (youths ?? []).length + words.length + places.length === 0;
  return (
    <>
      <h1>Søg</h1>
      <Form action="/soeg" class="search-form">
        <div class={tooShort ? 'form-group form-error' : 'form-group'}>
          <label class="form-label" for="soegetekst">Navn, CPR-nummer eller et ord</label>
          <span class="form-hint" id="soegetekst-hjaelp">Begyndelsen af for- eller efternavnet er nok. Du finder kun unge, du har adgang til, og søgningen bliver logget.</span>
          {tooShort && <span class="form-error-message" id="soegetekst-fejl"><span class="sr-only">Fejl: </span>{`Skriv mindst ${SHORTEST_TEXT} tegn.`}</span>}
          <input
            class="form-input" id="soegetekst" name="text" type="search" value={text ?? ''} maxLength={100} autocomplete="off"
            aria-invalid={tooShort ? 'true' : undefined} aria-describedby={tooShort ? 'soegetekst-hjaelp soegetekst-fejl' : 'soegetekst-hjaelp'}
          />
        </div>
        <button class="button button-primary mt-5" type="submit">Søg</button>
      </Form>
      {nothing && <Empty>Intet fundet. Prøv med begyndelsen af efternavnet eller hele CPR-nummeret.</Empty>}
      {nothing && lookup && <p>Er det en ung, du ikke har adgang til? <a href="/opslag">Slå den unge op på CPR-nummer</a></p>}
      {youths !== null && youths.length > 0 && <Youths hits={youths} />}
      {words.length > 0 && <Words words={words} />}
      {places.length > 0 && <section><h2>Sider</h2><ul>{places.map(({ href, text: name }) => <li key={href}><a href={href}>{name}</a></li>)}</ul></section>}
    </>
  );
}

function Youths({ hits }: { hits: readonly HitView[] }): VNode {
  return (
    <table class="table table--compact table--responsive-headers search-hits">
      <caption>{`Unge (${hits.length})`}</caption>
      <thead><tr><th scope="col">Navn</th><th scope="col">Hvem</th><th scope="col">Koordinerende sagsbehandler</th><th scope="col">Status</th></tr></thead>
      <tbody>
        {hits.map(({ id, href, name, who, coordinator, status }) => (
          <tr key={id}>
            <th scope="row" data-title="Navn">{href === null ? name : <a href={href}>{name}</a>}</th>
            <td data-title="Hvem">{who}</td>
            <td data-title="Koordinerende sagsbehandler">{coordinator}</td>
            <td data-title="Status">{status}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Words({ words }: Pick<SearchView, 'words'>): VNode {
  return (
    <section>
      <h2>Det hedder nu noget andet</h2>
      <ul class="plain-list">
        {words.map(({ now, explanation, href, source }) => <li key={now}><strong>{href === null ? now : <a href={href}>{now}</a>}</strong><br />{explanation}<br /><small>{source}</small></li>)}
      </ul>
    </section>
  );
}
