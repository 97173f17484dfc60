import type { NetworkLine } from '../../youths/network/network.js';
import { networkMapView } from './network-map.view.js';

function person(over: Partial<NetworkLine> = {}): NetworkLine {
  return { id: 'p', kind: 'private', name: 'Mor', relation: 'mor', phone: null, email: null, closeness: 1, ...over };
}

function distance(view: ReturnType<typeof networkMapView>, index: number): number {
  const node = view.nodes[index];
  return Math.hypot((node?.x ?? 0) - view.centre.x, (node?.y ?? 0) - view.centre.y);
}

describe('the network map', () => {
  it('puts private people left and professionals right', () => {
    const view = networkMapView('Sofie', [person(), person({ kind: 'professional', name: 'Lærer' })]);
    expect(view.nodes[0]?.x).toBeLessThan(view.centre.x);
    expect(view.nodes[1]?.x).toBeGreaterThan(view.centre.x);
  });

  it('draws closeness as distance', () => {
    const view = networkMapView('Sofie', [1, 2, 3].map((closeness) => person({ closeness, name: `Person ${closeness}` })));
    expect([0, 1, 2].map((index) => Math.round(distance(view, index)))).toEqual([...view.rings]);
  });

  it('gives everyone of a side a row of their own', () => {
    const { nodes } = networkMapView('Sofie', Array.from({ length: 9 }, (_, index) => person({ closeness: (index % 3) + 1, name: `Person ${index}` })));
    expect(new Set(nodes.map(({ y }) => y)).size).toBe(nodes.length);
  });

  it('says how many there was no room for', () => {
    const view = networkMapView('Sofie', Array.from({ length: 30 }, (_, index) => person({ closeness: 3, name: `Person ${index}` })));
    expect(view.nodes.length + view.leftOut).toBe(30);
    expect(view.leftOut).toBeGreaterThan(0);
  });
});
