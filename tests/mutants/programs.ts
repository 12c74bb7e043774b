import { PLACE } from '../../fuzz/place.js';
import { STATE } from '../../silicon/host/cpu.js';
import { VMCB } from '../../spec/vmcb.js';
import type { HistoryProgram } from '../historyPrograms.js';

const VMMCALL = '0f01d9 f4';
const HLT = 'f4 ebfd';
const VMRUN = '0f01d8';
/** MOV of EAX and of EDX to data, where the end state shows them. */
const SHOW_EAX = '89042530800200';
const CLEAR_SVME = 'b9800000c0 b8010d0000 31d2 0f30';
const EFER = 'b9800000c0 0f32';
/** A page of L2's that nothing else uses, by its nested page-table entry, and two pages it can lead to. */
const PAGE = 0xa_0000;
const ENTRY = PLACE.npt12 + 0x3000 + PAGE / 0x200;
const OTHER = 0xa_1000;
const dword = (value: number): string =>
  [0, 8, 16, 24].map((shift) => ((value >>> shift) & 0xff).toString(16).padStart(2, '0')).join('');
/** MOV of a number to memory. */
const put = (at: number, value: number): string => `c70425${dword(at)}${dword(value)}`;
const LOAD = `8b0425${dword(PAGE)}`;
/** L2 looks at the page twice, with an exit between. */
const LOOK_TWICE = `${LOAD} 0f01d9 ${LOAD} ${SHOW_EAX} ${VMMCALL}`;
const NEXT = `48830425${dword(PLACE.vmcb12 + 0x578)}03`;
/** Delivery mode. */
const INIT = 5;
const LAST_BYTES = PLACE.l2Code + 0xff8;
const HIDDEN = 0x3_c000_0000n;

const marked: HistoryProgram['more'] = (twin) => {
  twin.write64(PAGE, 0x1111);
  twin.write64(OTHER, 0x2222);
};

