/** The fortnightly digest of a group, and what the summary of a meeting has in common with it. */
export { buildDigest } from './build-digest.ts';
export { happenedIn } from './happened.ts';
export { raisedAt } from './told.ts';
export { blockedOf } from './waits.ts';
