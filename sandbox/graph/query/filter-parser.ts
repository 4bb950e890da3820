import { invalidRequest } from '../graph-error.ts';

export type Literal = string | number | boolean | null;

export const COMPARISONS = ['eq', 'ne', 'lt', 'gt', 'le', 'ge', 'startswith'] as const;
export type Comparison = (typeof COMPARISONS)[number];

/** A filter as a tree. `property` is as written: `fields/Number`. */
export type Filter =
  | { readonly kind: 'and' | 'or'; readonly left: Filter; readonly right: Filter }
  | {
      readonly kind: 'compare';
      readonly property: string;
      readonly comparison: Comparison;
      /** `isBare`: the literal stood without quotes. */
      readonly literal: Literal;
      readonly isBare: boolean;
    };

/** A quoted text (a quote is doubled in it), a bracket or comma, or a word. */
const TOKEN = /\s*(?:'((?:[^']|'')*)'|([(),])|([^\s(),']+))/y;

interface Token {
  readonly kind: 'text' | 'mark' | 'word' | 'end';
  readonly text: string;
}

/**
 * Reads `$filter`: comparisons and `startswith(property,'x')`, joined by `and`, `or` and brackets.
 * @throws GraphError 400 for anything else, as the lists of SharePoint do.
 */
export function parseFilter(text: string): Filter {
  const tokens = tokenize(text);
  let position = 0;
  const peek = (): Token => tokens[position] ?? { kind: 'end', text: '' };
  const take = (): Token => {
    const token = peek();
    position += 1;
    return token;
  };
  const expectMark = (mark: string) => {
    const token = take();
    if (token.kind !== 'mark' || token.text !== mark) throw unsupported();
  };
  const isWord = (word: string) => peek().kind === 'word' && peek().text === word;

  const parseOr = (): Filter => {
    let left = parseAnd();
    while (isWord('or')) {
      take();
      left = { kind: 'or', left, right: parseAnd() };
    }
    return left;
  };
  const parseAnd = (): Filter => {
    let left = parseTerm();
    while (isWord('and')) {
      take();
      left = { kind: 'and', left, right: parseTerm() };
    }
    return left;
  };
  const parseTerm = (): Filter => {
    if (peek().kind === 'mark' && peek().text === '(') {
      take();
      const inner = parseOr();
      expectMark(')');
      return inner;
    }
    const first = take();
    if (first.kind !== 'word') throw unsupported();
    if (first.text === 'startswith') return parseStartsWith();
    const operator = take().text;
    const comparison = COMPARISONS.find((known) => known === operator && known !== 'startswith');
    if (comparison === undefined) throw unsupported();
    return { kind: 'compare', property: first.text, comparison, ...readLiteral(take()) };
  };
  const parseStartsWith = (): Filter => {
    expectMark('(');
    const property = take();
    expectMark(',');
    const literal = readLiteral(take());
    expectMark(')');
    if (property.kind !== 'word') throw unsupported();
    return { kind: 'compare', property: property.text, comparison: 'startswith', ...literal };
  };

  const filter = parseOr();
  if (peek().kind !== 'end') throw unsupported();
  return filter;
}

function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  const trimmed = text.trimEnd();
  let position = 0;
  while (position < trimmed.length) {
    TOKEN.lastIndex = position;
    const match = TOKEN.exec(trimmed);
    if (match === null) throw unsupported();
    const [, quoted, mark, word] = match;
    position = TOKEN.lastIndex;
    if (quoted !== undefined) tokens.push({ kind: 'text', text: quoted.replaceAll("''", "'") });
    else if (mark !== undefined) tokens.push({ kind: 'mark', text: mark });
    else tokens.push({ kind: 'word', text: word ?? '' });
  }
  return tokens;
}

function readLiteral(token: Token): { literal: Literal; isBare: boolean } {
  if (token.kind === 'text') return { literal: token.text, isBare: false };
  if (token.kind !== 'word') throw unsupported();
  if (token.text === 'null') return { literal: null, isBare: true };
  if (token.text === 'true' || token.text === 'false')
    return { literal: token.text === 'true', isBare: true };
  const number = Number(token.text);
  return { literal: Number.isNaN(number) ? token.text : number, isBare: true };
}

function unsupported() {
  return invalidRequest('The provided filter statement is not supported.');
}