/** What the fuzzer seldom comes to. */
export const MUTANT_PROGRAMS: readonly HistoryProgram[] = [
  {
    name: 'IRET with RF and TF',
    what: 'RF and TF are set when L1 executes VMRUN, and its #DB shows RFLAGS',
    l1: `6a10 54 6802010100 6a08 68${dword(PLACE.l1Code + 0x20)} 48cf ${'90'.repeat(0x20 - 17)} ${VMRUN} ${HLT}`,
    more: (twin) => twin.write(PLACE.stubs + 0x20, '8b442410 89042530800200 81642410fffeffff 48cf'),
  },
  {
    name: 'intercepts rewritten',
    what: 'L2 clears the intercept of CPUID in VMCB12, and executes CPUID',
    fields: { interceptMisc1: 1 << 18 },
    l2: `${put(PLACE.vmcb12 + 12, 0)} 31c0 0fa2 ${VMMCALL}`,
  },
  {
    name: 'RDMSR intercepted',
    what: 'L1 intercepts reads of PAT, and L2 reads it',
    fields: { interceptMisc1: 1 << 28 },
    l2: `b977020000 0f32 ${VMMCALL}`,
    more: (twin) => twin.write(PLACE.msrpm + (0x277 >> 2), '40'),
  },
  {
    name: 'WRMSR intercepted',
    what: 'L1 intercepts writes of PAT, and L2 reads it',
    fields: { interceptMisc1: 1 << 28 },
    l2: `b977020000 0f32 ${VMMCALL}`,
    more: (twin) => twin.write(PLACE.msrpm + (0x277 >> 2), '80'),
  },
  {
    name: 'EFER intercepted for writing',
    what: 'L1 intercepts writes of EFER, and L2 reads it',
    fields: { interceptMisc1: 1 << 28 },
    l2: `${EFER} ${VMMCALL}`,
    more: (twin) => twin.write(PLACE.msrpm + 0x820, '02'),
  },
  {
    name: 'MSR outside the map',
    what: 'L1 intercepts MSRs, and L2 reads one that no map has',
    fields: { interceptMisc1: 1 << 28 },
    l2: `b900000040 0f32 ${VMMCALL}`,
  },
  {
    name: 'the GiB of the L0',
    what: 'L2 without nested paging looks at physical address 15 GiB',
    l2: `8b042500000e00 ${SHOW_EAX} ${VMMCALL}`.replace('00000e00', dword(0xe0_0000)),
    more: (twin) => twin.write64(PLACE.tables + 0x2000 + 8 * 7, HIDDEN + 0x87n),
  },
  {
    name: 'two ASIDs',
    what: 'two guests with ASIDs of their own see different pages at an address',
    fields: { miscCtl: 1, tlbControl: 0 },
    l1: `${VMRUN} ${put(PLACE.vmcb12 + 0x58, 2)} ${put(PLACE.vmcb12 + 0x90, 0)} ${NEXT} ${VMRUN} ${HLT}`,
    l2: LOOK_TWICE,
    more: (twin) => {
      marked(twin);
      twin.write64(ENTRY, OTHER + 7);
    },
  },
  {
    name: 'INVLPGA',
    what: 'L1 changes a nested page-table entry, and flushes the address with INVLPGA',
    fields: { miscCtl: 1, tlbControl: 0 },
    l1: `${VMRUN} ${put(ENTRY, OTHER + 7)} b8${dword(PAGE)} b901000000 0f01df b8${dword(PLACE.vmcb12)} ${NEXT} ${VMRUN} ${HLT}`,
    l2: LOOK_TWICE,
    more: marked,
  },
  {
    name: 'EFER without SVME',
    what: 'L1 clears EFER.SVME and reads EFER',
    l1: `${CLEAR_SVME} ${EFER} ${SHOW_EAX} ${HLT}`,
  },
  {
    name: 'INIT in L2',
    what: 'an INIT that nobody intercepts has waited for GIF, which VMRUN sets',
    l1: `${VMRUN} ${HLT}`,
    l2: '90 ebfd',
    more: (twin) => {
      twin.cpu.u8[STATE['GIF']] = 0;
      twin.cpu.apicMessage({ destination: 0, logical: false, level: true, deliveryMode: INIT, vector: 0 });
    },
  },
  {
    name: 'bytes across pages',
    what: 'a nested page fault of an instruction whose next bytes are in a page that L2 has not touched',
    fields: { miscCtl: 1, rip: LAST_BYTES },
    more: (twin) => {
      twin.write64(ENTRY, 0);
      twin.write(LAST_BYTES, LOAD);
    },
  },
  {
    name: 'clean bits after a failure',
    what: 'VMRUN, one that fails, and one of the VMCB with another CR2 that L1 calls clean',
    fields: { cleanBits: 0x1fff },
    l1: `${VMRUN} ${put(PLACE.vmcb12 + VMCB.eventInj.offset, 0x8000_0720)} ${VMRUN} ${put(PLACE.vmcb12 + VMCB.cr2.offset, 0x99)} ${NEXT} ${VMRUN} ${HLT}`,
    l2: `0f01d9 0f20d0 ${SHOW_EAX} ${VMMCALL}`,
  },
  {
    name: 'VMRUN not intercepted',
    what: 'a failed VMRUN for want of its intercept',
    fields: { interceptMisc2: 2 },
  },
  { name: 'TLB_CONTROL 2', what: 'a TLB_CONTROL that is not defined', fields: { tlbControl: 2 } },
  {
    name: 'EVENTINJ reserved',
    what: 'an event with a reserved bit',
    fields: { eventInj: 0x8000_1020 },
  },
  {
    name: 'IN intercepted',
    what: 'L1 intercepts a port, and L2 reads it',
    fields: { interceptMisc1: 1 << 27 },
    l2: `e460 ${VMMCALL}`,
    more: (twin) => twin.write(PLACE.iopm + 0xc, '01'),
  },
  {
    name: 'virtual interrupt',
    what: 'L2 takes a virtual interrupt',
    fields: { intCtl: 0xf_0100, intVector: 0x40, rflags: 0x202 },
  },
  {
    name: 'SVME cleared, GIF 0',
    what: 'L1 clears EFER.SVME while GIF is 0',
    l1: `0f01dd ${CLEAR_SVME} ${HLT}`,
  },
  {
    name: 'INVLPGA in the shadow of STI',
    what: 'an interrupt waits, and is taken after the instruction that follows STI',
    l1: `fb 0f01df 90 90 ${HLT}`,
    more: (twin) => {
      twin.write(PLACE.stubs + 0x20 * 0x50, '50 488b442408 48890425 30800200 58 48cf');
      twin.cpu.apicMessage({ destination: 0, logical: false, level: true, deliveryMode: 0, vector: 0x50 });
    },
  },
  {
    name: 'PAT written by L2',
    what: 'L2 has a PAT register of its own and writes it',
    fields: { miscCtl: 1 },
    l2: `b977020000 b806060606 89c2 0f30 ${VMMCALL}`,
  },
];
