import { fileURLToPath } from 'node:url';

/** The small L1 hypervisor that comes with the package: its path, seen from the compiled file. */
export const DEMO_IMAGE = fileURLToPath(new URL('../../guests/images/demo.elf', import.meta.url));
