import { CHECKS, type VmrunCheck } from '../spec/checks.js';
import type { VmcbKey } from '../spec/vmcb.js';
import { PLACE, type Twin } from './bothMachines.js';

export type Fields = Partial<Record<VmcbKey, bigint | number>>;

/** A VMCB12 that differs from the legal one. */
export interface Attempt {
  readonly fields: Fields;
  /** Nested paging as the row needs it; absent when the row has nothing to do with it. */
  readonly paging?: 0 | 1;
  /** L1 runs in 32-bit mode without paging. */
  readonly unpaged?: true;
  /** What `-cpu` says. */
  readonly cpu?: string;
  readonly prepare?: (twin: Twin) => void;
}

/** What fails a row and no other, and what comes as near to that as VMRUN lets pass. */
export interface RowAttempts {
  readonly fails: readonly Attempt[];
  readonly passes: readonly Attempt[];
}

const LIMIT = 1n << 40n;
const PDPTES = PLACE.data + 0x1000;
const pae: Fields = { efer: 0x1801, csAttrib: 0xc9b, cr3: PDPTES };
const pointers =
  (last: bigint) =>
  (twin: Twin): void => {
    for (let n = 0; n < 3; n++) twin.write64(PDPTES + 8 * n, PLACE.tables + 0x2001);
    twin.write64(PDPTES + 24, last);
  };
/** L2 in protected mode, as on a processor that knows no other. */
const short: Fields = { efer: 0x1001, cr0: 0x1_0033, cr4: 0x600, csAttrib: 0xc9b };
const event = (low: number, fields: Fields = {}): Attempt => ({
  fields: { eventInj: 0x8000_0000 + low, ...fields },
});
const plain = (...fields: Fields[]): Attempt[] => fields.map((one) => ({ fields: one }));
const paged = (paging: 0 | 1, ...fields: Fields[]): Attempt[] =>
  fields.map((one) => ({ fields: one, paging }));

