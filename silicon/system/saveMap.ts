// The SMM state-save area of AMD64 processors: 512 bytes that end where the 64 KiB of SMRAM end. What a VMCB has in its save area lies
// at the same distance from the start here, so what VMRUN checks there can be checked here.
import { REGS, RIP, RCX, RSI, RDI, SEGS, CR0, CR3, CR4, EFER, DR, SMBASE, HALTED, NMI_BLOCKED, IN_GUEST, NPT_ON, VMCB_PA, INT_CTL, NCR3, G_PAT, HOST_CR0,
  HOST_CR4, HOST_EFER, HOST_IS_L0, SMM_L2, SMM_NO_SVME, SMM_HOST } from "../gen/layout";
import { getFlags } from "../flags";
import { pageOf, physRead, physWrite, P_SEEN } from "../mmu/phys";
import { codeWritten } from "../decode/codePage";
import { canonicalBase } from "./segment";
import { SAVE_AREA, VS_EFER, VS_CR4, VS_CR3, VS_CR0, VS_DR7, VS_DR6, VS_RFLAGS, VS_RIP, VS_RAX, VC_MISC_CTL } from "../svm/vmcb";

const MAP_OFFSET: u64 = 0xfe00;
const MAP_BYTES: usize = 0x200;
/** SMBASE can be relocated, I/O instructions can be restarted, and the layout is that of AMD64. */
const REVISION: u32 = 0x30064;

// Fields, by their distance from the start of the map.
const M_IO_RIP = 0xa0; const M_IO_RCX = 0xa8; const M_IO_RSI = 0xb0; const M_IO_RDI = 0xb8; const M_IO_RESTART = 0xc8;
export const M_HLT_RESTART = 0xc9; export const M_NMI_MASK = 0xca; export const M_EFER = VS_EFER - SAVE_AREA;
const M_SVM_GUEST = 0xd8; const M_SVM_VMCB = 0xe0; const M_SVM_INTERRUPT = 0xe8; const M_REVISION = 0xfc;
export const M_SMBASE = 0x100;
const M_SVM_PAT = 0x120; const M_SVM_EFER = 0x128; const M_SVM_CR4 = 0x130; const M_SVM_NCR3 = 0x138; const M_SVM_CR0 = 0x140;
export const M_CR4 = VS_CR4 - SAVE_AREA; export const M_CR3 = VS_CR3 - SAVE_AREA; export const M_CR0 = VS_CR0 - SAVE_AREA;
export const M_DR7 = VS_DR7 - SAVE_AREA; export const M_DR6 = VS_DR6 - SAVE_AREA; export const M_RFLAGS = VS_RFLAGS - SAVE_AREA; const M_RIP = VS_RIP - SAVE_AREA;
/** RAX; the other registers lie below it, in the order of their numbers. */
const M_RAX = VS_RAX - SAVE_AREA; const M_RCX = M_RAX - 8; const M_RSI = M_RAX - 0x30; const M_RDI = M_RAX - 0x38;
/** ES, CS, SS and DS are the first four. */
const DATA_ROWS: usize = 64;

const EFER_SVME: u64 = 0x1000;
/** SMM_L2: L2 has nested paging of its own. */
export const SMM_L2_NESTED: u8 = 2;
/** Of int_ctl, the interrupt controller's bits and reserved ones are not shown; the vector is in the high half. */
const INT_CTL_SHOWN: u64 = 0xff071f1bff;

const vmcb = memory.data(0x1000, 8);
/** The map while it is made or looked at. */
export const SAVE_MAP: usize = vmcb + SAVE_AREA;

