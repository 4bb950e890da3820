import { ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import {
  AuthenticationConstants,
  type BotFrameworkAuthentication,
  type ConnectorClientOptions,
} from 'botframework-connector';
import type { BotSettings } from '../settings.ts';
import type { BotCredentialsFactory } from './credentials-factory.ts';

/** Who signs tokens for bots in the public cloud. */
export const DEFAULT_TOKEN_ISSUER: string = AuthenticationConstants.ToBotFromChannelTokenIssuer;
const DEFAULT_OAUTH_SCOPE: string = AuthenticationConstants.ToChannelFromBotOAuthScope;
const DEFAULT_OPENID_METADATA_URL: string = AuthenticationConstants.ToBotFromChannelOpenIdMetadataUrl;

/** The audience of outgoing tokens. */
export const oauthScopeOf = (settings: BotSettings): string => settings.oauthScope ?? DEFAULT_OAUTH_SCOPE;

/**
 * The SDK's validation of incoming tokens and its connector clients, with our settings.
 * Every address is given, or the SDK would leave them all out.
 */
export const createBotAuthentication = ({
  settings,
  credentials,
  httpClient,
}: {
  readonly settings: BotSettings;
  readonly credentials: BotCredentialsFactory;
  readonly httpClient: NonNullable<ConnectorClientOptions['httpClient']>;
}): BotFrameworkAuthentication => {
  const metadataUrl = settings.openIdMetadataUrl ?? DEFAULT_OPENID_METADATA_URL;
  return new ConfigurationBotFrameworkAuthentication(
    {
      ToBotFromChannelOpenIdMetadataUrl: metadataUrl,
      // Tokens of emulators and skills are not wanted: checked against these keys, they all fail.
      ToBotFromEmulatorOpenIdMetadataUrl: metadataUrl,
      ToBotFromChannelTokenIssuer: settings.tokenIssuer ?? DEFAULT_TOKEN_ISSUER,
      ToChannelFromBotLoginUrl:
        settings.loginUrl ?? `https://login.microsoftonline.com/${settings.tenantId || 'botframework.com'}`,
      ToChannelFromBotOAuthScope: oauthScopeOf(settings),
      OAuthUrl: AuthenticationConstants.OAuthUrl,
      CallerId: '',
      ValidateAuthority: true,
    },
    credentials,
    undefined,
    undefined,
    { httpClient },
  );
};
