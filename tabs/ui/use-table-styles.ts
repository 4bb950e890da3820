import { makeStyles, tokens } from '@fluentui/react-components';

/** The look that all tables of the page share. */
export const useTableStyles = makeStyles({
  table: { width: '100%', borderCollapse: 'collapse', textAlign: 'left' },
  headCell: {
    padding: '6px 8px',
    verticalAlign: 'bottom',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground2,
    borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
  },
  rowHead: { padding: '8px', verticalAlign: 'top', fontWeight: tokens.fontWeightSemibold },
  cell: { padding: '8px', verticalAlign: 'top' },
  row: {
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    breakInside: 'avoid',
    ':last-child': { borderBottom: 'none' },
  },
  number: { textAlign: 'center', fontVariantNumeric: 'tabular-nums' },
  quiet: { color: tokens.colorNeutralForeground3 },
});
