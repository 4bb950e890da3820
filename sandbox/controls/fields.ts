import { z } from 'zod';

/** Some text, described for whoever left it out. */
export function textField(description: string) {
  return z.string(`text: ${description}`).min(1, `text that is not empty: ${description}`);
}

export const personaField = textField('the id of a persona, as GET /sandbox/personas lists them');

export const inputsField = z.record(z.string(), z.unknown(), 'an object: values by input id');
