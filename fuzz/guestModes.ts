import { LEGACY } from './legacyTables.js';
import { PLACE } from './place.js';
import type { Fields } from './twin.js';

export const GUEST_MODES = ['long', 'user', 'compat', 'pae', 'paged', 'flat', 'real', 'vm86'] as const;

/** What an L2 begins in. */
export type GuestMode = (typeof GUEST_MODES)[number];

/** Bits of an address or operand that an instruction has when it says nothing. */
export type Width = 64 | 32 | 16;

const NO_LONG_MODE = 0x1000;
const PROTECTED: Fields = {
  efer: NO_LONG_MODE,
  csAttrib: 0xc9b,
  csSelector: LEGACY.code,
  idtrBase: LEGACY.idt,
  idtrLimit: 0x7ff,
  trSelector: LEGACY.task,
  trBase: LEGACY.tss,
  cr0: 0x11,
};
const SEGMENTED: Fields = {
  efer: NO_LONG_MODE,
  csBase: PLACE.l2Code - 0x1000,
  csSelector: (PLACE.l2Code - 0x1000) >> 4,
  csLimit: 0xffff,
  csAttrib: 0x9b,
  ssBase: PLACE.l2Stack - 0x8000,
  ssSelector: (PLACE.l2Stack - 0x8000) >> 4,
  ssLimit: 0xffff,
  ssAttrib: 0x93,
  dsBase: PLACE.vmcb12,
  dsSelector: PLACE.vmcb12 >> 4,
  dsLimit: 0xffff,
  dsAttrib: 0x93,
  esBase: PLACE.vmcb12,
  esSelector: PLACE.vmcb12 >> 4,
  esLimit: 0xffff,
  esAttrib: 0x93,
  rsp: 0x8000,
};
/** RIP of code that begins at `PLACE.l2Code`, where segments have bases. */
const SEGMENTED_RIP = 0x1000;

const MODES: Readonly<Record<GuestMode, { width: Width; fields: Fields; rip: number }>> = {
  long: { width: 64, rip: PLACE.l2Code, fields: {} },
  user: {
    width: 64,
    rip: PLACE.l2Code,
    fields: { cpl: 3, csSelector: 0x23, csAttrib: 0xafb, ssSelector: 0x1b, ssAttrib: 0xcf3 },
  },
  compat: { width: 32, rip: PLACE.l2Code, fields: { csAttrib: 0xc9b, csSelector: LEGACY.code } },
  pae: {
    width: 32,
    rip: PLACE.l2Code,
    fields: { ...PROTECTED, cr0: 0x8000_0011, cr4: 0x620, cr3: PLACE.pae },
  },
  paged: {
    width: 32,
    rip: PLACE.l2Code,
    fields: { ...PROTECTED, cr0: 0x8000_0011, cr4: 0x610, cr3: PLACE.narrow },
  },
  flat: { width: 32, rip: PLACE.l2Code, fields: PROTECTED },
  real: {
    width: 16,
    rip: SEGMENTED_RIP,
    fields: { ...SEGMENTED, cr0: 0x10, idtrBase: 0, idtrLimit: 0x3ff },
  },
  vm86: {
    width: 16,
    rip: SEGMENTED_RIP,
    fields: {
      ...SEGMENTED,
      cr0: 0x11,
      cr4: 0x601,
      cpl: 3,
      rflags: 0x2_3002,
      csAttrib: 0xf3,
      ssAttrib: 0xf3,
      dsAttrib: 0xf3,
      esAttrib: 0xf3,
      idtrBase: LEGACY.idt,
      idtrLimit: 0x7ff,
      trSelector: LEGACY.task,
      trBase: LEGACY.tss,
    },
  },
};

/** Fields of a VMCB whose guest begins in a mode, with its code `at` bytes into its page. */
export function modeFields(mode: GuestMode, at: number): Fields {
  const { fields, rip } = MODES[mode];
  return { ...fields, rip: rip + at };
}
/** How its code is to be assembled. */
export function modeWidth(mode: GuestMode): Width {
  return MODES[mode].width;
}
