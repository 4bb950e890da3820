import { ApiError } from '../../api/api-error.ts';
import { isUnsaved } from '../model/drafted.ts';
import type { SectionSaver } from '../saving/section-saver.ts';

/** Nobody approves what is not saved. @throws ApiError where something cannot be */
export async function saveEverything(saver: SectionSaver): Promise<void> {
  await saver.settled();
  if (![...saver.drafted().values()].some(isUnsaved)) return;
  throw new ApiError({
    kind: 'bad input',
    message: 'Not approved: a section holds words that are not saved. Look at it below first.',
  });
}
