import type { VmcbKey } from './vmcb.js';

/** A VMCB near the edge of what VMRUN takes. */
export interface CheckCase {
  /** Ids of the rows of `CHECKS` that fail; none when VMRUN just passes. */
  readonly fails: readonly string[];
  /** What is changed in a VMCB that passes, of a guest in 64-bit mode on a host in 64-bit mode. */
  readonly fields: Readonly<Partial<Record<VmcbKey, bigint>>>;
  /** The first page-directory pointer of the guest, where `fields` make it one with legacy PAE paging. */
  readonly pointer?: bigint;
}

const NPT = { miscCtl: 1n };
const BAD_PAT = { gPat: 2n };
/** Legacy PAE paging without nested paging: its pointers are read by VMRUN. */
const PAE = { efer: 0x1000n, csAttrib: 0xc9bn, cr4: 0x620n, miscCtl: 0n };
const EVENT_VALID = 0x8000_0000n;
const event = (bits: bigint) => ({ eventInj: EVENT_VALID | bits });

const fails = (ids: string, fields: CheckCase['fields'], pointer?: bigint): CheckCase => ({
  fails: ids.split(' '),
  fields,
  ...(pointer === undefined ? {} : { pointer }),
});
const passes = (fields: CheckCase['fields'], pointer?: bigint): CheckCase => ({
  fails: [],
  fields,
  ...(pointer === undefined ? {} : { pointer }),
});

/**
 * Neighbours on both sides of every check that a guest of a 64-bit host can fail, on a processor with `physBits` bits of physical address
 * that has no shadow stacks and no encrypted guests.
 */
export function checkCases(physBits: number): readonly CheckCase[] {
  const limit = 1n << BigInt(physBits);
  return [
    passes({}),
    fails('C1', { interceptMisc2: 2n }),
    fails('C2', { guestAsid: 0n }),
    passes({ guestAsid: 2n }),
    passes({ msrpmBasePa: limit - 0x3000n + 0xfffn }),
    fails('C3', { msrpmBasePa: limit - 0x2000n }),
    fails('C3', { msrpmBasePa: limit - 0x1000n }),
    fails('C3', { msrpmBasePa: 0xffff_ffff_ffff_f000n }),
    passes({ iopmBasePa: limit - 0x3000n }),
    fails('C4', { iopmBasePa: limit - 0x2000n }),
    fails('C4', { iopmBasePa: 0xffff_ffff_ffff_ffffn }),
    fails('C6', { ...NPT, nCr3: limit }),
    fails('C6', { ...NPT, nCr3: 1n << 63n }),
    passes({ miscCtl: 0n, nCr3: limit }),
    fails('C7', { ...NPT, ...BAD_PAT }),
    fails('C7', { ...NPT, gPat: 0x0300_0000_0000_0000n }),
    fails('C7', { ...NPT, gPat: 0x0800n }),
    passes({ ...NPT, gPat: 0x0001_0405_0607_0000n }),
    passes({ miscCtl: 0n, ...BAD_PAT }),
    fails('C9', { intCtl: 0x400_0000n }),
    passes({ intCtl: 0x400_0000n, interceptMisc1: 2n }),
    passes({ tlbControl: 0xffn }),
    fails('S1', { efer: 0xd01n }),
    fails('S2', { efer: 0x1f01n }),
    fails('S2', { efer: 0x8000_0000_0000_1d01n }),
    passes({ efer: 0x1dffn }),
    fails('S4', { cr4: 0x600n }),
    fails('S5', { cr0: 0x8000_0010n }),
    fails('S4 S5', { cr0: 0x8000_0010n, cr4: 0x600n }),
    passes({ cr0: 0x11n, cr4: 0x600n }),
    passes({ efer: 0x1000n, cr0: 0x8000_0010n, cr4: 0n }),
    fails('S6', { csAttrib: 0x69bn }),
    passes({ csAttrib: 0x69bn, cr0: 0x11n }),
    fails('S7', { cr0: 0xa000_0011n }),
    passes({ cr0: 0xe000_0011n }),
    fails('S8', { cr0: 0x1_8000_0011n }),
    passes({ cr0: 0xffff_ffdfn }),
    fails('S9', { cr3: limit }),
    fails('S9', { cr3: 1n << 63n, efer: 0x1801n }),
    passes({ cr3: 0x1fffn }),
    fails('S10', { cr4: 0x2620n }),
    fails('S10', { cr4: (1n << 40n) | 0x620n }),
    passes({ cr4: 0x2_0600n, cr0: 0x11n }),
    fails('S11', { dr6: 1n << 32n }),
    passes({ dr6: 0xffff_ffffn }),
    fails('S12', { dr7: 1n << 63n }),
    passes({ dr7: 0xffff_ffffn }),
    fails('S13', PAE, (1n << 52n) | 1n),
    fails('S13', PAE, (1n << BigInt(physBits)) | 1n),
    fails('S13', PAE, (1n << 63n) | 1n),
    fails('S13', PAE, 0x21n),
    fails('S13', PAE, 3n),
    passes(PAE, 0xe19n),
    passes(PAE, 0xffff_ffff_ffff_fffen),
    passes({ ...PAE, ...NPT }, (1n << 52n) | 1n),
    passes({ ...PAE, efer: 0x1d01n, csAttrib: 0xa9bn }, (1n << 52n) | 1n),
    passes({ ...PAE, cr4: 0x600n }, (1n << 52n) | 1n),
    passes({ ...PAE, cr0: 0x11n }, (1n << 52n) | 1n),
    fails('S1 S7 S11', { efer: 0xd01n, cr0: 0xa000_0011n, dr6: 1n << 40n }),
    passes({ eventInj: 0x100n }),
    fails('E1', event(0x100n)),
    fails('E1', event(0x500n)),
    fails('E1', event(0x700n)),
    passes(event(0x020n)),
    passes(event(0x202n)),
    passes(event(0x4ffn)),
    fails('E2', event(0x302n)),
    fails('E3', event(0x320n)),
    passes(event(0x30dn)),
    fails('E4', event(0x309n)),
    fails('E4', event(0x30fn)),
    fails('E4', event(0x315n)),
    fails('E4', event(0x31dn)),
    fails('E4', event(0x31fn)),
    passes(event(0x31en)),
    fails('E5', event(0x304n)),
    fails('E5', event(0x305n)),
    passes({ ...event(0x304n), csAttrib: 0x49bn }),
    passes(event(0x7fff_f20dn)),
    passes(event(0xb03n)),
  ];
}

/** Rows that only another host than a 64-bit one, or another processor, can make fail. */
export const CHECKED_ELSEWHERE: readonly string[] = ['C5', 'S3'];
