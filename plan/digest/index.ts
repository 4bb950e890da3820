/** The fortnightly digest of a group, and the words on who waits on whom that the summary of a meeting has too. */
export { buildDigest } from './build-digest.ts';
export { raisedAt } from './told.ts';
export { blockedOf } from './waits.ts';
