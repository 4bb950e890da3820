/**
 * When every PDF says that it was made: it has to say something, is made anew each time, and must be the same each time. When
 * a document was put in its place, SharePoint knows.
 */
export const NO_DAY = new Date('2000-01-01T00:00:00Z');