/** Save the state that an SMI interrupts. */
export function writeSaveMap(): void {
  memory.fill(SAVE_MAP, 0, MAP_BYTES);
  for (let row: usize = 0; row < 10 * 16; row += 16) {
    memory.copy(SAVE_MAP + row, SEGS + row, 16);
    store<u16>(SAVE_MAP + row, descriptorAttributes(load<u16>(SEGS + row, 2)), 2);
  }
  for (let n: usize = 0; n < 16; n++) store<u64>(SAVE_MAP + M_RAX - (n << 3), load<u64>(REGS + (n << 3)));
  store<u64>(SAVE_MAP, load<u64>(RIP), M_RIP);
  store<u64>(SAVE_MAP, getFlags(), M_RFLAGS);
  store<u64>(SAVE_MAP, load<u64>(DR + 48), M_DR6);
  store<u64>(SAVE_MAP, load<u64>(DR + 56), M_DR7);
  store<u64>(SAVE_MAP, load<u64>(CR0), M_CR0);
  store<u64>(SAVE_MAP, load<u64>(CR3), M_CR3);
  store<u64>(SAVE_MAP, load<u64>(CR4), M_CR4);
  store<u64>(SAVE_MAP, load<u64>(EFER) & ~hiddenEfer(), M_EFER);
  store<u32>(SAVE_MAP, <u32>load<u64>(SMBASE), M_SMBASE);
  store<u32>(SAVE_MAP, REVISION, M_REVISION);
  // No SMI comes from a port, so none interrupts an I/O instruction: what would restart it is where the program is anyway.
  store<u64>(SAVE_MAP, load<u64>(RIP), M_IO_RIP);
  store<u64>(SAVE_MAP, load<u64>(RCX), M_IO_RCX);
  store<u64>(SAVE_MAP, load<u64>(RSI), M_IO_RSI);
  store<u64>(SAVE_MAP, load<u64>(RDI), M_IO_RDI);
  store<u8>(SAVE_MAP, <u8>(load<u8>(HALTED) != 0), M_HLT_RESTART);
  store<u8>(SAVE_MAP, load<u8>(NMI_BLOCKED), M_NMI_MASK);
  if (guestShown()) describeGuest();
  const at = load<u64>(SMBASE) + MAP_OFFSET;
  for (let i: usize = 0; i < <usize>MAP_BYTES; i++) {
    if (pageOf(at + i) & P_SEEN) codeWritten(at + i, 1);
    physWrite(at + i, 1, load<u8>(SAVE_MAP + i));
  }
}
/** A guest runs that system management software may know of: not L1, which is a guest only of its L0. */
export function guestShown(): bool { return load<u8>(IN_GUEST) != 0 && (!load<u8>(HOST_IS_L0) || load<u8>(SMM_L2) != 0); }
/** EFER.SVME is always set under an L0; what is shown is what L1 has made of it. */
function hiddenEfer(): u64 { return load<u8>(HOST_IS_L0) != 0 && load<u8>(SMM_NO_SVME) != 0 ? EFER_SVME : 0; }
/** The PAT register under an L0 is that of L1's VMCB, unless L2 has one of its own. */
export function patIsInVmcb(): bool { return load<u8>(IN_GUEST) != 0 && load<u8>(HOST_IS_L0) != 0 && !(load<u8>(SMM_L2) & SMM_L2_NESTED); }
/** For the handler to read only: RSM goes by what the processor keeps to itself. Of L2 the L0 says who its host is. */
function describeGuest(): void {
  const byL0 = load<u8>(HOST_IS_L0) != 0, nested = byL0 ? (load<u8>(SMM_L2) & SMM_L2_NESTED) != 0 : load<u8>(NPT_ON) != 0;
  store<u64>(SAVE_MAP, 1, M_SVM_GUEST);
  store<u64>(SAVE_MAP, load<u64>(byL0 ? SMM_HOST : VMCB_PA), M_SVM_VMCB);
  store<u64>(SAVE_MAP, load<u64>(INT_CTL) & INT_CTL_SHOWN, M_SVM_INTERRUPT);
  store<u64>(SAVE_MAP, load<u64>(byL0 ? SMM_HOST + 8 : HOST_EFER), M_SVM_EFER);
  store<u64>(SAVE_MAP, load<u64>(byL0 ? SMM_HOST + 16 : HOST_CR4), M_SVM_CR4);
  store<u64>(SAVE_MAP, load<u64>(byL0 ? SMM_HOST + 32 : HOST_CR0), M_SVM_CR0);
  if (!nested) return;
  store<u64>(SAVE_MAP, load<u64>(G_PAT), M_SVM_PAT);
  store<u64>(SAVE_MAP, load<u64>(byL0 ? SMM_HOST + 24 : NCR3), M_SVM_NCR3);
}
/** Bring the map in from SMRAM. */
export function readSaveMap(): void {
  const at = load<u64>(SMBASE) + MAP_OFFSET;
  for (let i: usize = 0; i < <usize>MAP_BYTES; i++) store<u8>(SAVE_MAP + i, <u8>physRead(at + i, 1));
  for (let row: usize = 0; row < 10 * 16; row += 16) store<u16>(SAVE_MAP + row, packedAttributes(load<u16>(SAVE_MAP + row, 2)), 2);
}
/** The map that has been brought in as the save area of a VMCB whose guest has nested paging or not. */
export function savedAsVmcb(nested: bool): usize {
  store<u8>(vmcb, <u8>nested, VC_MISC_CTL);
  return vmcb;
}
/** Nobody has written over the revision. */
export function revisionKept(): bool { return load<u32>(SAVE_MAP, M_REVISION) == REVISION; }
function restartsIo(): bool { return load<u8>(SAVE_MAP, M_IO_RESTART) != 0; }
/** Where the program goes on. */
export function savedRip(): u64 { return restartsIo() ? load<u64>(SAVE_MAP, M_IO_RIP) : load<u64>(SAVE_MAP, M_RIP); }
/** Load the general and segment registers from the map. Bases become addresses that can be: of 32 bits in ES, CS, SS and DS, else canonical. */
export function loadSavedRegisters(): void {
  for (let row: usize = 0; row < 10 * 16; row += 16) {
    memory.copy(SEGS + row, SAVE_MAP + row, 16);
    const base = load<u64>(SEGS + row, 8);
    store<u64>(SEGS + row, row < DATA_ROWS ? base & 0xffffffff : canonicalBase(base), 8);
  }
  for (let n: usize = 0; n < 16; n++) store<u64>(REGS + (n << 3), load<u64>(SAVE_MAP + M_RAX - (n << 3)));
  if (!restartsIo()) return;
  store<u64>(RCX, load<u64>(SAVE_MAP, M_IO_RCX));
  store<u64>(RSI, load<u64>(SAVE_MAP, M_IO_RSI));
  store<u64>(RDI, load<u64>(SAVE_MAP, M_IO_RDI));
}

/** The map has attributes as a descriptor has them, with a gap where the limit is; the processor, as the VMCB packs them. */
function descriptorAttributes(packed: u16): u16 { return (packed & 0xff) | ((packed & 0xf00) << 4); }
function packedAttributes(spread: u16): u16 { return (spread & 0xff) | ((spread >> 4) & 0xf00); }
