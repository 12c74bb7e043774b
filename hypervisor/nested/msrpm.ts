import { msrpmPosition } from '../../spec/msrs.js';
import { LIVE } from '../live.js';
import type { MapPlace, MsrRule } from '../exitRule.js';
import type { L0 } from '../l0.js';
import type { Vcpu } from '../vcpu.js';
import { AT } from '../vmcb.js';

/** EFER and VM_CR speak of SVM itself, and the ratio is applied to L2 only: these the L0 carries out. */
const EFER = 0xc000_0080;
const TSC_RATIO = 0xc000_0104;
const VM_CR = 0xc001_0114;
const OWN_MSRS = [EFER, TSC_RATIO, VM_CR] as const;

const MAP_BYTES = 0x1800;
const MSR_PROT = 1 << 28;

interface OwnBits {
  readonly offset: number;
  readonly bits: number;
}

/** Lanes of the map in which the L0 has bits of its own. */
const OWN_BITS: readonly OwnBits[] = OWN_MSRS.map((index) => {
  const place = msrpmPosition(index);
  if (!place) throw new Error('an MSR outside the permission map');
  return { offset: place.byte & ~3, bits: (3 << (place.bit + 8 * (place.byte & 3))) >>> 0 };
});

/** Whether L2 may access a register without an exit when L1 lets it: those outside the map never may. */
export function passesThrough(index: number): boolean {
  return msrpmPosition(index) !== null && !(OWN_MSRS as readonly number[]).includes(index);
}

/** Set the L0's bits in the map at a linear address. */
export function markOwnMsrs(u32: Uint32Array, linear: number): void {
  for (const { offset, bits } of OWN_BITS) u32[(linear + offset) >>> 2] |= bits;
}

/** Make MSRPM02: what L1 intercepts and what the L0 needs. */
export function mergeMsrpm(l0: L0, vcpu: Vcpu): void {
  const { cpu } = l0;
  const to = cpu.hostAddress(vcpu.msrpm02);
  if (vcpu.vmcb12.word(AT.interceptMisc1) & MSR_PROT) {
    copyMap(l0, to, msrpm12(vcpu.vmcb12.address(AT.msrpmBasePa)));
  } else {
    cpu.u8.fill(0, to, to + MAP_BYTES);
  }
  markOwnMsrs(cpu.u32, to);
}

/** The map of L1 that L2 runs with is L1's to change at any moment, from another vCPU too: the processor looks at it as well. */
export function followMsrpm(l0: L0, { vmcb12 }: Vcpu): void {
  if (!(vmcb12.word(AT.interceptMisc1) & MSR_PROT)) return;
  const map = msrpm12(vmcb12.address(AT.msrpmBasePa));
  if (l0.hidden.hides(map)) return;
  const { u32 } = l0.cpu;
  u32[LIVE.L1_MSRPM >>> 2] = map % 0x1_0000_0000;
  u32[(LIVE.L1_MSRPM + 4) >>> 2] = Math.floor(map / 0x1_0000_0000);
}

/** Page by page: a map that is not in memory has what the bus has. */
function copyMap({ cpu, memory }: L0, to: number, from: number): void {
  for (let done = 0; done < MAP_BYTES; done += 0x1000) {
    const bytes = Math.min(0x1000, MAP_BYTES - done);
    const at = memory.linear(from + done);
    if (at !== 0) cpu.u8.copyWithin(to + done, at, at + bytes);
    else for (let n = done; n < done + bytes; n += 4) cpu.u32[(to + n) >>> 2] = memory.read(from + n);
  }
}

/** Why L1 wants the exit of RDMSR or WRMSR in L2: its map is consulted as it is now. */
export function l1InterceptsMsr(l0: L0, vcpu: Vcpu, msr: number, write: boolean): MsrRule | null {
  if (!(vcpu.vmcb12.word(AT.interceptMisc1) & MSR_PROT)) return null;
  const place = msrMapPlace(msrpm12(vcpu.vmcb12.address(AT.msrpmBasePa)), msr, write);
  const set = place === null || ((l0.memory.byte(place.address) >> place.bit) & 1) !== 0;
  return set ? { kind: 'msrMap', msr, write, place } : null;
}
/** The bit of an access in the map at a physical address; null for a register outside the map. */
export function msrMapPlace(base: number, msr: number, write: boolean): MapPlace | null {
  const position = msrpmPosition(msr);
  return position && { address: base + position.byte, bit: position.bit + (write ? 1 : 0) };
}
/** Why the L0 wants it: it keeps some registers to itself, and those outside the map exit whatever anybody asks for. */
export function l0InterceptsMsr({ vmcb01 }: Vcpu, msr: number, write: boolean): MsrRule | null {
  if (passesThrough(msr)) return null;
  return { kind: 'msrMap', msr, write, place: msrMapPlace(vmcb01.address(AT.msrpmBasePa), msr, write) };
}

/** The page an address field names: its low bits are ignored. */
function msrpm12(address: number): number {
  return address - (address % 0x1000);
}
