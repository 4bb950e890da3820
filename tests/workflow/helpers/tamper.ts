/** A part of a batch as Graph answered it. */
export interface PartAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** What a test makes of Graph's answers; what it doesn't touch stays as it is. */
export interface Tampering {
  /** Of the answer to one part of a batch; `url` as it was asked for, decoded. */
  readonly part?: (url: string, answer: PartAnswer) => PartAnswer;
  /** Of the lists of the site. */
  readonly lists?: (lists: readonly ListEntry[]) => readonly ListEntry[];
}

interface ListEntry {
  readonly id: string;
  readonly displayName: string;
}

interface Envelope {
  readonly requests: readonly { readonly id: string; readonly url: string }[];
}

/** The network as it is, but for what `tampering` makes of its answers. */
export function tamper({ part, lists }: Tampering): typeof fetch {
  return async (input, init) => {
    const answer = await fetch(input, init);
    const { pathname } = new URL(String(input instanceof Request ? input.url : input));
    if (part !== undefined && pathname.endsWith('/$batch')) {
      const { requests } = JSON.parse(String(init?.body)) as Envelope;
      const urls = new Map(requests.map(({ id, url }) => [id, decodeURIComponent(url)]));
      const { responses } = (await answer.json()) as { responses: ({ id: string } & PartAnswer)[] };
      return Response.json({
        responses: responses.map((one) => ({ id: one.id, ...part(urls.get(one.id) ?? '', one) })),
      });
    }
    if (lists !== undefined && pathname.endsWith('/lists')) {
      const body = (await answer.json()) as { value: ListEntry[] };
      return Response.json({ ...body, value: lists(body.value) });
    }
    return answer;
  };
}
