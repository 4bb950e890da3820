import type { DialogAnswer } from '../answers/dialog-answer.ts';

/** Not built yet. */
export const openAction = async (): Promise<DialogAnswer> => ({ kind: 'end', text: 'Not built yet.' });

/** Not built yet. */
export const saveAction = async (): Promise<DialogAnswer> => ({ kind: 'end', text: 'Not built yet.' });
