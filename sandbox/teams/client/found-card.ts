import { z } from 'zod';
import type { CardJson } from '../messages.ts';
import type { FoundCard } from './found.ts';

const attachmentSchema = z.looseObject({ contentType: z.string(), content: z.unknown() });

/** One result of a message extension: what is posted, and in `preview` how a list shows it. */
export const resultSchema = attachmentSchema.extend({ preview: attachmentSchema.nullish() });
type Result = z.infer<typeof resultSchema>;

const ADAPTIVE = 'application/vnd.microsoft.card.adaptive';
/** Cards of one title and some words, such as `application/vnd.microsoft.card.thumbnail`. */
const plainSchema = z.looseObject({
  title: z.string().nullish(),
  subtitle: z.string().nullish(),
  text: z.string().nullish(),
});

/** A result as a person chooses and posts it. Without a preview the list shows the card's own first words, as Teams does. */
export function toFoundCard({ preview, ...attachment }: Result): FoundCard {
  const card = attachment.contentType === ADAPTIVE ? (attachment.content as CardJson) : undefined;
  const shown = preview ?? attachment;
  const [title = '', ...more] =
    shown.contentType === ADAPTIVE ? textsOf(shown.content) : plainTextsOf(shown.content);
  const text = more.join(' · ');
  return { title, text, card: card ?? plainCard([title, ...more]) };
}

function plainTextsOf(content: unknown): string[] {
  const parsed = plainSchema.safeParse(content);
  if (!parsed.success) return [];
  const { title, subtitle, text } = parsed.data;
  return [title, subtitle, text].filter((part): part is string => Boolean(part));
}

/** The card's first two texts. */
function textsOf(content: unknown): string[] {
  const texts: string[] = [];
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    const { type, text } = value as { type?: unknown; text?: unknown };
    if (type === 'TextBlock' && typeof text === 'string') texts.push(text);
    for (const inner of Object.values(value)) visit(inner);
  };
  visit((content as { body?: unknown } | null)?.body);
  return texts.slice(0, 2);
}

function plainCard([title = '', ...more]: readonly string[]): CardJson {
  const block = (text: string) => ({ type: 'TextBlock', text, wrap: true });
  return {
    type: 'AdaptiveCard',
    version: '1.5',
    body: [{ ...block(title), weight: 'bolder' }, ...more.map(block)],
  };
}
