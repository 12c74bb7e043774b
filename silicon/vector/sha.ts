// SHA-1 and SHA-256: lane functions on 128 bits. Element 3 of a vector is the first of the standard's words, except for SHA-256 messages.

// @ts-ignore: decorator
@inline function word0(v: v128): u32 { return v128.extract_lane<u32>(v, 0); }
// @ts-ignore: decorator
@inline function word1(v: v128): u32 { return v128.extract_lane<u32>(v, 1); }
// @ts-ignore: decorator
@inline function word2(v: v128): u32 { return v128.extract_lane<u32>(v, 2); }
// @ts-ignore: decorator
@inline function word3(v: v128): u32 { return v128.extract_lane<u32>(v, 3); }

/** Four rounds; the immediate chooses the function and its constant. */
export function sha1rnds4(a: v128, b: v128, i: u32): v128 {
  v128.store(WORDS, b);
  const which = i & 3;
  const constant: u32 = which == 0 ? 0x5a827999 : which == 1 ? 0x6ed9eba1 : which == 2 ? 0x8f1bbcdc : 0xca62c1d6;
  let s = word3(a), t = word2(a), u = word1(a), v = word0(a), w: u32 = 0;
  for (let k: usize = 0; k < 4; k++) {
    const mixed = which == 0 ? (t & u) ^ (~t & v) : which == 2 ? (t & u) ^ (t & v) ^ (u & v) : t ^ u ^ v;
    const first = mixed + rotl<u32>(s, 5) + load<u32>(WORDS + ((3 - k) << 2)) + w + constant;
    w = v; v = u; u = rotl<u32>(t, 30); t = s; s = first;
  }
  return i32x4(v, u, t, s);
}
const WORDS = memory.data(16, 16);
export function sha1nexte(a: v128, b: v128): v128 { return i32x4.add(b, i32x4(0, 0, 0, rotl<u32>(word3(a), 30))); }
export function sha1msg1(a: v128, b: v128): v128 { return v128.xor(a, v128.shuffle<i64>(a, b, 3, 0)); }
export function sha1msg2(a: v128, b: v128): v128 {
  const first = rotl<u32>(word3(a) ^ word2(b), 1);
  return i32x4(rotl<u32>(word0(a) ^ first, 1), rotl<u32>(word1(a) ^ word0(b), 1), rotl<u32>(word2(a) ^ word1(b), 1), first);
}

/** Two rounds; `wk` holds the sums of message words and constants. */
export function sha256rnds2(a: v128, b: v128, wk: v128): v128 {
  let s = word3(b), t = word2(b), u = word3(a), v = word2(a);
  let e = word1(b), f = word0(b), g = word1(a), h = word0(a);
  for (let k = 0; k < 2; k++) {
    const more = h + (rotr<u32>(e, 6) ^ rotr<u32>(e, 11) ^ rotr<u32>(e, 25)) + ((e & f) ^ (~e & g)) + (k ? word1(wk) : word0(wk));
    const first = more + (rotr<u32>(s, 2) ^ rotr<u32>(s, 13) ^ rotr<u32>(s, 22)) + ((s & t) ^ (s & u) ^ (t & u));
    h = g; g = f; f = e; e = v + more; v = u; u = t; t = s; s = first;
  }
  return i32x4(f, e, t, s);
}
// @ts-ignore: decorator
@inline function turned(v: v128, n: i32): v128 { return v128.or(i32x4.shr_u(v, n), i32x4.shl(v, 32 - n)); }
export function sha256msg1(a: v128, b: v128): v128 {
  const following = v128.shuffle<i32>(a, b, 1, 2, 3, 4);
  return i32x4.add(a, v128.xor(v128.xor(turned(following, 7), turned(following, 18)), i32x4.shr_u(following, 3)));
}
function sigma(w: u32): u32 { return rotr<u32>(w, 17) ^ rotr<u32>(w, 19) ^ (w >> 10); }
export function sha256msg2(a: v128, b: v128): v128 {
  const first = word0(a) + sigma(word2(b)), second = word1(a) + sigma(word3(b));
  return i32x4(first, second, word2(a) + sigma(first), word3(a) + sigma(second));
}
