import type { TokenRequest } from '../../../controls/shapes.ts';
import { requestJson } from './request.ts';

/** A token for the tab (as teams-js would hand it) or for the sandbox's Graph. */
export async function issueToken(body: TokenRequest): Promise<string> {
  const { token } = await requestJson<{ token: string }>('/sandbox/token', { method: 'POST', body });
  return token;
}
