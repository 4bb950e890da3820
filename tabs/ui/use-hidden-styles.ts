import { makeStyles } from '@fluentui/react-components';

/** `hidden`: read out, not seen. `noPrint`: on screen only. */
export const useHiddenStyles = makeStyles({
  hidden: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  },
  noPrint: { '@media print': { display: 'none' } },
});
