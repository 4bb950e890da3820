import type { DirectoryView } from '../../../controls/shapes.ts';
import { requestJson } from './request.ts';

/** The tenant, its teams and its people. */
export function getDirectory(): Promise<DirectoryView> {
  return requestJson('/sandbox/directory');
}
