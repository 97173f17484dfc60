import type { VNode } from 'preact';
import { ASSETS } from '../assets/assets.js';
import { HELP_TOPICS, type HelpTopic } from './help-topics.data.js';

export function HelpIndex(): VNode {
  return (
    <>
      <h1>Hjælp</h1>
      <p class="font-lead">En side for hver opgave. Billederne viser opdigtede unge.</p>
      <ul class="plain-list">{HELP_TOPICS.map(({ slug, title, lead }) => <li key={slug}><strong><a href={`/hjaelp/${slug}`}>{title}</a></strong><br />{lead}</li>)}</ul>
    </>
  );
}

/** @param mayGo whether the screen is open to the reader */
export function HelpPage({ title, lead, steps, picture, screen, mayGo }: HelpTopic & { mayGo: boolean }): VNode {
  return (
    <>
      <h1>{title}</h1>
      <p class="font-lead">{lead}</p>
      <ol>{steps.map((step) => <li key={step}>{step}</li>)}</ol>
      {screen !== null && mayGo && <p><a class="button button-primary" href={screen.href}>{`Gå til ${screen.text}`}</a></p>}
      {picture !== null && <img class="help-picture" src={`${ASSETS.pictures}${picture.file}`} alt={picture.alt} loading="lazy" />}
      <p><a href="/hjaelp">Al hjælp</a></p>
    </>
  );
}
