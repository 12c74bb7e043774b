// Shifts and rotates. What the manual leaves undefined is as Zen does it: OF as the last one-bit step leaves it, AF set by shifts,
// CF clear after a 16-bit double shift by more than 16, and OF equal to it when that goes left. `k` is the operation as ModRM.reg encodes it,
// and a constant where these are inlined.
import { LF_RES, LF_AUX, RCX, I_IMM } from "../gen/layout";
import { dst, src, ea, next, wr, isMem } from "../record";
import { rmw, rmwEnd } from "../mem";
import { fCarryOverflow } from "../flags";

const ROL = 0; const ROR = 1; const RCL = 2; const RCR = 3; const SHR = 5; const SAR = 7;
const AF: u64 = 8;

// @ts-ignore: decorator
@inline function bits<T>(): u32 { return sizeof<T>() << 3; }
// @ts-ignore: decorator
@inline function masked<T>(count: u32): u32 { return count & (sizeof<T>() == 8 ? 63 : 31); }
// @ts-ignore: decorator
@inline function signed<T>(a: T): i64 {
  if (sizeof<T>() == 1) return <i64><i8>a;
  if (sizeof<T>() == 2) return <i64><i16>a;
  if (sizeof<T>() == 4) return <i64><i32>a;
  return <i64>a;
}
// @ts-ignore: decorator
@inline function top<T>(r: T): u64 { return <u64>r >> (bits<T>() - 1); }
// @ts-ignore: decorator
@inline function topTwoDiffer<T>(r: T): u64 { return top<T>(r) ^ ((<u64>r >> (bits<T>() - 2)) & 1); }
// @ts-ignore: decorator
@inline function carry(): u64 { return load<u64>(LF_AUX) >> 63; }

/** The operand with the carry as its top bit, rotated left by `m` of `bits + 1`; the carry out is at the top again. */
// @ts-ignore: decorator
@inline function throughCarry<T>(a: T, c: u64, m: u32): u64 {
  const x = <u64>a | (c << bits<T>());
  return (x << m) | (x >> (bits<T>() + 1 - m));
}
// @ts-ignore: decorator
@inline function carryTurns<T>(n: u32): u32 { return sizeof<T>() < 4 ? n % (bits<T>() + 1) : n; }

/** Result for a masked count; the rotates through carry need it not to be zero. */
// @ts-ignore: decorator
@inline function result<T>(k: i32, a: T, n: u32, c: u64): T {
  if (k == ROL) return rotl<T>(a, <T>n);
  if (k == ROR) return rotr<T>(a, <T>n);
  if (k == RCL) {
    if (sizeof<T>() < 8) return <T>throughCarry<T>(a, c, carryTurns<T>(n));
    return <T>((<u64>a << n) | (c << (n - 1)) | (n > 1 ? <u64>a >> (65 - n) : 0));
  }
  if (k == RCR) {
    if (sizeof<T>() < 8) return <T>throughCarry<T>(a, c, bits<T>() + 1 - carryTurns<T>(n));
    return <T>((<u64>a >> n) | (c << (64 - n)) | (n > 1 ? <u64>a << (65 - n) : 0));
  }
  if (k == SHR) return <T>(<u64>a >> n);
  if (k == SAR) return <T>(signed<T>(a) >> n);
  return <T>(<u64>a << n);
}
/** Flags for a masked count that is not zero. */
// @ts-ignore: decorator
@inline function flags<T>(k: i32, a: T, n: u32, c: u64, r: T): void {
  if (k == ROL) { const out = <u64>r & 1; fCarryOverflow(out, out ^ top<T>(r)); return; }
  if (k == ROR) { fCarryOverflow(top<T>(r), topTwoDiffer<T>(r)); return; }
  if (k == RCL) {
    const out = sizeof<T>() < 8 ? (throughCarry<T>(a, c, carryTurns<T>(n)) >> bits<T>()) & 1 : (<u64>a >> (64 - n)) & 1;
    fCarryOverflow(out, out ^ top<T>(r));
    return;
  }
  if (k == RCR) {
    const out = sizeof<T>() < 8 ? (throughCarry<T>(a, c, bits<T>() + 1 - carryTurns<T>(n)) >> bits<T>()) & 1 : (<u64>a >> (n - 1)) & 1;
    fCarryOverflow(out, topTwoDiffer<T>(r));
    return;
  }
  let out: u64, differ: u64; // CF, and CF^OF
  if (k == SHR) { out = (<u64>a >> (n - 1)) & 1; differ = out ^ topTwoDiffer<T>(r); }
  else if (k == SAR) { out = <u64>(signed<T>(a) >> (n - 1)) & 1; differ = out; }
  else {
    out = sizeof<T>() < 8 ? ((<u64>a << n) >> bits<T>()) & 1 : (<u64>a >> (64 - n)) & 1;
    differ = top<T>(r);
  }
  shifted<T>(r, out, differ);
}
// @ts-ignore: decorator
@inline function shifted<T>(r: T, out: u64, differ: u64): void {
  store<u64>(LF_RES, <u64>signed<T>(r)); store<u64>(LF_AUX, (out << 63) | (differ << 62) | AF);
}

