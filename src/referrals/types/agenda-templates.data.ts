import type { AgendaStepTemplate, Topic } from './referral-type-definition.js';

type Template = readonly AgendaStepTemplate[];

function step(minutes: number, code: string, title: string): AgendaStepTemplate {
  return { code, title, minutes };
}

const TELL_YOUTH = step(2, 'tell_youth', 'Hvordan får den unge besked, og hvem gør det?');

/** 60 minutes when nothing presses; the steps are fitted to the time that the item has. */
export const TRANSITION_AGENDA: Template = [
  step(5, 'welcome', 'Velkommen: hvem er her, hvad ønsker du af i dag, din ret til en bisidder, og hvem ser det, vi skriver'),
  step(5, 'own_words', 'Den unges egne ord'),
  step(10, 'working_well', 'Hvad virker godt?'),
  step(12, 'worries', 'Hvad er vi bekymrede for?'),
  step(6, 'scale', 'Skala 0-10: den unge først, så netværket, så fagfolk'),
  step(14, 'next_steps', 'Hvad skal der ske? Hvem gør hvad hvornår?'),
  step(5, 'read_back', 'Vi læser op, hvad vi har aftalt, hvem der koordinerer, og hvornår vi ses igen'),
  step(3, 'evaluation', 'Tre hurtige spørgsmål om mødet'),
];

export const SPARRING_AGENDA: Template = [
  step(4, 'overview', 'Kort overblik'),
  step(6, 'questions', 'Spørgsmål til det, vi ikke ved'),
  step(8, 'columns', 'Det der virker, bekymringer, hvad skal der ske'),
  step(4, 'scale', 'Skala 0-10'),
  step(6, 'next_steps', 'Næste skridt'),
  TELL_YOUTH,
];

export const YOUTH_SUPPORT_AGENDA: Template = [
  step(4, 'overview', 'Kort overblik'),
  step(4, 'own_words', 'Det den unge selv har sagt'),
  step(10, 'assessment', 'Behovet for støtte efter 18, med den mindst indgribende støtte først'),
  step(10, 'recommendation', 'Anbefaling, og hvem der træffer afgørelsen hvornår'),
  TELL_YOUTH,
];

export const STU_AGENDA: Template = [
  step(4, 'overview', 'Kort overblik'),
  step(4, 'own_words', 'Det den unge og forældrene selv har sagt'),
  step(8, 'assessment', 'Er den unge i målgruppen for STU?'),
  step(12, 'places', 'Mindst to uddannelsessteder at vælge mellem'),
  TELL_YOUTH,
];

export const COORDINATION_AGENDA: Template = [
  step(4, 'welcome', 'Velkommen, hvem er her, og hvad ønsker du af i dag'),
  step(5, 'own_words', 'Den unges egne ord'),
  step(7, 'working_well', 'Hvad virker godt?'),
  step(8, 'worries', 'Hvad er vi bekymrede for?'),
  step(4, 'scale', 'Skala 0-10'),
  step(9, 'next_steps', 'Hvad skal der ske? Hvem gør hvad hvornår?'),
  step(3, 'read_back', 'Vi læser op, hvad vi har aftalt'),
];

export const INTERNAL_DISCUSSION_AGENDA: Template = [
  step(4, 'overview', 'Sagen kort, uden flere oplysninger end nødvendigt'),
  step(8, 'positions', 'Hvordan ser hvert område på det?'),
  step(8, 'competence', 'Hvad siger reglerne om kompetence og betaling?'),
  step(8, 'decision', 'Beslutning, eller et principielt spørgsmål med en ejer'),
  TELL_YOUTH,
];

export const NETWORK_MEETING_AGENDA: Template = [
  step(5, 'welcome', 'Velkommen, hvem er her, og hvad ønsker du af i dag'),
  step(10, 'own_words', 'Den unges egne ord'),
  step(10, 'working_well', 'Hvad virker godt?'),
  step(10, 'worries', 'Hvad er vi bekymrede for?'),
  step(8, 'network_map', 'Netværkskort: professionelle og private'),
  step(12, 'next_steps', 'Fælles plan: hvem gør hvad hvornår?'),
  step(5, 'read_back', 'Vi læser op, hvad vi har aftalt, og hvornår vi ses igen'),
];

export const FOLLOW_UP_AGENDA: Template = [
  step(2, 'welcome', 'Velkommen'),
  step(3, 'own_words', 'Den unges egne ord siden sidst'),
  step(10, 'actions', 'Aftalerne: klaret, flyttet eller droppet med en grund'),
  step(3, 'next_steps', 'Hvad skal der ske nu?'),
  step(2, 'read_back', 'Vi læser op, hvad vi har aftalt'),
];

/** What the preparation for adult life must consider (barnets lov § 123, stk. 2). */
export const SIX_TOPICS: readonly Topic[] = [
  { code: 'support', title: 'støttebehov' },
  { code: 'education', title: 'uddannelse' },
  { code: 'work_income', title: 'beskæftigelse og forsørgelse' },
  { code: 'housing', title: 'bolig' },
  { code: 'social_life', title: 'sociale forhold' },
  { code: 'other', title: 'andet, der betyder noget for den unge' },
];
