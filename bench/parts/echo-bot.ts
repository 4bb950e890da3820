import {
  ActivityHandler,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  ConfigurationServiceClientCredentialFactory,
  type InvokeResponse,
  type TurnContext,
} from 'botbuilder';
import { AuthenticationConstants } from 'botframework-connector';
import restify from 'restify';
import { readDirectory } from '../../sandbox/core/directory.ts';

/**
 * The least that a bot can be: botbuilder on restify as Microsoft's samples put them together. It checks the token of
 * each call like Milepost, and answers every press with the same words. A program of its own: PORT says where it
 * listens, MILEPOST_OPENID_METADATA_URL against whose keys it checks.
 */
class EchoBot extends ActivityHandler {
  protected override async onInvokeActivity(context: TurnContext): Promise<InvokeResponse> {
    return { status: 200, body: context.activity.name === 'adaptiveCard/action' ? CARD_ANSWER : TASK_ANSWER };
  }
}

const CARD_ANSWER = {
  statusCode: 200,
  type: 'application/vnd.microsoft.card.adaptive',
  value: {
    type: 'AdaptiveCard',
    version: '1.5',
    body: [{ type: 'TextBlock', text: 'Saved 1 answer.', wrap: true }],
  },
};
const TASK_ANSWER = { task: { type: 'message', value: 'Saved 1 answer.' } };

const { botAppId, tenantId, clientSecret } = readDirectory();
const metadataUrl = process.env.MILEPOST_OPENID_METADATA_URL ?? '';
const adapter = new CloudAdapter(
  new ConfigurationBotFrameworkAuthentication(
    {
      ToBotFromChannelOpenIdMetadataUrl: metadataUrl,
      ToBotFromEmulatorOpenIdMetadataUrl: metadataUrl,
      ToBotFromChannelTokenIssuer: AuthenticationConstants.ToBotFromChannelTokenIssuer,
      ToChannelFromBotLoginUrl: `https://login.microsoftonline.com/${tenantId}`,
      ToChannelFromBotOAuthScope: AuthenticationConstants.ToChannelFromBotOAuthScope,
      OAuthUrl: AuthenticationConstants.OAuthUrl,
      CallerId: '',
      ValidateAuthority: true,
    },
    new ConfigurationServiceClientCredentialFactory({
      MicrosoftAppId: botAppId,
      MicrosoftAppPassword: clientSecret,
      MicrosoftAppType: 'SingleTenant',
      MicrosoftAppTenantId: tenantId,
    }),
  ),
);
const bot = new EchoBot();
const server = restify.createServer();
server.use(restify.plugins.bodyParser());
server.post('/api/messages', async (request: restify.Request, response: restify.Response) => {
  await adapter.process(request, response, (context) => bot.run(context));
});
server.listen(Number(process.env.PORT), '127.0.0.1', () => process.send?.({ type: 'listening' }));
process.once('SIGTERM', () => process.exit(0));
process.once('disconnect', () => process.exit(0));
