// FNSTENV, FLDENV, FNSAVE and FRSTOR: the environment in its four layouts (16 or 32 bits, real or protected mode). Where alignment is
// checked, it is that of a word of the environment: the registers are read and written in pieces that pass.
import { FCW, FSW, FOP, FIP, FDP, FCS, FDS, CR0, RFLAGS } from "../gen/layout";
import { ea, next } from "../record";
import { checkOperand, ld, st, probeRead, probeWrite } from "../mem";
import { F_VM } from "../flags";
import { checkFpu, checkFpuNoWait } from "./check";
import { resetFpu, setControl, updateSummary } from "./state";
import { fullTags, setFullTags, st_ } from "./stack";

/** Addresses are kept as offsets; real and virtual-8086 mode shows them with the segment added. */
function realFormat(): bool { return !(load<u32>(CR0) & 1) || (load<u64>(RFLAGS) & F_VM) != 0; }
// @ts-ignore: decorator
@inline function wide<T>(): bool { return sizeof<T>() != 2; }
// @ts-ignore: decorator
@inline function environmentBytes<T>(): i32 { return wide<T>() ? 28 : 14; }

/** Store word `i` of the environment; a 32-bit word's upper half is given or all ones. */
// @ts-ignore: decorator
@inline function word<T>(a: u64, i: u64, v: u32, high: u32, p: usize): void {
  if (wide<T>()) st<u32>(a + (i << 2), (v & 0xffff) | (high << 16), p); else st<u16>(a + (i << 1), <u16>v, p);
}
// @ts-ignore: decorator
@inline function wordAt<T>(a: u64, i: u64, p: usize): u32 { return wide<T>() ? ld<u32>(a + (i << 2), p) : <u32>ld<u16>(a + (i << 1), p); }

function storeEnvironment<T>(a: u64, p: usize): void {
  let ip = <u32>load<u64>(FIP), dp = <u32>load<u64>(FDP);
  const op: u32 = load<u16>(FOP) & 0x7ff, cs: u32 = load<u16>(FCS), ds: u32 = load<u16>(FDS);
  word<T>(a, 0, load<u16>(FCW), 0xffff, p);
  word<T>(a, 1, load<u16>(FSW), 0xffff, p);
  word<T>(a, 2, fullTags(), 0xffff, p);
  if (!realFormat()) {
    word<T>(a, 3, ip, ip >> 16, p); word<T>(a, 4, cs, op, p);
    word<T>(a, 5, dp, dp >> 16, p); word<T>(a, 6, ds, 0xffff, p);
    return;
  }
  ip += cs << 4; dp += ds << 4;
  word<T>(a, 3, ip, 0xffff, p); word<T>(a, 4, (((ip >> 16) << 12) & 0xf000) | op, ip >> 20, p);
  word<T>(a, 5, dp, 0xffff, p); word<T>(a, 6, ((dp >> 16) << 12) & 0xf000, dp >> 20, p);
}
function loadEnvironment<T>(a: u64, p: usize): void {
  const control = wordAt<T>(a, 0, p), status = wordAt<T>(a, 1, p), tags = wordAt<T>(a, 2, p);
  let ip = wordAt<T>(a, 3, p), dp = wordAt<T>(a, 5, p);
  const code = wordAt<T>(a, 4, p), data = wordAt<T>(a, 6, p);
  if (!realFormat()) {
    store<u16>(FCS, <u16>code); store<u16>(FDS, <u16>data);
    if (wide<T>()) store<u16>(FOP, <u16>((code >> 16) & 0x7ff));
  } else {
    ip = (ip & 0xffff) | ((code >> 12) << 16); dp = (dp & 0xffff) | ((data >> 12) << 16);
    store<u16>(FCS, 0); store<u16>(FDS, 0); store<u16>(FOP, <u16>(code & 0x7ff));
  }
  store<u64>(FIP, ip); store<u64>(FDP, dp);
  setFullTags(tags);
  store<u16>(FSW, <u16>status);
  setControl(control);
}

/** Address of the operand: where alignment is checked, that of its words. */
function area<T>(p: usize): u64 {
  const a = ea(p);
  checkOperand(a, wide<T>() ? 4 : 2, p);
  return a;
}

export function fnstenv<T>(p: usize): usize {
  checkFpuNoWait(p);
  const a = area<T>(p);
  probeWrite(a, environmentBytes<T>(), p);
  storeEnvironment<T>(a, p);
  store<u16>(FCW, load<u16>(FCW) | 0x3f);
  updateSummary();
  return next(p);
}
export function fldenv<T>(p: usize): usize {
  checkFpu(p);
  const a = area<T>(p);
  probeRead(a, environmentBytes<T>(), p);
  loadEnvironment<T>(a, p);
  return next(p);
}
export function fnsave<T>(p: usize): usize {
  checkFpuNoWait(p);
  const a = area<T>(p), registers = a + environmentBytes<T>();
  probeWrite(a, environmentBytes<T>() + 80, p);
  storeEnvironment<T>(a, p);
  for (let i: u32 = 0; i < 8; i++) {
    const r = st_(i), at = registers + i * 10;
    for (let j = 0; j < 10; j += 2) st<u16>(at + j, load<u16>(r + j), p);
  }
  resetFpu();
  return next(p);
}
export function frstor<T>(p: usize): usize {
  checkFpu(p);
  const a = area<T>(p), registers = a + environmentBytes<T>();
  probeRead(a, environmentBytes<T>() + 80, p);
  loadEnvironment<T>(a, p);
  for (let i: u32 = 0; i < 8; i++) {
    const r = st_(i), at = registers + i * 10;
    for (let j = 0; j < 10; j += 2) store<u16>(r + j, ld<u16>(at + j, p));
  }
  return next(p);
}
