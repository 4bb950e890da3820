import { Template } from 'adaptivecards-templating';
import type { TabLink } from '../settings.ts';

/** An Adaptive Card as Teams takes it. */
export type CardJson = { readonly type: 'AdaptiveCard' } & Readonly<Record<string, unknown>>;

/** Any element of a card, or a part of one. */
export type ElementJson = Readonly<Record<string, unknown>>;

/** What every card needs besides its content. */
export interface CardContext {
  /** Identifies what is submitted through this card: a card shown anew gets a new one. */
  readonly submissionKey: string;
  readonly tabLink: TabLink;
}

/** Teams refuses messages of 80 to 100 KB; half of that leaves room for what hosts add. In UTF-16. */
export const MAX_CARD_BYTES = 40_000;

/** Size of a card as Teams counts it. */
export const sizeOfCard = (card: unknown): number => JSON.stringify(card).length * 2;

/** Makes a template ready once, when it is first filled: it takes a while, and a start would wait for all of them. */
export const createTemplate = <Data extends object>(json: object) => {
  let template: Template | undefined;
  const fill = (data: Data) => {
    template ??= new Template(json);
    return template.expand({ $root: data });
  };
  return {
    /** Fills in a part of a card. */
    expand: (data: Data) => fill(data) as ElementJson,
    /** Fills in a whole card. */
    expandCard: (data: Data) => fill(data) as CardJson,
  };
};

/** How many entries of a list a card shows at first. */
const FIRST_LIMIT = 60;

/**
 * Builds a card with as many entries as fit into Teams' size limit. `build` is given how many entries
 * each list may show, and says on the card how many it left out. At least `atLeast` are shown whatever
 * their size: what somebody typed is never left out.
 */
export const fitCard = (
  build: (limit: number) => CardJson,
  { most = FIRST_LIMIT, atLeast = 0 }: { readonly most?: number; readonly atLeast?: number } = {},
): CardJson => {
  let limit = Math.max(most, atLeast);
  let card = build(limit);
  while (sizeOfCard(card) > MAX_CARD_BYTES && limit > atLeast) {
    limit = Math.max(atLeast, Math.floor(limit * 0.8));
    card = build(limit);
  }
  return card;
};
