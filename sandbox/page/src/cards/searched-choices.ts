import type { CardJson } from '../../../controls/conversation-shapes.ts';
import type { Persona } from '../../../controls/shapes.ts';

/** Whom a people picker may offer where a card stands. */
export interface People {
  readonly everyone: readonly Pick<Persona, 'id' | 'name' | 'entraObjectId'>[];
  /** Ids of the members of the conversation. */
  readonly memberIds: readonly string[];
}

/** The element that a choice which is searched by typing becomes here (`choice-picker.ts`). */
export const PICKER_INPUT = 'Input.Picker';

const DATASET = /^graph\.microsoft\.com\/users(\?scope=currentContext)?$/;

/**
 * The card with choices that are searched by typing drawn by the page: the renderer's own (`style: filtered`) shows and
 * sends what was typed, and choices of people it knows nothing of. Those offer, after what the card has itself, the members
 * of the conversation or everybody, by name and nobody twice; values are Entra object ids.
 * @see https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/people-picker
 */
export function withSearchedChoices(card: CardJson, people: People): CardJson {
  return replace(card, people) as CardJson;
}

function replace(value: unknown, people: People): unknown {
  if (Array.isArray(value)) return value.map((item) => replace(item, people));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([name, inner]) => [name, replace(inner, people)] as const);
  const element: Record<string, unknown> = Object.fromEntries(entries);
  return element.type === 'Input.ChoiceSet' ? replaceChoice(element, people) : element;
}

function replaceChoice(element: Readonly<Record<string, unknown>>, people: People) {
  const asked = DATASET.exec(datasetOf(element) ?? '');
  if (asked === null)
    return element.style === 'filtered' && element.isMultiSelect !== true
      ? { ...element, type: PICKER_INPUT }
      : element;
  const own: readonly { readonly value: string }[] = Array.isArray(element.choices) ? element.choices : [];
  const offered = toChoices(asked[1] === undefined ? people.everyone : membersOf(people));
  const others = offered.filter(({ value }) => own.every((choice) => choice.value !== value));
  const placeholder = element.placeholder ?? 'Search for people';
  return { ...element, type: PICKER_INPUT, placeholder, choices: [...own, ...others] };
}

function datasetOf(element: Readonly<Record<string, unknown>>): string | undefined {
  const query = element['choices.data'] as { dataset?: unknown } | undefined;
  return typeof query?.dataset === 'string' ? query.dataset : undefined;
}

function membersOf({ everyone, memberIds }: People): People['everyone'] {
  return everyone.filter(({ id }) => memberIds.includes(id));
}

function toChoices(people: People['everyone']) {
  return people
    .map(({ name, entraObjectId }) => ({ title: name, value: entraObjectId }))
    .toSorted((one, other) => one.title.localeCompare(other.title));
}
