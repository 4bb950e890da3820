import appManifest, { type TeamsManifest } from '@microsoft/app-manifest';
import type { Json } from './build-manifest.ts';

/** The end of a message of the validator: what was allowed, as JSON. */
const DETAILS = /\. Details: (\{.*\})$/;

/**
 * Faults by Microsoft's own schema of the manifest's version, one plain line each. Works without network: the
 * schemas come with the package.
 */
export async function checkSchema(manifest: Json): Promise<readonly string[]> {
  const faults = await appManifest.AppManifestUtils.validateAgainstSchema(
    manifest as unknown as TeamsManifest,
  );
  return faults.map(describeFault);
}

/** `/bots/0/scopes/2 must be … Details: {"allowedValues":[…]}` → `bots/0/scopes/2 must be …: team, personal`. */
function describeFault(fault: string): string {
  const place = fault.startsWith('/') ? fault.slice(1) : `manifest${fault}`;
  const text = place.replace(DETAILS, '');
  const details = JSON.parse(DETAILS.exec(place)?.[1] ?? '{}') as {
    allowedValues?: readonly unknown[];
    additionalProperty?: string;
  };
  if (details.allowedValues) return `${text}: ${details.allowedValues.join(', ')}`;
  if (details.additionalProperty) return `${text}: ${details.additionalProperty}`;
  return text;
}
