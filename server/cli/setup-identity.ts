import { AppError } from '../../plan/errors.ts';
import type { Config } from '../config.ts';

/** Said where the lists are made by the identity that only needs to write rows afterwards. */
export const NO_SETUP_APP =
  'MILEPOST_SETUP_CLIENT_ID is not set, so the lists are made as the app that runs Milepost. Making them needs more than running does (Sites.Manage.All rather than Sites.ReadWrite.All or Sites.Selected): better name an app of its own for it, or take the permission away again afterwards.\n';

/** What to tell an administrator whose set-up identity may not do what is asked of it. */
export function missingRight(
  config: Config,
  { sitePath, cause }: { readonly sitePath: string; readonly cause: Error },
): AppError {
  const { who, kind } = setupIdentityOf(config);
  return new AppError({
    code: 'FORBIDDEN',
    message: `Microsoft 365 does not let ${who} do this on ${sitePath}.
  What is missing  the Microsoft Graph ${kind} permission Sites.Manage.All, or for --grant Sites.FullControl.All
  Where to give it Entra admin centre, App registrations, that app, API permissions: add it under Microsoft Graph,
                   ${kind} permissions, and press “Grant admin consent”. It may take some minutes to count.
  Instead          ${INSTEAD[kind]}
What was done until now stays; run this again afterwards.`,
    cause,
  });
}

const INSTEAD = {
  application: 'name another app by MILEPOST_SETUP_CLIENT_ID, or leave its secret out and sign in yourself',
  delegated: 'sign in as somebody who owns the site',
};

function setupIdentityOf({ setupClientId, setupClientSecret, graphClientId }: Config): {
  readonly who: string;
  readonly kind: 'application' | 'delegated';
} {
  if (setupClientId === null)
    return { who: `the app that runs Milepost (${graphClientId})`, kind: 'application' };
  if (setupClientSecret !== null) return { who: `the set-up app (${setupClientId})`, kind: 'application' };
  return { who: `you, signed in through the set-up app (${setupClientId}),`, kind: 'delegated' };
}
