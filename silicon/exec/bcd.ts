// Decimal adjustment. The flags the manual leaves undefined are as Zen computes them: those of the addition or subtraction that adjusts.
import { RAX, CURP } from "../gen/layout";
import { next, imm } from "../record";
import { fAdd, fLogic, arithFlags, setArith, cf, F_CF, F_AF, F_OF } from "../flags";
import { raise, V_DE } from "../fault";

// @ts-ignore: decorator
@inline function adjusts(al: u32): bool { return (al & 15) > 9 || (arithFlags() & F_AF) != 0; }
/** SF, ZF and PF of a byte, with CF, AF and OF as given. */
function decimalFlags(r: u8, rest: u64): void { fLogic<u8>(r); setArith(arithFlags() | rest); }

export function daa(p: usize): usize {
  const old: u32 = load<u8>(RAX);
  let al = old, rest: u64 = 0;
  if (adjusts(old)) { al += 6; rest = F_AF; }
  if (old > 0x99 || cf()) { al += 0x60; rest |= F_CF; }
  if (~old & al & 0x80) rest |= F_OF;
  store<u8>(RAX, <u8>al);
  decimalFlags(<u8>al, rest);
  return next(p);
}
export function das(p: usize): usize {
  const old: u32 = load<u8>(RAX);
  let al = old, rest: u64 = 0;
  if (adjusts(old)) { al -= 6; rest = F_AF | (cf() || old < 6 ? F_CF : 0); }
  if (old > 0x99 || cf()) { al -= 0x60; rest |= F_CF; }
  if (old & ~al & 0x80) rest |= F_OF;
  store<u8>(RAX, <u8>al);
  decimalFlags(<u8>al, rest);
  return next(p);
}
/** AAA and AAS: flags of the 16-bit adjustment by 106h, before the high digit of AL is cut off. */
function adjustAscii(p: usize, minus: bool): usize {
  const old: u32 = load<u16>(RAX);
  let ax = old, rest: u64 = 0;
  if (adjusts(old & 0xff)) {
    ax = minus ? old - 0x106 : old + 0x106;
    rest = F_AF | F_CF | ((minus ? old & ~ax : ~old & ax) & 0x8000 ? F_OF : 0);
  }
  store<u16>(RAX, <u16>(ax & 0xff0f));
  fLogic<u16>(<u16>ax);
  setArith(arithFlags() | rest);
  return next(p);
}
export function aaa(p: usize): usize { return adjustAscii(p, false); }
export function aas(p: usize): usize { return adjustAscii(p, true); }

export function aam(p: usize): usize {
  const base = <u32>imm(p) & 0xff, al: u32 = load<u8>(RAX);
  if (!base) { store<u32>(CURP, p); raise(V_DE, 0); }
  store<u16>(RAX, <u16>(((al / base) << 8) | (al % base)));
  fLogic<u8>(<u8>(al % base));
  return next(p);
}
export function aad(p: usize): usize {
  const al = load<u8>(RAX), add = <u8>(<u32>load<u8>(RAX, 1) * (<u32>imm(p) & 0xff)), r = <u8>(al + add);
  store<u16>(RAX, <u16>r);
  fAdd<u8>(al, add, r);
  return next(p);
}
/** SALC, undocumented but in every processor: AL := CF ? FFh : 0. */
export function salc(p: usize): usize { store<u8>(RAX, cf() ? 0xff : 0); return next(p); }
