import { makeStyles, tokens } from '@fluentui/react-components';

/** The look that charts share; each colour is that of its letter elsewhere. */
export const useChartStyles = makeStyles({
  chart: { display: 'block', width: '100%', overflow: 'visible' },
  words: { fill: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  strong: { fill: tokens.colorNeutralForeground1, fontWeight: tokens.fontWeightSemibold },
  // Read where a line goes through it, too.
  number: {
    paintOrder: 'stroke',
    stroke: tokens.colorNeutralBackground1,
    strokeWidth: '4px',
    strokeLinejoin: 'round',
  },
  grid: { stroke: tokens.colorNeutralStroke2 },
  now: { stroke: tokens.colorBrandStroke1, strokeWidth: '2px', strokeDasharray: '5 4' },
  nowWord: {
    fill: tokens.colorBrandForeground1,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
  },
  promised: { stroke: tokens.colorNeutralForeground3, strokeWidth: '2px' },
  slip: { stroke: tokens.colorNeutralForeground3, strokeWidth: '3px' },
  press: {
    cursor: 'pointer',
    outlineStyle: 'none',
    ':hover .mark-ring': { stroke: tokens.colorNeutralStrokeAccessible },
    ':focus-visible .mark-ring': { stroke: tokens.colorStrokeFocus2 },
  },
  ring: { fill: 'transparent', stroke: 'transparent', strokeWidth: '2px' },
  letter: {
    fill: tokens.colorNeutralForegroundInverted,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightBold,
  },
  onAmber: { fill: tokens.colorNeutralForeground1Static },
  complete: { fill: tokens.colorPaletteBlueForeground2 },
  Green: { fill: tokens.colorStatusSuccessForeground1 },
  Amber: { fill: tokens.colorPaletteMarigoldBackground3 },
  Red: { fill: tokens.colorStatusDangerForeground1 },
  none: { fill: tokens.colorNeutralForeground3 },
  track: { fill: tokens.colorNeutralBackground5, stroke: tokens.colorNeutralStroke1 },
  bar: { fill: tokens.colorBrandBackground },
});
