import { makeStyles, tokens } from '@fluentui/react-components';

/** The headings of an item's story. */
export const useStoryStyles = makeStyles({
  heading: { margin: '24px 0 12px', fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
});
