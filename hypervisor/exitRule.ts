import { INTERCEPTS, type Intercept } from '../spec/intercepts.js';
import { IOIO_INFO } from '../spec/vmcbBits.js';

/** An intercept bit that is set. */
export interface InterceptRule {
  readonly kind: 'intercept';
  readonly row: Intercept;
}
/** A bit of the MSR permission map that is set, or a register outside it, whose every access exits. */
export interface MsrRule {
  readonly kind: 'msrMap';
  readonly msr: number;
  readonly write: boolean;
  /** Physical address of the byte, and the bit in it; null outside the map. */
  readonly place: MapPlace | null;
}
/** The first bit of the I/O permission map that is set among those of an access. */
export interface IoRule {
  readonly kind: 'ioMap';
  readonly port: number;
  readonly bytes: number;
  readonly place: MapPlace;
}
/** A bit of a permission map, by the physical address of its byte. */
export interface MapPlace {
  readonly address: number;
  readonly bit: number;
}

/** One entry that a walk of nested page tables has read. */
export interface NestedEntry {
  /** 1 for the level of 4 KiB pages. */
  readonly level: number;
  readonly address: number;
  readonly value: bigint;
}
/** A nested page table has no answer for what the guest wants. */
export interface NestedRule {
  readonly kind: 'nestedTables';
  readonly gpa: bigint;
  /** EXITINFO1. */
  readonly error: bigint;
  /** From the root down; the last one is at fault. None when the address is beyond what the tables can map. */
  readonly trail: readonly NestedEntry[];
}
/** The L0 has not entered this guest-physical address in the tables that the guest runs on. */
export interface UnfilledRule {
  readonly kind: 'unfilled';
  readonly table: 'NPT01' | 'NPT02';
  readonly gpa: bigint;
}
/** The consistency checks refuse the VMCB. */
export interface ChecksRule {
  readonly kind: 'checks';
}
/** L1 has made VMLOAD and VMSAVE virtual, and without nested paging of its own or long mode they exit all the same. */
export interface VirtualVmloadRule {
  readonly kind: 'virtualVmload';
}

/** Why a guest has left: what somebody had asked for. */
export type ExitRule =
  InterceptRule | MsrRule | IoRule | NestedRule | UnfilledRule | ChecksRule | VirtualVmloadRule;

/** By exit code: the bit that asks for it, and where it is as a number, -1 where no bit makes the exit. */
const RULES: InterceptRule[] = [];
const PLACES = new Int16Array(0x100).fill(-1);
for (const row of INTERCEPTS) {
  RULES[row.exitCode] = { kind: 'intercept', row };
  PLACES[row.exitCode] = row.word * 32 + row.bit;
}

/** Word and bit, as one number, of the intercept of an exit code; -1 where there is none. */
export function interceptPlace(code: number): number {
  return code < PLACES.length ? PLACES[code] : -1;
}
/** The rule of an exit code that has an intercept bit. */
export function interceptRule(code: number): InterceptRule {
  return RULES[code];
}

const PORT_SHIFT = BigInt(IOIO_INFO.port.lo);
/** The sizes of an access, as EXITINFO1 has them, from this bit up: 1, 2 and 4 bytes. */
const SIZE_SHIFT = BigInt(IOIO_INFO.size8.lo);

/** The bit of the I/O permission map at a physical address that an access described by EXITINFO1 has met; null if none is set. */
export function ioMapRule(byteAt: (pa: number) => number, base: number, info1: bigint): IoRule | null {
  const port = Number(info1 >> PORT_SHIFT) & 0xffff;
  const bytes = Number((info1 >> SIZE_SHIFT) & 7n);
  const first = base - (base % 0x1000);
  for (let n = port; n < port + bytes; n++) {
    const place = { address: first + (n >> 3), bit: n & 7 };
    if ((byteAt(place.address) >> place.bit) & 1) return { kind: 'ioMap', port, bytes, place };
  }
  return null;
}
