// The VMCB in memory: offsets (the rows of spec/vmcb.ts that the processor itself reads or writes) and where the page is.
import { hostAddress, physRead, pageOf, P_CODE } from "../mmu/phys";
import { codeWritten } from "../decode/codePage";

// Control area.
export const VC_INTERCEPTS = 0x000;
export const VC_IOPM = 0x040;
export const VC_MSRPM = 0x048;
export const VC_TSC_OFFSET = 0x050;
export const VC_ASID = 0x058;
export const VC_TLB_CONTROL = 0x05c;
/** int_ctl, and the vector of the virtual interrupt in the high half. */
export const VC_INT_CTL = 0x060;
export const VC_INT_STATE = 0x068;
export const VC_EXIT_CODE = 0x070;
export const VC_EXIT_INFO1 = 0x078;
export const VC_EXIT_INFO2 = 0x080;
/** EXITINTINFO, and its error code in the high half; EVENTINJ alike. */
export const VC_EXIT_INT_INFO = 0x088;
export const VC_MISC_CTL = 0x090;
export const VC_EVENT_INJ = 0x0a8;
export const VC_NCR3 = 0x0b0;
export const VC_MISC_CTL2 = 0x0b8;
export const VC_NRIP = 0x0c8;
export const VC_INSN_LEN = 0x0d0;
export const VC_INSN_BYTES = 0x0d1;

// Save area. Segment registers are 16 bytes each, in the order and format of the state's SEGS.
export const VS_SEGS = 0x400;
export const VS_CPL = 0x4cb;
export const VS_EFER = 0x4d0;
export const VS_CR4 = 0x548;
export const VS_CR3 = 0x550;
export const VS_CR0 = 0x558;
export const VS_DR7 = 0x560;
export const VS_DR6 = 0x568;
export const VS_RFLAGS = 0x570;
export const VS_RIP = 0x578;
export const VS_RSP = 0x5d8;
export const VS_RAX = 0x5f8;
export const VS_STAR = 0x600;
export const VS_LSTAR = 0x608;
export const VS_CSTAR = 0x610;
export const VS_SFMASK = 0x618;
export const VS_KERNEL_GS_BASE = 0x620;
export const VS_SYSENTER_CS = 0x628;
export const VS_SYSENTER_ESP = 0x630;
export const VS_SYSENTER_EIP = 0x638;
export const VS_CR2 = 0x640;
export const VS_G_PAT = 0x668;
/** DBGCTL, BR_FROM, BR_TO, LASTEXCPFROM, LASTEXCPTO. */
export const VS_LBR = 0x670;

// Bits of int_ctl.
export const IC_V_TPR: u64 = 0xff;
export const IC_V_IRQ: u64 = 0x100;
export const IC_V_GIF: u64 = 0x200;
export const IC_V_IGN_TPR: u64 = 0x100000;
export const IC_V_INTR_MASKING: u64 = 0x1000000;
export const IC_V_GIF_ENABLE: u64 = 0x2000000;

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
export function vmcbWritten(pa: u64): void { if (pageOf(pa) & P_CODE) codeWritten(pa, 0x1000); }

/** The linear address as the processor sign-extends it from the width it implements. */
export function canonicalised(base: u64, cr4: u64): u64 {
  const shift: u64 = (cr4 >> 12) & 1 ? 7 : 16;
  return <u64>(<i64>(base << shift) >> shift);
}
