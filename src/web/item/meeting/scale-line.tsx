import type { VNode } from 'preact';
import type { ScaleLineView, ScalePerson } from './scale-line.view.js';

/** The scale as lines over the meetings, with a table for whoever reads instead of looking. */
export function ScaleLine({ view }: { view: ScaleLineView }): VNode {
  return (
    <>
      <section class="picture-scroll" aria-label="Tallene over tid" tabIndex={0}>
        <svg class="scale-line" role="img" aria-labelledby="skala-titel skala-tekst" viewBox={`0 0 ${view.width} ${view.height}`} width={view.width} height={view.height}>
          <title id="skala-titel">Tallene over tid, fra 0 til 10</title>
          <desc id="skala-tekst">{view.people.map(({ name, said }) => `${name}: ${said}`).join('. ')}</desc>
          {view.grid.map(({ y, value }) => (
            <g key={value}><line class="grid" x1={view.left} x2={view.right} y1={y} y2={y} /><text x={view.left - 8} y={y + 4} text-anchor="end">{value}</text></g>
          ))}
          {view.meetings.map(({ x, text }) => <text key={x} x={x} y={view.height - 14} text-anchor="middle">{text}</text>)}
          {view.people.map((person) => <Line key={person.key} person={person} labelX={view.labelX} />)}
        </svg>
      </section>
      <details class="as-text">
        <summary>Læs tallene som liste</summary>
        <ul>{view.people.map(({ key, name, said }) => <li key={key}><strong>{name}</strong>: {said}</li>)}</ul>
      </details>
    </>
  );
}

function Line({ person, labelX }: { person: ScalePerson; labelX: number }): VNode {
  return (
    <g class={`is-${person.voice}`}>
      <polyline points={person.path} />
      {person.points.map(({ x, y }) => <Point key={x} voice={person.voice} x={x} y={y} />)}
      <text class="name" x={labelX} y={person.labelY}>{`${person.name} ${person.points.at(-1)?.value ?? ''}`}</text>
    </g>
  );
}

/** Each voice has a shape of its own, so that colour is never needed. */
function Point({ voice, x, y }: { voice: ScalePerson['voice']; x: number; y: number }): VNode {
  if (voice === 'youth') return <circle cx={x} cy={y} r={7} />;
  if (voice === 'unit') return <rect x={x - 6} y={y - 6} width={12} height={12} />;
  return <polygon points={voice === 'parent' ? `${x},${y - 8} ${x + 8},${y + 6} ${x - 8},${y + 6}` : `${x},${y - 8} ${x + 8},${y} ${x},${y + 8} ${x - 8},${y}`} />;
}
