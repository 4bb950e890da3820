import { useRef, useState } from 'react';
import type { FormProblem, FormValues } from '../../plan/content.ts';
import type { PlanId } from '../../plan/plan.ts';
import { asApiError } from '../api/api-error.ts';
import { draftName, forgetSent, keepDraft, rebaseDraft, TYPED_SINCE, useDrafts } from './drafts.ts';
import type { Form } from './form.ts';
import { isSameValue } from './same-value.ts';

export interface SentFormAsk<Saved extends FormSaved> {
  readonly planId: PlanId;
  /** Names it among the drafts. */
  readonly draft: string;
  /** What its fields begin with. */
  readonly empty: FormValues;
  /** What is wrong with it before it is sent. Default: the server alone says. */
  readonly check?: (values: FormValues) => readonly FormProblem[];
  /** Sends it, once for a submission key. `base`: what stood in its fields when they were changed. */
  readonly send: (submissionKey: string, values: FormValues, base: FormValues) => Promise<Saved>;
  readonly onSaved?: (saved: Saved) => void;
  readonly onRefused?: () => void;
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
  /** What stood, as far as whoever filled it in knew, in the fields that were refused. */
  readonly known: FormValues;
  readonly words: string;
  readonly refusals: number;
}

/** A form that adds something: what is typed is kept until it is taken or discarded, whatever fails meanwhile. */
export function useSentForm<Saved extends FormSaved>(ask: SentFormAsk<Saved>): SentForm {
  const { planId, draft, empty, check = () => [], send, onSaved, onRefused } = ask;
  const name = draftName(planId, draft);
  const { typed, base } = useDrafts().get(name) ?? { typed: {}, base: {} };
  const [outcome, setOutcome] = useState<Outcome>({ problems: [], known: {}, words: '', refusals: 0 });
  const [isBusy, setBusy] = useState(false);
  // The same until it is answered or something else is typed: sent again after a lost answer, it is taken once.
  const submissionKey = useRef<string | null>(null);
  const values = { ...empty, ...typed };
  const settle = (words: string) => {
    submissionKey.current = null;
    setOutcome(({ refusals }) => ({ problems: [], known: {}, words, refusals }));
  };
  const refuse = (problems: readonly FormProblem[]) => {
    // Sent once more, it takes the place of what is now seen to stand there.
    const fields = problems.map(({ field }) => field);
    rebaseDraft(name, fields);
    const known = Object.fromEntries(fields.map((field) => [field, base[field] ?? empty[field] ?? '']));
    setOutcome(({ refusals }) => ({ problems, known, words: '', refusals: refusals + 1 }));
    onRefused?.();
  };
  const { problems, known, words, refusals } = outcome;
  const form: Form = {
    problems,
    words,
    refusals,
    values,
    meanwhile: Object.fromEntries(
      Object.entries(empty).filter(([field, now]) => field in known && !isSameValue(now, known[field] ?? '')),
    ),
    isBusy,
    isDirty: Object.keys(typed).length > 0,
    change(field, value) {
      submissionKey.current = null;
      keepDraft(name, {
        typed: { ...typed, [field]: value },
        base: { ...base, [field]: base[field] ?? empty[field] ?? '' },
      });
      setOutcome((last) => ({
        ...last,
        words: '',
        problems: last.problems.filter((problem) => problem.field !== field || problem.held),
      }));
    },
    save() {
      if (isBusy) return;
      const missing = check(values);
      if (missing.length > 0) return refuse(missing);
      setBusy(true);
      submissionKey.current ??= crypto.randomUUID();
      send(submissionKey.current, values, { ...empty, ...base })
        .then(
          (saved) => {
            if (saved.problems.length > 0) return refuse(saved.problems);
            const isMore = forgetSent(name, typed);
            const words = isMore ? `${saved.words} ${TYPED_SINCE}` : saved.words;
            settle(words);
            onSaved?.({ ...saved, words });
          },
          (failure: unknown) => refuse([{ field: '', message: `Not saved. ${asApiError(failure).message}` }]),
        )
        .finally(() => setBusy(false));
    },
    discard() {
      keepDraft(name, null);
      settle('');
    },
  };
  const isHeld = problems.some(({ held }) => held) || isChecked(values);
  return { form, isHeld };
}

/** Whether whoever fills it in says that it names no child, though it may look so. */
export function isChecked({ checked = [] }: FormValues): boolean {
  return [checked].flat().length > 0;
}
