import { mergeClasses } from '@fluentui/react-components';
import type { KeyboardEvent } from 'react';
import type { OverviewItem } from '../../plan/content.ts';
import { COLOUR_SIGNS } from '../../plan/filter/colours.ts';
import type { ItemList } from '../../plan/glossary.ts';
import { useChartStyles } from '../charts/use-chart-styles.ts';
import type { RovingFocus } from '../charts/use-roving-focus.ts';
import { chipWords, itemName } from '../model/item-words.ts';

/** Each list has a shape of its own: circle, diamond, square. */
const SHAPES: Readonly<Record<ItemList, string>> = {
  Recommendations: 'M -9 0 A 9 9 0 1 1 9 0 A 9 9 0 1 1 -9 0 Z',
  Milestones: 'M 0 -11 L 11 0 L 0 11 L -11 0 Z',
  Actions: 'M -8 -8 H 8 V 8 H -8 Z',
};

export interface TimelineMarkProps {
  readonly item: OverviewItem;
  readonly focus: ReturnType<RovingFocus['at']>;
  readonly onOpen: () => void;
}

/** An item as the letter of its colour in the shape of its list, with its number; opens its story. */
export function TimelineMark({ item, focus, onOpen }: TimelineMarkProps) {
  const chart = useChartStyles();
  const { ref, onKeyDown, ...rest } = focus;
  const pressKey = (event: KeyboardEvent) => {
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      onOpen();
    } else onKeyDown(event);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: HTML's button cannot stand in an SVG
    <g {...rest} ref={ref} role="button" className={chart.press} onClick={onOpen} onKeyDown={pressKey}>
      <title>{`${itemName(item)}: ${chipWords(item)}`}</title>
      <svg aria-hidden="true" overflow="visible">
        <rect
          className={mergeClasses(chart.ring, 'mark-ring')}
          x={-14}
          y={-14}
          width={56}
          height={28}
          rx={6}
        />
        <path className={chart[item.colour]} d={SHAPES[item.ref.list]} />
        <text
          className={mergeClasses(chart.letter, item.colour === 'Amber' && chart.onAmber)}
          textAnchor="middle"
          dominantBaseline="central"
        >
          {COLOUR_SIGNS[item.colour].letter}
        </text>
        <text
          className={mergeClasses(chart.words, chart.strong, chart.number)}
          x={14}
          dominantBaseline="central"
        >
          {item.label}
        </text>
      </svg>
    </g>
  );
}
