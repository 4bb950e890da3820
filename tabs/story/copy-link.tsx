import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useId, useState } from 'react';
import type { Address } from '../address/address.ts';
import { formatAddress, formatDeepLink } from '../address/address.ts';
import { shareThroughTeams } from '../teams/share-link.ts';

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px', margin: '16px 0 0' },
  field: {
    flex: '1 1 200px',
    minWidth: 0,
    padding: '5px 8px',
    font: 'inherit',
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground3,
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusMedium,
  },
});

export interface CopyLinkProps {
  /** What the link leads to. */
  readonly address: Address;
  /** What Teams calls it. */
  readonly label: string;
}

/** Gives a link to what is shown: through Teams where it can, else the address, copied or to be copied by hand. */
export function CopyLink({ address, label }: CopyLinkProps) {
  const styles = useStyles();
  const id = useId();
  const [state, setState] = useState<'idle' | 'copied' | 'by hand'>('idle');
  const { origin, pathname } = window.location;
  const url = `${origin}${pathname}${formatAddress(address)}`;

  const give = async () => {
    if (shareThroughTeams({ subPageId: formatDeepLink(address), label })) return;
    try {
      await navigator.clipboard.writeText(url);
      setState('copied');
    } catch {
      setState('by hand');
    }
  };
  return (
    <div className={styles.row}>
      <Button size="small" onClick={() => void give()}>
        Copy link
      </Button>
      <span role="status">{state === 'copied' && 'The link is copied.'}</span>
      {state === 'by hand' && (
        <>
          <label htmlFor={id}>Copy this link:</label>
          <input
            id={id}
            readOnly
            value={url}
            className={styles.field}
            onFocus={({ target }) => target.select()}
          />
        </>
      )}
    </div>
  );
}
