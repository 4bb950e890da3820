import { describe, expect, test } from '@jest/globals';
import { failureOf, SignInFailure } from '../../tabs/sign-in/failure.ts';
import { wordsOf } from '../../tabs/sign-in/failure-words.ts';
import { tokenReasonOf } from '../../tabs/teams/token-reason.ts';

describe('a refusal of Microsoft’s', () => {
  test.each([
    ['access_denied', 'AADSTS65004: User declined to consent to access the app.', 'cancelled'],
    ['consent_required', 'AADSTS65001: The user or administrator has not consented.', 'consent'],
    ['access_denied', 'AADSTS90094: The grant requires admin permission.', 'consent'],
    ['invalid_grant', 'AADSTS65001: The user or administrator has not consented.', 'consent'],
    ['login_required', 'AADSTS50058: A silent sign-in request was sent but no user is signed in.', 'over'],
    ['interaction_required', 'AADSTS50076: You must use multi-factor authentication.', 'over'],
    ['invalid_grant', 'AADSTS70008: The provided authorization code has expired.', 'mismatch'],
    ['server_error', undefined, 'unreachable'],
    ['invalid_resource', 'AADSTS50105: The signed in user is not assigned to a role.', 'refused'],
    ['something_new', undefined, 'refused'],
  ])('%s, %s: %s', (error, description, kind) => {
    const code = description?.split(':')[0] ?? null;
    expect(failureOf(error, description)).toMatchObject({ kind, code });
  });

  test('is told with its code only where somebody has to pass it on', () => {
    const textOf = (kind: SignInFailure['kind'], code: string | null) =>
      wordsOf(new SignInFailure(kind, { code })).text;
    expect(textOf('refused', 'AADSTS50105')).toMatch(/ Its code is AADSTS50105\.$/);
    expect(textOf('consent', 'AADSTS65001')).toMatch(/ Its code is AADSTS65001\.$/);
    expect(textOf('cancelled', 'AADSTS65004')).not.toContain('AADSTS');
    expect(textOf('refused', null)).not.toContain('code');
  });
});

test.each([
  ['resourceRequiresConsent', 'consent'],
  ['consent_required', 'consent'],
  ['AADSTS65001: The user or administrator has not consented', 'consent'],
  ['resourceRequiresMfa', 'proof'],
  ['interaction_required: AADSTS50076: Due to a configuration change', 'proof'],
  ['AADSTS53003: Access has been blocked by Conditional Access policies', 'sign-in'],
  ['invokeFailed', 'sign-in'],
  ['tokenRevoked', 'sign-in'],
  ['AADSTS700016: Application was not found', 'sign-in'],
  ['CancelledByUser', null],
  ['App SDK: timed out', null],
])('what Teams says for a token it does not give, %s: %s', (message, reason) => {
  expect(tokenReasonOf(new Error(message))).toBe(reason);
  expect(tokenReasonOf(message)).toBe(reason);
});
