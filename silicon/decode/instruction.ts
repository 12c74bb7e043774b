// Decodes one instruction from linear memory into a record, with an address micro-op before it where the memory operand is not a
// plain 64-bit one. The tables are generated from spec/opcodes.
import { REGS, ZREG, RIPBASE, EATMP, XMM, ST, RAX, I_H, I_HX, I_DST, I_SRC, I_BASE, I_INDEX, I_SCALE, I_LEN, I_DISP, I_OFF, I_META,
  I_IMM, I_SIZE, M_MICRO, M_MEM, M_STACK, M_LOCK, M_REP, M_REPNE, M_WORD, UNLINKED } from "../gen/layout";
import { OPCODES, ROOT, H_SEGMENT_MICRO, H_FSGS_MICRO, H_BUS_LOCK_MICRO, H_UD, H_TOO_LONG, H_VEX_LEGACY } from "../gen/opcodes";
import { F_BUS_LOCK_THRESHOLD, hasFeature } from "../system/features";

// Kinds of table entries (first byte); a leaf's further fields are in gen/opcodes.
export const K_NONE = 0; export const K_LEAF = 1; export const K_PREFIX = 2; export const K_GROUP = 3; export const K_RM = 4; export const K_MODE = 5;
export const K_W = 6; export const K_L = 7;
// Leaf flags.
export const L_SPLIT = 1; export const L_ENDS = 2; export const L_ONLY64 = 4; export const L_LEGACY = 8; export const L_LOCK = 16; export const L_READS = 32;
export const L_RM8 = 64; export const L_REG8 = 128; export const L_DSTREG = 256; export const L_NUMBER = 512; export const L_MODRM = 1024; export const L_VEX = 2048;
export const L_ADDRESS = 4096; export const L_VVVV_X = 8192; export const L_VVVV_G = 16384; export const L_VSIB = 32768;
// Operand extras.
export const X_NONE = 0; export const X_ACC = 1; export const X_OPREG = 2; export const X_OPREG_ACC = 3; export const X_BRANCH = 4; export const X_MOFFS_LOAD = 5;
export const X_MOFFS_STORE = 6; export const X_IMM = 7; export const X_STRING = 8; export const X_ANY_MOD = 9; export const X_BITS = 10;
// Size classes.
export const S_NONE = 0; export const S_B = 1; export const S_V = 2; export const S_Y = 3; export const S_D64 = 4; export const S_F64 = 5; export const S_Z = 6; export const S_J = 7;
/** Segment number of an address micro-op: the offset itself is wanted, unchecked. */
export const OFFSET_ONLY = 0x80;
// Immediates.
export const IM_NONE = 0; export const IM_B = 1; export const IM_UB = 2; export const IM_W = 3; export const IM_Z = 4; export const IM_V = 5; export const IM_WB = 6; export const IM_P = 7; export const IM_R = 8;

let cur: u32 = 0;
let end: u32 = 0;
let short: bool = false;
let mode: u32 = 0;
let opsize: u32 = 0;
let addrsize: u32 = 0;
let segment: i32 = -1;
let rex: u32 = 0;
let hasRex: bool = false;
let rep: u32 = 0;
let prefix66: bool = false;
let lock: bool = false;
/** Of VEX: the register that vvvv names, and L. */
let vvvv: u32 = 0;
let vexL: u32 = 0;
/** Leaf flags of the last decoded instruction. */
export let lastFlags: u32 = 0;

function fetch8(): u32 {
  if (cur >= end) { short = true; return 0; }
  return load<u8>(cur++);
}
function fetch16(): u32 { const a = fetch8(); return a | (fetch8() << 8); }
function fetch32(): u32 { const a = fetch16(); return a | (fetch16() << 16); }

/**
 * Decode at `from` (bytes up to `limit`) for page offset `off` into records at `at`. Returns the record after the last one written, or
 * 0 when the bytes end before the instruction does.
 */
