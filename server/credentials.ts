import {
  ClientSecretCredential,
  DeviceCodeCredential,
  ManagedIdentityCredential,
  type TokenCredential,
} from '@azure/identity';
import type { Config } from './config.ts';

/** Microsoft's own authority needs no introduction; any other must be taken as it is configured. */
const PUBLIC_AUTHORITY = 'https://login.microsoftonline.com';

/** What Milepost shows to Entra for `clientId`: its managed identity, or a client secret. */
export function createCredential(config: Config, clientId: string): TokenCredential {
  if (config.appType === 'UserAssignedMSI') return new ManagedIdentityCredential({ clientId });
  return new ClientSecretCredential(config.tenantId, clientId, config.appPassword ?? '', authorityOf(config));
}

/**
 * What is shown to Entra for making the lists: the set-up app's secret, or an administrator who signs in with a code.
 * `null` where no set-up app is configured.
 * @param say shows the administrator where to sign in
 */
export function createSetupCredential(config: Config, say: (line: string) => void): TokenCredential | null {
  const { setupClientId: clientId, setupClientSecret: secret, tenantId } = config;
  if (clientId === null) return null;
  if (secret !== null) return new ClientSecretCredential(tenantId, clientId, secret, authorityOf(config));
  return new DeviceCodeCredential({
    ...authorityOf(config),
    tenantId,
    clientId,
    userPromptCallback: ({ message }) => say(message),
  });
}

function authorityOf({ authorityUrl }: Config) {
  return { authorityHost: authorityUrl, disableInstanceDiscovery: authorityUrl !== PUBLIC_AUTHORITY };
}
