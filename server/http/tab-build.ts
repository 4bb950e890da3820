import { readTabFile } from './tab-files.ts';

/** The page names its first script by a hash of all it leads to. */
const FIRST_SCRIPT = /<script[^>]* src="[^"]*\/([^/"]+)\.js"/;

/** Which build of the tab is served: the name of its first script. `null` where none is built. */
export async function readTabBuild(): Promise<string | null> {
  const page = await readTabFile('index.html', null);
  return FIRST_SCRIPT.exec(Buffer.from(page?.content ?? []).toString())?.[1] ?? null;
}
