import { Checkbox, Field, Textarea } from '@fluentui/react-components';
import { useRef, useState } from 'react';
import { AskDialog } from './ask-dialog.tsx';

export interface CorrectDialogProps {
  /** What is typed so far. */
  readonly words: string;
  readonly onType: (words: string) => void;
  readonly onCorrect: (correction: { words: string; submission: string; checked: boolean }) => void;
  readonly onClose: () => void;
  /** Why the correction was not taken. */
  readonly problem: string | null;
  /** It was held back: it may name a child. */
  readonly isHeld: boolean;
}

/** Asks what a correction will say differently: it is told at its beginning. */
export function CorrectDialog({ words, onType, onCorrect, onClose, problem, isHeld }: CorrectDialogProps) {
  const [checked, setChecked] = useState(false);
  const [isEmpty, setIsEmpty] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  // The same until something else is typed: sent again after a lost answer, it is taken once.
  const submission = useRef<string | null>(null);
  const correct = () => {
    if (words.trim() === '') {
      setIsEmpty(true);
      field.current?.focus();
      return;
    }
    submission.current ??= crypto.randomUUID();
    onCorrect({ words: words.trim(), submission: submission.current, checked });
  };
  return (
    <AskDialog
      title="Correct this report"
      actionWords="Write the correction"
      onAction={correct}
      onClose={onClose}
      text={
        <p>
          A new version begins with the figures and the words of this one. It is approved and posted like it;
          what was posted stays beside it.
        </p>
      }
    >
      <Field
        label="What is different?"
        required
        hint="It stands at the beginning of the correction."
        validationMessage={isEmpty ? 'Say what will be different.' : problem}
      >
        <Textarea
          ref={field}
          rows={3}
          value={words}
          onChange={(_event, { value }) => {
            submission.current = null;
            setIsEmpty(false);
            setChecked(false);
            onType(value);
          }}
        />
      </Field>
      {isHeld && (
        <Checkbox
          label="I have checked: this does not name a child"
          checked={checked}
          onChange={(_event, { checked: isNow }) => {
            submission.current = null;
            setChecked(isNow === true);
          }}
        />
      )}
    </AskDialog>
  );
}
