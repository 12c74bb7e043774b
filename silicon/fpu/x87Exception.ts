// Begin and end of an x87 instruction that computes: last-instruction pointers, condition C1, exceptions, stack faults.
import { FCW, FSW, FOP, FIP, FDP, FCS, FDS, SEG_CS, SEG_DS, TLB_BASE, CODE_MODE, FETCH_BUFFER, I_META, M_APART } from "../gen/layout";
import { ea, isMem, ripOf } from "../record";
import { codeSlot } from "../mmu/tlb";
import { CP_FRAME } from "../decode/codePage";
import { fetchedApart } from "../decode/run";
import { IE, DE, ZE, OE, UE, PE, packExtended, setIndefinite, B, Z } from "./number";
import { beginRounding, note, raised, roundNumber, roundedUp, takeRaised } from "./round";
import { isEmpty, markUsed, setTop, st_, top } from "./stack";

const C1: u32 = 0x200; const SF: u32 = 0x40; const ES_B: u32 = 0x8080;

/** The eleven opcode bits of the instruction at `rip`, read from the page it runs from, or from where it was put together. */
function opcodeAt(rip: u64, p: usize): u32 {
  if (load<u8>(p, I_META) & M_APART) { fetchedApart(p); return opcodeIn(FETCH_BUFFER, FETCH_BUFFER + 15); }
  const lin = load<u8>(CODE_MODE) == 2 ? rip : (rip + load<u64>(SEG_CS, 8)) & 0xffffffff;
  const e = load<u32>(TLB_BASE) + codeSlot(lin);
  if (load<u64>(e, 0x4000) != (lin & ~0xfff)) return 0;
  const page = load<u32>(load<u32>(e, 0x4008), CP_FRAME);
  return opcodeIn(page + (<u32>lin & 0xfff), page + 0xfff);
}
function opcodeIn(from: usize, last: usize): u32 {
  for (let at = from; at < last; at++) {
    const b: u32 = load<u8>(at);
    if ((b & 0xf8) == 0xd8) return ((b & 7) << 8) | load<u8>(at, 1);
  }
  return 0;
}
/** Begin: all checks and loads are done. Notes the pointers, clears C1, sets up rounding. */
export function beginX87(p: usize): void { setC1(false); beginKeepingC1(p); }
export function beginKeepingC1(p: usize): void {
  const rip = ripOf(p);
  store<u64>(FIP, rip); store<u16>(FCS, load<u16>(SEG_CS)); store<u16>(FOP, <u16>opcodeAt(rip, p));
  if (isMem(p)) { store<u64>(FDP, ea(p)); store<u16>(FDS, load<u16>(SEG_DS)); }
  const w = load<u16>(FCW);
  beginRounding((w >> 10) & 3, w & 0x3f, false);
}
/** Round the result to the precision that FCW asks for. */
export function roundToPrecision(z: usize): void {
  const control = (load<u16>(FCW) >> 8) & 3;
  roundNumber(z, control == 0 ? 24 : control == 2 ? 53 : 64, -16382, 16383);
}
export function roundExtended(z: usize): void { roundNumber(z, 64, -16382, 16383); }
/** Exceptions met so far that FCW leaves unmasked. */
export function unmasked(): u32 { return raised() & ~<u32>load<u16>(FCW) & 0x3f; }
/** May a register result be stored? An unmasked exception of the operands suppresses it. */
export function mayStore(): bool { return (unmasked() & (IE | DE | ZE)) == 0; }
/** May a memory result be stored? Unmasked overflow and underflow suppress that too, and then nothing was inexact. */
export function mayStoreToMemory(): bool {
  if ((unmasked() & (IE | DE | ZE | OE | UE)) == 0) return true;
  if (unmasked() & (OE | UE)) note(takeRaised() & ~PE);
  return false;
}
/** End: note the exceptions in FSW. */
export function settleX87(): void {
  const open = unmasked();
  // An unmasked exception of the operands means that nothing was computed that could overflow or round.
  const f = open & (IE | DE | ZE) ? raised() & (IE | DE | ZE) : raised();
  let w: u32 = load<u16>(FSW) | f;
  if ((f & PE) && roundedUp()) w |= C1;
  if (open) w |= ES_B;
  store<u16>(FSW, <u16>w);
}
/** Z to ST(0), then push B; all or nothing. */
export function storePair(): void {
  if (mayStore()) {
    packExtended(Z, st_(0)); markUsed(0);
    setTop(top() - 1);
    packExtended(B, st_(0)); markUsed(0);
  }
  settleX87();
}
export function setC1(on: bool): void { store<u16>(FSW, on ? load<u16>(FSW) | <u16>C1 : load<u16>(FSW) & <u16>~C1); }

/** A register that is read is empty: invalid operation with SF, C1 clear. */
export function stackUnderflow(): void { note(IE); store<u16>(FSW, load<u16>(FSW) | <u16>SF); }
/** A register that is to be pushed is in use: the same with C1 set. */
export function stackOverflow(): void { note(IE); store<u16>(FSW, load<u16>(FSW) | <u16>(SF | C1)); }

/** Push Z; on a full stack the indefinite, or nothing when invalid operations are unmasked. */
export function pushResult(): void {
  if (!isEmpty(7)) { stackOverflow(); setIndefinite(Z); }
  pushUnchecked();
}
/** Push Z and settle. A denormal alone does not keep a load from happening, even unmasked. */
export function pushUnchecked(): void {
  if (!(unmasked() & IE)) {
    setTop(top() - 1);
    markUsed(0);
    packExtended(Z, st_(0));
  }
  settleX87();
}
/** Store Z to ST(i) and settle; false when nothing may be stored. */
export function storeResult(i: u32): bool {
  const may = mayStore();
  if (may) { packExtended(Z, st_(i)); markUsed(i); }
  settleX87();
  return may;
}
