import { useRef, useState } from 'react';
import type { FormProblem, FormValues } from '../../plan/content.ts';
import type { PlanId } from '../../plan/plan.ts';
import { asApiError } from '../api/api-error.ts';
import { draftName, keepDraft, useDrafts } from './drafts.ts';
import type { Form } from './form.ts';

export interface SentFormAsk<Saved extends FormSaved> {
  readonly planId: PlanId;
  /** Names it among the drafts. */
  readonly draft: string;
  /** What its fields begin with. */
  readonly empty: FormValues;
  /** Sends it, once for a submission key. */
  readonly send: (submissionKey: string, values: FormValues) => Promise<Saved>;
  readonly onSaved?: (saved: Saved) => void;
}

/** What came of a form: words where it was taken, problems where it was not. */
export interface FormSaved {
  readonly words: string;
  readonly problems: readonly FormProblem[];
}

/** A form, and whether something in it was held back because it may name a child. */
export interface SentForm {
  readonly form: Form;
  readonly isHeld: boolean;
}

interface Outcome {
  readonly problems: readonly FormProblem[];
  readonly words: string;
  readonly refusals: number;
}

/** A form that adds something: what is typed is kept until it is taken or discarded, whatever fails meanwhile. */
export function useSentForm<Saved extends FormSaved>(ask: SentFormAsk<Saved>): SentForm {
  const { planId, draft, empty, send, onSaved } = ask;
  const name = draftName(planId, draft);
  const typed = useDrafts().get(name)?.typed ?? {};
  const [outcome, setOutcome] = useState<Outcome>({ problems: [], words: '', refusals: 0 });
  const [isBusy, setBusy] = useState(false);
  // The same until it is answered or something else is typed: sent again after a lost answer, it is taken once.
  const submissionKey = useRef<string | null>(null);
  const values = { ...empty, ...typed };
  const forget = (words: string) => {
    submissionKey.current = null;
    keepDraft(name, null);
    setOutcome(({ refusals }) => ({ problems: [], words, refusals }));
  };
  const refuse = (problems: readonly FormProblem[]) =>
    setOutcome(({ refusals }) => ({ problems, words: '', refusals: refusals + 1 }));
  const form: Form = {
    ...outcome,
    values,
    meanwhile: {},
    isBusy,
    isDirty: Object.keys(typed).length > 0,
    change(field, value) {
      submissionKey.current = null;
      keepDraft(name, { typed: { ...typed, [field]: value }, base: {} });
      setOutcome((last) => ({
        ...last,
        words: '',
        problems: last.problems.filter((problem) => problem.field !== field || problem.held),
      }));
    },
    save() {
      if (isBusy) return;
      setBusy(true);
      submissionKey.current ??= crypto.randomUUID();
      send(submissionKey.current, values)
        .then(
          (saved) => {
            if (saved.problems.length > 0) return refuse(saved.problems);
            forget(saved.words);
            onSaved?.(saved);
          },
          (failure: unknown) => refuse([{ field: '', message: `Not saved. ${asApiError(failure).message}` }]),
        )
        .finally(() => setBusy(false));
    },
    discard: () => forget(''),
  };
  const isHeld = outcome.problems.some(({ held }) => held) || isChecked(values);
  return { form, isHeld };
}

/** Whether whoever fills it in says that it names no child, though it may look so. */
export function isChecked({ checked = [] }: FormValues): boolean {
  return [checked].flat().length > 0;
}
