import { parseArgs } from 'node:util';
import { defaultNames, type ManifestSettings } from './settings.ts';

/** The part of the server's configuration that a package needs; the server's own `Config` has it. */
export interface InstallationConfig {
  readonly appId: string;
  readonly tabAppId: string;
  readonly teamsAppId: string;
  readonly publicUrl: string;
}

const OPTIONS = {
  'app-id': { type: 'string' },
  'bot-id': { type: 'string' },
  'tab-app-id': { type: 'string' },
  host: { type: 'string' },
  name: { type: 'string' },
  'full-name': { type: 'string' },
  'developer-name': { type: 'string' },
  'website-url': { type: 'string' },
  'privacy-url': { type: 'string' },
  'terms-url': { type: 'string' },
} as const;

/**
 * Settings of a package from command arguments; ids and host that are not given come from the installation's
 * configuration, which is only read when one is missing.
 *
 * @throws TypeError naming an argument that is not known.
 */
export function readSettings({
  args,
  version,
  loadInstallation,
}: {
  args: readonly string[];
  version: string;
  loadInstallation: () => InstallationConfig;
}): ManifestSettings {
  const { values: given } = parseArgs({ args: [...args], options: OPTIONS });
  const ids = readIds(given, loadInstallation);
  const names = defaultNames(ids.host);
  return {
    ...ids,
    version,
    names: {
      short: given.name ?? names.short,
      full: given['full-name'] ?? names.full,
      developerName: given['developer-name'] ?? names.developerName,
      websiteUrl: given['website-url'] ?? names.websiteUrl,
      privacyUrl: given['privacy-url'] ?? names.privacyUrl,
      termsUrl: given['terms-url'] ?? names.termsUrl,
    },
  };
}

type Given = { readonly [Name in keyof typeof OPTIONS]?: string | undefined };

function readIds(given: Given, loadInstallation: () => InstallationConfig) {
  const { 'app-id': appId, 'bot-id': botId, 'tab-app-id': tabAppId, host } = given;
  if (appId !== undefined && botId !== undefined && tabAppId !== undefined && host !== undefined) {
    return { appId, botId, tabAppId, host };
  }
  const installation = loadInstallation();
  return {
    appId: appId ?? installation.teamsAppId,
    botId: botId ?? installation.appId,
    tabAppId: tabAppId ?? installation.tabAppId,
    host: host ?? URL.parse(installation.publicUrl)?.host ?? '',
  };
}
