import { makeStyles, tokens } from '@fluentui/react-components';
import { Fragment } from 'react';
import type { ReportSource } from '../../../plan/content.ts';
import { AddressLink } from '../../address/address-link.tsx';
import type { AddressControl } from '../../address/use-address.ts';
import { useHiddenStyles } from '../../ui/use-hidden-styles.ts';

const useStyles = makeStyles({
  sources: { margin: '6px 0', color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  link: { display: 'inline-block', minWidth: '24px', minHeight: '24px', textAlign: 'center' },
});

export interface SourcesProps {
  readonly sources: readonly ReportSource[];
  readonly control: AddressControl;
}

/** The items that a section comes from: each tells its story. */
export function Sources({ sources, control }: SourcesProps) {
  const styles = useStyles();
  const { hidden } = useHiddenStyles();
  if (sources.length === 0) return null;
  return (
    <p className={styles.sources}>
      Comes from:{' '}
      {sources.map(({ ref, label, title }, at) => (
        <Fragment key={`${ref.list}/${ref.key}`}>
          {at > 0 && ', '}
          <AddressLink control={control} to={{ item: ref }} className={styles.link}>
            {label}
            <span className={hidden}>, {title}</span>
          </AddressLink>
        </Fragment>
      ))}
    </p>
  );
}
