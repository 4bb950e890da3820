import type { Persona } from '../../core/directory.ts';
import type { World } from '../../core/world.ts';
import type { CardAction } from '../card-walk.ts';
import { findConsent } from '../files/message-files.ts';
import type { StoredMessage } from '../messages.ts';
import { listCardsSeenBy, setOwnView } from '../own-views.ts';
import type { Place } from '../places.ts';
import { requireMessage } from './access.ts';
import { buildActivity, type OutgoingActivity, renewActivity } from './activity.ts';
import { type Answer, readExecuteAnswer, readMessageAnswer, readTaskAnswer } from './answer.ts';
import { prepareConsent } from './answer-consent.ts';
import { type Delivery, deliverActivity } from './deliver.ts';
import { openDialog } from './dialogs.ts';
import { findAction, mergeData, type WantedAction } from './find-action.ts';

export interface PressOptions extends WantedAction {
  readonly messageId: string;
  readonly persona: Persona;
  readonly inputs: Readonly<Record<string, unknown>>;
  /** How often the press is delivered, all at once. */
  readonly times: number;
  readonly repeatAs: 'same-id' | 'new-id';
}

/**
 * Presses a button of a card as a person sees it, or accepts or declines a file. Answers one `Answer` per delivery.
 * @throws RefusedError 403, 404, 409
 */
export async function press(world: World, options: PressOptions): Promise<readonly Answer[]> {
  const { persona, inputs } = options;
  const { message, place } = requireMessage(world, options);
  const consent = findConsent(message.files);
  if (consent !== undefined)
    return deliver(world, options, prepareConsent(world, { ...options, message, place, consent }));
  const action = findAction(listCardsSeenBy(world, { message, personaId: persona.id }), options);
  if (action.type === 'Action.OpenUrl') return [openUrl(action)];
  const pressed: Pressed = { message, place, persona, action, data: mergeData(action, inputs) };
  return deliver(world, options, preparePress(world, pressed));
}

async function deliver(
  world: World,
  { times, repeatAs }: PressOptions,
  { activity, read }: PreparedPress,
): Promise<readonly Answer[]> {
  const deliveries = Array.from({ length: times }, (_, index) =>
    index === 0 || repeatAs === 'same-id' ? activity : renewActivity(activity),
  );
  return Promise.all(
    deliveries.map(async (each) => read(await deliverActivity(world, each, { firstId: activity.id }))),
  );
}

interface Pressed {
  readonly message: StoredMessage;
  readonly place: Place;
  readonly persona: Persona;
  readonly action: CardAction;
  readonly data: unknown;
}

interface PreparedPress {
  readonly activity: OutgoingActivity;
  readonly read: (delivery: Delivery) => Answer;
}

function preparePress(world: World, pressed: Pressed): PreparedPress {
  if (pressed.action.type === 'Action.Execute') return prepareExecute(world, pressed);
  return isTaskFetch(pressed.data) ? prepareTaskFetch(world, pressed) : prepareSubmit(world, pressed);
}

function prepareExecute(world: World, { action, data, ...rest }: Pressed): PreparedPress {
  const { message, persona } = rest;
  const { type, id, title, verb } = action;
  return {
    activity: pressActivity(world, {
      ...rest,
      type: 'invoke',
      fields: {
        name: 'adaptiveCard/action',
        value: { action: { type, id, title, verb, data }, trigger: 'manual' },
      },
    }),
    read(delivery) {
      const answer = readExecuteAnswer(delivery);
      if (answer.card !== null) setOwnView(world, { message, personaId: persona.id, card: answer.card });
      return answer;
    },
  };
}

function prepareTaskFetch(world: World, { data, ...rest }: Pressed): PreparedPress {
  const { message, persona } = rest;
  return {
    activity: pressActivity(world, {
      ...rest,
      type: 'invoke',
      fields: { name: 'task/fetch', value: { data, context: { theme: 'default' } } },
    }),
    read(delivery) {
      const { answer, next } = readTaskAnswer(delivery);
      if (typeof next === 'string') return answer;
      const { conversationId, id: messageId } = message;
      return {
        ...answer,
        dialog: openDialog(world, { personaId: persona.id, messageId, conversationId, content: next }),
      };
    },
  };
}

function prepareSubmit(world: World, { data, ...rest }: Pressed): PreparedPress {
  return {
    activity: pressActivity(world, { ...rest, type: 'message', fields: { value: data } }),
    read: readMessageAnswer,
  };
}

interface PressActivity {
  readonly message: StoredMessage;
  readonly place: Place;
  readonly persona: Persona;
  readonly type: 'invoke' | 'message';
  readonly fields: Readonly<Record<string, unknown>>;
}

/** A press tells where the card stands: its thread, and its message. */
function pressActivity(
  world: World,
  { message, place, persona, type, fields }: PressActivity,
): OutgoingActivity {
  const inThread = place.kind === 'channel' ? { ...place, threadId: message.threadId } : place;
  return buildActivity(world, {
    place: inThread,
    persona,
    type,
    fields: {
      ...fields,
      replyToId: message.id,
      channelData: { source: { name: 'message' } },
    },
  });
}

function openUrl({ url = '' }: CardAction): Answer {
  return { status: 200, card: null, dialog: null, text: null, url, raw: null };
}

function isTaskFetch(data: unknown): boolean {
  const type = (data as { msteams?: { type?: unknown } } | null | undefined)?.msteams?.type;
  return type === 'task/fetch';
}
