import type { VNode } from 'preact';
import { Deadline } from '../youths-overview/youths-overview.js';
import type { FrontItemView, FrontView, NumberView, OwnYouthView, TriageLineView } from './front.view.js';

export function Front(view: FrontView): VNode {
  const { greeting, numbers, youths, day, noDay, notReady, late, triage, offers } = view;
  return (
    <>
      <h1>{greeting}</h1>
      {offers.map((offer) => <p key={offer} class="font-lead">{offer}</p>)}
      <Numbers numbers={numbers} />
      {day !== null && <Day {...day} />}
      {noDay && <section class="front-part"><h2>Næste K-mødedag</h2><p>Der er ikke planlagt nogen K-mødedag de næste 60 dage.</p></section>}
      {notReady !== null && <Items id="ikke-klar" heading="Ikke klar" caption="Punkter de næste fire uger, der mangler noget" items={notReady} none="Alle punkter, du kan se de næste fire uger, er klar." why="Mangler" />}
      {triage !== null && <Triage {...triage} />}
      {late !== null && <Items id="for-sent" heading="For sent" caption="Punkter de næste fire uger, der er kommet for sent" items={late} none="Ingen punkter de næste fire uger er for sent." why="Hvorfor" />}
      {youths !== null && <Youths {...youths} />}
    </>
  );
}

function Numbers({ numbers }: { numbers: readonly NumberView[] }): VNode {
  return (
    <section class="front-part">
      <h2 class="sr-only">Det venter på dig</h2>
      <ul class="nobullet-list no-max-width front-numbers">
        {numbers.map(({ number, text, href }) => <li key={href}><a href={href}><span class="figure">{number}</span> <span>{text}</span></a></li>)}
      </ul>
    </section>
  );
}

function Day({ heading, facts, href }: NonNullable<FrontView['day']>): VNode {
  return (
    <section class="front-part">
      <h2>{heading}</h2>
      <p>{facts}</p>
      <p><a href={href}>Se dagsordenen</a></p>
    </section>
  );
}

interface ItemsProps {
  readonly id: string;
  readonly heading: string;
  readonly caption: string;
  readonly items: readonly FrontItemView[];
  readonly none: string;
  readonly why: string;
}

function Items({ id, heading, caption, items, none, why }: ItemsProps): VNode {
  return (
    <section class="front-part" id={id}>
      <h2>{`${heading} (${items.length})`}</h2>
      {items.length === 0 ? <p>{none}</p> : (
        <table class="table table--compact table--responsive-headers">
          <caption>{caption}</caption>
          <thead><tr><th scope="col">Hvem det handler om</th><th scope="col">Hvornår</th><th scope="col">{why}</th><th scope="col">Handling</th></tr></thead>
          <tbody>
            {items.map((item) => (
              <tr key={item.id}>
                <th scope="row" data-title="Hvem det handler om">{item.who}<br /><small>{item.type}</small></th>
                <td data-title="Hvornår">{item.when}</td>
                <td data-title={why}>{item.why}</td>
                <td data-title="Handling">{item.href === null ? '–' : <a href={item.href}>Åbn punktet<span class="sr-only">{`: ${item.who}`}</span></a>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function Triage({ lines, more }: NonNullable<FrontView['triage']>): VNode {
  return (
    <section class="front-part" id="til-vurdering">
      <h2>{`Til vurdering (${more ? `${lines.length} eller flere` : lines.length})`}</h2>
      {lines.length === 0 ? <p>Ingen anmodninger venter på din vurdering.</p> : (
        <table class="table table--compact table--responsive-headers">
          <caption>Anmodninger om K-møde, der venter på dig</caption>
          <thead><tr><th scope="col">Hvem det handler om</th><th scope="col">Fra</th><th scope="col">Sendt</th><th scope="col">Handling</th></tr></thead>
          <tbody>{lines.map((line) => <TriageLine key={line.id} {...line} />)}</tbody>
        </table>
      )}
    </section>
  );
}

function TriageLine({ id, who, type, from, waited, urgent }: TriageLineView): VNode {
  return (
    <tr>
      <th scope="row" data-title="Hvem det handler om">{who}<br /><small>{type}</small>{urgent && <><br /><span class="badge badge-error">Haster</span></>}</th>
      <td data-title="Fra">{from}</td>
      <td data-title="Sendt">{waited}</td>
      <td data-title="Handling"><a href={`/anmodninger/${id}`}>Vurdér anmodningen<span class="sr-only">{`: ${who}`}</span></a></td>
    </tr>
  );
}

function Youths({ total, all, lines }: NonNullable<FrontView['youths']>): VNode {
  return (
    <section class="front-part">
      <h2>{`Dine unge (${total})`}</h2>
      {lines.length === 0 ? <p>Du er ikke koordinerende sagsbehandler for nogen endnu.</p> : (
        <table class="table table--compact table--responsive-headers">
          <caption>Den nærmeste frist står øverst</caption>
          <thead><tr><th scope="col">Navn</th><th scope="col">Næste frist</th><th scope="col">Næste K-møde</th><th scope="col">Hvad mangler</th></tr></thead>
          <tbody>{lines.map((youth) => <Youth key={youth.line.id} {...youth} />)}</tbody>
        </table>
      )}
      {total > lines.length && <p><a href={all}>{`Se alle ${total}`}</a></p>}
    </section>
  );
}

function Youth({ line, missing }: OwnYouthView): VNode {
  const { id, name, age, deadline, nextMeeting } = line;
  return (
    <tr>
      <th scope="row" data-title="Navn"><a href={`/unge/${id}`}>{name}</a>, {age}</th>
      <td data-title="Næste frist"><Deadline deadline={deadline} /></td>
      <td data-title="Næste K-møde">{nextMeeting ?? 'Intet'}</td>
      <td data-title="Hvad mangler"><Missing line={line} missing={missing} /></td>
    </tr>
  );
}

function Missing({ line: { name, step, stepLink }, missing }: OwnYouthView): VNode {
  const texts = missing.length > 0 ? missing : [step ?? 'Intet lige nu'];
  return (
    <>
      {texts.map((text) => <span key={text} class="missing">{text}</span>)}
      {stepLink !== null && <a href={stepLink.href}>{stepLink.text}<span class="sr-only">{`: ${name}`}</span></a>}
    </>
  );
}
