import type { Message } from '../../sandbox/controls/conversation-shapes.ts';
import type { SandboxEvent } from '../../sandbox/controls/shapes.ts';
import { fetchJson } from './json.ts';

/** What a check-in card in a channel said at some moment. */
export interface Shown {
  /** Of `performance.now()`. */
  readonly atMs: number;
  /** `3 of 20 answered`: 3. */
  readonly answered: number;
}

/** Follows what a channel's check-in card says, as it is updated. */
export interface AnsweredWatch {
  /** Oldest first. */
  readonly shown: readonly Shown[];
  stop(): Promise<void>;
}

const ANSWERED = /(\d+) of \d+ answered/;

/** Watches the newest check-in card of a channel, as everybody in it sees it. */
export async function watchAnswered(sandboxUrl: string, channelId: string): Promise<AnsweredWatch> {
  const shown: Shown[] = [];
  const stopping = new AbortController();
  const look = async () => {
    const url = `${sandboxUrl}/sandbox/conversations/${encodeURIComponent(channelId)}/messages`;
    const messages = await fetchJson<Message[]>(url);
    const counts = messages.flatMap(({ cards }) => ANSWERED.exec(JSON.stringify(cards))?.[1] ?? []);
    shown.push({ atMs: performance.now(), answered: Number(counts.at(-1) ?? 0) });
  };
  const response = await fetch(`${sandboxUrl}/sandbox/events`, { signal: stopping.signal });
  await look();
  const following = follow(response, async (event) => {
    if (event.type === 'message' && event.conversationId === channelId) await look();
  }).catch((error: unknown) => {
    if (!stopping.signal.aborted) throw error;
  });
  return {
    shown,
    async stop() {
      stopping.abort();
      await following;
    },
  };
}

/** Reads server-sent events; each is taken before the next. */
async function follow(response: Response, take: (event: SandboxEvent) => Promise<void>): Promise<void> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk, { stream: true });
    const events = text.split('\n\n');
    text = events.pop() ?? '';
    for (const event of events) {
      const type = /^event: (.*)$/m.exec(event)?.[1];
      const data = /^data: (.*)$/m.exec(event)?.[1];
      if (type !== undefined && data !== undefined) await take({ type, ...JSON.parse(data) } as SandboxEvent);
    }
  }
}
