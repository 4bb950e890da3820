import type { CardJson, Conversation, Message } from '../../sandbox/controls/conversation-shapes.ts';
import type { Milepost } from '../helpers/milepost.ts';

/** A card that the bot posted, as somebody in London sees it. */
export interface Arrived {
  readonly day: string;
  /** `HH:mm`. */
  readonly time: string;
  /** Monday is 1. */
  readonly dayOfWeek: number;
  /** In reading order; what stands above the first heading has none. */
  readonly sections: readonly Section[];
  /** All its lines. */
  readonly text: string;
}

/** A heading of a card and the lines under it. */
export interface Section {
  readonly heading: string;
  readonly lines: readonly string[];
}

export const conversationsOf = (milepost: Milepost): Promise<Conversation[]> =>
  milepost.control<Conversation[]>('GET', '/sandbox/conversations');

/** What the bot posted in a conversation, oldest first. */
export async function arrivedIn(milepost: Milepost, { id }: Conversation): Promise<Arrived[]> {
  const path = `/sandbox/conversations/${encodeURIComponent(id)}/messages`;
  const messages = await milepost.control<Message[]>('GET', path);
  return messages
    .filter(({ from, cards }) => from.kind === 'bot' && cards.length > 0)
    .map(({ at, cards }) => {
      const local = Temporal.Instant.from(at).toZonedDateTimeISO('Europe/London');
      const sections = sectionsOf(cards);
      return {
        day: local.toPlainDate().toString(),
        time: local.toPlainTime().toString({ smallestUnit: 'minute' }),
        dayOfWeek: local.dayOfWeek,
        sections,
        text: sections.flatMap(({ heading, lines }) => [heading, ...lines]).join('\n'),
      };
    });
}

/** What the bot posted in the channel of that name. @throws Error when there is none */
export async function arrivedInChannel(milepost: Milepost, name: string): Promise<Arrived[]> {
  const found = (await conversationsOf(milepost)).find(({ channelName }) => channelName === name);
  if (found === undefined) throw new Error(`there is no channel ${name}`);
  return arrivedIn(milepost, found);
}

/** What the bot wrote to each person, by their name. */
export async function arrivedInChats(milepost: Milepost): Promise<ReadonlyMap<string, readonly Arrived[]>> {
  const chats = (await conversationsOf(milepost)).filter(({ kind }) => kind === 'personal');
  return new Map(
    await Promise.all(chats.map(async (chat) => [chat.title, await arrivedIn(milepost, chat)] as const)),
  );
}

/** The lines of a section; none where the card has no such heading. */
export const linesUnder = ({ sections }: Arrived, heading: string): readonly string[] =>
  sections.find((section) => section.heading === heading)?.lines ?? [];

function sectionsOf(cards: readonly CardJson[]): Section[] {
  const sections: { heading: string; lines: string[] }[] = [{ heading: '', lines: [] }];
  const walk = (part: unknown): void => {
    if (Array.isArray(part)) for (const one of part) walk(one);
    if (typeof part !== 'object' || part === null || Array.isArray(part)) return;
    const { type, style, text, inlines } = part as Readonly<Record<string, unknown>>;
    if (type === 'TextBlock' && style === 'heading') sections.push({ heading: String(text), lines: [] });
    else if (type === 'TextBlock') sections.at(-1)?.lines.push(String(text));
    else if (type === 'RichTextBlock') sections.at(-1)?.lines.push(textOf(inlines));
    else for (const [name, inner] of Object.entries(part)) if (name !== 'actions') walk(inner);
  };
  walk(cards.map(({ body }) => body));
  return sections;
}

const textOf = (inlines: unknown): string =>
  (inlines as readonly { readonly text: string }[]).map(({ text }) => text).join('');
