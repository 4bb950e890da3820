import { makeStyles, tokens } from '@fluentui/react-components';

/** The look that the parts of the page share. */
export const usePartStyles = makeStyles({
  intro: { margin: '0 0 12px', maxWidth: '70ch', color: tokens.colorNeutralForeground2 },
  facts: { margin: '0 0 12px', color: tokens.colorNeutralForeground2 },
  quiet: { color: tokens.colorNeutralForeground3 },
  small: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
  },
  line: { margin: '2px 0 0', overflowWrap: 'anywhere' },
  below: {
    marginTop: '16px',
    paddingTop: '16px',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    ':empty': { display: 'none' },
  },
  quoted: {
    margin: '4px 0 0',
    paddingLeft: '12px',
    borderLeft: `3px solid ${tokens.colorNeutralStroke1}`,
  },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  entry: {
    padding: '12px 0',
    overflowWrap: 'anywhere',
    breakInside: 'avoid',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    ':first-child': { paddingTop: 0 },
    ':last-child': { borderBottom: 'none', paddingBottom: 0 },
  },
  strong: { fontWeight: tokens.fontWeightSemibold },
  heading: {
    margin: '16px 0 8px',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
  },
  ways: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'end',
    gap: '8px',
    '@media print': { display: 'none' },
  },
  buttons: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '8px',
    marginTop: '12px',
    ':empty': { display: 'none' },
    '@media print': { display: 'none' },
  },
});