export function decodeInstruction(at: u32, from: u32, limit: u32, off: u32, codeMode: u32): u32 {
  cur = from; end = min<u32>(limit, from + 15); short = false; mode = codeMode;
  memory.fill(at, 0, I_SIZE * 3);
  const done = decode(at, from, off);
  if (!short) return done;
  if (cur - from < 15) return 0;
  return plain(at, from, off, H_TOO_LONG, 15);
}
function plain(at: u32, from: u32, off: u32, h: u32, len: u32): u32 {
  memory.fill(at, 0, I_SIZE);
  store<u16>(at, h, I_H); store<u16>(at, h, I_HX); store<u16>(at, off, I_OFF); store<u8>(at, len, I_LEN);
  store<u16>(at, ZREG, I_BASE); store<u16>(at, ZREG, I_INDEX);
  lastFlags = L_ENDS;
  return at + I_SIZE;
}
function illegal(at: u32, from: u32, off: u32): u32 { return plain(at, from, off, H_UD, cur - from); }

function prefixes(): u32 {
  segment = -1; rex = 0; hasRex = false; rep = 0; prefix66 = false; lock = false; vvvv = 0; vexL = 0;
  let addr = false;
  for (;;) {
    const b = fetch8();
    if (b == 0x66) prefix66 = true;
    else if (b == 0x67) addr = true;
    else if (b == 0xf0) lock = true;
    else if (b == 0xf2 || b == 0xf3) rep = b;
    else if (b == 0x26) { if (mode != 2) segment = 0; }
    else if (b == 0x2e) { if (mode != 2) segment = 1; }
    else if (b == 0x36) { if (mode != 2) segment = 2; }
    else if (b == 0x3e) { if (mode != 2) segment = 3; }
    else if (b == 0x64) segment = 4;
    else if (b == 0x65) segment = 5;
    else {
      addrsize = mode == 2 ? (addr ? 1 : 2) : mode == 1 ? (addr ? 0 : 1) : (addr ? 1 : 0);
      if (mode == 2 && (b & 0xf0) == 0x40) {
        // A REX prefix counts only right before the opcode.
        const following = fetch8();
        if ((following & 0xf0) == 0x40 || isPrefix(following)) { cur--; continue; }
        rex = b & 15; hasRex = true;
        return following;
      }
      return b;
    }
    if (short) break;
  }
  return 0;
}
function isPrefix(b: u32): bool {
  return b == 0x66 || b == 0x67 || b == 0xf0 || b == 0xf2 || b == 0xf3 || b == 0x26 || b == 0x2e || b == 0x36 || b == 0x3e || b == 0x64 || b == 0x65;
}
/** Opcode map after the escapes: 0 one byte, 1 0F, 2 0F38, 3 0F3A, 4..6 VEX maps 1..3. Returns the table entry. */
function opcodeEntry(first: u32): u32 {
  let map: u32 = 0, op = first;
  if (first == 0x0f) {
    op = fetch8(); map = 1;
    if (op == 0x38) { op = fetch8(); map = 2; } else if (op == 0x3a) { op = fetch8(); map = 3; }
  } else if ((first == 0xc4 || first == 0xc5) && (mode == 2 || (cur < end && (load<u8>(cur) & 0xc0) == 0xc0))) {
    if (hasRex || prefix66 || rep || lock) { fetch8(); return 0; }
    let b = fetch8();
    rex = (b & 0x80) ? 0 : 4; hasRex = true; map = 4;
    if (first == 0xc4) {
      rex |= ((b & 0x40) ? 0 : 2) | ((b & 0x20) ? 0 : 1);
      const m = b & 31;
      if (m < 1 || m > 3) return 0;
      map = 3 + m; b = fetch8();
      if (b & 0x80) rex |= 8;
    }
    vvvv = (~b >> 3) & 15; vexL = (b >> 2) & 1;
    const pp = b & 3;
    if (mode != 2) { rex &= 8; vvvv &= 7; }
    prefix66 = pp == 1; rep = pp == 2 ? 0xf3 : pp == 3 ? 0xf2 : 0;
    op = fetch8();
  }
  opcode = op;
  return load<u32>(ROOT + (map << 10) + (op << 2));
}
let opcode: u32 = 0;
let modrm: u32 = 0;

