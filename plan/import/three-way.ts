/** Which of the three says what becomes of a value. */
export type Verdict = 'leave' | 'change' | 'keep and tell';

/** What an import knows of one value of a row that stands. All are compared as they will stand, not as written. */
export interface ThreeWay {
  readonly isEmpty: boolean;
  /** The file says what stands. */
  readonly isSame: boolean;
  /** What the file said last time: the same as now, what stands, or something else; `null` where nobody knows. */
  readonly before: { readonly saidTheSame: boolean; readonly stoodSo: boolean } | null;
  /** The file is right where nobody knows what it said last time. */
  readonly isFileRight: boolean;
}

/**
 * A value changes when the file changed it and nobody else did. Where the file says what it always said, what people
 * entered since stays; where both changed it, that stays too and is told. Where nobody knows what the file said, it
 * fills what is empty, and else the rule of the list counts.
 */
export function judge({ isEmpty, isSame, before, isFileRight }: ThreeWay): Verdict {
  if (isSame || before?.saidTheSame === true) return 'leave';
  if (before !== null) return before.stoodSo || isEmpty ? 'change' : 'keep and tell';
  return isEmpty || isFileRight ? 'change' : 'keep and tell';
}
