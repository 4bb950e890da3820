import { z } from 'zod';
import type { PlanSettingsInput, SettingsSaved } from '../../plan/content.ts';
import type { PlanId } from '../../plan/plan.ts';
import type { Actor, UseCases } from '../../workflow/use-cases.ts';
import { parseBody } from '../http/parse-body.ts';
import type { Route } from '../http/route.ts';
import type { TabTokenVerifier } from '../http/verify-tab-token.ts';

const NO_STORE = { 'cache-control': 'no-store' };

const FIELDS = z.record(
  z.string().max(60),
  z.union([z.string().max(2_000), z.array(z.string().max(200)).max(500)]),
);
const BODY = z.object({ submissionKey: z.string().max(120), values: FIELDS, base: FIELDS.nullable() });

/** A form of the settings, as a route passes it on. */
interface Form {
  readonly actor: Actor;
  readonly planId: PlanId;
  readonly submissionKey: string;
  readonly input: PlanSettingsInput;
}

/** What plan managers set. A key that is left out means something new. */
export function settingsRoutes(useCases: UseCases, verifyToken: TabTokenVerifier): Route[] {
  const save = (path: string, take: (form: Form, key: string) => Promise<SettingsSaved>): Route => ({
    method: 'POST',
    path: `/api/v1/plans/:planId/settings${path}`,
    handle: async ({ headers, params: { planId = '', key = '' }, body }) => {
      const actor = await verifyToken(headers.authorization);
      const { submissionKey, ...input } = parse(body);
      return {
        status: 200,
        headers: NO_STORE,
        body: await take({ actor, planId, submissionKey, input }, key),
      };
    },
  });
  return [
    {
      method: 'GET',
      path: '/api/v1/plans/:planId/settings',
      handle: async ({ headers, params: { planId = '' } }) => {
        const actor = await verifyToken(headers.authorization);
        return { status: 200, headers: NO_STORE, body: await useCases.viewSettings({ actor, planId }) };
      },
    },
    save('/plan', (form) => useCases.savePlanSettings(form)),
    save('/groups', (form) => useCases.saveGroup({ ...form, groupKey: null })),
    save('/groups/:key', (form, groupKey) => useCases.saveGroup({ ...form, groupKey })),
    save('/owners', (form) => useCases.saveOwner({ ...form, ownerKey: null })),
    save('/owners/:key', (form, ownerKey) => useCases.saveOwner({ ...form, ownerKey })),
  ];
}

const parse = (body: unknown) =>
  parseBody(BODY, body, {
    message: 'a form of the settings is malformed',
    userMessage: 'This form could not be read. Open the settings again and try once more.',
  });
