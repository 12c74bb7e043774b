// What a task switch touches after its commit, when it could not be begun again: a nested page fault there must come before.
import { SEG_GDTR } from "../gen/layout";
import { hostAddress } from "../mmu/phys";
import { reachGuest } from "../mmu/look";
import { attributesOf, baseOf, isNull, limitOf, S_ES, S_GS, S_SS } from "./descriptor";
import { maskOfStack } from "./stackFrame";
import { taskIsVirtual, taskLdt, taskSelector, taskStack } from "./taskState";

/** Raise the nested page faults that loading the task at `at` would meet, whose selectors readTask() has read, in the address space of `cr3`. */
export function reachTask(at: u64, wide: bool, cr3: u64, pushes: bool): void {
  if (taskIsVirtual(at, wide)) return;
  const table = load<u64>(SEG_GDTR, 8), limit = load<u32>(SEG_GDTR, 4), local = reachDescriptor(table, limit, taskLdt(), cr3);
  for (let seg = S_ES; seg <= S_GS; seg++) {
    const selector = taskSelector(seg), inner = (selector & 4) != 0;
    const from = inner ? baseOf(local) : table, d = reachDescriptor(from, inner ? limitOf(local) : limit, selector, cr3);
    if (d == 0) continue;
    if (!((d >> 40) & 1)) reach(from + (selector & 0xfff8) + 5, 1, cr3, true);
    if (seg != S_SS || !pushes) continue;
    const size = wide ? 4 : 2;
    reach(baseOf(d) + ((taskStack(at, wide) - size) & maskOfStack(attributesOf(d))), size, cr3, true);
  }
}
/** The address of the first of `bytes` in RAM, or 0. */
function reach(lin: u64, bytes: i32, cr3: u64, write: bool): usize {
  const pa = reachGuest(lin & 0xffffffff, cr3, write);
  if (((lin + bytes - 1) ^ lin) >> 12) reachGuest((lin + bytes - 1) & 0xffffffff, cr3, write);
  return hostAddress(pa);
}
/** A descriptor, or 0 where loading it fails anyway. */
function reachDescriptor(table: u64, limit: u32, selector: u32, cr3: u64): u64 {
  const at = selector & 0xfff8;
  if (isNull(selector) || at + 7 > limit) return 0;
  let d: u64 = 0;
  for (let i = 0; i < 8; i++) {
    const from = reach(table + at + i, 1, cr3, false);
    if (from == 0) return 0;
    d |= <u64>load<u8>(from) << (i << 3);
  }
  return d;
}
