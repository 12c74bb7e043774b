// Decode assist: the bytes at the guest's RIP, for a hypervisor that has to carry out an instruction whose data access faulted.
import { RIP, SEG_CS, CODE_MODE, TLB_BASE } from "../gen/layout";
import { hostAddress } from "../mmu/phys";
import { translateForHost } from "../mmu/look";
import { codeSlot } from "../mmu/tlb";
import { CP_FRAME } from "../decode/codePage";
import { VC_INSN_LEN, VC_INSN_BYTES } from "./vmcb";

const MOST: u32 = 15;
const PAGE: u32 = 0x1000;

/** The bytes and their count into the VMCB: as many as the code segment and the page tables let be fetched. None are wanted: zeros. */
export function saveInstruction(at: usize, wanted: bool): void {
  memory.fill(at + VC_INSN_LEN, 0, 1 + MOST);
  if (!wanted) return;
  const rip = load<u64>(RIP), wide = load<u8>(CODE_MODE) == 2, limit = load<u32>(SEG_CS, 4);
  let most = MOST;
  if (!wide) {
    if (rip > limit) return;
    most = <u32>min<u64>(most, <u64>limit - rip + 1);
  }
  const lin = wide ? rip : (rip + load<u64>(SEG_CS, 8)) & 0xffffffff;
  const first = min<u32>(most, PAGE - (<u32>lin & (PAGE - 1)));
  const running = runningCode(lin);
  let count = copied(at, running ? running : memoryAt(lin), 0, first);
  if (count == first && count < most) count += copied(at, memoryAt(wide ? lin + count : (lin + count) & 0xffffffff), count, most - count);
  store<u8>(at, count, VC_INSN_LEN);
}
/** Where the byte at `lin` was fetched from: what the tables say may have changed since. 0 when that is forgotten. */
function runningCode(lin: u64): usize {
  const e = load<u32>(TLB_BASE) + codeSlot(lin);
  return load<u64>(e, 0x4000) == (lin & ~0xfff) ? load<u32>(load<u32>(e, 0x4008), CP_FRAME) + (<u32>lin & (PAGE - 1)) : 0;
}
function memoryAt(lin: u64): usize {
  const pa = translateForHost(lin);
  return pa == <u64>-1 ? <usize>0 : hostAddress(pa);
}
/** Copy bytes of one page behind the first `have`: how many there were. */
function copied(at: usize, from: usize, have: u32, bytes: u32): u32 {
  if (from == 0) return 0;
  memory.copy(at + VC_INSN_BYTES + have, from, bytes);
  return bytes;
}
