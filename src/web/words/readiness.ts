import type { Light, Readiness } from '../../reports/docket/readiness.js';
import { areaName } from './codes.js';

export interface LightView {
  readonly ready: boolean;
  readonly text: string;
}

/** The three lights of an item in words. */
export function lightsInWords(readiness: Readiness): LightView[] {
  return [
    lightView(readiness.basis, 'Grundlag for alle', 'Grundlag mangler'),
    lightView(readiness.decisionPower, 'Beslutningskraft til stede', 'Ingen med beslutningskraft', 'En, der skal med, har meldt afbud'),
    { ready: readiness.youth.ready, text: readiness.youth.ready ? 'Den unge har svaret' : 'Den unge er ikke spurgt' },
  ];
}

/** @param otherwise what is said where no area lacks it: who must come and has said no may stand for none */
function lightView(light: Light, ready: string, missing: string, otherwise = missing): LightView {
  if (light.ready) return { ready: true, text: ready };
  return { ready: false, text: light.missing.length === 0 ? otherwise : `${missing}: ${light.missing.map(areaName).join(', ')}` };
}
