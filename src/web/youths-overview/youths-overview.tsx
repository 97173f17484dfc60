import type { VNode } from 'preact';
import type { LineView, LinkView, OverviewPageView } from './youths-overview.view.js';

export function YouthsOverview(view: OverviewPageView): VNode {
  return (
    <>
      <h1>Unge</h1>
      <p class="font-lead">Hvem har haft et K-møde, hvem er planlagt, og hvilken frist kommer først?</p>
      <SavedViews views={view.views} />
      <Filter filter={view.filter} />
      {view.lines.length === 0 ? <Empty text={view.empty} chosen={view.filter.any} mayImport={view.mayImport} lookUp={view.lookUp} /> : <Lines {...view} />}
    </>
  );
}

function SavedViews({ views }: { views: readonly LinkView[] }): VNode {
  return (
    <nav aria-label="Gemte visninger">
      <ul class="nobullet-list no-max-width choice-of-list">
        {views.map(({ href, label, current }) => <li key={label}><a href={href} aria-current={current ? 'page' : undefined}>{label}</a></li>)}
      </ul>
    </nav>
  );
}

function Filter({ filter }: Pick<OverviewPageView, 'filter'>): VNode {
  return (
    <form method="get" action="/unge" class="overview-filter">
      {filter.view !== null && <input type="hidden" name="view" value={filter.view} />}
      <input type="hidden" name="sort" value={filter.sort} />
      <Choice name="department" label="Enhed" all="Alle enheder" options={filter.units} />
      <Choice name="status" label="Status" all="Alle" options={filter.statuses} />
      <button class="button button-secondary" type="submit">Vis</button>
    </form>
  );
}

function Choice({ name, label, all, options }: { name: string; label: string; all: string; options: OverviewPageView['filter']['units'] }): VNode {
  return (
    <div class="form-group">
      <label class="form-label" for={`filter-${name}`}>{label}</label>
      <select class="form-select" id={`filter-${name}`} name={name}>
        <option value="">{all}</option>
        {options.map((option) => <option key={option.value} value={option.value} selected={option.selected}>{option.label}</option>)}
      </select>
    </div>
  );
}

function Empty({ text, chosen, mayImport, lookUp }: { text: string; chosen: boolean; mayImport: boolean; lookUp: string | null }): VNode {
  return (
    <div class="alert alert-info mt-5">
      <div class="alert-body">
        <p class="alert-text">{text} {chosen && <a href="/unge">Vis alle unge</a>}{mayImport && !chosen && <a href="/unge/import">Læs unge ind fra en fil</a>}{lookUp !== null && <>{' '}<a href="/opslag">{lookUp}</a></>}</p>
      </div>
    </div>
  );
}

function Lines({ caption, sorts, lines, next, first, files, review, mayImport, lookUp }: OverviewPageView): VNode {
  return (
    <>
      <table class="table table--compact table--responsive-headers overview-table">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <SortHeader {...sorts.name} />
            <th scope="col">Født</th>
            <th scope="col">Koordinerende sagsbehandler</th>
            <th scope="col">Seneste K-møde</th>
            <th scope="col">Næste K-møde</th>
            <SortHeader {...sorts.deadline} />
            <th scope="col">Status</th>
          </tr>
        </thead>
        <tbody>{lines.map((line) => <Line key={line.id} {...line} />)}</tbody>
      </table>
      <nav class="fortnight" aria-label="Flere unge">
        {first !== null && <a href={first}>Fra begyndelsen</a>}
        {next !== null && <a class="button button-secondary" href={next}>Næste 50</a>}
        {review !== null && <a class="button button-primary" href={review}>Gennemgå listen, én ad gangen</a>}
        <a href={files.xlsx} download>Hent listen som Excel</a>
        <a href={files.csv} download>Hent listen som CSV</a>
        {lookUp !== null && <a href="/opslag">{lookUp}</a>}
        {mayImport && <a href="/unge/import">Læs unge ind fra en fil</a>}
      </nav>
    </>
  );
}

function SortHeader({ href, label, current }: LinkView): VNode {
  return (
    <th scope="col" aria-sort={current ? 'ascending' : 'none'}>
      <a href={href}>{label}<span class="sr-only">, sortér</span>{current && <span aria-hidden="true"> ↑</span>}</a>
    </th>
  );
}

function Line({ id, name, born, age, coordinator, lastMeeting, nextMeeting, deadline, status, stepLink, ...line }: LineView): VNode {
  return (
    <tr>
      <th scope="row" data-title="Navn">
        {line.opens ? <a href={`/unge/${id}`}>{name}</a> : name}
        {line.protected && <><br /><span class="badge badge-warning">Beskyttet</span></>}
      </th>
      <td data-title="Født">{born}<br />{age}</td>
      <td data-title="Koordinerende sagsbehandler">{coordinator ?? 'Ingen endnu'}</td>
      <td data-title="Seneste K-møde">{lastMeeting ?? 'Intet'}</td>
      <td data-title="Næste K-møde">{nextMeeting ?? 'Intet'}</td>
      <td data-title="Næste frist"><Deadline deadline={deadline} /></td>
      <td data-title="Status">{status}{stepLink !== null && <><br /><a href={stepLink.href}>{stepLink.text}<span class="sr-only">{`: ${name}`}</span></a></>}</td>
    </tr>
  );
}

/** The next legal deadline of a youth, with a word when it is overdue. */
export function Deadline({ deadline }: Pick<LineView, 'deadline'>): VNode {
  if (deadline === null) return <>Ingen åben frist</>;
  const { title, date, when, overdue } = deadline;
  return <>{overdue && <><span class="badge badge-error">Overskredet</span><br /></>}{date} ({when})<br /><small>{title}</small></>;
}
