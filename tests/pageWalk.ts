/** Registers that decide how addresses are translated. */
export interface Paging {
  cr0: bigint;
  cr3: bigint;
  cr4: bigint;
  efer: bigint;
}
/** What a walk depends on, apart from memory. */
export interface WalkState extends Paging {
  /** Nested tables with the host's paging registers; absent without nested paging. */
  nested?: Paging;
  /** Loaded page-directory pointers of legacy PAE paging. */
  pdptes: readonly bigint[];
  ac: boolean;
  /** Rights of the protection keys; absent where none matter. */
  pkru?: number;
  cpl: number;
  physBits: number;
  gbPages: boolean;
  /** The guest mode execute trap is on. */
  gmet?: boolean;
}
/** Physical memory as the tables see it; `load` of what is not RAM gives all ones. */
export interface TableMemory {
  load(pa: bigint, size: number): bigint;
}
export const READ = 0;
export const WRITE = 1;
export const FETCH = 2;

/** The outcome the manual demands of one walk: an address, or a fault; and the entries that it changed. */
export interface WalkResult {
  pa?: bigint;
  writable?: boolean;
  fault?: { nested: boolean; address: bigint; code: bigint };
  written: Map<bigint, bigint>;
}

class PageFault extends Error {
  constructor(
    readonly nested: boolean,
    readonly address: bigint,
    readonly code: bigint,
  ) {
    super();
  }
}

const [P, W, U, A, D, PS, NX] = [1n, 2n, 4n, 0x20n, 0x40n, 0x80n, 1n << 63n];
/** Stage of a nested walk: the final translation. */
const FINAL = 1n << 32n;
const ADDRESS = 0xf_ffff_ffff_f000n;
const bit = (v: bigint, n: bigint): boolean => ((v >> n) & 1n) === 1n;
const ones = (n: bigint): bigint => (1n << n) - 1n;

/** A page walk written level by level, without a thought for speed: what the processor's is compared with. */
export function referenceWalk(
  state: WalkState,
  memory: TableMemory,
  lin: bigint,
  access: number,
  user: boolean,
): WalkResult {
  const written = new Map<bigint, bigint>();
  const walk = (
    nested: boolean,
    address: bigint,
    kind: number,
    stage: bigint,
  ): { pa: bigint; writable: boolean } => {
    const { cr0, cr3, cr4, efer } = nested ? state.nested! : state;
    const [pae, smep, smap, wp] = [bit(cr4, 5n), bit(cr4, 20n), bit(cr4, 21n), bit(cr0, 16n)];
    const [long, nxe] = [bit(efer, 10n), bit(efer, 11n)];
    const asUser = nested ? !state.gmet || user || stage !== FINAL : user;
    const fail = (bits: bigint): never => {
      const fetch = kind === FETCH && (smep || (nested && state.gmet) || (nxe && pae)) ? 0x10n : 0n;
      throw new PageFault(
        nested,
        address,
        stage | bits | (kind === WRITE ? 2n : 0n) | (asUser ? 4n : 0n) | fetch,
      );
    };
    if (!bit(cr0, 31n)) return { pa: address, writable: true };
    const wide = long || pae;
    const levels = long ? (bit(cr4, 12n) ? 5 : 4) : pae ? 3 : 2;
    const indexBits = wide ? 9n : 10n;
    const size = wide ? 8 : 4;
    const inEntry = wide ? ADDRESS : 0xffff_f000n;
    if (nested && address >> (long ? 12n + 9n * BigInt(levels) : 32n)) fail(0n);
    let table = long ? cr3 & ADDRESS : cr3 & (pae ? 0xffff_ffe0n : 0xffff_f000n);
    let rights = W | U;
    let noExecute = false;
    for (let level = levels; ; level--) {
      const shift = 12n + indexBits * BigInt(level - 1);
      const pointer = !long && level === 3;
      const index = (address >> shift) & (pointer ? 3n : ones(indexBits));
      const cached = pointer && !state.nested;
      let at = table + index * BigInt(size);
      if (!nested && state.nested && !cached) at = walk(true, at, WRITE, 1n << 33n).pa;
      const entry = cached ? state.pdptes[Number(index)] : (written.get(at) ?? memory.load(at, size));
      if (!(entry & P)) fail(0n);
      const large =
        !pointer &&
        (entry & PS) !== 0n &&
        (wide ? level === 2 || (level === 3 && state.gbPages) : level === 2 && bit(cr4, 4n));
      let reserved = 0n;
      if (wide && !cached) {
        reserved = ones(pointer ? 64n : long ? 52n : 63n) & ~ones(BigInt(state.physBits));
        if (!nxe) reserved |= NX;
        if (pointer) reserved |= 0x1e6n;
        else if (level >= 4) reserved |= 0x180n;
        else if (level === 3) reserved |= large ? 0x3fff_e000n : entry & PS ? PS : 0x100n;
        else if (large) reserved |= 0x1f_e000n;
      } else if (!wide && large) {
        reserved = 0x20_0000n | (((0xffn << BigInt(state.physBits - 32)) & 0xffn) << 13n);
      }
      if (entry & reserved) fail(9n);
      if (!pointer) {
        rights &= entry;
        noExecute ||= wide && (entry & NX) !== 0n;
      }
      if (level > 1 && !large) {
        if (!pointer && !(entry & A)) written.set(at, entry | A);
        table = entry & inEntry;
        continue;
      }
      const userPage = (rights & U) !== 0n;
      const readOnly = !(rights & W) && (nested || asUser || wp);
      const override = state.ac && state.cpl !== 3;
      const keyed = !nested && long && bit(cr4, 22n) && userPage;
      const key = keyed ? ((state.pkru ?? 0) >>> Number(((entry >> 59n) & 15n) * 2n)) & 3 : 0;
      const keyBarsWrites = (key & 1) !== 0 || ((key & 2) !== 0 && (asUser || wp));
      if (kind === WRITE && keyBarsWrites) fail(0x21n);
      if (kind === READ && (key & 1) !== 0) fail(0x21n);
      if (kind === FETCH && noExecute) fail(1n);
      if (kind === WRITE && readOnly) fail(1n);
      const barred = kind === FETCH ? smep : smap && !override;
      if (nested && state.gmet) {
        if (userPage && kind === FETCH && !asUser) fail(1n);
      } else if (asUser ? !userPage : userPage && barred) fail(1n);
      const used = entry | A | (kind === WRITE ? D : 0n);
      if (used !== entry) written.set(at, used);
      const within = ones(shift);
      const high = !wide && large ? ((entry >> 13n) & 0xffn) << 32n : 0n;
      return {
        pa: (entry & inEntry & ~within) | high | (address & within),
        writable: (used & D) !== 0n && !readOnly && !keyBarsWrites,
      };
    }
  };
  try {
    const own = walk(false, lin, access, 0n);
    if (!state.nested) return { ...own, written };
    const final = walk(true, own.pa, access, FINAL);
    return { pa: final.pa, writable: own.writable && final.writable, written };
  } catch (fault) {
    if (!(fault instanceof PageFault)) throw fault;
    const { nested, address, code } = fault;
    return { fault: { nested, address, code }, written };
  }
}
