import { isDeepStrictEqual } from 'node:util';
import { type CardAction, describeActions, listActions } from '../card-walk.ts';
import type { CardJson } from '../messages.ts';
import { conflict, notFound } from './refusal.ts';

export interface WantedAction {
  /** Title, verb or id, tried in that order. */
  readonly action: string;
  /** Tells buttons of one title apart: values the button's own data must hold. */
  readonly data?: Readonly<Record<string, unknown>>;
}

/**
 * The button a person means, on the cards they see.
 * @throws RefusedError 404 with the titles and verbs there are, 409 when the button is disabled.
 */
export function findAction(cards: readonly CardJson[], { action, data = {} }: WantedAction): CardAction {
  const actions = cards.flatMap(listActions).filter((candidate) => holds(candidate.data, data));
  const found =
    actions.find(({ title }) => title === action) ??
    actions.find(({ verb }) => verb === action) ??
    actions.find(({ id }) => id === action);
  if (found === undefined) throw noSuchAction(cards, action);
  if (!found.isEnabled) throw conflict(`The button "${action}" is disabled.`);
  return found;
}

function noSuchAction(cards: readonly CardJson[], action: string) {
  const described = cards.map(describeActions);
  const titles = described.flatMap((one) => one.titles);
  const verbs = described.flatMap((one) => one.verbs);
  const there = titles.length > 0 ? `Buttons: ${titles.join(', ')}.` : 'It has no buttons.';
  return notFound(`There is no button "${action}" on this card. ${there}`, { titles, verbs });
}

function holds(data: unknown, wanted: Readonly<Record<string, unknown>>): boolean {
  const held = (typeof data === 'object' && data !== null ? data : {}) as Record<string, unknown>;
  return Object.entries(wanted).every(([key, value]) => isDeepStrictEqual(held[key], value));
}

/** What the button sends: its own data, and over it the inputs: as given, else as the card holds them. */
export function mergeData(
  { data, takesInputs, inputDefaults }: CardAction,
  inputs: Readonly<Record<string, unknown>>,
): unknown {
  const values = { ...(takesInputs ? inputDefaults : {}), ...inputs };
  if (typeof data === 'object' && data !== null) return { ...data, ...values };
  return data === undefined || Object.keys(values).length > 0 ? values : data;
}
