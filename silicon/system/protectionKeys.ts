// Protection keys: the 16 classes of user pages that a program can close to itself by PKRU.
import { CURP, CR0, CR4, EFER, RAX, RCX, RDX, PKRU } from "../gen/layout";
import { next } from "../record";
import { raiseGP, raiseUD } from "../fault";
import { flushProcessor } from "../mmu/tlb";

const CR0_WP: u64 = 1 << 16; const CR4_PKE: u64 = 1 << 22; const EFER_LMA: u64 = 1 << 10;
const ACCESS_DISABLED: u32 = 1; const WRITE_DISABLED: u32 = 2;

/** Do the keys apply to the running program's data accesses? */
// @ts-ignore: decorator
@inline export function keysApply(): bool { return (load<u64>(CR4) & CR4_PKE) != 0 && (load<u64>(EFER) & EFER_LMA) != 0; }
/** Does PKRU refuse a data access through the leaf `entry` of a user page? A supervisor's writes obey while CR0.WP is set. */
export function keyRefuses(entry: u64, write: bool, user: bool): bool {
  const rights = load<u32>(PKRU) >> (<u32>(entry >> 58) & 0x1e);
  if (rights & ACCESS_DISABLED) return true;
  return write && (rights & WRITE_DISABLED) != 0 && (user || (load<u64>(CR0) & CR0_WP) != 0);
}
/** Load PKRU. Translations are cached with the rights they had. */
export function writePkru(v: u32): void {
  if (load<u32>(PKRU) == v) return;
  store<u32>(PKRU, v);
  flushProcessor();
}

function check(p: usize): void {
  store<u32>(CURP, p);
  if (!(load<u64>(CR4) & CR4_PKE)) raiseUD();
  if (load<u32>(RCX)) raiseGP();
}
export function rdpkru(p: usize): usize {
  check(p);
  store<u64>(RAX, load<u32>(PKRU)); store<u64>(RDX, 0);
  return next(p);
}
export function wrpkru(p: usize): usize {
  check(p);
  if (load<u32>(RDX)) raiseGP();
  writePkru(load<u32>(RAX));
  return next(p);
}
