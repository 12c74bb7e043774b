// The integer part of SSE4.1, and PCMPGTQ: lane functions on 128 bits.

export function pminsb(a: v128, b: v128): v128 { return i8x16.min_s(a, b); }
export function pminuw(a: v128, b: v128): v128 { return i16x8.min_u(a, b); }
export function pminsd(a: v128, b: v128): v128 { return i32x4.min_s(a, b); }
export function pminud(a: v128, b: v128): v128 { return i32x4.min_u(a, b); }
export function pmaxsb(a: v128, b: v128): v128 { return i8x16.max_s(a, b); }
export function pmaxuw(a: v128, b: v128): v128 { return i16x8.max_u(a, b); }
export function pmaxsd(a: v128, b: v128): v128 { return i32x4.max_s(a, b); }
export function pmaxud(a: v128, b: v128): v128 { return i32x4.max_u(a, b); }
export function pcmpeqq(a: v128, b: v128): v128 { return i64x2.eq(a, b); }
export function pcmpgtq(a: v128, b: v128): v128 { return i64x2.gt_s(a, b); }
export function packusdw(a: v128, b: v128): v128 { return i16x8.narrow_i32x4_u(a, b); }
export function pmulld(a: v128, b: v128): v128 { return i32x4.mul(a, b); }
export function pmuldq(a: v128, b: v128): v128 {
  return i64x2.extmul_low_i32x4_s(v128.shuffle<i32>(a, a, 0, 2, 0, 2), v128.shuffle<i32>(b, b, 0, 2, 0, 2));
}

// Widening of the low elements.
export function pmovsxbw(b: v128): v128 { return i16x8.extend_low_i8x16_s(b); }
export function pmovsxbd(b: v128): v128 { return i32x4.extend_low_i16x8_s(i16x8.extend_low_i8x16_s(b)); }
export function pmovsxbq(b: v128): v128 { return i64x2.extend_low_i32x4_s(pmovsxbd(b)); }
export function pmovsxwd(b: v128): v128 { return i32x4.extend_low_i16x8_s(b); }
export function pmovsxwq(b: v128): v128 { return i64x2.extend_low_i32x4_s(i32x4.extend_low_i16x8_s(b)); }
export function pmovsxdq(b: v128): v128 { return i64x2.extend_low_i32x4_s(b); }
export function pmovzxbw(b: v128): v128 { return i16x8.extend_low_i8x16_u(b); }
export function pmovzxbd(b: v128): v128 { return i32x4.extend_low_i16x8_u(i16x8.extend_low_i8x16_u(b)); }
export function pmovzxbq(b: v128): v128 { return i64x2.extend_low_i32x4_u(pmovzxbd(b)); }
export function pmovzxwd(b: v128): v128 { return i32x4.extend_low_i16x8_u(b); }
export function pmovzxwq(b: v128): v128 { return i64x2.extend_low_i32x4_u(i32x4.extend_low_i16x8_u(b)); }
export function pmovzxdq(b: v128): v128 { return i64x2.extend_low_i32x4_u(b); }

// Blends: an element of `b` where the bit of the immediate, or the sign of the mask's element, is set.
export function blendps(a: v128, b: v128, i: u32): v128 {
  return v128.bitselect(b, a, i32x4.ne(v128.and(i32x4.splat(i), i32x4(1, 2, 4, 8)), i32x4.splat(0)));
}
export function blendpd(a: v128, b: v128, i: u32): v128 {
  return v128.bitselect(b, a, i64x2.ne(v128.and(i64x2.splat(i), i64x2(1, 2)), i64x2.splat(0)));
}
export function pblendw(a: v128, b: v128, i: u32): v128 {
  return v128.bitselect(b, a, i16x8.ne(v128.and(i16x8.splat(<i16>i), i16x8(1, 2, 4, 8, 16, 32, 64, 128)), i16x8.splat(0)));
}
export function pblendvb(a: v128, b: v128, mask: v128): v128 { return v128.bitselect(b, a, i8x16.shr_s(mask, 7)); }
export function blendvps(a: v128, b: v128, mask: v128): v128 { return v128.bitselect(b, a, i32x4.shr_s(mask, 31)); }
export function blendvpd(a: v128, b: v128, mask: v128): v128 { return v128.bitselect(b, a, i64x2.shr_s(mask, 63)); }

const WORDS = memory.data(32, 16);
/** The least of eight words, and where it is first. */
export function phminposuw(b: v128): v128 {
  v128.store(WORDS, b);
  let least: u32 = load<u16>(WORDS);
  for (let i: u32 = 1; i < 8; i++) {
    const w: u32 = load<u16>(WORDS + (i << 1));
    if (w < (least & 0xffff)) least = w | (i << 16);
  }
  return i32x4(least, 0, 0, 0);
}
/** Eight sums of four differences: four bytes of `b` against those of `a` from eight places on. */
export function mpsadbw(a: v128, b: v128, i: u32): v128 {
  v128.store(WORDS, a);
  const from = WORDS + (i & 4);
  const four = i8x16.swizzle(b, i8x16.add(i8x16(0, 1, 2, 3, 0, 1, 2, 3, 0, 1, 2, 3, 0, 1, 2, 3), i8x16.splat(<i8>((i & 3) << 2))));
  return i16x8.narrow_i32x4_u(differences(from, four), differences(from + 4, four));
}
/** Four such sums, of the bytes from `from`, one, two and three bytes on. */
function differences(from: usize, four: v128): v128 {
  const v = i8x16.swizzle(v128.load64_zero(from), i8x16(0, 1, 2, 3, 1, 2, 3, 4, 2, 3, 4, 5, 3, 4, 5, 6));
  return i32x4.extadd_pairwise_i16x8_u(i16x8.extadd_pairwise_i8x16_u(i8x16.sub(i8x16.max_u(v, four), i8x16.min_u(v, four))));
}

/** The element that bits 7:6 of the immediate choose, put where bits 5:4 say; bits 3:0 clear elements. */
export function insertps(a: v128, b: v128, i: u32): v128 {
  v128.store(WORDS, b);
  const one = load<u32>(WORDS + ((i >> 4) & 12));
  v128.store(WORDS, a);
  store<u32>(WORDS + ((i >> 2) & 12), one);
  return v128.andnot(v128.load(WORDS), i32x4.ne(v128.and(i32x4.splat(i), i32x4(1, 2, 4, 8)), i32x4.splat(0)));
}

// SSE3's moves that repeat elements.
export function movddup(b: v128): v128 { return v128.shuffle<i64>(b, b, 0, 0); }
export function movsldup(b: v128): v128 { return v128.shuffle<i32>(b, b, 0, 0, 2, 2); }
export function movshdup(b: v128): v128 { return v128.shuffle<i32>(b, b, 1, 1, 3, 3); }
