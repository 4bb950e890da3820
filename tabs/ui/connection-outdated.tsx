import { useIsOutdated } from '../api/build.ts';
import { ConnectionBar } from './connection-bar.tsx';

/** Says that Milepost was updated since the page was loaded. To load it again keeps the address. */
export function ConnectionOutdated() {
  const isOutdated = useIsOutdated();
  return (
    <ConnectionBar
      words={
        isOutdated ? (
          <>
            <strong>Milepost was updated.</strong> Reload to go on with the new version; it opens where you
            are now.
          </>
        ) : null
      }
      actionWords="Reload"
      onAction={() => window.location.reload()}
    />
  );
}
