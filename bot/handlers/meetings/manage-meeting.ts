import type { DialogAnswer } from '../answers/dialog-answer.ts';

/** Not built yet. */
export const openManaging = async (): Promise<DialogAnswer> => ({ kind: 'end', text: 'Not built yet.' });

/** Not built yet. */
export const closeCheckIn = async (): Promise<DialogAnswer> => ({ kind: 'end', text: 'Not built yet.' });

/** Not built yet. */
export const moveMeeting = async (): Promise<DialogAnswer> => ({ kind: 'end', text: 'Not built yet.' });

/** Not built yet. */
export const cancelMeeting = async (): Promise<DialogAnswer> => ({ kind: 'end', text: 'Not built yet.' });
