import { askGraphAs, GRAPH } from './graph.ts';
import { RequestError } from './request.ts';

/** A document or folder, as Graph describes it. */
export interface SiteDocument {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  readonly file?: { readonly mimeType: string };
  readonly folder?: { readonly childCount: number };
  /** Lets in by itself. */
  readonly '@microsoft.graph.downloadUrl'?: string;
  readonly lastModifiedDateTime: string;
  readonly lastModifiedBy?: {
    readonly user?: { readonly displayName?: string };
    readonly application?: { readonly displayName?: string };
  };
}

/** What lies in a folder, and which of it the address names. */
export interface OpenFolder {
  /** From the library down; none for the library itself. */
  readonly folders: readonly string[];
  readonly entries: readonly SiteDocument[];
  readonly shownId: string | undefined;
}

/** One site's library, read and written through Graph as one person. */
export interface DocumentsClient {
  /** @param path of a folder, or of a document, whose folder is opened then @throws RequestError */
  readonly open: (path: string) => Promise<OpenFolder>;
  /** Puts a file there, in place of one of the same name. @throws RequestError */
  readonly upload: (folders: readonly string[], file: File) => Promise<void>;
}

/** The library of the site at `hostname` + `path` (`/sites/…`), as `personaId`. Signs in at the first call. */
export function createDocumentsClient({
  hostname,
  path: sitePath,
  personaId,
}: {
  hostname: string;
  path: string;
  personaId: string;
}): DocumentsClient {
  const ask = askGraphAs(personaId);
  let drive: Promise<string> | undefined;
  const driveAddress = () => {
    drive ??= ask<{ id: string }>(`${GRAPH}/sites/${hostname}:${sitePath}:/drive`).then(
      ({ id }) => `${GRAPH}/drives/${id}`,
    );
    return drive;
  };
  const addressOf = async (names: readonly string[]) =>
    `${await driveAddress()}/root:/${names.map(encodeURIComponent).join('/')}`;
  const childrenOf = async (names: readonly string[]) => {
    const address =
      names.length === 0 ? `${await driveAddress()}/root/children` : `${await addressOf(names)}:/children`;
    return (await ask<{ value: readonly SiteDocument[] }>(address)).value;
  };

  return {
    async open(path) {
      const names = path.split('/').filter((name) => name !== '');
      const shown = names.length === 0 ? undefined : await ask<SiteDocument>(await addressOf(names));
      const folders = shown?.file === undefined ? names : names.slice(0, -1);
      const shownId = shown?.file === undefined ? undefined : shown.id;
      return { folders, entries: await childrenOf(folders), shownId };
    },
    async upload(folders, file) {
      if (file.size > LARGEST)
        throw new RequestError({ status: 413, message: `${file.name} is larger than 8 MB: too large here.` });
      const type = file.type === '' ? 'application/octet-stream' : file.type;
      const address = `${await addressOf([...folders, file.name])}:/content`;
      await ask(address, { method: 'PUT', body: file, headers: { 'content-type': type } });
    },
  };
}

const LARGEST = 8 * 1024 * 1024;
