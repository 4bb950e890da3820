import { joinLines } from '../board-reports/lines.ts';
import { isDone, itemsOf } from '../items.ts';
import type { Item, Plan } from '../plan.ts';
import type { Theme } from '../rows.ts';
import { themesInOrder } from '../themes.ts';
import { STILL_LOOKING, type Voice } from './you-said-voice.ts';

/** What people said of each theme before the plan began, and what the theme has come to since. */
export function saidAtTheStart(plan: Plan): readonly Voice[] {
  return themesInOrder(plan).flatMap((theme) => {
    const said = joinLines(theme.stakeholdersSaid ?? '');
    if (said === '') return [];
    const who = 'People who took part before the plan began';
    return [{ key: `theme/${theme.key}`, on: null, theme: theme.key, who, said, ...whatCame(plan, theme) }];
  });
}

/** By the recommendations of the theme: all done, some of them done or begun, or none. */
function whatCame(plan: Plan, theme: Theme): Pick<Voice, 'outcome' | 'words'> {
  const items = itemsOf(plan).filter(
    (item) => item.ref.list === 'Recommendations' && item.theme === theme.key && item.stage !== 'Withdrawn',
  );
  const done = items.filter(({ stage }) => isDone(stage));
  const progress = joinLines(theme.progressSoFar ?? '');
  const counted = countWords(done, items);
  const words = [progress, counted].filter((one) => one !== '').join(' ');
  if (items.length > 0 && done.length === items.length) return { outcome: 'did', words };
  const isBegun = done.length > 0 || items.some(({ stage }) => stage !== null && stage !== 'Not started');
  if (isBegun || progress !== '') return { outcome: 'doing', words };
  return { outcome: 'looking', words: counted === '' ? STILL_LOOKING : `${STILL_LOOKING} ${counted}` };
}

function countWords(done: readonly Item[], all: readonly Item[]): string {
  if (all.length === 0) return '';
  if (all.length === 1) return `Its one recommendation is ${done.length === 1 ? '' : 'not '}complete.`;
  if (done.length === all.length) return `All its ${all.length} recommendations are complete.`;
  const complete = done.length === 0 ? 'None' : String(done.length);
  return `${complete} of its ${all.length} recommendations ${done.length === 1 ? 'is' : 'are'} complete.`;
}
