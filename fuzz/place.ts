/** Where things lie in L1's 2 MiB of RAM, all of it mapped one to one. */
export const PLACE = {
  tables: 0x1000,
  npt12: 0x4000,
  l1Code: 0x1_0000,
  l2Code: 0x1_1000,
  vmcb12: 0x2_0000,
  hsave: 0x2_1000,
  msrpm: 0x2_2000,
  iopm: 0x2_4000,
  /** Another VMCB of L1's. */
  vmcb12b: 0x2_7000,
  /** Anything L1 likes. */
  data: 0x2_8000,
  idt: 0x3_0000,
  stubs: 0x3_1000,
  gdt: 0x3_3000,
  tss: 0x3_4000,
  /** Page tables of L2 in legacy modes. */
  narrow: 0xb000,
  pae: 0xc000,
  /** How often each vector was taken: 64 bits each. */
  counts: 0x3_5000,
  /** SMBASE and 8000h. */
  smmHandler: 0x3_8000,
  l1Stack: 0x8_0000,
  l2Stack: 0x9_0000,
} as const;

/** Bytes of L1's RAM. */
export const RAM = 0x20_0000;
export const PAGE = 0x1000;
