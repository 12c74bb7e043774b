import type { VmcbKey } from './vmcb.js';

/** One line of what a VMRUN that fails its checks leaves behind; what no line gives a value to is untouched. */
export interface Aftermath {
  readonly what: string;
  /** As a person is told. */
  readonly left: string;
  /** Fields of the VMCB that are written, with their values. */
  readonly vmcb?: Readonly<Partial<Record<VmcbKey, bigint>>>;
  /** State of the processor, by its name in `spec/layout.ts` and element, that has this value afterwards. */
  readonly state?: readonly (readonly [name: string, element: number, value: bigint])[];
}

const INVALID = 0xffff_ffff_ffff_ffffn;

/** The end state of a failed VMRUN, the same for every row of `CHECKS`. */
export const FAILED_VMRUN: readonly Aftermath[] = [
  { what: 'EXITCODE of the VMCB', left: 'FFFFFFFFFFFFFFFFh', vmcb: { exitCode: INVALID } },
  {
    what: 'EXITINFO1, EXITINFO2, EVENTINJ and its error code',
    left: '0',
    vmcb: { exitInfo1: 0n, exitInfo2: 0n, eventInj: 0n, eventInjErr: 0n },
  },
  { what: 'everything else in the VMCB: save area, EXITINTINFO, nRIP, control', left: 'untouched' },
  { what: 'RIP', left: 'after the VMRUN' },
  { what: 'rAX, rSP, other registers, segments, GDTR, IDTR', left: 'unchanged' },
  { what: 'RFLAGS', left: 'RF and VM clear, the rest as before' },
  { what: 'CR0, CR2, CR3, CR4, EFER, DR6', left: 'unchanged' },
  { what: 'DR7', left: '400h: breakpoints off, as by every #VMEXIT', state: [['DR', 7, 0x400n]] },
  { what: 'GIF', left: '0', state: [['GIF', 0, 0n]] },
  {
    what: 'the interrupt shadow of an STI before it, a line that MONITOR watches',
    left: 'gone',
    state: [
      ['SHADOW', 0, 0n],
      ['MONITOR_ARMED', 0, 0n],
    ],
  },
  { what: 'FS, GS, TR, LDTR, system-call and last-branch registers, TSC, PAT', left: 'unchanged' },
  { what: 'the event in EVENTINJ', left: 'delivered to nobody' },
  { what: 'interrupts, NMI, SMI, INIT that wait', left: 'go on waiting until STGI' },
  { what: 'RFLAGS.TF set at VMRUN', left: '#DB with DR6.BS, at the next boundary, GIF or not' },
  { what: 'what is remembered for the clean bits', left: 'forgotten' },
];

/** The fields of the VMCB that a failed VMRUN writes, with their values. */
export const FAILED_VMRUN_FIELDS = Object.assign({}, ...FAILED_VMRUN.map(({ vmcb }) => vmcb)) as Readonly<
  Partial<Record<VmcbKey, bigint>>
>;
