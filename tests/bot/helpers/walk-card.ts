import { createRequire } from 'node:module';

export type Json = Readonly<Record<string, unknown>>;

/** Every object in a card, with those that stand in `fallback` marked. */
export const walk = (node: unknown, inFallback = false): { node: Json; inFallback: boolean }[] => {
  if (Array.isArray(node)) return node.flatMap((child) => walk(child, inFallback));
  if (typeof node !== 'object' || node === null) return [];
  const object = node as Json;
  return [
    { node: object, inFallback },
    ...Object.entries(object).flatMap(([key, child]) =>
      key === 'data' ? [] : walk(child, inFallback || key === 'fallback'),
    ),
  ];
};

/** Every text in a card, whatever it is for. */
export const stringsIn = (node: unknown): string[] => {
  if (typeof node === 'string') return [node];
  return typeof node === 'object' && node !== null ? Object.values(node).flatMap(stringsIn) : [];
};

const nodesWhere = (card: unknown, test: (type: string) => boolean): Json[] =>
  walk(card)
    .filter(({ node, inFallback }) => !inFallback && typeof node.type === 'string' && test(node.type))
    .map(({ node }) => node);

/** Everything of a card that can be pressed, without what only stands in for another. */
export const actionsOf = (card: unknown): Json[] => nodesWhere(card, (type) => type.startsWith('Action.'));
/** The buttons of a card: without words that are links. */
export const buttonsOf = (card: unknown): Json[] => {
  const links = nodesWhere(card, () => true).flatMap(({ selectAction }) => selectAction ?? []);
  return actionsOf(card).filter((action) => !links.includes(action));
};
export const inputsOf = (card: unknown): Json[] => nodesWhere(card, (type) => type.startsWith('Input.'));
export const ofType = (card: unknown, wanted: string): Json[] => nodesWhere(card, (type) => type === wanted);

/** The button with a title. */
export const actionTitled = (card: unknown, title: string): Json => {
  const action = actionsOf(card).find((one) => one.title === title);
  if (!action) throw new Error(`No button “${title}”: ${actionsOf(card).map((one) => one.title)}`);
  return action;
};

/** Everything a person reads on a card, in order. */
export const wordsOf = (card: unknown): string =>
  walk(card)
    .filter(({ inFallback }) => !inFallback)
    .flatMap(({ node }) => [node.text, node.label, node.title].filter((word) => typeof word === 'string'))
    .join('\n');

interface CardsLibrary {
  readonly AdaptiveCard: new () => {
    parse(json: unknown, context: SerializationContext): void;
    validateProperties(): { readonly validationEvents: readonly { readonly message: string }[] };
  };
  readonly SerializationContext: new () => SerializationContext;
}
interface SerializationContext {
  readonly eventCount: number;
  getEventAt(index: number): { readonly message: string };
}

/** The open renderer's library; its `dist` bundle, because its module entry can't be imported by Node. */
const cards = createRequire(import.meta.url)('adaptivecards/dist/adaptivecards.js') as CardsLibrary;

/** A card as hosts see it that draw no charts: what is said to stand for a chart stands there. */
const withoutCharts = (node: unknown): unknown => {
  if (Array.isArray(node)) return node.map(withoutCharts);
  if (typeof node !== 'object' || node === null) return node;
  const { type, fallback } = node as Json;
  if (typeof type === 'string' && type.startsWith('Chart.') && fallback !== undefined) return fallback;
  return Object.fromEntries(Object.entries(node).map(([key, child]) => [key, withoutCharts(child)]));
};

/**
 * What the Adaptive Cards library finds wrong with a card: unknown elements, values out of range. It draws no charts, and
 * so reads what stands for them. Not `lang`:
 * the library knows no regions in it, and tests every second one only, for a slip in its own pattern.
 */
export const complaintsAbout = ({ lang: _lang, ...rest }: Json): string[] => {
  const card = withoutCharts(rest);
  const context = new cards.SerializationContext();
  const parsed = new cards.AdaptiveCard();
  parsed.parse(card, context);
  const events = Array.from({ length: context.eventCount }, (_, index) => context.getEventAt(index).message);
  return [...events, ...parsed.validateProperties().validationEvents.map(({ message }) => message)];
};

/** What stands in a card's inputs, by their ids. */
export const valuesOf = (card: unknown): Record<string, unknown> =>
  Object.fromEntries(inputsOf(card).map(({ id, value }) => [String(id), value]));
