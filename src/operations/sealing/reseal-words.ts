import type { ResealReport } from '../../platform/sealing/reseal.js';

const SHOWN = 10;

/**
 * What whoever changes a key is told in the end, and whether older keys may go now.
 * @param keys how many stand in CPR_KEY
 */
export function resealWords({ resealed, broken, count: { newest, older, lost } }: ResealReport, keys: number): { done: boolean; lines: string[] } {
  const done = older === 0 && lost === 0;
  const lines = [`Krypteret igen: ${resealed}. Nu er ${newest} krypteret med den nyeste nøgle, ${older} med en ældre og ${lost} med en nøgle, der ikke står i CPR_KEY.`];
  if (broken.length > 0) {
    lines.push(`Kan ikke åbnes, selv om nøglen er der: ${broken.length}. De er ændret uden om Overgang; find dem i en sikkerhedskopi: ${broken.slice(0, SHOWN).join(', ')}`);
  }
  if (lost > 0) lines.push('Sæt den manglende nøgle tilbage bagest i CPR_KEY. Uden den kan de værdier ikke læses.');
  if (older > broken.length) lines.push('Kør npm run reseal igen, til ingen er med en ældre nøgle. Fjern ingen nøgle før.');
  if (done && keys > 1) {
    lines.push('Når web og worker alle er startet med den nye nøgle, må de ældre fjernes fra CPR_KEY. Gem dem et andet sted, så længe der er sikkerhedskopier fra før i dag.');
  }
  if (done && keys === 1) lines.push('Der er kun én nøgle i CPR_KEY, og alt er krypteret med den.');
  return { done, lines };
}
