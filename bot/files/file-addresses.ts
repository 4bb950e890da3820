import { LOOPBACK_HOSTS, withSlash } from '../authentication/service-urls.ts';

/**
 * Whether a file may be fetched from or put to an address that came with an activity: https (http only on this
 * machine), and below one of `allowed`, whose host may begin with `*.` for any name before it. Compared as
 * addresses, not as text.
 */
export const isAllowedFileAddress = (address: string, allowed: readonly string[]): boolean => {
  const url = URL.parse(address);
  if (url === null) return false;
  if (url.username !== '' || url.password !== '') return false;
  if (url.protocol !== 'https:' && !LOOPBACK_HOSTS.has(url.hostname)) return false;
  return allowed.some((one) => fits(url, URL.parse(one)));
};

const fits = (url: URL, allowed: URL | null): boolean =>
  allowed !== null &&
  url.protocol === allowed.protocol &&
  url.port === allowed.port &&
  fitsHost(url.hostname, allowed.hostname) &&
  withSlash(url.pathname).startsWith(withSlash(allowed.pathname));

const fitsHost = (host: string, allowed: string): boolean =>
  allowed.startsWith('*.') ? host.endsWith(allowed.slice(1)) : host === allowed;
