/**
 * Why somebody is not signed in.
 * - `cancelled`: they stopped half-way.
 * - `consent`: they, or an administrator, have not agreed yet.
 * - `over`: the sign-in ran out, and a new one needs them.
 * - `mismatch`: what came back does not belong to what was asked for here.
 * - `unreachable`: something did not answer.
 * - `refused`: Microsoft said no, for a reason that only its code tells.
 * - `not accepted`: Milepost said no.
 */
export type FailureKind =
  | 'cancelled'
  | 'consent'
  | 'over'
  | 'mismatch'
  | 'unreachable'
  | 'refused'
  | 'not accepted';

/** A sign-in that came to nothing. */
export class SignInFailure extends Error {
  readonly kind: FailureKind;
  /** Microsoft's own, such as `AADSTS65001`; `null` without one. */
  readonly code: string | null;

  constructor(kind: FailureKind, { code = null, cause }: { code?: string | null; cause?: unknown } = {}) {
    super(`Not signed in: ${kind}${code === null ? '' : ` (${code})`}`, { cause });
    this.name = 'SignInFailure';
    this.kind = kind;
    this.code = code;
  }
}

/** What OAuth and OpenID Connect call what happened. */
const KIND_OF_ERROR: Readonly<Record<string, FailureKind>> = {
  access_denied: 'cancelled',
  consent_required: 'consent',
  login_required: 'over',
  interaction_required: 'over',
  invalid_grant: 'mismatch',
  temporarily_unavailable: 'unreachable',
  server_error: 'unreachable',
};
/** Where Microsoft's code says more than the word beside it: permission that somebody has to give first. */
const CONSENT_CODES = ['AADSTS65001', 'AADSTS90094', 'AADSTS900941'];

/** Microsoft's refusal, from the words it came with. */
export function failureOf(error: string, description: string | undefined): SignInFailure {
  const code = /AADSTS\d+/.exec(description ?? '')?.[0] ?? null;
  const isConsent = code !== null && CONSENT_CODES.includes(code);
  return new SignInFailure(isConsent ? 'consent' : (KIND_OF_ERROR[error] ?? 'refused'), { code });
}
