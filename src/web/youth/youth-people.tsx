import type { VNode } from 'preact';
import { FoldedForm } from '../forms/folded-form.js';
import type { Refusal } from '../forms/refusal.js';
import { NetworkMap } from './network-map.js';
import { CustodyHolderFields, NetworkPersonFields } from './person-fields.js';
import type { PersonView, YouthPageView } from './youth-page.view.js';

type PeopleProps = Pick<YouthPageView, 'id' | 'map' | 'network' | 'custody' | 'mayChange' | 'mayAddCustody' | 'protected'> & { readonly refusal: Refusal | null };

/** The people around the youth: the map with the same as a list, and who holds custody. */
export function People({ id, map, network, custody, mayChange, mayAddCustody, protected: hidden, refusal }: PeopleProps): VNode {
  return (
    <>
      {network.length > 0 && <NetworkMap {...map} />}
      <h3>Personer</h3>
      <PersonList people={network} none="Ingen står på netværkskortet endnu." edit={mayChange ? `/unge/${id}/netvaerk` : null} />
      {mayChange && (
        <FoldedForm action={`/unge/${id}/netvaerk`} refusal={refusal} summary="Sæt en person på netværkskortet" submit="Gem personen">
          <NetworkPersonFields hidden={false} />
        </FoldedForm>
      )}
      <h3>Forældremyndighed</h3>
      <PersonList people={custody} none="Ingen forældremyndighedsindehaver er skrevet på." edit={mayChange ? `/unge/${id}/foraeldre` : null} />
      {mayAddCustody && (
        <FoldedForm action={`/unge/${id}/foraeldre`} refusal={refusal} summary="Skriv en forældremyndighedsindehaver på" submit="Gem">
          <CustodyHolderFields hidden={hidden} />
        </FoldedForm>
      )}
    </>
  );
}

function PersonList({ people, none, edit }: { people: readonly PersonView[]; none: string; edit: string | null }): VNode {
  if (people.length === 0) return <p>{none}</p>;
  return (
    <ul class="plain-list">
      {people.map(({ id, who, facts }) => (
        <li key={id}>
          <strong>{who}</strong><br />{facts}
          {edit !== null && <><br /><a href={`${edit}/${id}`}>Ret eller fjern<span class="sr-only">{`: ${who}`}</span></a></>}
        </li>
      ))}
    </ul>
  );
}
