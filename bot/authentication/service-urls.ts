/** Names of this machine. */
export const LOOPBACK_HOSTS: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Whether the bot may talk to a service address: it must share origin and path with an allowed one.
 * Compared as addresses, not as text, so that `https://allowed.example.evil.com` is not allowed.
 * Without authentication only services on this machine are.
 */
export const isAllowedServiceUrl = (
  serviceUrl: string,
  rules: {
    readonly authentication: 'entra' | 'anonymous';
    readonly channelServiceUrls: readonly string[];
  },
): boolean => {
  const url = URL.parse(serviceUrl);
  if (!url || (url.protocol !== 'https:' && url.protocol !== 'http:')) return false;
  if (url.username !== '' || url.password !== '') return false;
  if (rules.authentication === 'anonymous') return LOOPBACK_HOSTS.has(url.hostname);
  return rules.channelServiceUrls.some((allowed) => isWithin(url, URL.parse(allowed)));
};

const isWithin = (url: URL, allowed: URL | null): boolean =>
  allowed !== null &&
  url.origin === allowed.origin &&
  withSlash(url.pathname).startsWith(withSlash(allowed.pathname));

/** A path that ends in a slash, so that `/a` is not taken for the beginning of `/ab`. */
export const withSlash = (path: string): string => (path.endsWith('/') ? path : `${path}/`);
