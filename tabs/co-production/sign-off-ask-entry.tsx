import { mergeClasses } from '@fluentui/react-components';
import type { SignOffAsk } from '../../plan/content.ts';
import { OutsideLink } from '../ui/outside-link.tsx';
import { FormBox } from './form-box.tsx';
import { FormButton } from './form-button.tsx';
import { ItemName } from './item-name.tsx';
import type { PartProps } from './part-props.ts';
import { SignOffEntry } from './sign-off-entry.tsx';
import { SignOffForm } from './sign-off-form.tsx';
import { usePartStyles } from './use-part-styles.ts';

export interface SignOffAskEntryProps extends PartProps {
  readonly ask: SignOffAsk;
}

/** Something done that a group is asked about: what shows it, what was said before, and the form for its word. */
export function SignOffAskEntry({ view, ask, control, forms, onSaved }: SignOffAskEntryProps) {
  const styles = usePartStyles();
  const form = ['agree', ask.groupKey, ask.ref.list, ask.ref.key];
  const facts = [
    ask.ownerName && `owned by ${ask.ownerName}`,
    ask.doneOnWords && `done on ${ask.doneOnWords}`,
    ask.saidByName && `said by ${ask.saidByName}`,
  ].filter((words) => words);
  return (
    <li className={styles.entry}>
      <ItemName item={ask} control={control} />
      <p className={styles.line}>
        Asked: <span className={styles.strong}>{ask.groupName}</span>
        {facts.length > 0 && <span className={styles.quiet}> · {facts.join(' · ')}</span>}
      </p>
      {ask.note !== null && <p className={styles.line}>“{ask.note}”</p>}
      <p className={styles.line}>
        {ask.evidenceUrl === null ? (
          'No evidence is linked.'
        ) : (
          <>
            Evidence: <OutsideLink href={ask.evidenceUrl}>{ask.evidenceUrl}</OutsideLink> (opens in a new
            window)
          </>
        )}
      </p>
      {ask.before.length > 0 && (
        <>
          <p className={styles.line}>Said before:</p>
          <ul className={mergeClasses(styles.list, styles.quoted)}>
            {ask.before.map((line) => (
              <li key={line.key} className={styles.line}>
                <SignOffEntry line={line} control={null} />
              </li>
            ))}
          </ul>
        </>
      )}
      {ask.maySignOff ? (
        <div className={styles.buttons}>
          <FormButton
            forms={forms}
            form={form}
            words="Record what the group decided"
            about={`${ask.label}, ${ask.groupName}`}
          />
        </div>
      ) : (
        ask.whyNot !== null && <p className={mergeClasses(styles.line, styles.small)}>{ask.whyNot}</p>
      )}
      {ask.maySignOff && forms.isOpen(form) && (
        <FormBox title={`What ${ask.groupName} decided about ${ask.label}`}>
          <SignOffForm planId={view.planId} ask={ask} onSaved={onSaved} />
        </FormBox>
      )}
    </li>
  );
}
