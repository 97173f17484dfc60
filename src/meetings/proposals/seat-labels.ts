/** What an authority area is called in a sentence; an area that the municipality has added keeps its own code. */
const AREA_LABELS: Readonly<Record<string, string>> = {
  family: 'familieområdet',
  social: 'socialområdet',
  employment: 'beskæftigelsesområdet',
  education: 'uddannelsesvejledningen',
  ppr: 'PPR',
  health: 'sundhedsområdet',
  school: 'skoleområdet',
};

/** 'socialområdet' */
export function areaLabel(area: string): string {
  return AREA_LABELS[area] ?? area;
}

/** 'Freja Holmgaard, Ulla Engdal og Jonas Bakketoft' */
export function listDanish(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} og ${parts.at(-1)}`;
}
