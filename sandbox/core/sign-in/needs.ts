/**
 * What somebody must do in person before Entra gives a token for them again: say yes to the app, or prove a second time
 * who they are; `approval` cannot be given by themselves.
 */
export const SIGN_IN_NEEDS = ['consent', 'mfa', 'approval'] as const;
export type SignInNeed = (typeof SIGN_IN_NEEDS)[number];

/** Entra's answer to whoever asks without the person. */
export const NEED_REFUSALS: Readonly<
  Record<SignInNeed, { readonly error: string; readonly code: number; readonly text: string }>
> = {
  consent: {
    error: 'consent_required',
    code: 65001,
    text: 'The user or administrator has not consented to use the application. Send an interactive authorization request for this user and resource.',
  },
  mfa: {
    error: 'interaction_required',
    code: 50076,
    text: 'Due to a configuration change made by your administrator, or because you moved to a new location, you must use multi-factor authentication to access the resource.',
  },
  approval: {
    error: 'consent_required',
    code: 90094,
    text: 'An administrator of the tenant has set a policy that prevents you from granting the application the permissions it is requesting.',
  },
};

/** What Teams tells a tab that asks for a token then. */
export const TEAMS_REFUSALS: Readonly<Record<SignInNeed, string>> = {
  consent: 'resourceRequiresConsent',
  mfa: 'resourceRequiresMfa',
  approval: 'resourceRequiresConsent',
};

/** Who needs what, by persona id. Kept in memory: a restarted sandbox asks nothing of anybody. */
export interface SignInNeeds {
  of(persona: string): SignInNeed | undefined;
  set(persona: string, need: SignInNeed | null): void;
  clear(): void;
}

export function createSignInNeeds(): SignInNeeds {
  const needs = new Map<string, SignInNeed>();
  return {
    of: (persona) => needs.get(persona),
    set: (persona, need) => void (need === null ? needs.delete(persona) : needs.set(persona, need)),
    clear: () => needs.clear(),
  };
}
