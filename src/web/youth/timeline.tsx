import type { VNode } from 'preact';
import type { Bar, Mark, TimelineView } from './timeline.view.js';

/** The picture with its text alternative. Attributes only: the page allows no inline style. */
export function Timeline(view: TimelineView): VNode {
  return (
    <>
      <section class="picture-scroll" aria-label={view.title} tabIndex={0}>
        <svg class="timeline" role="img" aria-labelledby="tidslinje-titel tidslinje-tekst" viewBox={`0 0 ${view.width} ${view.height}`} width={view.width} height={view.height}>
          <title id="tidslinje-titel">{view.title}</title>
          <desc id="tidslinje-tekst">{view.description}</desc>
          {view.ages.map(({ x, text }, index) => (
            <g key={text}>
              <line class="grid" x1={x} x2={x} y1={22} y2={view.height} />
              <text x={x} y={14} text-anchor={index === 0 ? 'start' : index === view.ages.length - 1 ? 'end' : 'middle'}>{text}</text>
            </g>
          ))}
          {view.bands.map(({ y, text }) => <text key={text} class="band" x={16} y={y}>{text}</text>)}
          {view.bars.map((bar) => <MeasureBar key={bar.text} {...bar} />)}
          {view.todayX !== null && <Today x={view.todayX} height={view.height} />}
          {view.marks.map((mark) => <NumberedMark key={mark.number} {...mark} radius={view.dotRadius} />)}
        </svg>
      </section>
      <Legend />
      <AsText {...view} />
    </>
  );
}

function MeasureBar({ x, y, width, height, label, labelX, inside, text }: Bar): VNode {
  return (
    <g>
      <title>{text}</title>
      <rect class="bar" x={x} y={y} width={width} height={height} rx={3} />
      {label !== '' && <text class={inside ? 'on-bar' : ''} x={labelX} y={y + height - 6}>{label}</text>}
    </g>
  );
}

function Today({ x, height }: { x: number; height: number }): VNode {
  return (
    <g>
      <line class="today" x1={x} x2={x} y1={32} y2={height} />
      <text class="today-text" x={x} y={28} text-anchor={x > 900 ? 'end' : x < 60 ? 'start' : 'middle'}>I dag</text>
    </g>
  );
}

function NumberedMark({ number, shape, x, y, text, radius }: Mark & { radius: number }): VNode {
  return (
    <g class={`mark is-${shape}`}>
      <title>{text}</title>
      <Shape shape={shape} x={x} y={y} radius={radius} />
      <text x={x} y={y + 4} text-anchor="middle">{number}</text>
    </g>
  );
}

/** Each kind has a shape of its own, so that colour is never needed. */
function Shape({ shape, x, y, radius }: Pick<Mark, 'shape' | 'x' | 'y'> & { radius: number }): VNode {
  if (shape === 'meeting') return <rect x={x - radius} y={y - radius} width={radius * 2} height={radius * 2} />;
  if (shape === 'overdue') return <polygon points={`${x},${y - radius - 5} ${x + radius + 4},${y + radius} ${x - radius - 4},${y + radius}`} />;
  return <circle cx={x} cy={y} r={radius} />;
}

const LEGEND = [
  { shape: 'meeting', text: 'K-møde' },
  { shape: 'open', text: 'Frist, åben' },
  { shape: 'overdue', text: 'Frist, overskredet' },
  { shape: 'met', text: 'Frist, klaret' },
  { shape: 'other', text: 'Frist, ikke relevant eller tidligere' },
] as const;

function Legend(): VNode {
  return (
    <ul class="legend">
      {LEGEND.map(({ shape, text }) => (
        <li key={shape}>
          <svg class="timeline-key" viewBox="0 0 32 32" width={24} height={24} aria-hidden="true"><g class={`mark is-${shape}`}><Shape shape={shape} x={16} y={17} radius={10} /></g></svg>
          {text}
        </li>
      ))}
    </ul>
  );
}

function AsText({ events, measures }: Pick<TimelineView, 'events' | 'measures'>): VNode {
  return (
    <details class="as-text">
      <summary>Læs tidslinjen som liste</summary>
      {measures.length > 0 && <><p><strong>Indsatser</strong></p><ul>{measures.map((text) => <li key={text}>{text}</li>)}</ul></>}
      {events.length > 0 && (
        <>
          <p><strong>Møder og frister</strong> (tallene er dem i billedet)</p>
          <ol>{events.map(({ number, text, drawn }) => <li key={number}>{text}{!drawn && ' – ikke tegnet i billedet'}</li>)}</ol>
        </>
      )}
      {events.length === 0 && measures.length === 0 && <p>Der er ingen indsatser, møder eller frister endnu.</p>}
    </details>
  );
}
