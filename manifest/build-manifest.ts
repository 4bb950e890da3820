import type { ManifestSettings } from './settings.ts';

/** Any JSON value. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** `${{NAME}}`, as in the templates of Microsoft's own toolkit. */
const PLACEHOLDER = /\$\{\{([A-Z_]+)\}\}/g;

/**
 * Fills the template's placeholders. Only whole values are touched, after parsing, so a name with a quotation
 * mark in it can't break the manifest. An unknown placeholder is left standing, for `checkManifest` to report.
 */
export function buildManifest({ template, settings }: { template: Json; settings: ManifestSettings }): Json {
  const values = valuesOf(settings);
  const fill = (value: Json): Json => {
    if (typeof value === 'string') {
      return value.replaceAll(PLACEHOLDER, (whole, name: string) => values.get(name) ?? whole);
    }
    if (value === null || typeof value !== 'object') return value;
    if (isList(value)) return value.map(fill);
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, fill(inner)]));
  };
  return fill(template);
}

function valuesOf({ appId, botId, tabAppId, host, version, names }: ManifestSettings) {
  return new Map([
    ['APP_ID', appId],
    ['BOT_ID', botId],
    ['TAB_APP_ID', tabAppId],
    ['HOST', host],
    ['VERSION', version],
    ['NAME_SHORT', names.short],
    ['NAME_FULL', names.full],
    ['DEVELOPER_NAME', names.developerName],
    ['WEBSITE_URL', names.websiteUrl],
    ['PRIVACY_URL', names.privacyUrl],
    ['TERMS_URL', names.termsUrl],
  ]);
}

/** `Array.isArray` does not narrow read-only lists. */
function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
