import { CLOCK_START } from '../../core/clock.ts';
import { formatInstant } from '../fields/dates.ts';
import type { Operation } from '../operation.ts';
import { checkOptions, pickMembers, readSelect } from '../query/options.ts';
import { showSite } from '../show.ts';
import { findSite } from '../site.ts';

/** `GET /sites/{id}`; addresses by path have been turned into this before. */
export const siteOperations: readonly Operation[] = [
  {
    method: 'GET',
    path: '/sites/:site',
    units: 1,
    handle({ world }, { params, query, base }) {
      checkOptions(query, ['$select']);
      const site = showSite(findSite(world, params.site ?? ''), formatInstant(CLOCK_START));
      return {
        status: 200,
        body: {
          '@odata.context': `${base}/$metadata#sites/$entity`,
          ...pickMembers(site, readSelect(query)),
        },
      };
    },
  },
];
