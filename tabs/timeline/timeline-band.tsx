import { makeStyles, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import type { OverviewItem } from '../../plan/content.ts';
import type { ItemRef } from '../../plan/plan.ts';
import type { TimeScale } from '../charts/time-scale.ts';
import { useChartStyles } from '../charts/use-chart-styles.ts';
import { useRovingFocus } from '../charts/use-roving-focus.ts';
import { keyOf } from '../model/filter.ts';
import { TimelineRow } from './timeline-row.tsx';

const ROW = 32;
/** Height of the months above the rows. */
const HEAD = 26;

const useStyles = makeStyles({
  band: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 300px) minmax(0, 1fr)',
    columnGap: '12px',
    breakInside: 'avoid',
    '@media (max-width: 1023px)': { gridTemplateColumns: 'minmax(0, 180px) minmax(0, 1fr)' },
    '@media (max-width: 719px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
    '@media print': { gridTemplateColumns: 'minmax(0, 300px) minmax(0, 1fr)' },
  },
  titles: {
    margin: 0,
    padding: `${HEAD}px 0 0`,
    listStyleType: 'none',
    // Each mark has its number beside it, and a press opens the rest.
    '@media (max-width: 719px)': { display: 'none' },
  },
  title: {
    height: `${ROW}px`,
    lineHeight: `${ROW}px`,
    overflow: 'hidden',
    whiteSpace: 'nowrap',
    textOverflow: 'ellipsis',
    fontSize: tokens.fontSizeBase200,
  },
  label: { fontWeight: tokens.fontWeightSemibold },
});

export interface TimelineBandProps {
  /** What the rows have in common. */
  readonly title: string;
  readonly items: readonly OverviewItem[];
  readonly scale: TimeScale;
  readonly today: string;
  readonly onOpen: (ref: ItemRef) => void;
}

/** A row for each item under one line of months; as high as a page of paper holds. */
export function TimelineBand({ title, items, scale, today, onOpen }: TimelineBandProps) {
  const styles = useStyles();
  const chart = useChartStyles();
  const focus = useRovingFocus(items.length);
  const id = useId();
  const height = HEAD + items.length * ROW;
  const now = `${scale.placeOf(today)}%`;
  return (
    <div className={styles.band}>
      <ul aria-hidden="true" className={styles.titles}>
        {items.map((item) => (
          <li key={keyOf(item)} className={styles.title}>
            <span className={styles.label}>{item.label}</span> {item.title}
          </li>
        ))}
      </ul>
      {/* biome-ignore lint/a11y/useSemanticElements: HTML has no group that can be drawn in */}
      <svg
        role="group"
        aria-labelledby={`${id}-title`}
        aria-describedby={`${id}-words`}
        className={chart.chart}
        height={height}
      >
        <title id={`${id}-title`}>{title}: when first due and when now expected</title>
        <desc id={`${id}-words`}>
          {items.length} in all, by the date now expected. Arrow keys go from one to the next, Enter opens it.
        </desc>
        <svg aria-hidden="true" overflow="visible">
          {scale.ticks.map(({ place, words }) => (
            <g key={place}>
              <line className={chart.grid} x1={`${place}%`} x2={`${place}%`} y1={HEAD - 22} y2={height} />
              {/* Beside its line, not across it: what is due on the last of March stands left of April. */}
              <text className={chart.words} x={`${place}%`} dx={3} y={HEAD - 12}>
                {words}
              </text>
            </g>
          ))}
          <line className={chart.now} x1={now} x2={now} y1={HEAD - 6} y2={height} />
        </svg>
        {items.map((item, place) => (
          <TimelineRow
            key={keyOf(item)}
            item={item}
            scale={scale}
            y={HEAD + (place + 0.5) * ROW}
            focus={focus.at(place)}
            onOpen={() => onOpen(item.ref)}
          />
        ))}
      </svg>
    </div>
  );
}
