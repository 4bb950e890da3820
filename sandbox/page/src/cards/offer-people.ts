import type { CardJson, Persona } from '../../../controls/shapes.ts';

/** Whom a people picker may offer where a card stands. */
export interface People {
  readonly everyone: readonly Pick<Persona, 'id' | 'name' | 'entraObjectId'>[];
  /** Ids of the members of the conversation. */
  readonly memberIds: readonly string[];
}

/** The element that a choice of people becomes here (`people-picker.ts`): the renderer knows no such thing. */
export const PEOPLE_INPUT = 'Input.People';

const DATASET = /^graph\.microsoft\.com\/users(\?scope=currentContext)?$/;

/**
 * The card with the people in its people pickers, after the choices it has itself: the members of the conversation, or
 * everybody, by name. Values are Entra object ids, as in Teams.
 * @see https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/people-picker
 */
export function offerPeople(card: CardJson, people: People): CardJson {
  return offer(card, people) as CardJson;
}

function offer(value: unknown, people: People): unknown {
  if (Array.isArray(value)) return value.map((item) => offer(item, people));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([name, inner]) => [name, offer(inner, people)] as const);
  const element: Record<string, unknown> = Object.fromEntries(entries);
  const dataset = element.type === 'Input.ChoiceSet' ? datasetOf(element) : undefined;
  const asked = dataset === undefined ? null : DATASET.exec(dataset);
  if (asked === null) return element;
  const own = Array.isArray(element.choices) ? element.choices : [];
  const offered = asked[1] === undefined ? people.everyone : membersOf(people);
  return { ...element, type: PEOPLE_INPUT, choices: [...own, ...toChoices(offered)] };
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
