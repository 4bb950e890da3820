import type { Json } from '../../manifest/build-manifest.ts';
import { readSources } from '../../manifest/make-package.ts';
import { defaultNames, type ManifestSettings } from '../../manifest/settings.ts';

const HOST = 'milepost.example.gov.uk';

/** Settings that make a good package; a test overrides what it is about. */
export function makeSettings(changes: Partial<ManifestSettings> = {}): ManifestSettings {
  return {
    appId: '0820081d-97ef-57fc-be18-bf4f14551478',
    botId: '1b8e2c52-3c70-4a8e-9f5f-0f5b7b3c9a11',
    tabAppId: 'b65e1e12-cbe2-5b7f-81bb-45ca2de3133b',
    host: HOST,
    version: '1.2.3',
    names: defaultNames(HOST),
    ...changes,
  };
}

/** Where in the template, and what is put there; `undefined` takes it away. */
export type Change = readonly [spot: readonly (string | number)[], value: unknown];

/** The template with some spots changed by hand: `[['bots', 0, 'scopes', 1], 'teams']`. */
export async function makeTemplate(...changes: readonly Change[]): Promise<Json> {
  const { template } = await readSources();
  const copy = structuredClone(template) as Record<string, unknown>;
  for (const [spot, value] of changes) change(copy, spot, value);
  return copy as Json;
}

function change(whole: Record<string, unknown>, spot: readonly (string | number)[], value: unknown): void {
  const [key, ...deeper] = spot;
  if (key === undefined) throw new Error('which spot?');
  if (deeper.length > 0) {
    const inner = whole[key];
    if (inner === null || typeof inner !== 'object') throw new Error(`the template has no ${key}`);
    change(inner as Record<string, unknown>, deeper, value);
  } else if (value === undefined) delete whole[key];
  else whole[key] = value;
}
