import { z } from 'zod';
import { AppError } from '../plan/errors.ts';
import type { GraphClient } from './client.ts';
import { GraphRequestError } from './graph-request-error.ts';
import { readAnswer } from './read-answer.ts';

/** A SharePoint site. */
export interface Site {
  /** `hostname,siteCollectionGuid,webGuid`. */
  readonly id: string;
  /** As people know it. */
  readonly name: string;
  readonly webUrl: string;
}

const SITE = z.object({
  id: z.string(),
  displayName: z.string().nullish(),
  name: z.string().nullish(),
  webUrl: z.string(),
});
/** `example.sharepoint.com:/sites/alp-improvement`. */
const ADDRESS_PATTERN = /^(?<host>[\w.-]+):?(?<path>\/.*)$/;

/**
 * Finds a site by `<host name>:/<path>`; the address as a browser shows it will do too. Needs Sites.Read.All, or
 * Sites.Selected with a grant on the site.
 * @throws AppError `BAD_INPUT` for another form, `NOT_FOUND` where there is no such site
 */
export async function findSite(client: GraphClient, address: string): Promise<Site> {
  const { host, path } = ADDRESS_PATTERN.exec(address.replace(/^https:\/\//i, ''))?.groups ?? {};
  if (host === undefined || path === undefined) throw badAddress(address);
  const encoded = path.replace(/\/+$/, '').split('/').map(encodeOnce).join('/');
  try {
    const answer = await client.get(`/sites/${host}:${encoded}?$select=id,displayName,name,webUrl`);
    const { id, displayName, name, webUrl } = readAnswer(SITE, answer, 'a site');
    return { id, name: displayName ?? name ?? path, webUrl };
  } catch (error) {
    if (!(error instanceof GraphRequestError) || error.status !== 404) throw error;
    throw notFound(address, error);
  }
}

/** An address copied from a browser is encoded already. */
const encodeOnce = (segment: string): string => {
  try {
    return encodeURIComponent(decodeURIComponent(segment));
  } catch {
    return encodeURIComponent(segment);
  }
};

const badAddress = (address: string): AppError =>
  new AppError({
    code: 'BAD_INPUT',
    message: `"${address}" is no address of a SharePoint site; write it as example.sharepoint.com:/sites/alp-improvement`,
    userMessage: 'Write the site as example.sharepoint.com:/sites/alp-improvement.',
  });

const notFound = (address: string, cause: unknown): AppError =>
  new AppError({
    code: 'NOT_FOUND',
    message: `There is no SharePoint site ${address}, or Milepost may not see it: check the address, and that the application has been granted access to the site`,
    userMessage: `There is no SharePoint site ${address}, or Milepost may not see it.`,
    cause,
  });