// @ts-ignore: decorator
@inline function onRegister<T>(p: usize, k: i32, n: u32, f: bool): usize {
  const d = dst(p), a = load<T>(d);
  // A count of zero leaves the flags alone, but still clears the upper half of a 32-bit register.
  if (k == RCL || k == RCR) {
    if (!n) { wr<T>(d, a); return next(p); }
    const c = carry(), r = result<T>(k, a, n, c);
    wr<T>(d, r);
    flags<T>(k, a, n, c, r);
    return next(p);
  }
  const r = result<T>(k, a, n, 0);
  wr<T>(d, r);
  if (f && n) flags<T>(k, a, n, 0, r);
  return next(p);
}
// @ts-ignore: decorator
@inline function onMemory<T>(p: usize, k: i32, n: u32, f: bool): usize {
  const at = ea(p), m = rmw<T>(at, p), a = load<T>(m);
  if (!n) { rmwEnd<T>(m, at, a, p); return next(p); }
  const c = k == RCL || k == RCR ? carry() : 0, r = result<T>(k, a, n, c);
  rmwEnd<T>(m, at, r, p);
  if (f) flags<T>(k, a, n, c, r);
  return next(p);
}
// @ts-ignore: decorator
@inline function immediate<T>(p: usize): u32 { return masked<T>(load<u8>(p, I_IMM)); }

// By an immediate and by 1: hot.
// @ts-ignore: decorator
@inline export function shiftImm_rs<T>(p: usize, k: i32, f: bool): usize { return onRegister<T>(p, k, immediate<T>(p), f); }
// @ts-ignore: decorator
@inline export function shiftImm_ms<T>(p: usize, k: i32, f: bool): usize { return onMemory<T>(p, k, immediate<T>(p), f); }
// @ts-ignore: decorator
@inline export function shiftOne_rs<T>(p: usize, k: i32, f: bool): usize { return onRegister<T>(p, k, 1, f); }
// @ts-ignore: decorator
@inline export function shiftOne_ms<T>(p: usize, k: i32, f: bool): usize { return onMemory<T>(p, k, 1, f); }

/** By CL. */
// @ts-ignore: decorator
@inline export function shiftCl<T>(p: usize, k: i32): usize {
  const n = masked<T>(load<u8>(RCX));
  return isMem(p) ? onMemory<T>(p, k, n, true) : onRegister<T>(p, k, n, true);
}

/** SHLD and SHRD. A 16-bit operand longer than its size goes on with the source again. */
// @ts-ignore: decorator
@inline function double<T>(p: usize, n: u32, right: bool): usize {
  const memory_ = isMem(p), at = ea(p), m = memory_ ? rmw<T>(at, p) : dst(p);
  const a = load<T>(m), b = load<T>(src(p));
  let r = a;
  let out: u64 = 0, before: u64 = top<T>(a); // the top bit one step before the last
  if (n) {
    if (right) {
      if (sizeof<T>() == 8) {
        r = <T>((<u64>a >> n) | (<u64>b << (64 - n)));
        if (n > 1) before = (<u64>b >> (n - 2)) & 1;
      } else {
        const w = <u64>a | (<u64>b << bits<T>()) | (sizeof<T>() == 2 ? <u64>b << 32 : 0);
        r = <T>(w >> n);
        before = (w >> (n - 1 + bits<T>() - 1)) & 1;
      }
      out = n > bits<T>() ? 0 : (<u64>a >> (n - 1)) & 1;
    } else {
      if (sizeof<T>() == 8) r = <T>((<u64>a << n) | (<u64>b >> (64 - n)));
      else if (sizeof<T>() == 4) r = <T>((((<u64>a << 32) | <u64>b) << n) >> 32);
      else r = <T>((((<u64>a << 32) | (<u64>b << 16) | <u64>b) << n) >> 32);
      out = n > bits<T>() ? 0 : (<u64>a >> (bits<T>() - n)) & 1;
    }
  }
  if (memory_) rmwEnd<T>(m, at, r, p); else wr<T>(m, r);
  if (n) shifted<T>(r, out, right ? out ^ before ^ top<T>(r) : n < bits<T>() ? top<T>(r) : 0);
  return next(p);
}
export function shldImm<T>(p: usize): usize { return double<T>(p, immediate<T>(p), false); }
export function shldCl<T>(p: usize): usize { return double<T>(p, masked<T>(load<u8>(RCX)), false); }
export function shrdImm<T>(p: usize): usize { return double<T>(p, immediate<T>(p), true); }
export function shrdCl<T>(p: usize): usize { return double<T>(p, masked<T>(load<u8>(RCX)), true); }
