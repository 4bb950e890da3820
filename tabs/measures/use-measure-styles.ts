import { makeStyles, tokens } from '@fluentui/react-components';

/** What stands for what in the chart of a measure; told apart without colours too. */
export const useMeasureStyles = makeStyles({
  readings: { stroke: tokens.colorBrandStroke1, strokeWidth: '2.5px', strokeLinecap: 'round' },
  trend: {
    stroke: tokens.colorBrandStroke1,
    strokeWidth: '2px',
    strokeDasharray: '7 6',
  },
  way: { stroke: tokens.colorNeutralForeground3, strokeWidth: '1.5px' },
  start: { stroke: tokens.colorNeutralForeground3, strokeWidth: '1.5px', strokeDasharray: '1 4' },
  target: { fill: tokens.colorNeutralForeground1 },
  point: {
    fill: tokens.colorBrandBackground,
    stroke: tokens.colorNeutralBackground1,
    strokeWidth: '2px',
  },
  // Named when it is pointed at or has the focus; the others would run into each other.
  named: {
    outlineStyle: 'none',
    '& .reading-words': { opacity: 0 },
    ':hover .reading-words': { opacity: 1 },
    ':focus-visible .reading-words': { opacity: 1 },
    ':focus-visible .mark-ring': { stroke: tokens.colorStrokeFocus2 },
  },
});
