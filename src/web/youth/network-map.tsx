import type { VNode } from 'preact';
import type { NetworkMapView, NetworkNode } from './network-map.view.js';

/** The ecomap. Private people are circles, professionals squares; thicker lines are closer. */
export function NetworkMap({ width, height, centre, rings, title, description, nodes, leftOut }: NetworkMapView): VNode {
  return (
    <>
      <section class="picture-scroll" aria-label={title} tabIndex={0}>
        <svg class="network" role="img" aria-labelledby="netvaerk-titel netvaerk-tekst" viewBox={`0 0 ${width} ${height}`} width={width} height={height}>
          <title id="netvaerk-titel">{title}</title>
          <desc id="netvaerk-tekst">{description}</desc>
          {rings.map((radius) => <circle key={radius} class="ring" cx={centre.x} cy={centre.y} r={radius} />)}
          <text class="side" x={8} y={20}>Privat</text>
          <text class="side" x={width - 8} y={20} text-anchor="end">Professionelt</text>
          {nodes.map((node) => <line key={node.text} class={`tie is-${node.ring}`} x1={centre.x} y1={centre.y} x2={node.x} y2={node.y} />)}
          <circle class="youth" cx={centre.x} cy={centre.y} r={38} />
          <text class="youth-name" x={centre.x} y={centre.y + 5} text-anchor="middle">{centre.name}</text>
          {nodes.map((node) => <Person key={node.text} {...node} />)}
        </svg>
      </section>
      {leftOut > 0 && <p>{`${leftOut} er der ikke plads til i billedet. De står i listen.`}</p>}
    </>
  );
}

function Person({ kind, x, y, name, relation, text }: NetworkNode): VNode {
  const left = kind === 'private';
  const [labelX, anchor] = left ? [x - 15, 'end' as const] : [x + 15, 'start' as const];
  return (
    <g class={`person is-${kind}`}>
      <title>{text}</title>
      {left ? <circle cx={x} cy={y} r={9} /> : <rect x={x - 9} y={y - 9} width={18} height={18} />}
      <text class="name" x={labelX} y={y - 1} text-anchor={anchor}>{name}</text>
      <text x={labelX} y={y + 14} text-anchor={anchor}>{relation}</text>
    </g>
  );
}
