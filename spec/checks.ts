import type { VmcbKey } from './vmcb.js';

/**
 * Whether VMRUN fails on a row: it is `checked`; it is a condition people expect to fail but that never does
 * (`notChecked`); or it is `unreachable`, because a feature it needs is not in this processor.
 */
export type Reach = 'checked' | 'notChecked' | 'unreachable';

/** One row of the VMRUN consistency checks. */
export interface VmrunCheck {
  readonly id: string;
  /** What is wrong, as a person is told. */
  readonly sentence: string;
  /** VMCB fields the row reads, the offending one first. */
  readonly fields: readonly VmcbKey[];
  /** What it reads besides the VMCB. */
  readonly also: readonly string[];
  /** Section of the architecture manual, by name. */
  readonly section: string;
  readonly reach: Reach;
  /** Why the row is not `checked`. */
  readonly why?: string;
  /** Bits that can offend, for each field where they do not depend on anything else. */
  readonly offending: Readonly<Partial<Record<VmcbKey, bigint>>>;
}

const CANONICAL = 'Canonicalization and Consistency Checks';
const NESTED = 'Nested Paging';
const INJECTION = 'Event Injection';

const HIGH32 = 0xffffffff_00000000n;

type Offending = VmrunCheck['offending'];

function row(
  reach: Reach,
  id: string,
  section: string,
  fields: readonly VmcbKey[],
  sentence: string,
  offending: Offending = {},
  also: readonly string[] = [],
  why?: string,
): VmrunCheck {
  const r = { id, sentence, fields, also, section, reach, offending };
  return why === undefined ? r : { ...r, why };
}

const yes = (
  id: string,
  section: string,
  fields: readonly VmcbKey[],
  sentence: string,
  offending?: Offending,
  also?: readonly string[],
) => row('checked', id, section, fields, sentence, offending, also);

const no = (
  id: string,
  section: string,
  fields: readonly VmcbKey[],
  sentence: string,
  why: string,
  offending?: Offending,
  also?: readonly string[],
) => row('notChecked', id, section, fields, sentence, offending, also, why);

const absent = (
  id: string,
  section: string,
  fields: readonly VmcbKey[],
  sentence: string,
  why: string,
  offending?: Offending,
) => row('unreachable', id, section, fields, sentence, offending, [], why);

/** Exception vectors that EVENTINJ accepts as exceptions on every processor here. */
export const INJECTABLE_EXCEPTIONS: readonly number[] = [
  0, 1, 3, 4, 5, 6, 7, 8, 10, 11, 12, 13, 14, 16, 17, 18, 19, 28, 30,
];

/** Further ones, by the CPUID feature that brings them. */
export const INJECTABLE_WITH_FEATURE = { shstk: 21, 'sev-es': 29 } as const;

