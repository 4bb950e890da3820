import type { ActivityFields } from '../activity.ts';
import { draw, drawNumber, type Random } from '../chance.ts';
import type { CardPool } from './card-pool.ts';
import { junk, mutate } from './mutate.ts';
import { hostileText } from './texts.ts';

/** Those of Teams that Milepost knows, those it has nothing to say to, and those that do not exist. */
const NAMES = [
  'adaptiveCard/action',
  'task/fetch',
  'task/submit',
  'composeExtension/query',
  'composeExtension/fetchTask',
  'composeExtension/submitAction',
  'composeExtension/selectItem',
  'composeExtension/queryLink',
  'composeExtension/anonymousQueryLink',
  'composeExtension/querySettingUrl',
  'composeExtension/onCardButtonClicked',
  'fileConsent/invoke',
  'signin/verifyState',
  'signin/tokenExchange',
  'application/search',
  'message/submitAction',
  'message/fetchTask',
  'tab/fetch',
  'config/fetch',
  'actionableMessage/executeAction',
  'no/such/invoke',
  '__proto__',
] as const;

/** An invoke of any name, with a value that may be another one's. */
export function makeInvoke(pool: CardPool, random: Random): ActivityFields {
  const inner = random() < 0.5 ? junk(random) : mutate(pool.draw(random).data, random);
  const value = random() < 0.3 ? inner : wrapped(inner, random);
  return { type: 'invoke', name: draw(NAMES, random), value };
}

/** As the several kinds of invokes hold it. */
function wrapped(value: unknown, random: Random): unknown {
  const shapes: readonly (() => unknown)[] = [
    () => ({ data: value, context: { theme: 'default' } }),
    () => ({ action: { type: 'Action.Execute', data: value }, trigger: 'manual' }),
    () => extension(value, random),
    () => ({
      action: draw(['accept', 'decline'], random),
      context: value,
      uploadInfo: { uploadUrl: 'https://elsewhere.invalid/' },
    }),
  ];
  const shape = draw(shapes, random)();
  return random() < 0.3 ? mutate(shape, random) : shape;
}

/** What the search and the message action of the app send. */
function extension(data: unknown, random: Random): object {
  const text = random() < 0.5 ? hostileText(random) : draw(['1', 'data', 'action', 'qz7', '%', 'a'], random);
  return {
    commandId: draw(['searchItems', 'search', 'find', 'addAction', 'addAsAction', 'nothing'], random),
    commandContext: draw(['compose', 'message', 'commandBox'], random),
    parameters: [{ name: draw(['query', 'text', 'initialRun'], random), value: text }],
    queryOptions: { skip: drawNumber(50, random), count: 25 },
    messagePayload: { id: '1', body: { contentType: 'html', content: hostileText(random) } },
    data,
  };
}
