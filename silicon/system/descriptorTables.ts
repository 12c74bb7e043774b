// The descriptor-table registers and the task register: SGDT SIDT LGDT LIDT SLDT STR LLDT LTR.
import { CPL, CR4, CODE_MODE, CURP, SEG_GDTR, SEG_IDTR, SEG_LDTR, SEG_TR } from "../gen/layout";
import { dst, src, ea, isMem, next, wr } from "../record";
import { ld, st, stSys, probeWrite } from "../mem";
import { raise, raiseGP, raiseUD, V_GP, V_NP } from "../fault";
import { intercepted, exitInstruction } from "../svm/intercept";
import { isCanonicalBase, setNull } from "./segment";
import { protectedMode, longMode, readDescriptor, readUpper, raiseSelector, descriptorAddress, setSegment, attributesOf, baseOf, limitOf,
  isNull, A_P } from "./descriptor";

/** Numbers in the order of the VMCB. */
const LDTR = 7; const TR = 9;
// Bits of intercept word 3; the exit code is 60h plus the bit.
const READ_IDTR = 6; const READ_GDTR = 7; const READ_LDTR = 8; const READ_TR = 9;
const WRITE_IDTR = 10; const WRITE_GDTR = 11; const WRITE_LDTR = 12; const WRITE_TR = 13;

// @ts-ignore: decorator
@inline function exits(bit: i32): bool { return intercepted(3, bit); }
function exit(p: usize, bit: i32): usize { return exitInstruction(p, 0x60 + <u64>bit, 0, 0); }
/** UMIP keeps user programs from reading where the tables are. */
function checkUmip(): void { if (((load<u64>(CR4) >> 11) & 1) && load<u8>(CPL) != 0) raiseGP(0); }
function checkSupervisor(): void { if (load<u8>(CPL) != 0) raiseGP(0); }

function storeTable(p: usize, at: usize, bit: i32): usize {
  store<u32>(CURP, <u32>p);
  checkUmip();
  if (exits(bit)) return exit(p, bit);
  const lin = ea(p), wide = load<u8>(CODE_MODE) == 2;
  probeWrite(lin, wide ? 10 : 6, p);
  st<u16>(lin, load<u16>(at, 4), p);
  if (wide) st<u64>(lin + 2, load<u64>(at, 8), p); else st<u32>(lin + 2, load<u32>(at, 8), p);
  return next(p);
}
export function sgdt(p: usize): usize { return storeTable(p, SEG_GDTR, READ_GDTR); }
export function sidt(p: usize): usize { return storeTable(p, SEG_IDTR, READ_IDTR); }

/** T: u64 in 64-bit mode; elsewhere the operand size, where 16 bits load only 24 bits of the base. */
function loadTable<T>(p: usize, at: usize, bit: i32): usize {
  store<u32>(CURP, <u32>p);
  checkSupervisor();
  if (exits(bit)) return exit(p, bit);
  const lin = ea(p), limit = ld<u16>(lin, p);
  let base: u64 = sizeof<T>() == 8 ? ld<u64>(lin + 2, p) : ld<u32>(lin + 2, p);
  if (sizeof<T>() == 2) base &= 0xffffff;
  if (!isCanonicalBase(base)) raiseGP(0);
  store<u32>(at, limit, 4); store<u64>(at, base, 8);
  return next(p);
}
export function lgdt<T>(p: usize): usize { return loadTable<T>(p, SEG_GDTR, WRITE_GDTR); }
export function lidt<T>(p: usize): usize { return loadTable<T>(p, SEG_IDTR, WRITE_IDTR); }

function storeSelector<T>(p: usize, at: usize, bit: i32): usize {
  store<u32>(CURP, <u32>p);
  if (!protectedMode()) raiseUD();
  checkUmip();
  if (exits(bit)) return exit(p, bit);
  if (isMem(p)) st<u16>(ea(p), load<u16>(at), p); else wr<T>(dst(p), <T>load<u16>(at));
  return next(p);
}
export function sldt<T>(p: usize): usize { return storeSelector<T>(p, SEG_LDTR, READ_LDTR); }
export function str<T>(p: usize): usize { return storeSelector<T>(p, SEG_TR, READ_TR); }

// @ts-ignore: decorator
@inline function selectorOf(p: usize): u32 { return isMem(p) ? ld<u16>(ea(p), p) : load<u16>(src(p)); }
/** Upper half of the base, in long mode, of a system descriptor whose lower half passed its checks. */
function upperBase(selector: u32): u64 {
  if (!longMode()) return 0;
  const upper = readUpper(selector, V_GP);
  // The type field of the second half must be that of an invalid descriptor, so that the half cannot be used alone.
  if ((upper >> 40) & 0x1f) raiseSelector(V_GP, selector);
  const base = upper << 32;
  if (!isCanonicalBase(base)) raiseSelector(V_GP, selector);
  return base;
}
export function lldt(p: usize): usize {
  store<u32>(CURP, <u32>p);
  if (!protectedMode()) raiseUD();
  checkSupervisor();
  if (exits(WRITE_LDTR)) return exit(p, WRITE_LDTR);
  const selector = selectorOf(p);
  if (isNull(selector)) { setNull(LDTR, selector); return next(p); }
  if (selector & 4) raiseSelector(V_GP, selector);
  const d = readDescriptor(selector, V_GP), attributes = attributesOf(d);
  if ((attributes & 0x1f) != 2) raiseSelector(V_GP, selector);
  if (!(attributes & A_P)) raiseSelector(V_NP, selector);
  setSegment(LDTR, selector, attributes, limitOf(d), baseOf(d) | upperBase(selector));
  return next(p);
}
export function ltr(p: usize): usize {
  store<u32>(CURP, <u32>p);
  if (!protectedMode()) raiseUD();
  checkSupervisor();
  if (exits(WRITE_TR)) return exit(p, WRITE_TR);
  const selector = selectorOf(p);
  if (isNull(selector)) raise(V_GP, 0);
  if (selector & 4) raiseSelector(V_GP, selector);
  const d = readDescriptor(selector, V_GP), attributes = attributesOf(d), type = attributes & 0x1f;
  // An available TSS; long mode knows only the 64-bit one.
  if (type != 9 && (type != 1 || longMode())) raiseSelector(V_GP, selector);
  if (!(attributes & A_P)) raiseSelector(V_NP, selector);
  const base = baseOf(d) | upperBase(selector);
  stSys(descriptorAddress(selector) + 5, 1, <u64>((attributes & 0xff) | 2));
  setSegment(TR, selector, attributes | 2, limitOf(d), base);
  return next(p);
}
