import type { RowValues } from '../../../graph/lists/values.ts';
import type { WriteOperation } from '../../../graph/site-lists/types.ts';
import type { WorkflowDeps } from '../../deps.ts';
import { buryRefused } from './bury-writes.ts';
import { type Writing, writeAll } from './writing.ts';

/** What came of writing a row part by part. */
interface Parts {
  etag: string | null;
  readonly written: string[];
  /** Property → why, for code. */
  readonly refused: Map<string, string>;
  /** Something else came between: an edit, a busy SharePoint. What is not written yet waits. */
  isStopped: boolean;
}

/**
 * Finds which values of a refused update are at fault, by halves: each half is a write of its own.
 * @returns `true`
 */
export async function splitUpdate(
  deps: WorkflowDeps,
  writing: Writing,
  operation: WriteOperation & { kind: 'update' },
  code: string,
): Promise<boolean> {
  const properties = Object.keys(operation.values);
  const parts: Parts = { etag: operation.etag, written: [], refused: new Map(), isStopped: false };
  if (properties.length < 2) for (const property of properties) parts.refused.set(property, code);
  else for (const half of halves(properties)) await writePart(writing, operation, half, parts);
  const { written, refused, etag } = parts;
  await buryRefused(deps, writing, {
    refused: [...refused.keys()],
    code: [...refused.values()][0] ?? code,
    saved: { written, itemId: operation.itemId, etag },
  });
  return true;
}

async function writePart(
  writing: Writing,
  operation: WriteOperation & { kind: 'update' },
  properties: readonly string[],
  parts: Parts,
): Promise<void> {
  if (parts.isStopped) return;
  const values: RowValues = Object.fromEntries(
    Object.entries(operation.values).filter(([property]) => properties.includes(property)),
  );
  const [outcome] = await writeAll(writing.siteLists, [{ ...operation, etag: parts.etag, values }]);
  if (outcome?.status === 'written') {
    parts.etag = outcome.etag;
    parts.written.push(...properties);
    // Without its version the row must be read before it is written to again.
    parts.isStopped = outcome.etag === null;
  } else if (outcome?.status !== 'rejected' && outcome?.status !== 'duplicate') {
    parts.isStopped = true;
  } else if (properties.length > 1) {
    for (const half of halves(properties)) await writePart(writing, operation, half, parts);
  } else {
    const code = outcome.status === 'rejected' ? outcome.code : 'duplicate';
    for (const property of properties) parts.refused.set(property, code);
  }
}

function halves(properties: readonly string[]): readonly (readonly string[])[] {
  const middle = Math.ceil(properties.length / 2);
  return [properties.slice(0, middle), properties.slice(middle)];
}