function decode(at: u32, from: u32, off: u32): u32 {
  const first = prefixes();
  wrongBits = false;
  let entry = opcodeEntry(first);
  if (short) return 0;
  let haveModrm = false;
  for (;;) {
    if (entry == 0) return illegal(at, from, off);
    const kind = load<u8>(OPCODES + (entry << 4));
    if (kind == K_LEAF) break;
    const base = load<u32>(OPCODES + (entry << 4), 4);
    // F3 90 is PAUSE, but with REX.B the exchange with R8.
    if (kind == K_PREFIX) entry = base + (rep == 0xf3 && !(opcode == 0x90 && (rex & 1)) ? 2 : rep == 0xf2 ? 3 : prefix66 ? 1 : 0);
    else if (kind == K_MODE) entry = base + <u32>(mode == 2);
    else if (kind == K_W) entry = byVexBit(base, rex >> 3);
    else if (kind == K_L) entry = byVexBit(base, vexL);
    else {
      if (!haveModrm) { modrm = fetch8(); haveModrm = true; if (short) return 0; }
      if (kind == K_GROUP) entry = base + ((modrm >> 3) & 7) + (modrm >= 0xc0 ? 8 : 0);
      else entry = base + (modrm & 7);
    }
    // Dispatch entries hold the number of the child's entry, so that absent children cost one word.
    entry = load<u32>(OPCODES + (entry << 4), 12);
  }
  const e = OPCODES + (entry << 4);
  const flags = load<u16>(e, 2);
  lastFlags = flags;
  if ((flags & L_ONLY64) && mode != 2) return illegal(at, from, off);
  if ((flags & L_LEGACY) && mode == 2) return illegal(at, from, off);
  const feature = load<u32>(e, 12);
  if (feature && !hasFeature(feature - 1)) return illegal(at, from, off);
  if ((flags & L_VEX) && vvvv && !(flags & (L_VVVV_X | L_VVVV_G))) wrongBits = true;
  if ((flags & L_MODRM) && !haveModrm) { modrm = fetch8(); if (short) return 0; }
  return operands(at, from, off, e, flags);
}

/** The child for W or L. Where there is none the instruction is as long as the other's, and illegal once all of it has been fetched. */
function byVexBit(base: u32, bit: u32): u32 {
  if (load<u32>(OPCODES + ((base + bit) << 4), 12)) return base + bit;
  wrongBits = true;
  return base + (bit ^ 1);
}
let wrongBits: bool = false;
function sizeIndex(c: u32): u32 {
  if (c == S_NONE || c == S_B || c == S_J) return 0;
  if (c == S_Y) return mode == 2 ? rex >> 3 : 0;
  return opsize;
}
/** opsize: 0 16, 1 32, 2 64 bits. */
function operandSize(c: u32): void {
  if (mode == 2) {
    // REX.W overrides the prefix.
    if (c == S_D64 || c == S_J) opsize = prefix66 && !(rex & 8) ? 0 : 2;
    else if (c == S_F64) opsize = 2;
    else opsize = (rex & 8) && c != S_Z ? 2 : prefix66 ? 0 : 1;
  } else opsize = (mode == 1) == prefix66 ? 0 : 1;
}
// @ts-ignore: decorator
@inline function gpr(n: u32): u32 { return REGS + (n << 3); }
function gpr8(n: u32): u32 { return !hasRex && n >= 4 && n < 8 ? REGS + ((n - 4) << 3) + 1 : gpr(n); }
function register(kind: u32, n: u32, byte: bool): u32 {
  if (kind == 2) return XMM + (n << 4);
  if (kind == 3) return ST + ((n & 7) << 4);
  return byte ? gpr8(n) : gpr(n);
}

