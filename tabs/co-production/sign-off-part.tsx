import { Section } from '../ui/section.tsx';
import { AskForm } from './ask-form.tsx';
import { FormBox } from './form-box.tsx';
import { FormButton } from './form-button.tsx';
import { Impact } from './impact.tsx';
import type { PartProps } from './part-props.ts';
import { SignOffAskEntry } from './sign-off-ask-entry.tsx';
import { SignOffEntry } from './sign-off-entry.tsx';
import { usePartStyles } from './use-part-styles.ts';

const ASK_FORM = ['ask'];

/** What waits for a group's word, what groups decided, and whether what is complete still works. */
export function SignOffPart(props: PartProps) {
  const styles = usePartStyles();
  const { view, control, forms, onSaved } = props;
  const waiting = view.groups.flatMap(({ toSignOff }) => toSignOff);
  const decided = view.groups.filter(({ signedOff }) => signedOff.length > 0);
  return (
    <>
      <Section title={`Waiting for a group’s word: ${waiting.length}`} isLong>
        <p className={styles.intro}>
          What is done is complete once the group that it is for has agreed. Nobody signs off what they own,
          or said is done.
        </p>
        {waiting.length === 0 && <p className={styles.line}>Nothing waits for a group at the moment.</p>}
        <ul className={styles.list}>
          {waiting.map((ask) => (
            <SignOffAskEntry key={`${ask.groupKey} ${ask.ref.list}/${ask.ref.key}`} {...props} ask={ask} />
          ))}
        </ul>
        {view.may.askSignOff && (
          <div className={styles.buttons}>
            <FormButton forms={forms} form={ASK_FORM} words="Say who signs an item off" />
          </div>
        )}
        {view.may.askSignOff && forms.isOpen(ASK_FORM) && (
          <FormBox title="Who signs an item off">
            <AskForm view={view} onSaved={onSaved} />
          </FormBox>
        )}
      </Section>
      {view.unsigned.length > 0 && (
        <Section title={`Complete without a group’s word: ${view.unsigned.length}`} isLong>
          <p className={styles.intro}>
            Somebody set these complete in the list; the group that was asked has not agreed.
          </p>
          <ul className={styles.list}>
            {view.unsigned.map((ask) => (
              <SignOffAskEntry key={`${ask.groupKey} ${ask.ref.list}/${ask.ref.key}`} {...props} ask={ask} />
            ))}
          </ul>
        </Section>
      )}
      <Section title="Signed off" isLong>
        {decided.length === 0 && <p className={styles.line}>No group has decided anything yet.</p>}
        {decided.map(({ key, name, signedOff }) => (
          <div key={key}>
            <h3 className={styles.heading}>{name}</h3>
            <ul className={styles.list}>
              {signedOff.map((line) => (
                <li key={line.key} className={styles.entry}>
                  <SignOffEntry line={line} control={control} />
                </li>
              ))}
            </ul>
          </div>
        ))}
      </Section>
      <Impact {...props} />
    </>
  );
}
