import { namesIn, OLDEST_YEARS, SENTENCE_END } from './birth-dates.ts';

/** How an age follows a name: `aged 9`, `(age 9)`, `is 9 years old`, `, a 9-year-old`. */
const AGE =
  /^[\s,(–-]*(?:who )?(?:is )?(?:an? )?(?:aged?\s+(\d{1,2})(?!\d)|(\d{1,2})[\s-]*(?:years?|yrs?)[\s-]*old)/iu;

/** Whether a sentence of the text gives somebody's name and next to it an age of somebody young, by what it looks like. */
export function namesSomebodyYoung(text: string): boolean {
  return text.split(SENTENCE_END).some((sentence) =>
    namesIn(sentence).some((end) => {
      const [, aged, old] = AGE.exec(sentence.slice(end)) ?? [];
      const years = aged ?? old;
      return years !== undefined && Number(years) <= OLDEST_YEARS;
    }),
  );
}
