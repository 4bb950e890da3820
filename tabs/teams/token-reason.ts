/**
 * What Teams needs of the person before it gives a token: to agree, to prove who they are, or to sign in anew.
 */
export type TokenReason = 'consent' | 'proof' | 'sign-in';

/** As hosts word it: by Teams' own names, by those of OAuth, or by Microsoft's codes. The first that fits counts. */
const REASONS: readonly (readonly [RegExp, TokenReason])[] = [
  [/RequiresMfa|AADSTS(50074|50076|50079|50158)\b/i, 'proof'],
  [/consent|AADSTS(65001|90094|900941)\b/i, 'consent'],
  [/invokeFailed|interaction_?required|login_?required|invalid_grant|tokenRevoked|AADSTS\d+/i, 'sign-in'],
];

/** Why Teams gave no token; `null` where the person can't help it, as when Teams is not reached. */
export function tokenReasonOf(failure: unknown): TokenReason | null {
  const text = failure instanceof Error ? failure.message : String(failure);
  return REASONS.find(([pattern]) => pattern.test(text))?.[1] ?? null;
}
