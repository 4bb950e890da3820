import { AppError } from '../../plan/errors.ts';
import type { BotSettings } from '../settings.ts';

/**
 * Refuses settings under which the SDK would switch its checks off in silence.
 * @throws AppError `BAD_CONFIG`
 */
export const requireSafeSettings = (settings: BotSettings): void => {
  if (settings.authentication === 'anonymous') return;
  const missing = [
    ...(settings.appId === '' ? ['the bot’s application id'] : []),
    ...(settings.credential === null ? ['a credential for the bot'] : []),
    ...(settings.allowedTenantIds.length === 0 ? ['a tenant whose people may use it'] : []),
    ...(settings.channelServiceUrls.length === 0 ? ['an address Teams may be reached at'] : []),
  ];
  if (missing.length === 0) return;
  throw new AppError({
    code: 'BAD_CONFIG',
    message: `The bot needs ${missing.join(', ')}. Without it, only a playground on this machine may talk to it (authentication: anonymous).`,
  });
};
