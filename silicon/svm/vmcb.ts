// The VMCB in memory: its fields, bits the processor itself reads or writes, and where the page is. Segment registers are 16 bytes each
// from VS_ES_SELECTOR, in the order and format of the state's SEGS; VC_INT_CTL, VC_EXIT_INT_INFO and VC_EVENT_INJ are used as 64 bits, with
// the virtual interrupt's vector or the error code in the high half.
import { hostAddress, physRead, pageOf, P_SEEN } from "../mmu/phys";
import { codeWritten } from "../decode/codePage";
export * from "../gen/vmcb";

// Bits of int_ctl.
export const IC_V_TPR: u64 = 0xff;
export const IC_V_IRQ: u64 = 0x100;
export const IC_V_GIF: u64 = 0x200;
export const IC_V_NMI: u64 = 0x800;
export const IC_V_NMI_MASK: u64 = 0x1000;
export const IC_V_IGN_TPR: u64 = 0x100000;
export const IC_V_INTR_MASKING: u64 = 0x1000000;
export const IC_V_GIF_ENABLE: u64 = 0x2000000;
export const IC_V_NMI_ENABLE: u64 = 0x4000000;

/** EVENTINJ and EXITINTINFO: valid bit, the bits that mean something, types in place. */
export const EVENT_VALID: u32 = 0x80000000;
export const EVENT_MEANT: u32 = 0x80000fff;
/** An error code goes with the event. */
export const EVENT_HAS_ERROR: u32 = 0x800;
export const EVENT_NMI: u32 = 0x200;
export const EVENT_EXCEPTION: u32 = 0x300;
export const EVENT_SOFTWARE: u32 = 0x400;
export const EVENT_TYPE: u32 = 0x700;

const outside = memory.data(4096, 8);

/** Address of the VMCB's bytes; a page that is not RAM is read from the bus into a scratch copy. */
export function vmcbAt(pa: u64): usize {
  const at = hostAddress(pa);
  if (at) return at;
  for (let i: usize = 0; i < 4096; i += 8) store<u64>(outside + i, physRead(pa + i, 8));
  return outside;
}
export function isOutsideRam(vmcb: usize): bool { return vmcb == outside; }
/** The processor has written to the VMCB: code decoded from that page is stale. */
export function vmcbWritten(pa: u64): void { if (pageOf(pa) & P_SEEN) codeWritten(pa, 0x1000); }

/** The linear address as the processor sign-extends it from the width it implements. */
export function canonicalised(base: u64, cr4: u64): u64 {
  const shift: u64 = (cr4 >> 12) & 1 ? 7 : 16;
  return <u64>(<i64>(base << shift) >> shift);
}
