import type { UseCases } from '../../workflow/use-cases.ts';
import type { Route } from '../http/route.ts';
import type { TabTokenVerifier } from '../http/verify-tab-token.ts';
import { planRoutes } from './plans.ts';
import { settingsRoutes } from './settings.ts';
import { type SignInSettings, signInRoute } from './sign-in.ts';

/** Everything below `/api/v1`. Each has its line in `tests/isolation/helpers/route-calls.ts`: who may ask it. */
export function apiRoutes({
  useCases,
  verifyToken,
  signIn,
}: {
  readonly useCases: UseCases;
  readonly verifyToken: TabTokenVerifier;
  readonly signIn: SignInSettings;
}): Route[] {
  return [
    signInRoute(signIn),
    ...planRoutes(useCases, verifyToken),
    ...settingsRoutes(useCases, verifyToken),
  ];
}
