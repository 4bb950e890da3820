import type { EngagementLine } from '../../plan/content.ts';
import { Answer } from './comment-entry.tsx';
import { EngagementForm } from './engagement-form.tsx';
import { FormBox } from './form-box.tsx';
import { FormButton } from './form-button.tsx';
import type { PartProps } from './part-props.ts';
import { usePartStyles } from './use-part-styles.ts';

export interface EngagementEntryProps extends PartProps {
  readonly line: EngagementLine;
}

/** Whom the programme met on a day, what was said, and what came of it. */
export function EngagementEntry({ view, line, forms, onSaved, onRefused }: EngagementEntryProps) {
  const styles = usePartStyles();
  const { key, title, onWords, purpose, said, outcome, themeTitle, answer, voices, mayAnswer } = line;
  const form = ['complete', key];
  const facts = [
    onWords ?? 'no day noted',
    voices !== null && `${voices} ${voices === 1 ? 'person' : 'people'}`,
    themeTitle,
  ];
  return (
    <li className={styles.entry}>
      <p className={styles.line}>
        <span className={styles.strong}>{title}</span>
        <span className={styles.quiet}> · {facts.filter((part) => part).join(' · ')}</span>
      </p>
      {purpose !== null && <p className={styles.line}>{purpose}</p>}
      {said !== null && <p className={styles.line}>“{said}”</p>}
      <Answer answer={answer} words={outcome} />
      {mayAnswer && (
        <div className={styles.buttons}>
          <FormButton
            forms={forms}
            form={form}
            words={answer === null ? 'Complete this entry' : 'Correct this entry'}
            about={`${title}, ${onWords ?? 'no day'}`}
          />
        </div>
      )}
      {mayAnswer && forms.isOpen(form) && (
        <FormBox title={`${title}, ${onWords ?? 'no day noted'}`}>
          <EngagementForm view={view} line={line} onSaved={onSaved} onRefused={onRefused} />
        </FormBox>
      )}
    </li>
  );
}
