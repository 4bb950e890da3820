import type { FormProblem, FormValues } from '../../plan/content.ts';
import type { PlanId } from '../../plan/plan.ts';
import { type CoProductionForms, sendCoProduction } from '../api/plan-co-production.ts';
import { useRequest } from '../api/request-context.ts';
import { type FormSaved, type SentForm, useSentForm } from '../forms/use-sent-form.ts';

export interface CoProductionFormAsk<Form extends keyof CoProductionForms> {
  readonly planId: PlanId;
  readonly form: Form;
  /** What is changed by it. Default: something is added. */
  readonly changes?: string | null;
  /** What it is about: names it among the drafts. */
  readonly about: string;
  /** What its fields begin with. */
  readonly empty: FormValues;
  readonly bodyOf: (values: FormValues, base: FormValues) => CoProductionForms[Form];
  /** What is wrong with it before it is sent. */
  readonly check?: (values: FormValues) => readonly FormProblem[];
  readonly onSaved: (saved: FormSaved) => void;
  readonly onRefused?: () => void;
}

/** One of the forms of the page: what is typed is kept until it is taken. */
export function useCoProductionForm<Form extends keyof CoProductionForms>(
  ask: CoProductionFormAsk<Form>,
): SentForm {
  const { planId, form, changes: key = null, about, bodyOf, ...rest } = ask;
  const request = useRequest();
  return useSentForm({
    planId,
    draft: `${form}:${about}`,
    ...rest,
    send: (submissionKey, values, base) =>
      sendCoProduction(request, { planId, form, key, submissionKey, body: bodyOf(values, base) }),
  });
}

/** What somebody typed into a field of text. */
export function textOf(values: FormValues, field: string): string {
  return [values[field] ?? ''].flat().join('');
}
