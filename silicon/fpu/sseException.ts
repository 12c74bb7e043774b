// MXCSR around an SSE floating-point operation. The quick path uses the host's own arithmetic where nothing but an already noted
// inexact result can happen; everything else goes through the exact arithmetic, one element at a time.
import { MXCSR, CR4, CURP } from "../gen/layout";
import { raise, V_XF, V_UD } from "../fault";
import { forgetRaised, note, raised, setModes, takeRaised } from "./round";

const DAZ: u32 = 0x40; const FTZ: u32 = 0x8000;
/** PE to the top of the register: inexact noted, all masked, nearest, no flushing. */
const QUICK_MASK: u32 = 0xffe0; const QUICK: u32 = 0x1fa0;
const CR4_OSXMMEXCPT: u32 = 0x400;

/** May host arithmetic be used when operands and result are ordinary numbers? */
// @ts-ignore: decorator
@inline export function quick(): bool { return (load<u32>(MXCSR) & QUICK_MASK) == QUICK; }
export function denormalsAreZero(): bool { return (load<u32>(MXCSR) & DAZ) != 0; }
/** Begin an operation of one or more elements. */
// @ts-ignore: decorator
@inline export function beginSse(): void { forgetRaised(); }
/** What exact arithmetic needs of MXCSR. */
export function readModes(): void {
  const m = load<u32>(MXCSR);
  setModes((m >> 13) & 3, (m >> 7) & 0x3f, (m & FTZ) != 0);
}
/** In an operation of several steps: exceptions of the steps that are over are kept this far up. */
const OVER: u32 = 8;
const EXCEPTIONS: u32 = 0x3f;
/** End a step: has it met an exception that is not masked? */
export function stepTraps(): bool {
  const flags = takeRaised(), now = flags & EXCEPTIONS;
  const traps = (now & ~(load<u32>(MXCSR) >> 7)) != 0;
  note(traps ? flags : (flags & ~EXCEPTIONS) | (now << OVER));
  return traps;
}
/** End it: note the exceptions in MXCSR; an unmasked one is #XF, before any result is stored. */
// @ts-ignore: decorator
@inline export function settleSse(p: usize): void { if (raised()) settleRaised(p); }
function settleRaised(p: usize): void {
  const flags = raised() & EXCEPTIONS, earlier = raised() >> OVER, m = load<u32>(MXCSR), open = flags & ~(m >> 7);
  // An unmasked exception of the operands means that no element was computed.
  store<u32>(MXCSR, m | earlier | (open & 7 ? flags & 7 : flags));
  if (open) { store<u32>(CURP, p); raise(load<u32>(CR4) & CR4_OSXMMEXCPT ? V_XF : V_UD, 0); }
}

/** Finite, not denormal, not zero: for each element of a result. */
// @ts-ignore: decorator
@inline export function normalLanes<T>(v: v128): v128 {
  const twice = i32x4.shl(v, 1);
  if (sizeof<T>() == 4) return i32x4.lt_u(i32x4.sub(twice, i32x4.splat(0x01000000)), i32x4.splat(0xfe000000));
  return v128.or(i32x4.lt_u(i32x4.sub(twice, i32x4.splat(0x00200000)), i32x4.splat(0xffc00000)), v128.splat<u64>(0xffffffff));
}
// @ts-ignore: decorator
@inline export function zeroLanes<T>(v: v128): v128 {
  if (sizeof<T>() == 4) return i32x4.eq(i32x4.shl(v, 1), i32x4.splat(0));
  return i64x2.eq(i64x2.shl(v, 1), i64x2.splat(0));
}
/** Every element is a normal number or zero. */
// @ts-ignore: decorator
@inline export function ordinaryLanes<T>(v: v128): bool { return i32x4.all_true(v128.or(normalLanes<T>(v), zeroLanes<T>(v))); }
/** A normal number: bits of a binary32 (u32) or binary64 (u64). */
// @ts-ignore: decorator
@inline export function normal<T>(v: T): bool {
  if (sizeof<T>() == 4) return (<u32>v << 1) - 0x01000000 < <u32>0xfe000000;
  return (<u64>v << 1) - 0x0020000000000000 < <u64>0xffc0000000000000;
}
// @ts-ignore: decorator
@inline export function isZero<T>(v: T): bool { return sizeof<T>() == 4 ? (<u32>v << 1) == 0 : (<u64>v << 1) == 0; }
// @ts-ignore: decorator
@inline export function ordinary<T>(v: T): bool { return normal<T>(v) || isZero<T>(v); }
