import type { CardJson } from './messages.ts';

/** A button of a card. */
export interface CardAction {
  readonly type: 'Action.Execute' | 'Action.Submit' | 'Action.OpenUrl';
  readonly id: string | undefined;
  readonly title: string | undefined;
  readonly verb: string | undefined;
  readonly url: string | undefined;
  /** What the card's author put there. */
  readonly data: unknown;
  readonly isEnabled: boolean;
  /** False: the card asks that no input goes with it (`associatedInputs: "none"`). */
  readonly takesInputs: boolean;
  /** What the inputs that go with it hold as the card stands: those of the card and of the opened cards it stands in. */
  readonly inputDefaults: Readonly<Record<string, string>>;
}

/** Keys under which there is nothing a person sees at first: what stands in for unknown elements, data, automatic calls. */
const HIDDEN_KEYS = new Set(['fallback', 'data', 'refresh', 'authentication', 'requires']);
const PRESSED_TYPES: readonly string[] = ['Action.Execute', 'Action.Submit', 'Action.OpenUrl'];

/** Every button of a card, in the order of the card: in nested sets, rows, tables, selectActions and opened cards. */
export function listActions(card: CardJson): CardAction[] {
  return walkCard(card, {});
}

/** Titles and verbs of the buttons there are, for an answer to a press of one there is not. */
export function describeActions(card: CardJson): { titles: string[]; verbs: string[] } {
  const actions = listActions(card);
  return {
    titles: unique(actions.flatMap(({ title }) => title ?? [])),
    verbs: unique(actions.flatMap(({ verb }) => verb ?? [])),
  };
}

/** A card opened by Action.ShowCard sends its own inputs and its parents', not those of cards opened beside it. */
function walkCard(card: CardJson, parentInputs: Readonly<Record<string, string>>): CardAction[] {
  const { elements, opened } = collectElements(card);
  const inputDefaults = { ...parentInputs, ...collectInputs(elements) };
  const own = elements.flatMap((element) => toAction(element, inputDefaults) ?? []);
  return [...own, ...opened.flatMap((child) => walkCard(child, inputDefaults))];
}

/** Every typed object of a card, and apart from them the cards it opens. */
function collectElements(card: CardJson): { elements: CardJson[]; opened: CardJson[] } {
  const elements: CardJson[] = [];
  const opened: CardJson[] = [];
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) {
      for (const entry of value) visit(entry);
      return;
    }
    if (!isObject(value)) return;
    if (typeof value.type === 'string') elements.push(value);
    for (const [key, inner] of Object.entries(value)) {
      if (HIDDEN_KEYS.has(key)) continue;
      if (value.type === 'Action.ShowCard' && key === 'card' && isObject(inner)) opened.push(inner);
      else visit(inner);
    }
  };
  visit(card);
  return { elements, opened };
}

function toAction(
  element: CardJson,
  inputDefaults: Readonly<Record<string, string>>,
): CardAction | undefined {
  if (!PRESSED_TYPES.includes(String(element.type))) return undefined;
  return {
    type: element.type as CardAction['type'],
    id: toText(element.id),
    title: toText(element.title),
    verb: toText(element.verb),
    url: toText(element.url),
    data: element.data,
    isEnabled: element.isEnabled !== false,
    takesInputs: element.associatedInputs !== 'none',
    inputDefaults,
  };
}

/** An input that is empty is not sent; a toggle always is. */
function collectInputs(elements: readonly CardJson[]): Record<string, string> {
  const inputs: Record<string, string> = {};
  for (const { type, id, value, valueOff } of elements) {
    if (typeof type !== 'string' || !type.startsWith('Input.') || typeof id !== 'string') continue;
    const held = value ?? (type === 'Input.Toggle' ? (valueOff ?? 'false') : undefined);
    if (held !== undefined && held !== null && held !== '') inputs[id] = String(held);
  }
  return inputs;
}

function isObject(value: unknown): value is CardJson {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function toText(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}
