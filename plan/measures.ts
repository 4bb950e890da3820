/** What a plan counts to know whether it works: where each measure stands, and where its readings lead. */
export { buildMeasures } from './measures/build-measures.ts';
export { measureCourse } from './measures/measure-course.ts';
export { measureTrend } from './measures/measure-trend.ts';
export { type MeasureNow, measuresOf } from './measures/measures-of.ts';
