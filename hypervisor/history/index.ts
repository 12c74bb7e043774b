import { LINUX_7_0 } from './linux70.js';
import { LINUX_7_1, LINUX_MID_2026 } from './linux71.js';
import { LINUX_PATCH_V4, LINUX_PATCH_V6 } from './linuxPatch.js';
import type { HistoryProfile } from './profile.js';
import { XEN_4_20 } from './xen420.js';

export type { Fault, HistoryProfile } from './profile.js';

/** The hypervisors of the past that the L0 can behave like. */
export const HISTORY: readonly HistoryProfile[] = [
  LINUX_7_0,
  LINUX_PATCH_V4,
  LINUX_PATCH_V6,
  LINUX_7_1,
  LINUX_MID_2026,
  XEN_4_20,
];
