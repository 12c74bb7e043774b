// The host's state while its guest runs. The processor keeps it to itself: software cannot see what lies in the VM_HSAVE_PA page, and
// nothing that is written there can spoil the return to the host.
import { HSAVE, SEGS, RIP, RAX, RSP, CR0, CR3, CR4, EFER, CPL, DR, SHADOW, GIF, HALTED, PENDING_DB, PENDING_DR6, SHUTDOWN,
  IN_GUEST } from "../gen/layout";
import { getFlags, setFlags, F_TF, F_RF, F_VM } from "../flags";
import { loadPdptes } from "../mmu/walk";
import { updateCodeMode } from "../system/segment";
import { updateExact } from "../system/debug";
import { noticeEvents } from "../exec/events";

/** Bytes of a segment register. */
const ROW = 16;
const H_RIP = HSAVE + 10 * ROW;
const H_RSP = H_RIP + 8;
const H_RAX = H_RIP + 16;
const H_RFLAGS = H_RIP + 24;
const H_CR0 = H_RIP + 32;
const H_CR3 = H_RIP + 40;
const H_CR4 = H_RIP + 48;
const H_EFER = H_RIP + 56;

const GDTR = 6 * ROW;
const IDTR = 8 * ROW;

const DR6_BS: u32 = 0x4000;

/** Keep what #VMEXIT brings back. RIP is that of the instruction after VMRUN. */
export function saveHost(): void {
  memory.copy(HSAVE, SEGS, 4 * ROW);
  memory.copy(HSAVE + GDTR, SEGS + GDTR, ROW);
  memory.copy(HSAVE + IDTR, SEGS + IDTR, ROW);
  store<u64>(H_RIP, load<u64>(RIP));
  store<u64>(H_RSP, load<u64>(RSP));
  store<u64>(H_RAX, load<u64>(RAX));
  store<u64>(H_RFLAGS, getFlags());
  store<u64>(H_CR0, load<u64>(CR0));
  store<u64>(H_CR3, load<u64>(CR3));
  store<u64>(H_CR4, load<u64>(CR4));
  store<u64>(H_EFER, load<u64>(EFER));
}

/** Bring the host back after a #VMEXIT. IN_GUEST is off already. */
export function restoreHost(): void {
  memory.copy(SEGS, HSAVE, 4 * ROW);
  memory.copy(SEGS + GDTR, HSAVE + GDTR, ROW);
  memory.copy(SEGS + IDTR, HSAVE + IDTR, ROW);
  store<u64>(RIP, load<u64>(H_RIP));
  store<u64>(RSP, load<u64>(H_RSP));
  store<u64>(RAX, load<u64>(H_RAX));
  setFlags(load<u64>(H_RFLAGS));
  store<u64>(CR0, load<u64>(H_CR0) | 1);
  store<u64>(CR3, load<u64>(H_CR3));
  store<u64>(CR4, load<u64>(H_CR4));
  store<u64>(EFER, load<u64>(H_EFER));
  store<u8>(CPL, 0);
  afterExit();
}

/** What every #VMEXIT does to the host, that of a failed VMRUN included: its registers are there already. */
export function afterExit(): void {
  const flags = getFlags();
  setFlags(flags & ~(F_RF | F_VM));
  store<u64>(DR + 56, 0x400);
  store<u8>(GIF, 0);
  store<u8>(SHADOW, 0);
  store<u8>(HALTED, 0);
  // VMRUN is one instruction to whoever single-steps the host: its trap comes here, GIF or not.
  store<u8>(PENDING_DB, <u8>((flags & F_TF) != 0));
  store<u32>(PENDING_DR6, flags & F_TF ? DR6_BS : 0);
  updateCodeMode();
  updateExact();
  noticeEvents();
  if (!loadOwnPdptes()) store<u8>(SHUTDOWN, 1);
}
/** Legacy PAE paging loads its page-directory pointers instead of walking them: false when those at CR3 are not legal. */
export function loadOwnPdptes(): bool {
  const used = (load<u64>(CR0) & 0x80000000) != 0 && (load<u64>(CR4) & 0x20) != 0 && !(load<u64>(EFER) & 0x400);
  return !used || loadPdptes(load<u64>(CR3));
}