const ROWS: Record<string, RowAttempts> = {
  C1: { fails: plain({ interceptMisc2: 2 }), passes: plain({ interceptMisc2: 3 }) },
  C2: { fails: plain({ guestAsid: 0 }), passes: plain({ guestAsid: 1 }, { guestAsid: 15 }) },
  C3: {
    fails: plain(
      { msrpmBasePa: LIMIT - 0x2000n },
      { msrpmBasePa: LIMIT - 1n },
      { msrpmBasePa: 0xffff_ffff_ffff_f000n },
    ),
    passes: plain({ msrpmBasePa: LIMIT - 0x2001n }),
  },
  C4: {
    fails: plain(
      { iopmBasePa: LIMIT - 0x2000n },
      { iopmBasePa: LIMIT - 1n },
      { iopmBasePa: 0xffff_ffff_ffff_f000n },
    ),
    passes: plain({ iopmBasePa: LIMIT - 0x2001n }),
  },
  C5: {
    fails: [{ fields: {}, paging: 1, unpaged: true }],
    passes: [{ fields: {}, paging: 0, unpaged: true }],
  },
  C6: {
    fails: paged(1, { nCr3: LIMIT | BigInt(PLACE.npt12) }, { nCr3: (1n << 63n) | BigInt(PLACE.npt12) }),
    passes: [...paged(1, { nCr3: PLACE.npt12 + 0x18 }), ...paged(0, { nCr3: LIMIT })],
  },
  C7: {
    fails: paged(1, { gPat: 2 }, { gPat: 0x0300_0000_0000_0000n }, { gPat: 0x0800 }),
    passes: [...paged(1, { gPat: 0x0001_0405_0607_0006n }), ...paged(0, { gPat: 2 })],
  },
  S1: { fails: plain({ efer: 0xd01 }), passes: plain({ efer: 0x1d01 }) },
  S2: { fails: plain({ efer: 0x1f01 }, { efer: (1n << 63n) | 0x1d01n }), passes: plain({ efer: 0x1dff }) },
  S3: {
    fails: [0x1101, 0x1401].map((efer) => ({
      fields: { ...short, efer },
      paging: 0,
      unpaged: true,
      cpu: 'max,-lm',
    })),
    passes: [{ fields: short, paging: 0, unpaged: true, cpu: 'max,-lm' }],
  },
  S4: { fails: plain({ cr4: 0x600 }), passes: plain({ cr4: 0x600, cr0: 0x1_0033 }) },
  S5: {
    fails: plain({ cr0: 0x8001_0032 }),
    passes: plain({ cr0: 0x8001_0032, efer: 0x1801, cr4: 0x600 }, { cr0: 0x1_0032 }),
  },
  S6: { fails: plain({ csAttrib: 0xe9b }), passes: plain({ csAttrib: 0xe9b, cr0: 0x1_0033 }) },
  S7: { fails: plain({ cr0: 0xa001_0033 }), passes: plain({ cr0: 0xe001_0033 }, { cr0: 0xc001_0033 }) },
  S8: { fails: plain({ cr0: 0x1_8001_0033n }), passes: plain({ cr0: 0xffff_ffd3n }) },
  S9: {
    fails: plain({ cr3: LIMIT | BigInt(PLACE.tables) }),
    passes: plain({ cr3: PLACE.tables + 0xfe7 }),
  },
  S10: { fails: plain({ cr4: 0x2620 }, { cr4: 0x1_0000_0620n }), passes: plain({ cr4: 0x62c }) },
  S11: { fails: plain({ dr6: 0x1_ffff_0ff0n }), passes: plain({ dr6: 0xffff_ffff }) },
  S12: { fails: plain({ dr7: 0x1_0000_0400n }), passes: plain({ dr7: 0x8000_0400 }) },
  S13: {
    fails: [0x3n, 0x21n, LIMIT | 1n, (1n << 63n) | 1n].map((last) => ({
      fields: pae,
      paging: 0,
      prepare: pointers(last),
    })),
    passes: [
      { fields: pae, paging: 0, prepare: pointers(0xe19n) },
      { fields: pae, paging: 0, prepare: pointers(~1n) },
      { fields: pae, paging: 1, prepare: pointers(0x3n) },
    ],
  },
  E1: {
    fails: [0x100, 0x500, 0x600, 0x700].map((low) => event(low)),
    passes: [event(0x20), { fields: { eventInj: 0x700 } }],
  },
  E2: { fails: [event(0x302)], passes: [event(0x202)] },
  E3: { fails: [event(0x320), event(0x3ff)], passes: [event(0xb1e), event(0x420)] },
  E4: {
    fails: [9, 15, 20, 21, 22, 23, 24, 25, 26, 27, 29, 31].map((vector) => event(0x300 + vector)),
    passes: [event(0x306), event(0x40f)],
  },
  E5: { fails: [event(0x304), event(0x305)], passes: [event(0x303), event(0x304, { csAttrib: 0xc9b })] },

  C8: { fails: [], passes: [{ fields: {}, paging: 1, cpu: 'max,-npt' }] },
  C10: { fails: [], passes: plain(...[2, 4, 5, 6, 7, 0xff].map((tlbControl) => ({ tlbControl }))) },
  S18: { fails: [], passes: plain({ cr4: 0x2_0620, cr0: 0x1_0033 }) },
  E6: { fails: [], passes: [event(0x7fff_f306)] },
  E7: { fails: [], passes: [event(0xb06), event(0x30d)] },
};

/** What to try for a row; throws when a row that matters has nothing. */
export function attemptsOf(check: VmrunCheck): RowAttempts {
  const found = ROWS[check.id];
  if (found && found.fails.length > 0 === (check.reach === 'checked') && found.passes.length > 0)
    return found;
  throw new Error(`VMRUN check ${check.id} needs its attempts`);
}

/** The legal value of the fields whose bits `singleBits` spoils. */
const LEGAL: Fields = {
  efer: 0x1d01,
  cr0: 0x8001_0033,
  cr3: PLACE.tables,
  cr4: 0x620,
  dr6: 0xffff_0ff0,
  dr7: 0x400,
};

/** For each row that names bits which must be zero: every one of them, alone. */
export function singleBits(): { readonly id: string; readonly fields: Fields }[] {
  const found: { id: string; fields: Fields }[] = [];
  for (const { id, fields, offending } of CHECKS.filter(({ reach }) => reach === 'checked')) {
    const [key] = fields;
    const mask = offending[key];
    if (!['S2', 'S8', 'S9', 'S10', 'S11', 'S12'].includes(id) || mask === undefined) continue;
    for (let bit = 0; bit < 64; bit++) {
      // The feature behind this bit is there.
      if (id === 'S2' && bit < 32 && bit !== 9) continue;
      if ((mask >> BigInt(bit)) & 1n)
        found.push({ id, fields: { [key]: BigInt(LEGAL[key]!) | (1n << BigInt(bit)) } });
    }
  }
  return found;
}
