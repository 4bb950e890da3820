import type { Bot } from '../../bot/create-bot.ts';
import type { Route } from '../http/route.ts';

/** Where Teams sends what people do. */
export function messagesRoute(bot: Bot): Route {
  return {
    method: 'POST',
    path: '/api/messages',
    handle: ({ method, headers, body }) => bot.handle({ method, headers, body }),
  };
}
