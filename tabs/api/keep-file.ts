/** How long the browser is left to take the bytes. */
const KEPT_MS = 30_000;

/** Has the browser keep an answer as it keeps downloads, under the name the server gave it, else `otherwise`. */
export async function keepFile(response: Response, otherwise: string): Promise<void> {
  const url = URL.createObjectURL(await response.blob());
  const link = document.createElement('a');
  link.href = url;
  link.download = nameIn(response.headers.get('content-disposition')) ?? otherwise;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), KEPT_MS);
}

/** `attachment; filename*=UTF-8''Plan%20on%20a%20page.xlsx` names the file. */
function nameIn(disposition: string | null): string | null {
  const encoded = /filename\*=UTF-8''([^;]+)/.exec(disposition ?? '')?.[1];
  return encoded === undefined ? null : decodeURIComponent(encoded);
}
