import type { FormProblem, FormValues } from '../../plan/content.ts';

/** A form that somebody fills in. */
export interface Form {
  readonly values: FormValues;
  readonly isDirty: boolean;
  readonly isBusy: boolean;
  readonly problems: readonly FormProblem[];
  /** Fields that somebody else changed meanwhile, and what stands in them now. */
  readonly meanwhile: FormValues;
  /** What was last done, or why it was not. */
  readonly words: string;
  /** Grows with every refusal. */
  readonly refusals: number;
  change(field: string, value: string | readonly string[]): void;
  save(): void;
  discard(): void;
}
