/** How a cell starts that Excel takes for a formula, or that starts with the guard itself. */
const GUARDED = /^[=+\-@\t\r']/;

/** A number is none, though it may start with a sign. */
const NUMBER = /^[+-]?\d+(?:\.\d+)?$/;

/** Text of a cell for a CSV file: what Excel would run as a formula gets `'` before it, which shows it as text. */
export function withFormulaGuard(text: string): string {
  return GUARDED.test(text) && !NUMBER.test(text) ? `'${text}` : text;
}

/** The text as it was before it was guarded. */
export function withoutFormulaGuard(text: string): string {
  return text.startsWith("'") && GUARDED.test(text.slice(1)) ? text.slice(1) : text;
}
