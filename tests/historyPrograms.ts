import { PLACE } from '../fuzz/place.js';
import type { Fields, Twin } from '../fuzz/twin.js';
import { STATE } from '../silicon/host/cpu.js';

/** A small L1 that ends in HLT. */
export interface HistoryProgram {
  readonly name: string;
  readonly what: string;
  /** Fields of VMCB12. */
  readonly fields?: Fields;
  /** Code of L1; with GIF and breakpoints on, VMRUN and HLT, when absent. */
  readonly l1?: string;
  readonly l2?: string;
  readonly more?: (twin: Twin) => void;
}

/** STGI; DR7 703h. */
const GIF_AND_BREAKPOINTS = '0f01dc 48c7c303070000 0f23fb';
/** PUSH 102h; POPF: the next instruction is a single step. */
const SINGLE_STEP = '6802010000 9d';
const VMRUN_HLT = '0f01d8 f4 ebfd';
export const ORDINARY_L1 = `${GIF_AND_BREAKPOINTS} ${VMRUN_HLT}`;
const STEPPED_L1 = `${GIF_AND_BREAKPOINTS} ${SINGLE_STEP} ${VMRUN_HLT}`;
export const VMMCALL_L2 = '0f01d9 f4';
/** EFER without SVME. */
const CLEAR_SVME = 'b9800000c0 b8010d0000 31d2 0f30';
const PAT_06 = 'b977020000 b806060606 89c2 0f30';
/** No RAM of the machine is here. */
const NOWHERE = 0x400_0000;
/** CS of 32-bit code. */
const CODE_32 = 0x0c9b_0008;
const POINTERS = PLACE.data + 0x20;
/** A #DB handler that counts, notes where it returns to, and ends the stepping. */
const STOP_STEPPING = '48ff0425 08500300 50 488b442408 48890425 30800200 58 81642410fffeffff 48cf';
export const STEPPED_AT = PLACE.data + 0x30;
const stepOnce = (twin: Twin): void => twin.write(PLACE.stubs + 0x20, STOP_STEPPING);
const LEFTOVERS: Fields = { eventInj: 0x8000_0020, exitIntInfo: 0x8000_0030, exitInfo1: 7, nRip: 9 };
const BAD_DR7: Fields = { ...LEFTOVERS, dr7: 0x1_0000_0400n };

/** What shows the faults of the profiles, one program a fault. */
export const HISTORY_PROGRAMS: readonly HistoryProgram[] = [
  {
    name: 'VMMCALL',
    what: 'a VMRUN that is right, and the exit of L2’s VMMCALL',
    fields: { cr2: 0x77, dr6: 0xffff_0ff1 },
  },
  {
    name: 'DR7 high',
    what: 'a failed VMRUN with GIF 1, breakpoints on and an event to inject: DR7 has a high bit',
    fields: BAD_DR7,
  },
  {
    name: 'page-directory pointer',
    what: 'the same for an L2 in PAE paging with a wrong pointer that it does not use',
    fields: {
      efer: 0x1000,
      cr0: 0x8000_0011,
      cr4: 0x620,
      cr3: POINTERS,
      csAttrib: 0xc9b,
    },
    more: (twin) => {
      twin.write64(POINTERS, PLACE.tables + 0x2001);
      twin.write64(POINTERS + 8, PLACE.tables + 0x2003);
    },
  },
  {
    name: 'MSR map nowhere',
    what: 'the MSR permission map is where there is no memory',
    fields: { ...LEFTOVERS, interceptMisc1: 1 << 28, msrpmBasePa: NOWHERE },
    l2: `b977020000 0f32 ${VMMCALL_L2}`,
  },
  {
    name: 'CS.L and CS.D',
    what: 'a failed VMRUN for a row that some leave to the processor',
    fields: { ...LEFTOVERS, csAttrib: 0xe9b },
  },
  {
    name: 'EVENTINJ type 7',
    what: 'the same for a type of event that does not exist',
    fields: { ...LEFTOVERS, eventInj: 0x8000_0720 },
  },
  {
    name: '#BR in 64-bit mode',
    what: 'the same for an exception that cannot happen',
    fields: { ...LEFTOVERS, eventInj: 0x8000_0305 },
  },
  {
    name: 'nCR3 reserved',
    what: 'nested paging with a reserved bit in nCR3',
    fields: { miscCtl: 1, nCr3: BigInt(PLACE.npt12) | (1n << 60n) },
  },
  { name: 'ASID 0', what: 'a failed VMRUN for the ASID of the host', fields: { guestAsid: 0 } },
  {
    name: 'I/O map out of range',
    what: 'an I/O permission map past the last physical address',
    fields: { interceptMisc1: 1 << 27, iopmBasePa: 0xff_ffff_f000 },
    l2: `e460 ${VMMCALL_L2}`,
  },
  {
    name: 'no memory',
    what: 'VMRUN of an address where there is no memory',
    l1: `b800000004 ${VMRUN_HLT}`,
  },
  {
    name: 'single step',
    what: 'a single-stepped VMRUN of an L2 whose #DB is intercepted',
    fields: { interceptExceptions: 2 },
    l1: STEPPED_L1,
    more: stepOnce,
  },
  {
    name: 'single step, DR6 cleared',
    what: 'a single-stepped VMRUN of an L2 that clears DR6 before it exits',
    l1: STEPPED_L1,
    l2: `b8f00fffff 0f23f0 ${VMMCALL_L2}`,
    more: stepOnce,
  },
  {
    name: 'single step of a failure',
    what: 'a single-stepped VMRUN that fails',
    fields: BAD_DR7,
    l1: STEPPED_L1,
    more: stepOnce,
  },
  {
    name: 'PAT',
    what: 'L2 under nested paging writes PAT',
    fields: { miscCtl: 1 },
    l2: `${PAT_06} ${VMMCALL_L2}`,
  },
  {
    name: 'LBR clean bit',
    what: 'L2 has its own last-branch registers, and L1 calls them clean',
    fields: { miscCtl2: 1, cleanBits: 0x400 },
  },
  {
    name: 'L1 in PAE paging',
    what: 'L1 in legacy PAE paging runs an L2 in long mode',
    l1: `0f01dc ${VMRUN_HLT}`,
    more: (twin) => {
      twin.set('EFER', 0x1000n);
      twin.set('CR3', PLACE.pae);
      twin.cpu.u32[(STATE['SEGS'] >>> 2) + 4] = CODE_32;
      twin.cpu.wasm.loadOwnPdptes();
      twin.cpu.wasm.updateCodeMode();
    },
  },
  { name: 'L2 clears SVME', what: 'L2 clears EFER.SVME, and then would halt', l2: `${CLEAR_SVME} f4` },
  {
    name: 'CLGI without SVME',
    what: 'L1 clears EFER.SVME and executes CLGI',
    l1: `0f01dc ${CLEAR_SVME} 0f01dd f4`,
  },
  { name: 'INVLPGA without SVME', what: 'the same with INVLPGA', l1: `${CLEAR_SVME} 0f01df f4` },
];
