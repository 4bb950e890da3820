import { ClientSecretCredential, ManagedIdentityCredential, type TokenCredential } from '@azure/identity';
import type { Config } from './config.ts';

/** Microsoft's own authority needs no introduction; any other must be taken as it is configured. */
const PUBLIC_AUTHORITY = 'https://login.microsoftonline.com';

/** What Milepost shows to Entra for `clientId`: its managed identity, or a client secret. */
export function createCredential(config: Config, clientId: string): TokenCredential {
  if (config.appType === 'UserAssignedMSI') return new ManagedIdentityCredential({ clientId });
  return new ClientSecretCredential(config.tenantId, clientId, config.appPassword ?? '', {
    authorityHost: config.authorityUrl,
    disableInstanceDiscovery: config.authorityUrl !== PUBLIC_AUTHORITY,
  });
}
