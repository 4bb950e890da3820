import type { Paper } from '../../../plan/content/paper.ts';
export async function fillTemplate(_paper: Paper, template: Uint8Array): Promise<Uint8Array> {
  return template;
}
