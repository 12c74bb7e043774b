import { op, type OpFamily } from './row.js';

/** Moves of control registers and XCR0. */
export const controlFamily: OpFamily = {
  module: 'system/controlMoves',
  rows: [
    op('0F 20 /r', 'mov_from_cr', 'EN', '-', { fn: 'movFromCr', anyMod: true }),
    op('0F 22 /r', 'mov_to_cr', 'NE', '-', { fn: 'movToCr', ends: true, anyMod: true }),
    op('0F 01 /4m', 'smsw_m', 'E', '-', { fn: 'smsw<u16>', bytes: 2 }),
    op('0F 01 /4r', 'smsw', 'E', 'V'),
    op('0F 01 /6', 'lmsw', 'E', '-', { bytes: 2, readsRm: true, ends: true }),
    op('0F 06', 'clts', 'X', '-'),
    op('NP 0F 01 =D0', 'xgetbv', 'X', '-'),
    op('NP 0F 01 =D1', 'xsetbv', 'X', '-', { ends: true }),
  ],
};
/** Single translations. */
export const tlbFamily: OpFamily = {
  module: 'system/tlbControl',
  rows: [
    op('0F 01 /7m', 'invlpg', 'E', '-', { bytes: 1, readsRm: true, ends: true }),
    op('66 0F 38 82 /rm', 'invpcid', 'GE', '-', { bytes: 16, ends: true }),
  ],
};
/** Rights of protection keys. */
export const protectionKeysFamily: OpFamily = {
  module: 'system/protectionKeys',
  rows: [op('NP 0F 01 =EE', 'rdpkru', 'X', '-'), op('NP 0F 01 =EF', 'wrpkru', 'X', '-')],
};
/** Debug registers. */
export const debugFamily: OpFamily = {
  module: 'system/debug',
  rows: [
    op('0F 21 /r', 'mov_from_dr', 'EN', '-', { fn: 'movFromDr', anyMod: true }),
    op('0F 23 /r', 'mov_to_dr', 'NE', '-', { fn: 'movToDr', ends: true, anyMod: true }),
  ],
};
/** Model-specific registers. */
export const msrFamily: OpFamily = {
  module: 'system/msr',
  rows: [op('0F 32', 'rdmsr', 'X', '-'), op('0F 30', 'wrmsr', 'X', '-', { ends: true })],
};
/** Identification. */
export const cpuidFamily: OpFamily = { module: 'system/cpuid', rows: [op('0F A2', 'cpuid', 'X', '-')] };
/** Counters. */
export const tscFamily: OpFamily = {
  module: 'system/tsc',
  rows: [
    op('0F 31', 'rdtsc', 'X', '-'),
    op('0F 01 =F9', 'rdtscp', 'X', '-'),
    op('F3 0F C7 /7r', 'rdpid', 'E', '-'),
    op('0F 33', 'rdpmc', 'X', '-'),
    op('NP 0F 01 =FD', 'rdpru', 'X', '-', { feature: 'rdpru' }),
  ],
};
/** Random numbers. */
const random = { fn: 'readRandom', pure: true, writes: 'oszapc' } as const;
export const randomFamily: OpFamily = {
  module: 'system/random',
  rows: ['NP', '66'].flatMap((prefix) => [
    op(`${prefix} 0F C7 /6r`, 'rdrand', 'E', 'V', { ...random, feature: 'rdrand' }),
    op(`${prefix} 0F C7 /7r`, 'rdseed', 'E', 'V', { ...random, feature: 'rdseed' }),
  ]),
};
/** Flags the system cares for. */
export const flagFamily: OpFamily = {
  module: 'system/flagControl',
  rows: [
    op('9C', 'pushf', 'X', 'D64', { reads: 'oszapc' }),
    op('9D', 'popf', 'X', 'D64', { writes: 'oszapc' }),
    op('FA', 'cli', 'X', '-'),
    op('FB', 'sti', 'X', '-'),
    op('NP 0F 01 =CA', 'clac', 'X', '-', { fn: 'setAc', args: 'false' }),
    op('NP 0F 01 =CB', 'stac', 'X', '-', { fn: 'setAc', args: 'true' }),
  ],
};
/** Translations on every processor. */
export const broadcastFamily: OpFamily = {
  module: 'system/broadcast',
  rows: [
    op('NP 0F 01 =FE', 'invlpgb', 'X', '-', { feature: 'invlpgb', ends: true }),
    op('NP 0F 01 =FF', 'tlbsync', 'X', '-', { feature: 'invlpgb' }),
  ],
};
/** Waiting. */
export const idleFamily: OpFamily = {
  module: 'system/idle',
  rows: [op('F4', 'hlt', 'X', '-', { ends: true }), op('F3 90', 'pause', 'X', '-')],
};
/** Waiting for a write. */
export const monitorFamily: OpFamily = {
  module: 'system/monitor',
  rows: [
    op('NP 0F 01 =C8', 'monitor', 'X', '-'),
    op('NP 0F 01 =C9', 'mwait', 'X', '-', { ends: true }),
    op('NP 0F 01 =FA', 'monitorx', 'X', '-', { feature: 'mwaitx' }),
    op('NP 0F 01 =FB', 'mwaitx', 'X', '-', { feature: 'mwaitx', ends: true }),
  ],
};
/** Caches and order. */
export const cacheFamily: OpFamily = {
  module: 'system/cache',
  rows: [
    op('0F 08', 'invd', 'X', '-'),
    op('0F 09', 'wbinvd', 'X', '-'),
    op('F3 0F 09', 'wbnoinvd', 'X', '-', { fn: 'wbinvd' }),
    op('0F 0D /rm', 'prefetch', 'GM', '-'),
    op('NP 0F 01 =FC', 'clzero', 'X', '-', { feature: 'clzero' }),
    op('F3 0F 01 =FA', 'mcommit', 'X', '-', { feature: 'mcommit', writes: 'oszapc' }),
    op('NP 0F AE /7m', 'clflush', 'E', '-', { bytes: 1, readsRm: true }),
    op('66 0F AE /7m', 'clflushopt', 'E', '-', { bytes: 1, readsRm: true }),
    op('66 0F AE /6m', 'clwb', 'E', '-', { bytes: 1, readsRm: true }),
    op('NP 0F AE /5r', 'lfence', 'X', '-'),
    op('NP 0F AE /6r', 'mfence', 'X', '-'),
    op('NP 0F AE /7r', 'sfence', 'X', '-'),
  ],
};
/** System management mode. */
export const smmFamily: OpFamily = {
  module: 'system/smm',
  rows: [op('0F AA', 'rsm', 'X', '-', { ends: true })],
};
/** Opcodes that are #UD by definition. */
export const undefinedFamily: OpFamily = {
  module: 'exec/illegal',
  rows: [
    op('0F 0B', 'ud2', 'X', '-', { fn: 'illegalOpcode', ends: true }),
    // Its ModRM byte is never looked at: #UD comes before any operand.
    op('0F B9', 'ud1', 'X', '-', { fn: 'illegalOpcode', ends: true }),
    op('0F FF', 'ud0', 'X', '-', { fn: 'illegalOpcode', ends: true }),
  ],
};
/** Everything that reads or changes the state of the system. */
export const systemFamilies: readonly OpFamily[] = [
  controlFamily,
  tlbFamily,
  protectionKeysFamily,
  debugFamily,
  msrFamily,
  cpuidFamily,
  tscFamily,
  randomFamily,
  randomFamily,
  flagFamily,
  broadcastFamily,
  idleFamily,
  monitorFamily,
  cacheFamily,
  smmFamily,
  undefinedFamily,
];
