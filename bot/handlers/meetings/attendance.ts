import type { DialogAnswer } from '../answers/dialog-answer.ts';

/** Not built yet. */
export const openAttendance = async (): Promise<DialogAnswer> => ({ kind: 'end', text: 'Not built yet.' });

/** Not built yet. */
export const saveAttendance = async (): Promise<DialogAnswer> => ({ kind: 'end', text: 'Not built yet.' });
