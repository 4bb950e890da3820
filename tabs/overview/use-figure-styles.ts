import { makeStyles, shorthands, tokens } from '@fluentui/react-components';

/** A big figure over its word; `press` where it can be pressed, `chosen` while it is. */
export const useFigureStyles = makeStyles({
  figure: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: '2px',
    minWidth: '76px',
    padding: '6px 10px',
    boxSizing: 'border-box',
    textAlign: 'left',
    fontFamily: 'inherit',
    color: tokens.colorNeutralForeground1,
    backgroundColor: 'transparent',
    ...shorthands.border('1px', 'solid', 'transparent'),
    borderRadius: tokens.borderRadiusMedium,
    '@media (max-width: 719px)': { minWidth: 0, padding: '4px 6px' },
  },
  press: {
    cursor: 'pointer',
    ':hover': shorthands.borderColor(tokens.colorNeutralStrokeAccessible),
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  chosen: {
    ...shorthands.borderColor(tokens.colorBrandStroke1),
    backgroundColor: tokens.colorNeutralBackground3,
  },
  number: {
    fontSize: tokens.fontSizeHero800,
    lineHeight: tokens.lineHeightHero800,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums',
  },
  word: {
    display: 'inline-flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '0 6px',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    color: tokens.colorNeutralForeground2,
    '@media (max-width: 719px)': { fontSize: tokens.fontSizeBase200, columnGap: '4px' },
  },
});
