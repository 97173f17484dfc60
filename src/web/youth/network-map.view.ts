import type { NetworkKind } from '../../youths/network/network-person.entity.js';
import type { NetworkLine } from '../../youths/network/network.js';
import { CLOSENESS_LABELS, NETWORK_KIND_LABELS } from '../words/youth-words.js';

const RINGS = [80, 150, 220] as const;
const ROW = 40;
/** How far up its ring a person may stand before the ring bends too close to the next row. */
const REACH = 0.95;
const LETTERS = 20;
/** Room for a name outside the outer ring, and above and below it. */
const [BESIDE, ABOVE] = [170, 30];

interface Point {
  readonly x: number;
  readonly y: number;
}

export interface NetworkNode {
  readonly kind: NetworkKind;
  readonly ring: number;
  readonly x: number;
  readonly y: number;
  readonly name: string;
  readonly relation: string;
  readonly text: string;
}

export interface NetworkMapView {
  readonly width: number;
  readonly height: number;
  readonly centre: Point & { readonly name: string };
  readonly rings: readonly number[];
  readonly title: string;
  readonly description: string;
  readonly nodes: readonly NetworkNode[];
  /** Those that the picture has no room for; they stand in the list. */
  readonly leftOut: number;
}

/** The youth in the middle, private people to the left, professionals to the right, the closest on the inner ring. */
export function networkMapView(firstName: string, people: readonly NetworkLine[]): NetworkMapView {
  const rings = RINGS.slice(0, Math.max(1, ...people.map(({ closeness }) => closeness)));
  const outer = rings.at(-1) ?? RINGS[0];
  const centre = { x: outer + BESIDE, y: outer + ABOVE };
  const nodes = (['private', 'professional'] as const).flatMap((kind) => place(people.filter((person) => person.kind === kind), centre));
  const count = (kind: NetworkKind): number => people.filter((person) => person.kind === kind).length;
  return {
    width: centre.x * 2, height: centre.y * 2, centre: { ...centre, name: cut(firstName) }, rings, nodes,
    title: `Netværkskort for ${firstName}`,
    description: `${count('private')} private til venstre og ${count('professional')} professionelle til højre. Jo tættere på midten, jo tættere på den unge. Listen under billedet siger det samme.`,
    leftOut: people.length - nodes.length,
  };
}

/** Each person of a side has a row of their own, so that no name covers another; the inner ring takes the middle rows. */
function place(people: readonly NetworkLine[], centre: Point): NetworkNode[] {
  const taken = new Set<number>();
  return [...people].sort((a, b) => a.closeness - b.closeness).flatMap((person) => {
    const radius = RINGS[person.closeness - 1] ?? RINGS[2];
    const offset = rowsWithin(radius).find((row) => !taken.has(row));
    if (offset === undefined) return [];
    taken.add(offset);
    return [nodeOf(person, centre, radius, offset)];
  });
}

/** The rows that a ring crosses, from the middle outwards. */
function rowsWithin(radius: number): number[] {
  const rows = Math.floor((radius * REACH) / ROW);
  return [0, ...Array.from({ length: rows }, (_, index) => [-(index + 1) * ROW, (index + 1) * ROW]).flat()];
}

function nodeOf({ kind, closeness, name, relation }: NetworkLine, centre: Point, radius: number, offset: number): NetworkNode {
  const away = Math.round(Math.sqrt(radius * radius - offset * offset) * 10) / 10;
  const text = `${name}, ${relation}, ${NETWORK_KIND_LABELS[kind].toLowerCase()}, ${CLOSENESS_LABELS[closeness] ?? ''}`;
  const x = kind === 'private' ? centre.x - away : centre.x + away;
  return { kind, ring: closeness, x, y: centre.y + offset, name: cut(name), relation: cut(relation), text };
}

function cut(text: string): string {
  return text.length <= LETTERS ? text : `${text.slice(0, LETTERS - 1)}…`;
}
