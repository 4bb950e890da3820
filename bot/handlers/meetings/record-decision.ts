import type { DialogAnswer } from '../answers/dialog-answer.ts';

/** Not built yet. */
export const openDecision = async (): Promise<DialogAnswer> => ({ kind: 'end', text: 'Not built yet.' });

/** Not built yet. */
export const saveDecision = async (): Promise<DialogAnswer> => ({ kind: 'end', text: 'Not built yet.' });
