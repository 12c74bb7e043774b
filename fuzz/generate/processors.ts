/** How many cases in a row have the same processor: making a pair of machines costs as much as some dozens of them. */
export const BLOCK = 64;

/** Processors that are tried: the one with everything every other time. */
export const PROCESSORS: readonly string[] = [
  '-npt',
  '-nrip-save',
  '-decodeassists',
  '-vgif',
  '-vnmi',
  '-lbrv',
  '-vmcb-clean',
  '-tsc-scale',
  '-pause-filter',
  '-pfthreshold',
  '-flushbyasid',
  '-v-vmsave-vmload',
  '-gmet',
  '-idle-hlt',
  '-bus-lock-threshold',
  '-svme-addr-chk',
  '-svm-lock',
  '-pdpe1gb',
  '-nx',
  '-npt,-nrip-save,-decodeassists,-vmcb-clean,-flushbyasid,-vgif',
  '-nrip-save,-vnmi,-lbrv',
  'phys-bits=36',
  'phys-bits=52',
  '-x2apic,-tsc-deadline',
  '-pcid,-smep,-smap,-la57',
].flatMap((features) => ['max', `max,${features}`]);

/** The processor of a case. */
export function processorOf(index: number): string {
  return PROCESSORS[Math.floor(index / BLOCK) % PROCESSORS.length];
}
