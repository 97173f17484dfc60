/** Closed lists of an agenda, with the words that a person reads. */

export const HEADINGS = ['own_words', 'working_well', 'worries', 'next_steps'] as const;
export type Heading = (typeof HEADINGS)[number];

/** The youth speaks first, then the three questions (Signs of Safety in Danish practice). */
export const HEADING_TITLES: Readonly<Record<Heading, string>> = {
  own_words: 'Den unges egne ord',
  working_well: 'Hvad virker godt?',
  worries: 'Hvad er vi bekymrede for?',
  next_steps: 'Hvad skal der ske?',
};

export const VOICES = ['youth', 'parent', 'network', 'unit'] as const;
export type Voice = (typeof VOICES)[number];

export const VOICE_LABELS: Readonly<Record<Voice, string>> = {
  youth: 'den unge',
  parent: 'forælder',
  network: 'netværk',
  unit: 'fagperson',
};

/** Both ends are said before anybody gives a number. */
export const SCALE = {
  question: 'Hvor tryg er du ved tiden efter 18?',
  ends: {
    0: 'Slet ikke tryg: overgangen er slet ikke på plads.',
    10: 'Helt tryg: jeg tror på, at det fungerer efter 18.',
  },
  afterwards: ['Hvad gør, at det er det tal og ikke lavere?', 'Hvad skal der til, for at det bliver ét højere?'],
} as const;
