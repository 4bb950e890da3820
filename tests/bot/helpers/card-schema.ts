import { createRequire } from 'node:module';
import { type Json, walk } from './walk-card.ts';

interface Property {
  readonly name: string;
  readonly targetVersion: { compareTo(other: unknown): number };
}
interface Element {
  getSchema(): { getCount(): number; getItemAt(index: number): Property };
}
interface Registry {
  getItemCount(): number;
  getItemAt(index: number): { readonly typeName: string; readonly objectType: new () => Element };
}
interface CardsLibrary {
  readonly AdaptiveCard: new () => Element;
  readonly Column: new () => Element;
  readonly GlobalRegistry: Readonly<Record<'defaultElements' | 'defaultActions', Registry>>;
  readonly Versions: { readonly v1_5: unknown };
}

/** Microsoft's own library, which says of each element which properties it has and since which version. */
const library = createRequire(import.meta.url)('adaptivecards/dist/adaptivecards.js') as CardsLibrary;

/** What the library reads by hand, besides what its schema names. */
const CHILDREN: Readonly<Record<string, readonly string[]>> = {
  AdaptiveCard: ['body', 'actions'],
  Container: ['items'],
  Column: ['items'],
  ColumnSet: ['columns'],
  ActionSet: ['actions'],
  RichTextBlock: ['inlines'],
};
/** Anything may have them. */
const ALWAYS = ['type', 'fallback'];
/** What Teams adds to Adaptive Cards; `choices.data` is its people picker. */
const OF_TEAMS = ['msteams', 'targetWidth', 'choices.data'];

/** The one element that is Teams' own, as its documentation has it ("Charts in Adaptive Cards"). The library knows no charts. */
const CHART = 'Chart.VerticalBar.Grouped';
const CHART_PROPERTIES = new Set([
  ...[
    'type',
    'id',
    'title',
    'xAxisTitle',
    'yAxisTitle',
    'color',
    'colorSet',
    'data',
    'stacked',
    'showBarValues',
  ],
  ...['fallback', 'grid.area', 'height', 'horizontalAlignment', 'isVisible', 'lang', 'requires', 'separator'],
  ...['spacing', 'targetWidth'],
]);
const SERIES_PROPERTIES = new Set(['legend', 'color', 'values']);
const POINT_PROPERTIES = new Set(['x', 'y']);
/** Of the documented colours those that mean something. */
const CHART_COLOURS = ['good', 'warning', 'attention', 'neutral'];

const schemas: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['AdaptiveCard', propertiesOf('AdaptiveCard', library.AdaptiveCard)],
  ['Column', propertiesOf('Column', library.Column)],
  ['Data.Query', new Set(['type', 'dataset'])],
  [CHART, CHART_PROPERTIES],
  ...[library.GlobalRegistry.defaultElements, library.GlobalRegistry.defaultActions].flatMap((registry) =>
    Array.from({ length: registry.getItemCount() }, (_, index) => registry.getItemAt(index)).map(
      ({ typeName, objectType }) => [typeName, propertiesOf(typeName, objectType)] as const,
    ),
  ),
]);

function propertiesOf(type: string, element: new () => Element): ReadonlySet<string> {
  const schema = new element().getSchema();
  const known = Array.from({ length: schema.getCount() }, (_, index) => schema.getItemAt(index))
    .filter(({ targetVersion }) => targetVersion.compareTo(library.Versions.v1_5) <= 0)
    .map(({ name }) => name);
  return new Set([...known, ...(CHILDREN[type] ?? []), ...ALWAYS, ...OF_TEAMS]);
}

/** What stands in a card that Adaptive Cards 1.5 does not have: elements, and properties of elements. */
export function beyondSchema(card: Json): string[] {
  return walk(card).flatMap(({ node }) => {
    if (typeof node.type !== 'string') return [];
    const known = schemas.get(node.type);
    if (known === undefined) return [node.type];
    const beyond = Object.keys(node).flatMap((name) => (known.has(name) ? [] : [`${node.type}.${name}`]));
    return node.type === CHART ? [...beyond, ...beyondChart(node)] : beyond;
  });
}

/** What of a chart's data is not as documented, and whether hosts that draw no charts are left with nothing. */
function beyondChart({ data, fallback }: Json): string[] {
  const series = Array.isArray(data) ? (data as Json[]) : [];
  const points = series.flatMap(({ values }) => (Array.isArray(values) ? (values as Json[]) : [{ values }]));
  return [
    ...(fallback === undefined ? [`${CHART} without fallback`] : []),
    ...(series.length === 0 ? [`${CHART} without data`] : []),
    ...unknownIn(series, SERIES_PROPERTIES),
    ...unknownIn(points, POINT_PROPERTIES),
    ...series.flatMap(({ color }) =>
      CHART_COLOURS.includes(String(color)) ? [] : [`${CHART}: colour ${color}`],
    ),
    ...points.flatMap(({ x, y }) =>
      typeof x === 'string' && typeof y === 'number' ? [] : [`${CHART}: a point at ${x}, ${y}`],
    ),
  ];
}

function unknownIn(objects: readonly Json[], known: ReadonlySet<string>): string[] {
  return objects.flatMap((object) => Object.keys(object).filter((name) => !known.has(name)));
}
