/**
 * One case as the oracle's two processors get it, and one outcome as they give it back: records of the same form, whose
 * offsets the C program takes from here.
 */
export const RECORD = {
  /** Of a case: width of the code (64 or 32), length of the code, its place in the code pages. */
  MODE: 0,
  LENGTH: 1,
  PLACE: 2,
  /** Of an outcome: the exception, its error code, where it was raised, and the address of a page fault. */
  VECTOR: 0,
  ERROR: 4,
  RIP: 8,
  CR2: 16,
  FLAGS: 24,
  REGISTERS: 64,
  /** Of a case: the code. */
  CODE: 192,
  /** Extended state as XSAVE writes it: x87, SSE, AVX. */
  EXTENDED: 256,
  /** The memory window. */
  WINDOW: 1152,
  SIZE: 2176,
} as const;

export const CODE_BYTES = RECORD.EXTENDED - RECORD.CODE;
export const WINDOW_BYTES = RECORD.SIZE - RECORD.WINDOW;

/** Offsets in the extended state. */
export const EXTENDED = {
  CONTROL: 0,
  STATUS: 2,
  TAGS: 4,
  OPCODE: 6,
  RIP: 8,
  RDP: 16,
  MXCSR: 24,
  STACK: 32,
  XMM: 160,
  COMPONENTS: 512,
  YMM_HI: 576,
  SIZE: 832,
} as const;

/** Linear addresses, the same on both processors; what lies around them is not mapped. */
export const PLACE = {
  /** Two pages, filled with HLT. */
  code: 0x2001_0000,
  codeBytes: 0x2000,
  /** One page, which ends with the memory window. */
  data: 0x2010_0000,
  window: 0x2010_1000 - WINDOW_BYTES,
  /** Of the C program alone. */
  context: 0x2000_0000,
  trampoline: 0x2002_0000,
  /** Where the C program writes the code pages. */
  written: 0x2003_0000,
} as const;

/** What the part of the data page below the window holds. */
export const FILLER = 0x5a;
/** The byte around the code: whatever gets there ends by an exception. */
export const HLT = 0xf4;

/** Selectors of user code and data, those of 64-bit Linux. */
export const SELECTOR = { code64: 0x33, code32: 0x23, data: 0x2b } as const;

export const VECTOR = { UD: 6, SS: 12, GP: 13, MF: 16, AC: 17, XM: 19, PF: 14, NONE: 0xffff_ffff } as const;
/** Carry to overflow, direction, RF, AC. */
export const COMPARED_FLAGS = 0x5_0cd5;
export const RF = 0x1_0000;
export const AC = 0x4_0000;
