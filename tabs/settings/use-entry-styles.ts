import { makeStyles, tokens } from '@fluentui/react-components';

/** The look of entries that something can be done with. */
export const useEntryStyles = makeStyles({
  sections: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: '16px' },
  intro: { margin: '0 0 12px', maxWidth: '70ch', color: tokens.colorNeutralForeground2 },
  entry: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'start',
    justifyContent: 'space-between',
    gap: '6px 16px',
    padding: '10px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    ':last-child': { borderBottom: 'none' },
  },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  words: { flex: '1 1 220px', minWidth: 0, overflowWrap: 'anywhere' },
  name: { fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground2 },
  pair: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px', marginTop: '12px' },
  heading: {
    margin: '16px 0 4px',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
});
