import { makeStyles, tokens } from '@fluentui/react-components';

/** The look that the pages of board reports share. */
export const useReportStyles = makeStyles({
  heading: {
    margin: 0,
    minWidth: 0,
    overflowWrap: 'anywhere',
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
  },
  subheading: {
    margin: '14px 0 4px',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  text: { margin: 0, maxWidth: '100ch', overflowWrap: 'anywhere' },
  quiet: {
    margin: '4px 0 0',
    maxWidth: '100ch',
    overflowWrap: 'anywhere',
    color: tokens.colorNeutralForeground2,
  },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  obstacles: {
    margin: '8px 0 0',
    padding: '6px 12px',
    listStyleType: 'none',
    maxWidth: '80ch',
    overflowWrap: 'anywhere',
    borderLeft: `4px solid ${tokens.colorStatusWarningBorder2}`,
    backgroundColor: tokens.colorNeutralBackground3,
    '& li': { padding: '2px 0' },
  },
  buttons: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px', marginTop: '12px' },
  link: { display: 'inline-block', minHeight: '24px', overflowWrap: 'anywhere' },
});
