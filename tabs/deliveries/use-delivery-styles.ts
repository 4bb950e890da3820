import { makeStyles, tokens } from '@fluentui/react-components';

/** The look of an entry of the deliveries. */
export const useDeliveryStyles = makeStyles({
  entry: {
    padding: '10px 0',
    overflowWrap: 'anywhere',
    breakInside: 'avoid',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    ':last-child': { borderBottom: 'none', paddingBottom: 0 },
  },
  who: { fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground2 },
});