function operands(at: u32, from: u32, off: u32, e: u32, flags: u32): u32 {
  const size: u32 = load<u8>(e, 1) & 15, immKind: u32 = load<u8>(e, 1) >> 4;
  const extra: u32 = load<u8>(e, 8) & 15, kinds: u32 = load<u8>(e, 8) >> 4; // kinds: reg kind in low two bits, r/m kind above
  operandSize(size);
  const regKind = kinds & 3, rmKind = kinds >> 2;
  const byte = size == S_B;
  let p = at; // the main record
  let meta: u32 = (rep == 0xf3 ? M_REP : rep == 0xf2 ? M_REPNE : 0) | (lock ? M_LOCK : 0);
  let memory_ = false;
  const regNumber = ((modrm >> 3) & 7) | ((rex & 4) << 1);
  let d: u32 = 0, s: u32 = 0;
  if (flags & L_MODRM) {
    const regOperand = regKind ? register(regKind, regNumber, byte || (flags & L_REG8) != 0) : 0;
    if (modrm >= 0xc0 || extra == X_ANY_MOD) {
      const rm = register(rmKind, (modrm & 7) | ((rex & 1) << 3), byte || (flags & L_RM8) != 0);
      d = rm; s = regKind ? regOperand : rm;
      if (flags & L_DSTREG) { d = regOperand; s = rm; }
      store<u16>(p, ZREG, I_BASE); store<u16>(p, ZREG, I_INDEX);
    } else if (flags & L_VSIB) {
      if (!vectorAddress(at)) wrongBits = true;
      memory_ = true; meta |= M_MEM | (inStack && segment < 0 || segment == 2 ? M_STACK : 0);
      d = regOperand; s = regOperand;
    } else {
      memory_ = true; meta |= M_MEM;
      p = address(at, flags, byte ? 1 : operandBytes(e), extra == X_BITS);
      if (load<u8>(p, I_META) & M_STACK) meta |= M_STACK;
      d = regOperand; s = regOperand;
    }
  } else { store<u16>(p, ZREG, I_BASE); store<u16>(p, ZREG, I_INDEX); }
  if (extra == X_ACC) d = RAX;
  else if (extra == X_OPREG) {
    d = byte ? gpr8((opcode & 7) | ((rex & 1) << 3)) : gpr((opcode & 7) | ((rex & 1) << 3));
    if (!immKind) s = d;
  }
  else if (extra == X_OPREG_ACC) { d = gpr((opcode & 7) | ((rex & 1) << 3)); s = RAX; }
  else if (extra == X_MOFFS_LOAD || extra == X_MOFFS_STORE) {
    p = moffs(at, extra == X_MOFFS_STORE, byte ? 1 : 1 << (opsize + 1));
    meta |= M_MEM; d = RAX; s = RAX;
  }
  if (!memory_ && (size == S_D64 || size == S_F64)) meta |= M_STACK;
  let v: u64 = 0;
  if (immKind) { v = immediate(immKind); }
  else if (extra == X_STRING) v = <u64>(<u32>(segment < 0 ? 3 : segment) | (addrsize << 8) | ((opsize + 1) << 16));
  else if (flags & L_NUMBER) v = regNumber;
  else if ((flags & L_MODRM) && !memory_) v = <u64>(<u32>(segment < 0 ? 3 : segment) | (addrsize << 8));
  if (flags & L_VEX) v = <u64>((flags & L_VVVV_X ? XMM + (vvvv << 4) : gpr(vvvv)) | (vexL << 16)) | ((flags & (L_VSIB | L_ADDRESS) ? segmentOfElements() : v) << 32);
  if (short) return 0;
  // It is illegal only after all of it has been fetched. LOCK with a control register is for its handler to judge.
  if (wrongBits) return illegal(at, from, off);
  if (lock && !(memory_ && (flags & L_LOCK) && !(flags & L_DSTREG)) && extra != X_ANY_MOD) return illegal(at, from, off);
  if (extra == X_BRANCH) {
    store<i32>(p, <i32>v, I_DISP); v = <u64>UNLINKED << 32;
    if (opsize == 0) meta |= M_WORD;
    s = addrsize;
  } else if (immKind && !s) s = p + I_IMM;
  else if (immKind && (extra == X_ACC || (regKind == 0 && (flags & L_MODRM)))) s = p + I_IMM;
  store<u64>(p, v, I_IMM);
  const len = cur - from;
  const h = (meta & M_MEM) && (flags & L_SPLIT) ? load<u16>(e, 6) : load<u16>(e, 4);
  const handler = h + sizeIndex(size);
  store<u16>(p, handler, I_H); store<u16>(p, handler, I_HX);
  if ((flags & L_VEX) && mode != 2) {
    store<u16>(p, H_VEX_LEGACY, I_H); store<u16>(p, H_VEX_LEGACY, I_HX);
    store<u32>(p, load<u32>(p, I_IMM) | (handler << 17), I_IMM);
  }
  store<u16>(p, d, I_DST); store<u32>(p, s, I_SRC);
  store<u8>(p, len, I_LEN); store<u16>(p, off, I_OFF); store<u8>(p, meta, I_META);
  const ripRelative = load<u16>(at, I_BASE) == RIPBASE;
  if (ripRelative) store<i32>(at, load<i32>(at, I_DISP) + off + len, I_DISP);
  if (p != at) { store<u8>(at, len, I_LEN); store<u16>(at, off, I_OFF); store<u8>(at, M_MICRO | (meta & M_STACK), I_META); }
  if (lock && extra != X_BITS && hasFeature(F_BUS_LOCK_THRESHOLD)) p = countLock(p, meta, byte ? 1 : operandBytes(e));
  return p + I_SIZE;
}
/** Put a micro-op that counts bus locks before the locked instruction in record `p`; returns where that is now. */
function countLock(p: u32, meta: u32, size: u32): u32 {
  const main = p + I_SIZE;
  memory.copy(main, p, I_SIZE);
  if (load<u32>(p, I_SRC) == p + I_IMM) store<u32>(main, main + I_IMM, I_SRC);
  store<u16>(p, H_BUS_LOCK_MICRO, I_H); store<u16>(p, H_BUS_LOCK_MICRO, I_HX);
  store<u8>(p, M_MICRO | (meta & M_STACK), I_META);
  store<u64>(p, size, I_IMM);
  return main;
}
/** Bytes of the memory operand: the row's, else the operand size. */
function operandBytes(e: u32): u32 {
  const rows = load<u32>(e, 8) >> 8, bytes = opsize == 0 ? rows & 0xfff : rows >> 12;
  return bytes ? bytes : 1 << (opsize + 1);
}
function immediate(kind: u32): u64 {
  if (kind == IM_B) return <u64><i64><i8>fetch8();
  if (kind == IM_UB) return fetch8();
  if (kind == IM_W) return fetch16();
  if (kind == IM_R) return fetch8() & (mode == 2 ? 0xf0 : 0x70);
  if (kind == IM_WB) { const w = fetch16(); return w | (fetch8() << 16); }
  if (kind == IM_P) { const o = opsize == 0 ? fetch16() : fetch32(); return <u64>o | (<u64>fetch16() << 32); }
  if (opsize == 0) return <u64><i64><i16>fetch16();
  if (kind == IM_V && opsize == 2) { const low = fetch32(); return <u64>low | (<u64>fetch32() << 32); }
  return <u64><i64><i32>fetch32();
}

