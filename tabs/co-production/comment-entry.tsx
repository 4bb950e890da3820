import { mergeClasses } from '@fluentui/react-components';
import type { CommentLine } from '../../plan/content.ts';
import { AnswerForm } from './answer-form.tsx';
import { FormBox } from './form-box.tsx';
import { FormButton } from './form-button.tsx';
import { ItemName } from './item-name.tsx';
import type { PartProps } from './part-props.ts';
import { usePartStyles } from './use-part-styles.ts';

export interface CommentEntryProps extends PartProps {
  readonly line: CommentLine;
}

/** What a group said of the plan, and what came of it. */
export function CommentEntry({ view, line, control, forms, onSaved, onRefused }: CommentEntryProps) {
  const styles = usePartStyles();
  const { key, groupName, item, themeTitle, words, onWords, voices, answer, answerWords, mayAnswer } = line;
  const form = ['reply', key];
  const who = [
    groupName,
    voices !== null && `${voices} ${voices === 1 ? 'person' : 'people'}`,
    onWords,
    item === null && (themeTitle ?? 'the plan as a whole'),
  ];
  return (
    <li className={styles.entry}>
      {item !== null && <ItemName item={item} control={control} />}
      <p className={styles.line}>“{words}”</p>
      <p className={mergeClasses(styles.line, styles.small)}>{who.filter((part) => part).join(' · ')}</p>
      <Answer answer={answer} words={answerWords} />
      {mayAnswer && (
        <div className={styles.buttons}>
          <FormButton
            forms={forms}
            form={form}
            words={answer === null ? 'Say what came of it' : 'Change what came of it'}
            about={`${groupName}, ${onWords ?? 'no day'}`}
          />
        </div>
      )}
      {mayAnswer && forms.isOpen(form) && (
        <FormBox title="What came of it">
          <AnswerForm planId={view.planId} line={line} onSaved={onSaved} onRefused={onRefused} />
        </FormBox>
      )}
    </li>
  );
}

export interface AnswerProps {
  readonly answer: CommentLine['answer'];
  readonly words: string | null;
}

/** What came of something that people said. */
export function Answer({ answer, words }: AnswerProps) {
  const styles = usePartStyles();
  return (
    <p className={styles.line}>
      <span className={styles.strong}>{answer ?? 'Not answered yet'}</span>
      {words !== null && `: ${words}`}
    </p>
  );
}
