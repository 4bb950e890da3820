import { MAX_CARD_BYTES, sizeOfCard } from '../../../bot/cards/card.ts';
import { EVALUATED, MARK } from './texts.ts';

type Json = Readonly<Record<string, unknown>>;

const CARD = 'application/vnd.microsoft.card.adaptive';
const MOST_BUTTONS = 6;
/** Above this Teams may refuse a card. */
const MOST_BYTES = 80_000;
/** Markdown that is escaped, as it should be. */
const ESCAPED = /\\[\\`*_[\]<>~#+\-.)]/gu;
/** Markdown that is alive. */
const LIVE = /[\\`*_[\]<>~#]|^\s*(?:[-+]|\d{1,9}[.)])\s/u;
/** Controls but tabs and the ends of lines, and what turns the direction of text. */
const UNWANTED = /(?![\t\n\r])\p{Cc}|[\u202a-\u202e\u2066-\u2069]/u;
/** What hosts fetch or open. */
const ADDRESSES: readonly string[] = ['url', 'iconUrl', 'backgroundImage', 'contentUrl'];
const SHOWN_LENGTH = 100;

/**
 * What is wrong with something that the bot sent: an activity, or the body of an answer to Teams. Nobody's text may be
 * markup where the host takes it as such, run as a template or stand in an address; cards keep to Teams' limits.
 */
export function complaintsAbout(sent: unknown): readonly string[] {
  return [...new Set([...cardsIn(sent).flatMap(complaintsAboutCard), ...complaintsAboutWords(sent)])];
}

/** Every Adaptive Card in something that the bot sent. */
export function cardsIn(sent: unknown): readonly Json[] {
  if (Array.isArray(sent)) return sent.flatMap(cardsIn);
  if (!isObject(sent)) return [];
  if (sent.contentType === CARD || sent.type === CARD)
    return [sent.content ?? sent.value].filter(isObject).concat(cardsIn(sent.preview));
  return Object.values(sent).flatMap(cardsIn);
}

function complaintsAboutCard(card: Json): readonly string[] {
  const nodes = nodesIn(card);
  // What somebody typed is never left out of a form that comes back, so it is no part of what a card may be large.
  const size = sizeOfCard(card) - sizeOfCard(typedIn(nodes));
  const links = nodes.flatMap(({ selectAction }) => (selectAction === undefined ? [] : [selectAction]));
  const buttons = nodes.filter((node) => String(node.type).startsWith('Action.') && !links.includes(node));
  return [
    ...(card.type === 'AdaptiveCard' ? [] : [`no card: ${JSON.stringify(card).slice(0, SHOWN_LENGTH)}`]),
    ...(size > MAX_CARD_BYTES ? [`a card too large: ${size} bytes, “${card.fallbackText}”`] : []),
    ...(sizeOfCard(card) > MOST_BYTES ? [`more than Teams takes: ${sizeOfCard(card)} bytes`] : []),
    ...(buttons.length > MOST_BUTTONS
      ? [`a card with too many buttons: ${buttons.length}, “${card.fallbackText}”`]
      : []),
    ...nodes.flatMap((node) =>
      markdownOf(node)
        .filter(isAlive)
        .map((text) => `live Markdown in a ${node.type}: ${shortOf(text)}, “${card.fallbackText}”`),
    ),
    ...stringsIn(card)
      .filter((text) => UNWANTED.test(text))
      .map((text) => told('control characters', text)),
    ...nodes.flatMap(badAddressesOf),
  ];
}

function typedIn(nodes: readonly Json[]): readonly unknown[] {
  return nodes.filter(({ type }) => type === 'Input.Text').map(({ value }) => value);
}

/** Texts of an element that hosts take as Markdown. Rich text, labels, buttons and short choices are plain. */
function markdownOf({ type, text, facts, title, choices, style, isMultiSelect }: Json): readonly string[] {
  const isList = style === 'expanded' || isMultiSelect === true;
  const texts = {
    TextBlock: [text],
    FactSet: objectsIn(facts).flatMap((fact) => [fact.title, fact.value]),
    'Input.Toggle': [title],
    'Input.ChoiceSet': isList ? objectsIn(choices).map((choice) => choice.title) : [],
  }[String(type)];
  return (texts ?? []).filter((one) => typeof one === 'string');
}

function isAlive(text: string): boolean {
  return text.includes(MARK) && LIVE.test(text.replace(ESCAPED, ''));
}

function badAddressesOf(node: Json): readonly string[] {
  return ADDRESSES.flatMap((name) => node[name] ?? [])
    .filter((address) => !/^https?:$/.test(URL.parse(String(address))?.protocol ?? ''))
    .map((address) => told('an address that is none', String(address)));
}

/** What holds for every text, on a card or not. */
function complaintsAboutWords(sent: unknown): readonly string[] {
  const complaints = stringsIn(sent).flatMap((text) => [
    ...(text.isWellFormed() ? [] : [told('half a character', text)]),
    ...(text.includes(EVALUATED) ? [told('somebody’s template was run', text)] : []),
    ...(text.includes('${') && !text.toLowerCase().includes(MARK)
      ? [told('a template that was not filled in', text)]
      : []),
  ]);
  const { text, textFormat } = isObject(sent) ? sent : {};
  const isMarkdown = typeof text === 'string' && textFormat !== 'plain';
  return isMarkdown && isAlive(text)
    ? [...complaints, told('a message with live Markdown', text)]
    : complaints;
}

function nodesIn(node: unknown): readonly Json[] {
  if (Array.isArray(node)) return node.flatMap(nodesIn);
  if (!isObject(node)) return [];
  const inner = Object.entries(node).flatMap(([key, child]) =>
    // A fallback repeats its button; data is not shown.
    key === 'data' || key === 'fallback' ? [] : nodesIn(child),
  );
  return [node, ...inner];
}

function stringsIn(node: unknown): readonly string[] {
  if (typeof node === 'string') return [node];
  return typeof node === 'object' && node !== null ? Object.values(node).flatMap(stringsIn) : [];
}

function objectsIn(value: unknown): readonly Json[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function told(what: string, text: string): string {
  return `${what}: ${shortOf(text)}`;
}

function shortOf(text: string): string {
  return JSON.stringify(text.slice(0, SHOWN_LENGTH));
}
