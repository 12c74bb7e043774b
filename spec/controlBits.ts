import { bit, bits, type BitFields } from './bits.js';

/** Named bits of the control registers, EFER, RFLAGS and the debug registers. */
export const CR0 = {
  pe: bit(0, 'PE', 'protected mode'),
  mp: bit(1, 'MP', 'WAIT obeys TS'),
  em: bit(2, 'EM', 'no x87'),
  ts: bit(3, 'TS', 'x87 and SSE state is stale'),
  et: bit(4, 'ET', 'always 1'),
  ne: bit(5, 'NE', 'x87 errors raise #MF'),
  wp: bit(16, 'WP', 'supervisor writes obey read-only pages'),
  am: bit(18, 'AM', 'alignment checks possible'),
  nw: bit(29, 'NW', 'not write-through'),
  cd: bit(30, 'CD', 'cache off'),
  pg: bit(31, 'PG', 'paging'),
} as const satisfies BitFields;

export const CR4 = {
  vme: bit(0, 'VME', 'virtual-8086 extensions', 'vme'),
  pvi: bit(1, 'PVI', 'protected-mode virtual interrupts', 'vme'),
  tsd: bit(2, 'TSD', 'RDTSC only at CPL 0', 'tsc'),
  de: bit(3, 'DE', 'I/O breakpoints; DR4 and DR5 are #UD', 'de'),
  pse: bit(4, 'PSE', '4 MiB pages', 'pse'),
  pae: bit(5, 'PAE', '64-bit page-table entries', 'pae'),
  mce: bit(6, 'MCE', 'machine checks raise #MC', 'mce'),
  pge: bit(7, 'PGE', 'global pages', 'pge'),
  pce: bit(8, 'PCE', 'RDPMC at any CPL'),
  osfxsr: bit(9, 'OSFXSR', 'SSE instructions on', 'fxsr'),
  osxmmexcpt: bit(10, 'OSXMMEXCPT', 'SSE errors raise #XF', 'sse'),
  umip: bit(11, 'UMIP', 'SGDT, SIDT, SLDT, STR, SMSW only at CPL 0', 'umip'),
  la57: bit(12, 'LA57', 'five-level paging', 'la57'),
  fsgsbase: bit(16, 'FSGSBASE', 'RDFSBASE and its family on', 'fsgsbase'),
  pcide: bit(17, 'PCIDE', 'process-context identifiers', 'pcid'),
  osxsave: bit(18, 'OSXSAVE', 'XSAVE and XCR0 on', 'xsave'),
  smep: bit(20, 'SMEP', 'no supervisor fetch from user pages', 'smep'),
  smap: bit(21, 'SMAP', 'no supervisor data access to user pages', 'smap'),
  pke: bit(22, 'PKE', 'protection keys', 'pku'),
  cet: bit(23, 'CET', 'shadow stacks', 'shstk'),
} as const satisfies BitFields;

export const EFER = {
  sce: bit(0, 'SCE', 'SYSCALL and SYSRET on', 'syscall'),
  lme: bit(8, 'LME', 'long mode wanted', 'lm'),
  lma: bit(10, 'LMA', 'long mode active', 'lm'),
  nxe: bit(11, 'NXE', 'no-execute pages', 'nx'),
  svme: bit(12, 'SVME', 'SVM instructions on', 'svm'),
  // CPUID says only when LMSLE is not there; no part of the last years has it, so no feature row brings it.
  lmsle: bit(13, 'LMSLE', 'segment limits in 64-bit mode', 'lmsle'),
  ffxsr: bit(14, 'FFXSR', 'fast FXSAVE and FXRSTOR', 'fxsr-opt'),
  tce: bit(15, 'TCE', 'translation cache extension', 'tce'),
  mcommit: bit(17, 'MCOMMIT', 'MCOMMIT on', 'mcommit'),
  intwb: bit(18, 'INTWB', 'WBINVD may be interrupted', 'int-wbinvd'),
  uaie: bit(20, 'UAIE', 'upper address bits ignored', 'uai'),
  aibrse: bit(21, 'AIBRSE', 'automatic IBRS', 'auto-ibrs'),
} as const satisfies BitFields;

