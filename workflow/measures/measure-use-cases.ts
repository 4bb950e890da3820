import type { WorkflowDeps } from '../deps.ts';
import type { MeasureUseCases } from '../use-cases/measures.ts';
import { recordReading } from './record-reading.ts';
import { listMeasures, viewMeasures } from './view-measures.ts';

/** Everything about what a plan counts. */
export function measureUseCases(deps: WorkflowDeps): MeasureUseCases {
  return {
    viewMeasures: (ask) => viewMeasures(deps, ask),
    listMeasures: (ask) => listMeasures(deps, ask),
    recordReading: (ask) => recordReading(deps, ask),
  };
}
