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
    lightView(readiness.decisionPower, 'Beslutningskraft til stede', 'Ingen med beslutningskraft'),
    { ready: readiness.youth.ready, text: readiness.youth.ready ? 'Den unge har svaret' : 'Den unge er ikke spurgt' },
  ];
}

function lightView(light: Light, ready: string, missing: string): LightView {
  return { ready: light.ready, text: light.ready ? ready : `${missing}: ${light.missing.map(areaName).join(', ')}` };
}
