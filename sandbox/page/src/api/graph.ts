import { RequestError, type RequestOptions, requestJson } from './request.ts';
import { issueToken } from './tokens.ts';

/** The sandbox's Graph on the page's own origin. */
export const GRAPH = '/graph/v1.0';

export type AskGraph = <Answer>(address: string, options?: RequestOptions) => Promise<Answer>;

/** Asks Graph as one person. Signs in at the first call. */
export function askGraphAs(personaId: string): AskGraph {
  let token: Promise<string> | undefined;
  return async (address, options = {}) => {
    token ??= issueToken({ audience: 'graph', persona: personaId });
    const authorization = `Bearer ${await token}`;
    try {
      return await requestJson(address, { ...options, headers: { ...options.headers, authorization } });
    } catch (error) {
      // A token runs out after an hour; the next call gets a new one.
      if (error instanceof RequestError && error.status === 401) token = undefined;
      throw error;
    }
  };
}
