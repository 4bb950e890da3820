import { useRef, useState } from 'react';
import type { ClosureInput, FormProblem, FormValues } from '../../../plan/content.ts';
import type { PlanId } from '../../../plan/plan.ts';
import { asApiError } from '../../api/api-error.ts';
import { addClosure } from '../../api/plan-calendar.ts';
import { useRequest } from '../../api/request-context.ts';
import { draftName, keepDraft, useDrafts } from '../drafts.ts';
import type { Form } from '../forms/use-form.ts';

/** Names the form among the drafts. */
const CLOSURE_FORM = 'closures:new';

const EMPTY: FormValues = { title: '', from: '', to: '', kind: 'Quiet', groups: [], checked: [] };

interface Outcome {
  readonly problems: readonly FormProblem[];
  readonly words: string;
  readonly refusals: number;
}

/** The form of days that are new; `isHeld` where its title was held back because it may name a child. */
export function useClosureForm(
  planId: PlanId,
  onAdded: () => void,
): { readonly form: Form; readonly isHeld: boolean } {
  const name = draftName(planId, CLOSURE_FORM);
  const request = useRequest();
  const typed = useDrafts().get(name)?.typed ?? {};
  const [outcome, setOutcome] = useState<Outcome>({ problems: [], words: '', refusals: 0 });
  const [isBusy, setBusy] = useState(false);
  // The same until it is answered or something else is typed: sent again after a lost answer, it is taken once.
  const submissionKey = useRef<string | null>(null);
  const values = { ...EMPTY, ...typed };
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
      const body = { submissionKey: submissionKey.current, closure: closureOf(values) };
      addClosure(request, planId, body)
        .then(
          ({ words, problems }) => {
            if (problems.length > 0) return refuse(problems);
            forget(words);
            onAdded();
          },
          (failure: unknown) => refuse([{ field: '', message: `Not saved. ${asApiError(failure).message}` }]),
        )
        .finally(() => setBusy(false));
    },
    discard: () => forget(''),
  };
  const isHeld = outcome.problems.some(({ held }) => held) || [values.checked].flat().length > 0;
  return { form, isHeld };
}

function closureOf(values: FormValues): ClosureInput {
  const text = (field: string) => String(values[field] ?? '');
  return {
    title: text('title'),
    from: text('from'),
    to: text('to'),
    kind: text('kind'),
    // Closed is for the whole plan: the groups cannot be seen then.
    groups: text('kind') === 'Quiet' ? [values.groups ?? []].flat() : [],
    checked: [values.checked ?? []].flat().length > 0,
  };
}
