import { makeStyles } from '@fluentui/react-components';
import { AddressLink } from '../address/address-link.tsx';
import { useAddress } from '../address/use-address.ts';
import type { ListsState } from '../api/view-lists-state.ts';
import { settledHere } from '../model/trouble-words.ts';

const useStyles = makeStyles({ link: { textDecorationLine: 'underline' } });

export interface TroubleRemedyProps {
  readonly trouble: Pick<ListsState['troubles'][number], 'code' | 'remedy'>;
}

/** What to do about a trouble; where the tab has a page for it, a link there. */
export function TroubleRemedy({ trouble: { code, remedy } }: TroubleRemedyProps) {
  const styles = useStyles();
  const control = useAddress();
  const here = settledHere(code);
  if (here === null) return remedy;
  return (
    <>
      <AddressLink control={control} to={here.to} className={styles.link}>
        {here.linkWords}
      </AddressLink>
      ; {here.rest}
    </>
  );
}
