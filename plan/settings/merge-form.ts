import type { FormProblem, FormValues, PlanSettingsInput } from '../content.ts';

/** What a form comes to as things stand now; or what somebody else changed meanwhile. */
export type MergedForm<Form extends FormValues> =
  | { readonly values: Form; readonly meanwhile?: undefined }
  | { readonly meanwhile: readonly FormProblem[]; readonly values?: undefined };

/**
 * Puts what somebody typed into a form as it stands now. A field that only one side changed is theirs who did; one that
 * both changed, to different values, is told, and nothing is taken.
 * @param standing every field of the form as it stands; fields that it does not have are left out
 */
export function mergeForm<Form extends FormValues>(
  standing: Form,
  { values, base }: PlanSettingsInput,
): MergedForm<Form> {
  const fields = Object.keys(standing).filter((field) => Object.hasOwn(values, field));
  const meanwhile = fields.filter((field) => {
    const typed = values[field];
    const before = base === null ? standing[field] : base[field];
    return !isSame(standing[field], before) && !isSame(standing[field], typed) && !isSame(typed, before);
  });
  if (meanwhile.length > 0) return { meanwhile: meanwhile.map(changedMeanwhile) };
  const typed = fields.filter((field) => base === null || !isSame(values[field], base[field]));
  return { values: { ...standing, ...Object.fromEntries(typed.map((field) => [field, values[field]])) } };
}

/** What a form changes of a row: values that differ between the form as it stood and as it is now, each judged alike. */
export function changesOf(before: object, after: object): Readonly<Record<string, unknown>> {
  const stood = before as Readonly<Record<string, unknown>>;
  return Object.fromEntries(Object.entries(after).filter(([name, value]) => !isSame(stood[name], value)));
}

/** Whether two values of a field are one; the order of ticks says nothing. */
export function isSame(one: unknown, other: unknown): boolean {
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((value) => other.includes(value));
  return one === other;
}

function changedMeanwhile(field: string): FormProblem {
  return {
    field,
    message:
      'Somebody changed this meanwhile. Look at what it is now, then save again to put yours in its place.',
  };
}
