import type { ClosureInput, FormValues } from '../../../plan/content.ts';
import type { PlanId } from '../../../plan/plan.ts';
import { addClosure } from '../../api/plan-calendar.ts';
import { useRequest } from '../../api/request-context.ts';
import { isChecked, type SentForm, useSentForm } from '../../forms/use-sent-form.ts';

const EMPTY: FormValues = { title: '', from: '', to: '', kind: 'Quiet', groups: [], checked: [] };

/** The form of days that are new; `isHeld` where its title was held back because it may name a child. */
export function useClosureForm(planId: PlanId, onAdded: () => void): SentForm {
  const request = useRequest();
  return useSentForm({
    planId,
    draft: 'closures:new',
    empty: EMPTY,
    send: (submissionKey, values) =>
      addClosure(request, planId, { submissionKey, closure: closureOf(values) }),
    onSaved: onAdded,
  });
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
    checked: isChecked(values),
  };
}
