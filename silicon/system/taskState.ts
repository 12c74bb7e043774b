// Task-state segments in memory, in their two layouts: what a task switch saves, and what it loads.
import { REGS, RIP, SEG_TR } from "../gen/layout";
import { ldSys, stSys } from "../mem";
import { raiseGP } from "../fault";
import { F_ARITH, F_AC, F_DF, F_ID, F_IF, F_IOPL, F_NT, F_RF, F_TF, F_VIF, F_VIP, F_VM } from "../flags";
import { segmentAt } from "./descriptor";

/** Smallest limits. */
export const WIDE_LIMIT: u32 = 0x67; export const NARROW_LIMIT: u32 = 0x2b;
const LINK: u64 = 0;
// Offsets of the wide layout; CR3 and the trap bit exist only there.
const W_CR3: u64 = 0x1c; const W_RIP: u64 = 0x20; const W_FLAGS: u64 = 0x24; const W_REGS: u64 = 0x28; const W_SEGS: u64 = 0x48; const W_LDT: u64 = 0x60;
const W_TRAP: u64 = 0x64; const W_IO_MAP: u64 = 0x66;
const N_RIP: u64 = 0xe; const N_FLAGS: u64 = 0x10; const N_REGS: u64 = 0x12; const N_SEGS: u64 = 0x22; const N_LDT: u64 = 0x2a;
/** Segment registers of the narrow layout: FS and GS are not among them. */
const NARROW_SEGS = 4;
const SEGS_COUNT = 6;
const NARROW_FLAGS: u64 = F_ARITH | F_TF | F_IF | F_DF | F_IOPL | F_NT;
const WIDE_FLAGS: u64 = NARROW_FLAGS | F_RF | F_VM | F_AC | F_VIF | F_VIP | F_ID;

/** The part a switch saves: first offset and bytes. */
export function savedFrom(wide: bool): u64 { return wide ? W_RIP : N_RIP; }
export function savedBytes(wide: bool): i32 { return wide ? <i32>(W_LDT - W_RIP) : <i32>(N_LDT - N_RIP); }

/** Save the running task, with its RIP and flags as given. */
export function saveTask(at: u64, wide: bool, rip: u64, flags: u64): void {
  const size = wide ? 4 : 2;
  stSys(at + (wide ? W_RIP : N_RIP), size, rip);
  stSys(at + (wide ? W_FLAGS : N_FLAGS), size, flags);
  const registers = at + (wide ? W_REGS : N_REGS), segments = at + (wide ? W_SEGS : N_SEGS);
  const count = wide ? SEGS_COUNT : NARROW_SEGS;
  for (let i = 0; i < 8; i++) stSys(registers + i * size, size, load<u64>(REGS + (i << 3)));
  for (let seg = 0; seg < count; seg++) stSys(segments + seg * size, 2, load<u16>(segmentAt(seg)));
}

const selectors = memory.data(SEGS_COUNT * 2);
let ldt: u32 = 0;
let trap: bool = false;
/** What loadTask() has found: selectors of the segment registers and of the LDT, and the trap bit. */
export function taskSelector(seg: i32): u32 { return load<u16>(selectors + (<usize>seg << 1)); }
export function taskLdt(): u32 { return ldt; }
export function taskTraps(): bool { return trap; }

/** Read the selectors of a task: nothing of the state changes. */
export function readTask(at: u64, wide: bool): void {
  const segments = at + (wide ? W_SEGS : N_SEGS), size = wide ? 4 : 2;
  for (let seg = 0; seg < SEGS_COUNT; seg++) {
    const there = wide || seg < NARROW_SEGS;
    store<u16>(selectors + (<usize>seg << 1), there ? <u16>ldSys(segments + seg * size, 2) : 0);
  }
  ldt = <u32>ldSys(at + (wide ? W_LDT : N_LDT), 2);
  trap = wide && (ldSys(at + W_TRAP, 2) & 1) != 0;
}
/** Load general registers and RIP of a task; its flags are the result. 16-bit values are zero-extended. */
export function loadTask(at: u64, wide: bool): u64 {
  const size = wide ? 4 : 2, registers = at + (wide ? W_REGS : N_REGS);
  for (let i = 0; i < 8; i++) store<u64>(REGS + (i << 3), ldSys(registers + i * size, size));
  store<u64>(RIP, ldSys(at + (wide ? W_RIP : N_RIP), size));
  return (ldSys(at + (wide ? W_FLAGS : N_FLAGS), size) & (wide ? WIDE_FLAGS : NARROW_FLAGS)) | 2;
}
/** Stack pointer of a task, and whether it runs in virtual-8086 mode. */
export function taskStack(at: u64, wide: bool): u64 { const size = wide ? 4 : 2; return ldSys(at + (wide ? W_REGS : N_REGS) + 4 * size, size); }
export function taskIsVirtual(at: u64, wide: bool): bool { return wide && (ldSys(at + W_FLAGS, 4) & F_VM) != 0; }
/** CR3 of a task with a wide TSS. */
export function taskCr3(at: u64): u64 { return ldSys(at + W_CR3, 4); }
/** Offset of the I/O permission map in the TSS of TR; #GP(0) unless that is a wide one which reaches so far. */
export function ioMapOffset(): u64 {
  // Present, available or busy.
  if ((load<u16>(SEG_TR, 2) & 0x9d) != 0x89 || load<u32>(SEG_TR, 4) < <u32>W_IO_MAP + 1) raiseGP();
  return ldSys(load<u64>(SEG_TR, 8) + W_IO_MAP, 2);
}
/** The task that a nested one returns to. */
export function taskLink(at: u64): u32 { return <u32>ldSys(at + LINK, 2); }
export function setTaskLink(at: u64, selector: u32): void { stSys(at + LINK, 2, selector); }
