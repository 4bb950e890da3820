import { useSyncExternalStore } from 'react';

/** Where the server says which build of the tab belongs to it. */
const HEADER = 'x-milepost-build';
/** Answers anybody, and little. */
const SMALLEST_ADDRESS = '/api/v1/sign-in';

let isOutdated = false;
const listeners = new Set<() => void>();

/** Takes notice of the build that an answer tells of; none where it does not. */
export function noteBuild({ headers }: Response): void {
  const served = headers.get(HEADER);
  const own = ownBuild();
  if (isOutdated || served === null || own === null || served === own) return;
  isOutdated = true;
  for (const tell of listeners) tell();
}

/** Asks which build is served now; what cannot be reached tells nothing. */
export async function askBuild(): Promise<void> {
  await fetch(SMALLEST_ADDRESS).then(noteBuild, () => {});
}

/** Whether Milepost has been updated since this page was loaded. */
export function useIsOutdated(): boolean {
  return useSyncExternalStore(subscribe, () => isOutdated);
}

/** The name of the page's first script, by a hash of all it leads to. */
function ownBuild(): string | null {
  const script = document.querySelector<HTMLScriptElement>('script[type="module"][src]');
  return /([^/]+)\.js$/.exec(script?.src ?? '')?.[1] ?? null;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
