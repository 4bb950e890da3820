import type { FormProblem } from '../content.ts';
import type { IsoDate } from '../rows.ts';
import { namesSomebodyYoung } from './ages.ts';
import { namesSomebodyBorn } from './birth-dates.ts';
import { hasNhsNumber, hasPupilNumber } from './child-numbers.ts';

/** What text may look like that must not stand in a plan, and how to tell. */
const SIGNS: readonly {
  readonly words: string;
  readonly isIn: (text: string, today: IsoDate) => boolean;
}[] = [
  { words: 'a name with a date of birth', isIn: namesSomebodyBorn },
  { words: 'a name with an age', isIn: namesSomebodyYoung },
  { words: 'a pupil’s UPN', isIn: hasPupilNumber },
  { words: 'an NHS number', isIn: hasNhsNumber },
];

/** Links lead where rights are checked, and their ids look like any number. */
const LINK = /\bhttps?:\/\/\S+/giu;

/**
 * Holds back text that may say who a child is: a name with a date of birth or an age, a UPN or an NHS number. Lists are read by
 * many and kept for years. It is a net, not a lock: a name alone goes through, and whoever looked again is believed.
 * @param texts what somebody wrote, by field
 * @param checked the person says that nothing in it names a child: then nothing is held
 * @param today a date of birth makes somebody up to 25 today
 * @returns one problem for each field that is held; none repeats the text
 */
export function heldBack<Field extends string>(
  texts: Readonly<Partial<Record<Field, string | undefined>>>,
  checked: boolean,
  today: IsoDate,
): FormProblem<Field>[] {
  if (checked) return [];
  const fields = Object.keys(texts) as Field[];
  return fields.flatMap((field) => {
    const text = (texts[field] ?? '').replace(LINK, ' ');
    const signs = SIGNS.filter(({ isIn }) => isIn(text, today)).map(({ words }) => words);
    return signs.length === 0 ? [] : [{ field, message: warning(signs), held: true }];
  });
}

function warning(signs: readonly string[]): string {
  return `This looks like ${signs.join(' and ')}. Leave out who the child is: “a pupil in Year 5” is enough. If it is something else, tick that you have checked.`;
}