/** ModRM memory operand: fills base, index, scale, displacement of the record; returns the main record (after a micro-op if one is needed). */
function address(at: u32, flags: u32, size: u32, bits: bool): u32 {
  const mod = modrm >> 6, rm = modrm & 7;
  let base: u32 = ZREG, index: u32 = ZREG, scale: u32 = 0, disp: i32 = 0, stack = false;
  if (addrsize == 0) {
    if (rm == 0 || rm == 1 || rm == 7) base = gpr(3);
    else if (rm == 2 || rm == 3 || (rm == 6 && mod != 0)) { base = gpr(5); stack = true; }
    if (rm == 0 || rm == 2) index = gpr(6); else if (rm == 1 || rm == 3) index = gpr(7);
    if (rm == 4) base = gpr(6); else if (rm == 5) base = gpr(7);
    if (mod == 1) disp = <i32><i8>fetch8(); else if (mod == 2 || (mod == 0 && rm == 6)) disp = <i32><i16>fetch16();
  } else {
    if (rm == 4) {
      const sib = fetch8();
      scale = sib >> 6;
      const x = ((sib >> 3) & 7) | ((rex & 2) << 2);
      if (x != 4) index = gpr(x); else scale = 0;
      const b = sib & 7;
      if (b == 5 && mod == 0) disp = <i32>fetch32();
      else { base = gpr(b | ((rex & 1) << 3)); stack = (b == 4 || b == 5) && !(rex & 1); }
    } else if (rm == 5 && mod == 0) {
      disp = <i32>fetch32();
      if (mode == 2) base = RIPBASE;
    } else { base = gpr(rm | ((rex & 1) << 3)); stack = rm == 5 && !(rex & 1); }
    if (mod == 1) disp = <i32><i8>fetch8(); else if (mod == 2) disp = <i32>fetch32();
  }
  store<u16>(at, base, I_BASE); store<u16>(at, index, I_INDEX); store<u8>(at, scale, I_SCALE); store<i32>(at, disp, I_DISP);
  inStack = stack;
  const seg = segment >= 0 ? segment : stack ? 2 : 3;
  if (seg == 2) store<u8>(at, M_STACK, I_META);
  const address_ = (flags & L_ADDRESS) != 0;
  if (mode == 2 && addrsize == 2 && (segment < 4 || address_)) return at;
  const write = !(flags & (L_READS | L_DSTREG));
  // Where a bit string begins only its handler knows: it finds the segment in the micro-op.
  if (bits) return micro(at, seg | OFFSET_ONLY, write, size, false);
  return micro(at, address_ ? OFFSET_ONLY : seg, write, size, mode == 2 && addrsize == 2);
}
/** ModRM memory operand with a vector of indices: base, index, scale and displacement are put together by the handler. */
function vectorAddress(at: u32): bool {
  if ((modrm & 7) != 4 || addrsize == 0) return false;
  const mod = modrm >> 6, sib = fetch8(), b = sib & 7;
  let base: u32 = ZREG, disp: i32 = 0;
  if (b == 5 && mod == 0) disp = <i32>fetch32();
  else base = gpr(b | ((rex & 1) << 3));
  if (mod == 1) disp = <i32><i8>fetch8(); else if (mod == 2) disp = <i32>fetch32();
  store<u16>(at, base, I_BASE); store<u16>(at, XMM + ((((sib >> 3) & 7) | ((rex & 2) << 2)) << 4), I_INDEX);
  store<u8>(at, sib >> 6, I_SCALE); store<i32>(at, disp, I_DISP);
  inStack = (b == 4 || b == 5) && !(rex & 1) && base != ZREG;
  return true;
}
/** The address is relative to the stack pointer or frame. */
let inStack: bool = false;
/** Of an operand whose elements the handler addresses: the segment, and the address size above. */
function segmentOfElements(): u64 { return <u64>(<u32>(segment >= 0 ? segment : inStack ? 2 : 3) | (addrsize << 8)); }
function moffs(at: u32, write: bool, size: u32): u32 {
  // The offset may be 64 bits wide: the micro-op takes it from a register slot of its own, the IMM of the main record.
  const o: u64 = addrsize == 2 ? <u64>fetch32() | (<u64>fetch32() << 32) : addrsize == 1 ? fetch32() : fetch16();
  const seg = segment >= 0 ? segment : 3;
  if (mode == 2 && o == <u64><i64><i32>o && segment < 4) {
    store<u16>(at, ZREG, I_BASE); store<u16>(at, ZREG, I_INDEX); store<i32>(at, <i32>o, I_DISP);
    return at;
  }
  store<u16>(at, ZREG, I_BASE); store<u16>(at, ZREG, I_INDEX);
  store<i32>(at, <i32>o, I_DISP);
  // High half of a 64-bit offset travels in DST and SRC-free fields of the micro-op: added by its handler.
  store<u32>(at, <u32>((o - <u64><i64><i32>o) >> 32), I_SRC);
  return micro(at, seg, write, size, mode == 2);
}
function micro(at: u32, seg: i32, write: bool, size: u32, fsgs: bool): u32 {
  const h = fsgs ? H_FSGS_MICRO : H_SEGMENT_MICRO;
  store<u16>(at, h, I_H); store<u16>(at, h, I_HX);
  store<u32>(at, <u32>seg | (addrsize << 8) | (<u32>write << 16), I_IMM); store<u32>(at, size, I_IMM + 4);
  const p = at + I_SIZE;
  store<u16>(p, EATMP, I_BASE); store<u16>(p, ZREG, I_INDEX);
  if (load<u8>(at, I_META) & M_STACK) store<u8>(p, M_STACK, I_META);
  return p;
}
