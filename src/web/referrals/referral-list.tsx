import type { VNode } from 'preact';
import { ActionButton } from '../forms/form.js';
import { Notice } from '../forms/messages.js';
import { BadgeMark } from '../youth/youth-parts.js';
import type { ReferralListView, CardView, GroupView } from './referral-list.view.js';
import type { ReferralNotice } from './referral-notices.js';

/** Referrals by where they stand, each with its one next step. */
export function ReferralList({ view, notice, mayRaise }: { view: ReferralListView; notice: ReferralNotice | null; mayRaise: boolean }): VNode {
  return (
    <>
      <Notice text={notice?.text ?? null}>{notice !== null && notice.undo !== null && <ActionButton action={notice.undo} text="Fortryd" />}</Notice>
      <h1>{view.heading}</h1>
      <p class="font-lead">{view.lead}</p>
      {mayRaise && (
        <div class="button-row">
          <a class="button button-primary" href="/unge">Bed om K-møde for en ung, du kender</a>
          <a class="button button-secondary" href="/opslag">Slå en ung op på CPR-nummer</a>
          <a class="button button-secondary" href="/anmodninger/uden-navn">Bed om sparring uden navn</a>
        </div>
      )}
      {view.own !== null && view.own.map((group) => <Group key={group.id} group={group} />)}
      {view.triage !== null && <div class="list-of-referrals">{view.triage.map((group) => <Group key={group.id} group={group} />)}</div>}
      {view.booked !== null && view.booked.cards.length > 0 && <details class="booked-ones"><summary>{`Vis dem, der har en tid (${view.booked.cards.length})`}</summary><Group group={view.booked} /></details>}
      {view.unit !== null && <Group group={view.unit} />}
      <p><a href="/spoergsmaal">Se principielle spørgsmål og svar</a></p>
      {view.more && <p>Der er flere, end der kan stå her. De, der haster mest og har ventet længst, er vist.</p>}
    </>
  );
}

function Group({ group: { id, heading, empty, cards } }: { group: GroupView }): VNode {
  return (
    <section class="referral-group" aria-labelledby={id}>
      <h2 id={id}>{`${heading} (${cards.length})`}</h2>
      {cards.length === 0 ? <p>{empty}</p> : <ul class="referral-cards nobullet-list no-max-width">{cards.map((card) => <Card key={card.id} {...card} />)}</ul>}
    </section>
  );
}

function Card({ who, href, type, from, since, deadline, marks, step }: CardView): VNode {
  return (
    <li>
      <a class="referral-who" href={href}>{who}</a>
      {marks.length > 0 && <span class="marks">{marks.map((mark) => <BadgeMark key={mark.text} {...mark} />)}</span>}
      <span>{type}</span>
      {deadline !== null && <span class={deadline.overdue ? 'is-overdue' : undefined}>{deadline.text}</span>}
      <small>{from === null ? `${since}.` : `${from}. ${since}.`}</small>
      {step !== null && <a class={`button button-small ${step.first ? 'button-primary' : 'button-secondary'}`} href={step.href}>{step.text}<span class="sr-only">{`: ${who}`}</span></a>}
    </li>
  );
}
