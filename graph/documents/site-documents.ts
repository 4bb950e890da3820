import { z } from 'zod';
import { AppError } from '../../plan/errors.ts';
import type { GraphClient } from '../client.ts';
import { GraphRequestError } from '../graph-request-error.ts';
import { readAnswer } from '../read-answer.ts';
import { drivePath } from './drive-path.ts';
import { refusedDocument } from './refused-document.ts';

/** A document as SharePoint keeps it. */
export interface SiteDocument {
  readonly id: string;
  /** Opens it in a browser. */
  readonly webUrl: string;
}

/** The documents of one plan's site: its library, as people know it. Paths lead from there: `Board reports/Digital/June.docx`. */
export interface SiteDocuments {
  /**
   * Puts a document in its place; makes the folders it lies in, and replaces what is there, so that it may be repeated.
   * @throws AppError saying what to do where SharePoint refuses
   */
  upload(document: {
    readonly path: string;
    readonly bytes: Uint8Array;
    readonly contentType: string;
  }): Promise<SiteDocument>;
  /** `null` where there is no such document. @throws AppError also where it has more than `mostBytes` */
  read(path: string, options: { readonly mostBytes: number }): Promise<{ readonly bytes: Uint8Array } | null>;
}

const DRIVE = z.object({ id: z.string() });
const DRIVE_ITEM = z.object({ id: z.string(), webUrl: z.string() });
const SIZE = z.object({ size: z.number() });

/**
 * The documents of one plan's site. Asks for the library when it is first needed, once. Needs Sites.ReadWrite.All, or
 * Sites.Selected with role `write` on the site.
 * @see https://learn.microsoft.com/graph/api/driveitem-put-content
 */
export function openSiteDocuments({
  client,
  siteId,
}: {
  client: GraphClient;
  siteId: string;
}): SiteDocuments {
  let drive: Promise<string> | null = null;

  async function findDrive(): Promise<string> {
    const answer = await client.get(`/sites/${siteId}/drive?$select=id`);
    return readAnswer(DRIVE, answer, 'the library of a site').id;
  }

  /** A library that could not be found is looked for again. */
  function driveId(): Promise<string> {
    drive ??= findDrive().catch((error: unknown) => {
      drive = null;
      throw error;
    });
    return drive;
  }

  return {
    async upload({ path, bytes, contentType }) {
      try {
        const address = `${drivePath(await driveId(), path)}:/content`;
        const answer = await client.putBytes(address, bytes, contentType);
        return readAnswer(DRIVE_ITEM, answer, 'a document');
      } catch (error) {
        throw refusedDocument(error, path);
      }
    },
    async read(path, { mostBytes }) {
      try {
        const address = drivePath(await driveId(), path);
        // Anybody who may write in the library may put anything there: what is huge is not taken into memory.
        const { size } = readAnswer(SIZE, await client.get(`${address}?$select=size`), 'a document');
        if (size > mostBytes) throw tooLarge(path, mostBytes);
        return { bytes: await client.getBytes(`${address}:/content`) };
      } catch (error) {
        if (error instanceof GraphRequestError && error.status === 404) return null;
        throw refusedDocument(error, path);
      }
    },
  };
}

function tooLarge(path: string, mostBytes: number): AppError {
  return new AppError({
    code: 'BAD_INPUT',
    message: 'a document of the site is too large to be read',
    userMessage: `“${path}” is larger than ${Math.floor(mostBytes / 1_000_000)} MB, which is the most that Milepost reads of it. Put a smaller one in its place.`,
  });
}
