// Bit manipulation extensions, MOVBE, CRC32, ADCX and ADOX. In the VEX forms the address of the register that vvvv names is in the low
// half of IMM and an immediate in the high half. Undefined flags are as on Zen: AF and PF follow the result, BEXTR sets AF.
import { RDX, LF_AUX, I_IMM } from "../gen/layout";
import { dst, src, ea, next, wr, isMem } from "../record";
import { ld, st } from "../mem";
import { fLogic, fShift, setArith, setCarry, F_ZF, F_PF, F_AF } from "../flags";
import { mulHigh } from "./muldiv";

// @ts-ignore: decorator
@inline function operand<T>(p: usize): T { return isMem(p) ? ld<T>(ea(p), p) : load<T>(src(p)); }
// @ts-ignore: decorator
@inline function vvvv(p: usize): usize { return load<u16>(p, I_IMM); }
// @ts-ignore: decorator
@inline function width<T>(): u32 { return sizeof<T>() << 3; }
/** All ones below bit `n`, for n up to 64. */
// @ts-ignore: decorator
@inline function ones(n: u32): u64 { return n > 63 ? ~(<u64>0) : (<u64>1 << n) - 1; }

export function andn<T>(p: usize): usize {
  const b = operand<T>(p), r = <T>(~load<T>(vvvv(p)) & b);
  wr<T>(dst(p), r);
  fLogic<T>(r);
  return next(p);
}
export function bextr<T>(p: usize): usize {
  const a = <u64>operand<T>(p), control = <u32>load<u16>(vvvv(p)), start = control & 0xff;
  const r = start >= width<T>() ? 0 : (a >> start) & ones(control >> 8);
  wr<T>(dst(p), <T>r);
  setArith((r ? 0 : F_ZF) | (popcnt<u64>(r & 0xff) & 1 ? 0 : F_PF) | F_AF);
  return next(p);
}
/** BLSR, BLSMSK, BLSI: numbers 1, 2, 3 of ModRM.reg. */
export function lowestSet<T>(p: usize, k: i32): usize {
  const a = operand<T>(p);
  const r = k == 1 ? <T>(a & (a - 1)) : k == 2 ? <T>(a ^ (a - 1)) : <T>(a & (0 - a));
  wr<T>(vvvv(p), r);
  fShift<T>(r, <u64>((a == 0) != (k == 3)), 0);
  return next(p);
}
export function bzhi<T>(p: usize): usize {
  const a = <u64>operand<T>(p), n = <u32>load<u8>(vvvv(p)), beyond = n >= width<T>();
  const r = <T>(beyond ? a : a & ones(n));
  wr<T>(dst(p), r);
  fShift<T>(r, <u64>beyond, 0);
  return next(p);
}
export function mulx<T>(p: usize): usize {
  const a = <u64>load<T>(RDX), b = <u64>operand<T>(p), low = a * b;
  wr<T>(vvvv(p), <T>low);
  wr<T>(dst(p), sizeof<T>() == 8 ? <T>mulHigh(a, b) : <T>(low >> width<T>()));
  return next(p);
}
export function pdep<T>(p: usize): usize {
  let mask = <u64>operand<T>(p), from = <u64>load<T>(vvvv(p)), r: u64 = 0;
  for (; mask; mask &= mask - 1) {
    if (from & 1) r |= mask & (0 - mask);
    from >>= 1;
  }
  wr<T>(dst(p), <T>r);
  return next(p);
}
export function pext<T>(p: usize): usize {
  let mask = <u64>operand<T>(p), r: u64 = 0, n: u64 = 0;
  const from = <u64>load<T>(vvvv(p));
  for (; mask; mask &= mask - 1) {
    if (from & mask & (0 - mask)) r |= <u64>1 << n;
    n++;
  }
  wr<T>(dst(p), <T>r);
  return next(p);
}
export function rorx<T>(p: usize): usize {
  wr<T>(dst(p), rotr<T>(operand<T>(p), <T>load<u8>(p, I_IMM + 4)));
  return next(p);
}
/** SHLX, SARX, SHRX: `k` is the prefix, 1 66, 2 F3, 3 F2. */
export function shiftx<T>(p: usize, k: i32): usize {
  const a = operand<T>(p), n = <u64>load<u8>(vvvv(p)) & (width<T>() - 1);
  let r: T;
  if (k == 1) r = <T>(<u64>a << n);
  else if (k == 3) r = <T>(<u64>a >> n);
  else r = sizeof<T>() == 8 ? <T>(<i64>a >> n) : <T>(<i64><i32>a >> n);
  wr<T>(dst(p), r);
  return next(p);
}

// @ts-ignore: decorator
@inline function swapped<T>(a: T): T {
  if (sizeof<T>() == 8) return <T>bswap<u64>(<u64>a);
  if (sizeof<T>() == 4) return <T>bswap<u32>(<u32>a);
  return <T>bswap<u16>(<u16>a);
}
export function movbeLoad<T>(p: usize): usize { wr<T>(dst(p), swapped<T>(ld<T>(ea(p), p))); return next(p); }
export function movbeStore<T>(p: usize): usize { st<T>(ea(p), swapped<T>(load<T>(src(p))), p); return next(p); }

const CASTAGNOLI: u32 = 0x82f63b78;
function crc(start: u32, data: u64, bits: i32): u32 {
  let r = <u64>start ^ data;
  for (; bits; bits--) r = (r >> 1) ^ (r & 1 ? <u64>CASTAGNOLI : 0);
  return <u32>r;
}
export function crc32<T>(p: usize): usize {
  const b = <u64>operand<T>(p), d = dst(p);
  store<u64>(d, crc(load<u32>(d), b, width<T>()));
  return next(p);
}
/** CRC32 of a byte; the size of the destination makes no difference. */
export function crc32Byte<T>(p: usize): usize {
  const b = <u64>operand<u8>(p), d = dst(p);
  store<u64>(d, crc(load<u32>(d), b, 8));
  return next(p);
}

/** Add with a carry in; returns the carry out. */
// @ts-ignore: decorator
@inline function sum<T>(d: usize, b: T, c: u64): u64 {
  const a = load<T>(d), r = <T>(a + b + <T>c);
  wr<T>(d, r);
  return <u64>((a & b) | ((a | b) & ~r)) >> (width<T>() - 1);
}
export function adcx<T>(p: usize): usize {
  const b = operand<T>(p);
  setCarry(sum<T>(dst(p), b, load<u64>(LF_AUX) >> 63));
  return next(p);
}
export function adox<T>(p: usize): usize {
  const b = operand<T>(p), aux = load<u64>(LF_AUX);
  const out = sum<T>(dst(p), b, (aux ^ (aux << 1)) >> 63);
  store<u64>(LF_AUX, (aux & ~(<u64>1 << 62)) | (((aux >> 63) ^ out) << 62));
  return next(p);
}
