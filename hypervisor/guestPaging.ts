import type { L0 } from './l0.js';
import type { Vcpu } from './vcpu.js';
import { AT, type Vmcb } from './vmcb.js';

const CR0_PG = 0x8000_0000n;
const CR4_PSE = 1n << 4n;
const CR4_PAE = 1n << 5n;
const CR4_LA57 = 1n << 12n;
const EFER_LMA = 1n << 10n;
const PRESENT = 1n;
const LARGE = 0x80n;
const ADDRESS = 0xf_ffff_ffff_f000n;

/** Where a physical address of some level of guest lies in L1's memory; undefined when it lies nowhere. */
type Place = (address: bigint) => number | undefined;

interface Paging {
  readonly cr0: bigint;
  readonly cr3: bigint;
  readonly cr4: bigint;
  readonly efer: bigint;
}

/**
 * L1-physical address of a byte that the guest sees at a linear address, to look at it: no rights, no accessed bits and
 * no faults. Undefined when nothing is there.
 */
export function lookUp(l0: L0, vcpu: Vcpu, linear: bigint): number | undefined {
  const same: Place = (address) => Number(address);
  if (!vcpu.nestedNpt) return translate(l0, pagingOf(vcpu.vmcb), linear, same);
  // Two walks: each table of L2 lies at an address that L1's nested tables translate.
  const nested = { ...pagingOf(vcpu.vmcb01), cr3: vcpu.vmcb12.long(AT.nCr3) };
  const through: Place = (address) => translate(l0, nested, address, same);
  return translate(l0, pagingOf(vcpu.vmcb02), linear, through);
}

function pagingOf(vmcb: Vmcb): Paging {
  return { cr0: vmcb.long(AT.cr0), cr3: vmcb.long(AT.cr3), cr4: vmcb.long(AT.cr4), efer: vmcb.long(AT.efer) };
}

function translate(
  l0: L0,
  { cr0, cr3, cr4, efer }: Paging,
  linear: bigint,
  place: Place,
): number | undefined {
  if (!(cr0 & CR0_PG)) return place(linear);
  const long = (efer & EFER_LMA) !== 0n;
  const wide = long || (cr4 & CR4_PAE) !== 0n;
  const bits = wide ? 9n : 10n;
  let shift = long ? (cr4 & CR4_LA57 ? 48n : 39n) : wide ? 30n : 22n;
  let table = long ? cr3 & ADDRESS : cr3 & (wide ? 0xffff_ffe0n : 0xffff_f000n);
  for (;;) {
    const index = (linear >> shift) & ((1n << bits) - 1n);
    const at = place(table + index * (wide ? 8n : 4n));
    if (at === undefined) return undefined;
    const low = BigInt(l0.memory.read(at));
    const entry = wide ? low | (BigInt(l0.memory.read(at + 4)) << 32n) : low;
    if (!(entry & PRESENT)) return undefined;
    const canBeLarge = wide ? shift === 21n || (long && shift === 30n) : (cr4 & CR4_PSE) !== 0n;
    if (shift === 12n || (canBeLarge && (entry & LARGE) !== 0n)) {
      const within = (1n << shift) - 1n;
      // PSE-36 keeps bits 39:32 of the address in bits 20:13.
      const high = !wide && shift !== 12n ? ((entry >> 13n) & 0xffn) << 32n : 0n;
      return place((entry & ADDRESS & ~within) | high | (linear & within));
    }
    table = entry & ADDRESS;
    shift -= bits;
  }
}
