import type { CardJson } from '../../../controls/conversation-shapes.ts';

/** The card with its inputs holding what was typed, so that drawing it again loses nothing. */
export function keepTyped(card: CardJson, typed: Readonly<Record<string, string>>): CardJson {
  return keep(card, typed) as CardJson;
}

function keep(value: unknown, typed: Readonly<Record<string, string>>): unknown {
  if (Array.isArray(value)) return value.map((item) => keep(item, typed));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([name, inner]) => [name, keep(inner, typed)] as const);
  const element: Record<string, unknown> = Object.fromEntries(entries);
  const { type, id } = element;
  if (typeof type !== 'string' || !type.startsWith('Input.') || typeof id !== 'string') return element;
  const text = typed[id];
  if (text === undefined) return element;
  return { ...element, value: type === 'Input.Number' && text !== '' ? Number(text) : text };
}