export const RFLAGS = {
  cf: bit(0, 'CF', 'carry'),
  one: bit(1, '1', 'always 1'),
  pf: bit(2, 'PF', 'parity'),
  af: bit(4, 'AF', 'auxiliary carry'),
  zf: bit(6, 'ZF', 'zero'),
  sf: bit(7, 'SF', 'sign'),
  tf: bit(8, 'TF', 'single step'),
  if: bit(9, 'IF', 'maskable interrupts on'),
  df: bit(10, 'DF', 'string direction'),
  of: bit(11, 'OF', 'overflow'),
  iopl: bits(12, 2, 'IOPL', 'I/O privilege level'),
  nt: bit(14, 'NT', 'nested task'),
  rf: bit(16, 'RF', 'no instruction breakpoint on the next instruction'),
  vm: bit(17, 'VM', 'virtual-8086 mode'),
  ac: bit(18, 'AC', 'alignment check, or access to user pages under SMAP'),
  vif: bit(19, 'VIF', 'virtual IF'),
  vip: bit(20, 'VIP', 'virtual interrupt pending'),
  id: bit(21, 'ID', 'CPUID is there'),
} as const satisfies BitFields;

export const DR6 = {
  b0: bit(0, 'B0', 'breakpoint 0 hit'),
  b1: bit(1, 'B1', 'breakpoint 1 hit'),
  b2: bit(2, 'B2', 'breakpoint 2 hit'),
  b3: bit(3, 'B3', 'breakpoint 3 hit'),
  bd: bit(13, 'BD', 'debug register touched under general detect'),
  bs: bit(14, 'BS', 'single step'),
  bt: bit(15, 'BT', 'task switch'),
} as const satisfies BitFields;

export const DR7 = {
  enables: bits(0, 8, 'G3 L3 G2 L2 G1 L1 G0 L0', 'breakpoint enables'),
  le: bit(8, 'LE', 'ignored'),
  ge: bit(9, 'GE', 'ignored'),
  one: bit(10, '1', 'always 1'),
  gd: bit(13, 'GD', 'general detect'),
  conditions: bits(16, 16, 'LEN3 R/W3 .. LEN0 R/W0', 'length and kind of each breakpoint'),
} as const satisfies BitFields;

/** DR6 and DR7 bits that always read as one. */
export const DR6_FIXED = 0xffff0ff0;
export const DR7_FIXED = 0x400;

export const DEBUGCTL = {
  lbr: bit(0, 'LBR', 'record the last branch'),
  btf: bit(1, 'BTF', 'single step on branches'),
  pb: bits(2, 4, 'PB3..PB0', 'performance-monitor pin controls'),
} as const satisfies BitFields;

export const VM_CR = {
  dpd: bit(0, 'DPD', 'debug port disable'),
  rInit: bit(1, 'R_INIT', 'INIT becomes #SX'),
  disA20m: bit(2, 'DIS_A20M', 'A20 masking off'),
  lock: bit(3, 'LOCK', 'LOCK and SVMDIS are read-only'),
  svmDis: bit(4, 'SVMDIS', 'EFER.SVME cannot be set'),
} as const satisfies BitFields;

export const APIC_BASE = {
  bsc: bit(8, 'BSC', 'boot processor'),
  extd: bit(10, 'EXTD', 'x2APIC mode', 'x2apic'),
  ae: bit(11, 'AE', 'APIC enable'),
  aba: bits(12, 40, 'ABA', 'page frame of the register page'),
} as const satisfies BitFields;

export const XCR0 = {
  x87: bit(0, 'x87', 'always 1'),
  sse: bit(1, 'SSE', 'XMM registers'),
  avx: bit(2, 'YMM', 'high halves of the YMM registers', 'avx'),
  pkru: bit(9, 'PKRU', 'protection-key rights', 'pku'),
} as const satisfies BitFields;
