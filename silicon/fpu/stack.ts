// The x87 register stack. A register is 16 bytes: significand, then sign and exponent; FTW has a bit for each one in use.
import { ST, FSW, FTW } from "../gen/layout";

// @ts-ignore: decorator
@inline export function top(): u32 { return (load<u16>(FSW) >> 11) & 7; }
// @ts-ignore: decorator
@inline export function setTop(t: u32): void { store<u16>(FSW, (load<u16>(FSW) & 0xc7ff) | <u16>((t & 7) << 11)); }
/** Address of ST(i). */
// @ts-ignore: decorator
@inline export function st_(i: u32): usize { return ST + (<usize>((top() + i) & 7) << 4); }
// @ts-ignore: decorator
@inline export function isEmpty(i: u32): bool { return !((<u32>load<u16>(FTW) >> ((top() + i) & 7)) & 1); }
// @ts-ignore: decorator
@inline export function markUsed(i: u32): void { store<u16>(FTW, load<u16>(FTW) | <u16>(<u32>1 << ((top() + i) & 7))); }
// @ts-ignore: decorator
@inline export function markEmpty(i: u32): void { store<u16>(FTW, load<u16>(FTW) & <u16>~(<u32>1 << ((top() + i) & 7))); }
/** Free ST(0) and move the top down. */
// @ts-ignore: decorator
@inline export function pop(): void { markEmpty(0); setTop(top() + 1); }

/** The full tag of physical register `n`: 0 valid, 1 zero, 2 special, 3 empty. */
function tagOf(n: u32): u32 {
  if (!((<u32>load<u16>(FTW) >> n) & 1)) return 3;
  const r = ST + (<usize>n << 4), sig = load<u64>(r), exp: u32 = load<u16>(r, 8) & 0x7fff;
  if (exp == 0 && sig == 0) return 1;
  return exp == 0 || exp == 0x7fff || <i64>sig >= 0 ? 2 : 0;
}
/** The tag word as FNSTENV shows it. */
export function fullTags(): u32 {
  let tags: u32 = 0;
  for (let n: u32 = 0; n < 8; n++) tags |= tagOf(n) << (n << 1);
  return tags;
}
/** Take over a tag word: all that counts is which registers are empty. */
export function setFullTags(tags: u32): void {
  let used: u32 = 0;
  for (let n: u32 = 0; n < 8; n++) if (((tags >> (n << 1)) & 3) != 3) used |= 1 << n;
  store<u16>(FTW, <u16>used);
}
