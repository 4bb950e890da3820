import type { ApiError } from '../api/api-error.ts';
import { ConnectionBar } from './connection-bar.tsx';
import { useOnline } from './use-online.ts';

export interface ConnectionStateProps {
  /** Why the last refresh failed; `null` when it did not. */
  readonly error: ApiError | null;
  /** Of when what is shown is. */
  readonly asAtWords: string;
  readonly onRetry: () => void;
}

/** Says that what is shown is not what there is now; goes away by itself. */
export function ConnectionState({ error, asAtWords, onRetry }: ConnectionStateProps) {
  const isOnline = useOnline();
  const isCutOff = !isOnline || error?.kind === 'unreachable';
  return (
    <ConnectionBar
      words={
        isCutOff
          ? `Not connected: shown as of ${asAtWords}.`
          : error && `Could not refresh, showing ${asAtWords}. ${error.message}`
      }
      isWarning={!isCutOff}
      actionWords={isCutOff ? 'Try again' : 'Refresh now'}
      onAction={onRetry}
    />
  );
}
