/** Letters of a unique pupil number in the order of their values: I, O and S look like digits and are left out. */
const PUPIL_LETTERS = 'ABCDEFGHJKLMNPQRTUVWXYZ';

/**
 * A check letter and twelve digits, or eleven and a letter for a temporary number; the digits may stand in groups.
 * @see https://www.gov.uk/government/publications/unique-pupil-numbers
 */
const PUPIL_NUMBER = /(?<![\w-])([A-HJ-NP-RT-Z])(\d(?:[\s-]?\d){10}(?:[\s-]?\d|[A-HJ-NP-RT-Z]))(?![\w-])/giu;

/**
 * Ten digits, together or as `943 476 5919`; no sum of money, no decimals, no number of a phone abroad, no part of a
 * longer name. Ten digits together that begin with 0 are a phone.
 * @see https://www.datadictionary.nhs.uk/attributes/nhs_number.html
 */
const NHS_NUMBER = /(?<![\w£$€#-]|\d[.,]|\+\d{0,3}\s?)(?!0\d{9})\d{3}([\s-]?)\d{3}\1\d{4}(?![\w-]|[.,]\d)/gu;

/** Whether the text holds a unique pupil number: of its pattern, and with the check letter it ought to have. */
export function hasPupilNumber(text: string): boolean {
  return text.matchAll(PUPIL_NUMBER).some(([, letter = '', rest = '']) => {
    const characters = [...rest.toUpperCase().replace(/[\s-]/gu, '')];
    const values = characters.map((one) => (/\d/u.test(one) ? Number(one) : PUPIL_LETTERS.indexOf(one)));
    return PUPIL_LETTERS[weighed(values, (place) => place + 2) % 23] === letter.toUpperCase();
  });
}

/** Whether the text holds an NHS number: ten digits whose last proves the others (modulus 11). */
export function hasNhsNumber(text: string): boolean {
  return text.matchAll(NHS_NUMBER).some(([found]) => {
    const digits = [...found.replace(/[\s-]/gu, '')].map(Number);
    return (11 - (weighed(digits.slice(0, 9), (place) => 10 - place) % 11)) % 11 === digits[9];
  });
}

function weighed(values: readonly number[], weightOf: (place: number) => number): number {
  return values.reduce((sum, value, place) => sum + value * weightOf(place), 0);
}
