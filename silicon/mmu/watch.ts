// Pages that an L0 has read nested tables of L1's from. It hears of every write to them, and so knows what has become of what it has made
// of them; nothing else is different. Their write entries in the TLB are there, but marked, so that only the slow path takes them.
import { PAGES, IN_GUEST, HOST_IS_L0, PDPTES_KEPT, STOP_KIND } from "../gen/layout";
import { noticeEvents, RETURN_TABLES } from "../exec/events";
import { pageOf, P_CODE, P_WATCHED } from "./phys";
import { markWrites } from "./tlb";

/** How many writes are kept; one more says that there were too many. */
const MOST: u32 = 256;
/** Count, then for each write its physical address and, from bit 40, its bytes. */
const log = memory.data(8 + 256 * 8, 8);

/** Begin or end to hear of writes to a page of RAM. */
export function watchTable(pa: u64, on: bool): void {
  const d = pageOf(pa), at = PAGES + (<u32>(pa >> 12) << 2);
  if (!d) return;
  store<u32>(at, on ? d | P_WATCHED : d & ~P_WATCHED);
  markWrites(d & ~0xfff, on || (d & P_CODE) != 0);
}
/** Address of the log. */
export function tableWrites(): usize { return log; }
/** The guest that runs uses tables that an L0 has made of others: it must not run on them when those have changed. */
export function tablesLive(): bool { return (load<u8>(IN_GUEST) & load<u8>(HOST_IS_L0)) != 0 && load<u8>(PDPTES_KEPT) == 0; }
/** A watched page is written to. */
export function tableWritten(pa: u64, size: i32): void {
  const n = load<u32>(log);
  if (n <= MOST) store<u32>(log, n + 1);
  if (n < MOST) store<u64>(log + 8 + (<usize>n << 3), pa | (<u64>size << 40));
  if (tablesLive()) { store<u8>(STOP_KIND, RETURN_TABLES); noticeEvents(); }
}
