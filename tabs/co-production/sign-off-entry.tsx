import { mergeClasses } from '@fluentui/react-components';
import type { SignOffLine } from '../../plan/content.ts';
import type { AddressControl } from '../address/use-address.ts';
import { ItemName } from './item-name.tsx';
import { usePartStyles } from './use-part-styles.ts';

export interface SignOffEntryProps {
  readonly line: SignOffLine;
  /** `null`: the item it is about stands beside it. */
  readonly control: AddressControl | null;
}

/** What a group decided: with its conditions, and what those said who saw it otherwise. */
export function SignOffEntry({ line, control }: SignOffEntryProps) {
  const styles = usePartStyles();
  const { words, conditions, dissent, onWords, recordedByName } = line;
  return (
    <>
      {control !== null && <ItemName item={line} control={control} />}
      <p className={styles.line}>{words}</p>
      {conditions !== null && (
        <p className={styles.line}>
          <span className={styles.strong}>{line.decision === 'Not agreed' ? 'Why: ' : 'Conditions: '}</span>“
          {conditions}”
        </p>
      )}
      {dissent !== null && (
        <p className={styles.line}>
          <span className={styles.strong}>Some saw it otherwise: </span>“{dissent}”
        </p>
      )}
      <p className={mergeClasses(styles.line, styles.small)}>
        {[onWords, recordedByName && `recorded by ${recordedByName}`].filter((part) => part).join(' · ')}
      </p>
    </>
  );
}
