import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import type { SectionProps } from './section-props.ts';

/** One section of the settings. */
export interface SettingsSection {
  /** As the address says it. */
  readonly id: string;
  readonly title: string;
  /** Forms whose unsaved changes are told beside its name: those whose name begins so. */
  readonly forms: readonly string[];
  readonly Page: LazyExoticComponent<ComponentType<SectionProps>>;
}

/** Every section, in the order of the list: to add one, add its line. */
export const SECTIONS: readonly SettingsSection[] = [
  { id: 'plan', title: 'Plan', forms: ['plan:plan'], Page: lazy(() => import('./plan-section.tsx')) },
  {
    id: 'groups',
    title: 'Groups and meetings',
    forms: ['groups:'],
    Page: lazy(() => import('./groups-section.tsx')),
  },
  { id: 'boards', title: 'Boards', forms: ['boards:'], Page: lazy(() => import('./boards-section.tsx')) },
  { id: 'people', title: 'People', forms: ['people:'], Page: lazy(() => import('./people-section.tsx')) },
  {
    id: 'colours',
    title: 'Colours',
    forms: ['plan:colours'],
    Page: lazy(() => import('./colours-section.tsx')),
  },
  {
    id: 'reminders',
    title: 'Reminders',
    forms: ['plan:reminders'],
    Page: lazy(() => import('./reminders-section.tsx')),
  },
  {
    id: 'closures',
    title: 'Closures',
    forms: ['closures:'],
    Page: lazy(() => import('./closures-section.tsx')),
  },
  { id: 'lists', title: 'SharePoint lists', forms: [], Page: lazy(() => import('./lists-section.tsx')) },
  { id: 'import', title: 'Import', forms: [], Page: lazy(() => import('./import-section.tsx')) },
];