/** All rows. The index of a row is its bit in the 64-bit mask of failing rows: append, never reorder. */
export const CHECKS: readonly VmrunCheck[] = [
  yes('C1', CANONICAL, ['interceptMisc2'], 'the VMRUN intercept is off', { interceptMisc2: 1n }),
  yes('C2', CANONICAL, ['guestAsid'], 'the ASID is 0, which is the host', { guestAsid: 0xffffffffn }),
  yes(
    'C3',
    CANONICAL,
    ['msrpmBasePa'],
    'the MSR permission map (8 KiB) reaches the highest physical address',
    {},
    ['physical address width'],
  ),
  yes(
    'C4',
    CANONICAL,
    ['iopmBasePa'],
    'the I/O permission map (8 KiB and 3 bits) reaches past the physical address limit',
    {},
    ['physical address width'],
  ),
  yes('C5', NESTED, ['miscCtl'], 'nested paging is on while the host has paging off', { miscCtl: 1n }, [
    'host CR0',
  ]),
  yes('C6', NESTED, ['nCr3', 'miscCtl'], 'nested paging is on and nCR3 has reserved bits set', {}, [
    'host CR4 and EFER',
    'physical address width',
  ]),
  yes(
    'C7',
    NESTED,
    ['gPat', 'miscCtl'],
    'nested paging is on and the guest PAT names a memory type that does not exist',
    { gPat: 0xffffffff_ffffffffn },
  ),
  no(
    'C8',
    NESTED,
    ['miscCtl'],
    'nested paging is asked for on a processor without it',
    'the bit is ignored',
    { miscCtl: 1n },
    ['CPUID'],
  ),
  yes(
    'C9',
    'NMI Virtualization',
    ['interceptMisc1', 'intCtl'],
    'virtual NMIs are on without the NMI intercept',
    { interceptMisc1: 2n },
  ),
  no(
    'C10',
    'TLB Control',
    ['tlbControl'],
    'TLB_CONTROL holds a reserved value',
    'reserved values are no illegal state; bits above 2 are ignored',
    { tlbControl: 0xffn },
  ),
  absent(
    'C11',
    'Secure Encrypted Virtualization',
    ['miscCtl', 'guestAsid'],
    'the encryption bits or the ASID do not fit together',
    'encrypted guests (sev) are not in this processor',
    { miscCtl: 6n },
  ),
  absent(
    'C12',
    'Encrypted State (SEV-ES)',
    ['vmsaPa', 'allowedSevFeatures'],
    'the encrypted save area is not usable',
    'encrypted state (sev-es) is not in this processor',
  ),
  absent(
    'C13',
    'Advanced Virtual Interrupt Controller',
    ['intCtl', 'avicBackingPage', 'avicLogicalTable', 'avicPhysicalTable'],
    'a page of the virtual interrupt controller is out of range',
    'the virtual interrupt controller (avic) is not in this processor',
  ),
  absent(
    'C14',
    'Performance Monitoring Counter Virtualization',
    ['miscCtl2'],
    'the performance counters have illegal settings',
    'performance counter virtualization (pmc-virt) is not in this processor',
    { miscCtl2: 8n },
  ),

  yes('S1', CANONICAL, ['efer'], 'EFER.SVME is 0', { efer: 0x1000n }),
  yes(
    'S2',
    CANONICAL,
    ['efer'],
    'EFER has reserved bits set, or bits of features this processor lacks',
    { efer: 0xffffffff_ffc90200n },
    ['CPUID'],
  ),
  yes(
    'S3',
    CANONICAL,
    ['efer'],
    'EFER.LME or EFER.LMA is set on a processor without long mode',
    { efer: 0x500n },
    ['CPUID'],
  ),
  yes('S4', CANONICAL, ['cr4', 'efer', 'cr0'], 'EFER.LME and CR0.PG are set and CR4.PAE is not', {
    cr4: 0x20n,
  }),
  yes('S5', CANONICAL, ['cr0', 'efer'], 'EFER.LME and CR0.PG are set and CR0.PE is not', { cr0: 1n }),
  yes(
    'S6',
    CANONICAL,
    ['csAttrib', 'efer', 'cr0', 'cr4'],
    'the guest starts in long mode with both CS.L and CS.D set',
    { csAttrib: 0x600n },
  ),
  yes('S7', CANONICAL, ['cr0'], 'CR0.NW is set and CR0.CD is not', { cr0: 0x60000000n }),
  yes('S8', CANONICAL, ['cr0'], 'CR0 has high bits set', { cr0: HIGH32 }),
  yes(
    'S9',
    CANONICAL,
    ['cr3'],
    'CR3 has bits set above the physical address width',
    { cr3: 0xfff00000_00000000n },
    ['physical address width'],
  ),
  yes(
    'S10',
    CANONICAL,
    ['cr4'],
    'CR4 has reserved bits set, or bits of features this processor lacks',
    { cr4: HIGH32 },
    ['CPUID'],
  ),
  yes('S11', CANONICAL, ['dr6'], 'DR6 has high bits set', { dr6: HIGH32 }),
  yes('S12', CANONICAL, ['dr7'], 'DR7 has high bits set', { dr7: HIGH32 }),
  yes(
    'S13',
    CANONICAL,
    ['cr3', 'cr0', 'cr4', 'efer', 'miscCtl'],
    'a present page-directory pointer of the PAE guest has reserved bits set',
    {},
    ['the four page-directory pointers at CR3', 'physical address width'],
  ),
  absent(
    'S14',
    CANONICAL,
    ['sCet'],
    'S_CET has reserved bits set',
    'shadow stacks (shstk) are not in this processor',
  ),
  absent(
    'S15',
    CANONICAL,
    ['cr4', 'cr0'],
    'CR4.CET is set and CR0.WP is not',
    'shadow stacks (shstk) are not in this processor, so CR4.CET itself is refused',
    { cr0: 0x10000n },
  ),
  absent(
    'S16',
    CANONICAL,
    ['rflags', 'cr4'],
    'user shadow stacks are on in virtual-8086 mode',
    'shadow stacks (shstk) are not in this processor',
    { rflags: 0x20000n },
  ),
  absent(
    'S17',
    CANONICAL,
    ['miscCtl'],
    'U_CET has reserved bits set',
    'U_CET is state of an encrypted guest (sev-es), which is not in this processor',
  ),
  no(
    'S18',
    'System-Control Registers',
    ['cr4', 'efer', 'cr0'],
    'CR4.PCIDE is set outside long mode',
    'a rule for MOV to CR4, not for VMRUN',
    { cr4: 0x20000n },
  ),

  yes('E1', INJECTION, ['eventInj'], 'EVENTINJ has a type that does not exist', { eventInj: 0x700n }),
  yes('E2', INJECTION, ['eventInj'], 'EVENTINJ injects vector 2 (NMI) as an exception', { eventInj: 0xffn }),
  yes('E3', INJECTION, ['eventInj'], 'EVENTINJ injects a vector above 31 as an exception', {
    eventInj: 0xffn,
  }),
  yes(
    'E4',
    INJECTION,
    ['eventInj'],
    'EVENTINJ injects a reserved vector as an exception',
    { eventInj: 0xffn },
    ['CPUID'],
  ),
  yes(
    'E5',
    INJECTION,
    ['eventInj', 'efer', 'cr0', 'csAttrib'],
    'EVENTINJ injects #OF or #BR, which cannot happen in 64-bit mode',
    { eventInj: 0xffn },
  ),
  no(
    'E6',
    INJECTION,
    ['eventInj'],
    'EVENTINJ has reserved bits set',
    'the bits should be zero but are ignored',
    { eventInj: 0x7ffff000n },
  ),
  no(
    'E7',
    INJECTION,
    ['eventInj'],
    'EVENTINJ carries an error code for a vector that has none, or lacks one',
    'the event is delivered as it is written',
    { eventInj: 0x800n },
  ),
];

/** The rows of a mask of failing rows, in order. */
export function checksOfMask(mask: bigint): VmrunCheck[] {
  return CHECKS.filter((_, index) => (mask >> BigInt(index)) & 1n);
}

/** The bit of a row in that mask; throws when there is no such row. */
export function checkBit(id: string): number {
  const index = CHECKS.findIndex((check) => check.id === id);
  if (index < 0) throw new RangeError(`no VMRUN check ${id}`);
  return index;
}
