import type { UseCases } from '../../workflow/use-cases.ts';
import { asApiRoute } from '../http/api-route.ts';
import type { Route } from '../http/route.ts';
import type { TabTokenVerifier } from '../http/verify-tab-token.ts';
import type { LivePages } from '../live/live-pages.ts';
import { boardReportRoutes } from './board-reports.ts';
import { checkInRoutes } from './check-ins.ts';
import { closureRoutes } from './closures.ts';
import { coProductionRoutes } from './co-production.ts';
import { deliveryRoutes } from './deliveries.ts';
import { engagementRoutes } from './engagements.ts';
import { exportRoute } from './export.ts';
import { importRoutes } from './imports.ts';
import { listRoutes } from './lists.ts';
import { liveRoute } from './live.ts';
import { measureRoutes } from './measures.ts';
import { planRoutes } from './plans.ts';
import { settingsRoutes } from './settings.ts';
import { type SignInSettings, signInRoute } from './sign-in.ts';

/** Everything below `/api/v1`. Each has its line in `tests/isolation/helpers/route-calls.ts`: who may ask it. */
export function apiRoutes({
  useCases,
  verifyToken,
  signIn,
  livePages,
  calendarLink,
}: {
  readonly useCases: UseCases;
  readonly verifyToken: TabTokenVerifier;
  readonly signIn: SignInSettings;
  readonly livePages: LivePages;
  /** The whole address of a calendar by its secret. */
  readonly calendarLink: (secret: string) => string;
}): Route[] {
  return [
    signInRoute(signIn),
    liveRoute(livePages, verifyToken),
    ...planRoutes(useCases, verifyToken),
    exportRoute(useCases, verifyToken),
    ...boardReportRoutes(useCases, verifyToken),
    ...checkInRoutes(useCases, verifyToken),
    ...settingsRoutes(useCases, verifyToken),
    ...listRoutes(useCases, verifyToken),
    ...deliveryRoutes(useCases, verifyToken),
    ...closureRoutes(useCases, verifyToken, calendarLink),
    ...importRoutes(useCases, verifyToken),
    ...coProductionRoutes(useCases, verifyToken),
    ...engagementRoutes(useCases, verifyToken),
    ...measureRoutes(useCases, verifyToken),
  ].map(asApiRoute);
}
