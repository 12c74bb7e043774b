// CPUID answers from a table the host fills, one for each vCPU; the few bits that follow live state are put in here.
import { RAX, RBX, RCX, RDX, CR4, XCR0, APIC_BASE, VCPU } from "../gen/layout";
import { MSR_XSS } from "../gen/msrs";
import { nextRip } from "../record";
import { jumpTo, spend, SYSTEM_NS } from "../exec/leave";
import { intercepted, exitInstruction } from "../svm/intercept";
import { noteFeatures } from "./features";

const VCPUS = 16;
const ROWS = 96;
const ROW = 28; // leaf, subleaf, flags, EAX, EBX, ECX, EDX
const table = memory.data(VCPUS * ROWS * ROW);
const counts = memory.data(VCPUS * 4);
const answer = memory.data(16);

/** Row flag: the answer belongs to this subleaf only. */
export const CPUID_SUBLEAF: u32 = 1;

function countAt(): usize { return counts + (<usize>load<u32>(VCPU) << 2); }
function rowAt(i: u32): usize { return table + <usize>((load<u32>(VCPU) * ROWS + i) * ROW); }

/** Empty the table of the current vCPU. */
export function clearCpuid(): void { store<u32>(countAt(), 0); }
/** Add an answer to the table of the current vCPU. Leaves and subleaves that are not there answer zero. */
export function setCpuid(leaf: u32, subleaf: u32, flags: u32, a: u32, b: u32, c: u32, d: u32): void {
  const n = load<u32>(countAt());
  if (n == ROWS) unreachable();
  const row = rowAt(n);
  store<u32>(row, leaf); store<u32>(row, subleaf, 4); store<u32>(row, flags, 8);
  store<u32>(row, a, 12); store<u32>(row, b, 16); store<u32>(row, c, 20); store<u32>(row, d, 24);
  store<u32>(countAt(), n + 1);
  noteFeatures(leaf, subleaf, a, b, c, d);
}
function find(leaf: u32, subleaf: u32): usize {
  const n = load<u32>(countAt());
  for (let i: u32 = 0; i < n; i++) {
    const row = rowAt(i);
    if (load<u32>(row) == leaf && (!(load<u32>(row, 8) & CPUID_SUBLEAF) || load<u32>(row, 4) == subleaf)) return row;
  }
  return 0;
}
/** EAX of leaf 0 or 80000000h: the highest leaf of that range. */
function highest(range: u32): u32 { const row = find(range, 0); return row ? load<u32>(row, 12) : range; }

const COMPACTED: u64 = 0x8000000000000000;
/** Bytes of the XSAVE area for the state components `mask`: standard format, or compacted. */
export function xsaveBytes(mask: u64, compacted: bool): u32 {
  let end: u32 = 576;
  for (let i: u32 = 2; i < 63; i++) {
    if (!((mask >> i) & 1)) continue;
    const row = find(0xd, i);
    if (!row) continue;
    end = max<u32>(end, xsaveOffset(i, compacted ? mask | COMPACTED : 0) + load<u32>(row, 12));
  }
  return end;
}
/** Where state component `i` lies in an XSAVE area with this XCOMP_BV. */
export function xsaveOffset(i: u32, layout: u64): u32 {
  const row = find(0xd, i);
  if (!row) unreachable();
  if (!(layout & COMPACTED)) return load<u32>(row, 16);
  const end = xsaveBytes(layout & ((<u64>1 << i) - 1), true);
  return load<u32>(row, 20) & 2 ? (end + 63) & ~63 : end;
}

/** Where the four words of the last cpuidQuery() are. */
export function cpuidAnswer(): usize { return answer; }
/** Answer CPUID for the current vCPU in its current state: EAX, EBX, ECX, EDX at cpuidAnswer(). */
export function cpuidQuery(leaf: u32, subleaf: u32): void {
  memory.fill(answer, 0, 16);
  // AMD: a leaf above the highest one of its range answers zero, not the highest one's data.
  const range = leaf & 0x80000000;
  if ((leaf < 0x40000000 || range) && leaf > highest(range)) return;
  const row = find(leaf, subleaf);
  if (row) memory.copy(answer, row + 12, 16);
  const cr4 = load<u64>(CR4);
  const apic = (load<u64>(APIC_BASE) & 0x800) != 0;
  if (leaf == 1) {
    if (!apic) store<u32>(answer, load<u32>(answer, 12) & ~0x200, 12);
    liveBit(8, 27, ((cr4 >> 18) & 1) != 0);
  } else if (leaf == 0x80000001) {
    if (!apic) store<u32>(answer, load<u32>(answer, 12) & ~0x200, 12);
  } else if (leaf == 7 && subleaf == 0) liveBit(8, 4, ((cr4 >> 22) & 1) != 0);
  else if (leaf == 0xd && subleaf == 0 && row) store<u32>(answer, xsaveBytes(load<u64>(XCR0), false), 4);
  else if (leaf == 0xd && subleaf == 1 && (load<u32>(answer) & 0xa))
    store<u32>(answer, xsaveBytes(load<u64>(XCR0) | load<u64>(MSR_XSS), true), 4);
  else if (leaf == 0xb && !row) {
    // Levels past the last one still tell their number and the x2APIC id.
    const first = find(0xb, 0);
    if (first) { store<u32>(answer, subleaf & 0xff, 8); store<u32>(answer, load<u32>(first, 24), 12); }
  }
}
function liveBit(word: usize, bit: u32, on: bool): void {
  const v = load<u32>(answer + word) & ~(1 << bit);
  store<u32>(answer + word, v | (<u32>on << bit));
}

/** CPUID: its intercept comes before anything else. */
export function cpuid(p: usize): usize {
  if (intercepted(3, 18)) return exitInstruction(p, 0x72, 0, 0);
  cpuidQuery(load<u32>(RAX), load<u32>(RCX));
  store<u64>(RAX, load<u32>(answer)); store<u64>(RBX, load<u32>(answer, 4));
  store<u64>(RCX, load<u32>(answer, 8)); store<u64>(RDX, load<u32>(answer, 12));
  spend(SYSTEM_NS);
  return jumpTo(p, nextRip(p));
}
