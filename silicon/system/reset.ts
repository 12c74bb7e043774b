// The state after power-on and after INIT, and how a processor other than the first starts.
import { STATE_BASE, STATE_SIZE, RIP, RDX, REGS, CURP, CPL, SHADOW, HALTED, WAIT_SIPI,
  NMI_BLOCKED, PENDING_NMI, PENDING_SMI, PENDING_INIT, PENDING_SIPI, SIPI_VECTOR, PENDING_DB, PENDING_DR6, SHUTDOWN, IN_SMM, CR0, CR2, CR3,
  CR4, EFER, XCR0, DR, TIME, BUDGET, TSC_ADD, PAT, DEBUGCTL, DELIVER_KIND, FCW, FTW, MXCSR, GIF, IN_GUEST, HOST_IS_L0,
  NPT_ON, EVENT_INJECTED, V_INTR_MASKING, GUEST_ASID, INTERCEPTS, TSC_OFFSET, TSC_SCALED, INT_CTL, NRIP, VCPU, RANDOM, MONITOR_ARMED,
  LBRV_ON, VM_CR } from "../gen/layout";
import { forgetVmcb } from "../svm/cleanBits";
import { setFlags } from "../flags";
import { flushSpace } from "../mmu/tlb";
import { resetApic } from "../apic/registers";
import { noticeEvents } from "../exec/events";
import { setSegment } from "./descriptor";
import { updateCodeMode } from "./segment";
import { updateExact } from "./debug";
import { cpuidQuery, cpuidAnswer } from "./cpuid";
import { resetMsrs } from "./msr";
import { updateSmram } from "./smram";

const CR0_RESET: u64 = 0x60000010; const CR0_CACHE: u64 = 0x60000000; const CR0_ET: u64 = 0x10;
const VM_CR_LOCK: u64 = 8; const VM_CR_SVMDIS: u64 = 16;
const DATA: u32 = 0x93; const CODE: u32 = 0x9b; const LDT: u32 = 0x82; const TSS: u32 = 0x8b;

/**
 * Reset the running vCPU. After power-on everything has its reset value but the virtual clock; INIT leaves alone what firmware and kernel
 * set up once: MSRs, FPU and SSE state, XCR0, the cache bits of CR0 and the time-stamp counter.
 */
export function resetCpu(init: bool): void {
  if (!init) powerOn();
  else if (!(load<u64>(VM_CR) & VM_CR_LOCK)) store<u64>(VM_CR, load<u64>(VM_CR) & ~VM_CR_SVMDIS);
  resetCore(init);
  leaveVirtualWorld();
  resetApic(init);
  updateSmram();
  store<u8>(WAIT_SIPI, <u8>(load<u32>(VCPU) != 0));
  // A processor that does not wait for one never sees a start-up message.
  if (load<u32>(VCPU) == 0) store<u8>(PENDING_SIPI, 0);
  flushSpace();
  updateCodeMode();
  updateExact();
  noticeEvents();
}

function powerOn(): void {
  const vcpu = load<u32>(VCPU), time = load<u64>(TIME), budget = load<i32>(BUDGET), random = load<u64>(RANDOM);
  memory.fill(STATE_BASE, 0, STATE_SIZE);
  store<u32>(VCPU, vcpu); store<u64>(TIME, time); store<i32>(BUDGET, budget); store<u64>(RANDOM, random);
  store<u64>(TSC_ADD, <u64><i64>budget - time);
  store<u64>(CR0, CR0_RESET);
  store<u64>(XCR0, 1);
  store<u64>(PAT, 0x0007040600070406);
  store<u16>(FCW, 0x40);
  // Every x87 register counts as in use and holds zero.
  store<u16>(FTW, 0xff);
  store<u32>(MXCSR, 0x1f80);
  resetMsrs();
}

function resetCore(init: bool): void {
  memory.fill(REGS, 0, 128);
  cpuidQuery(1, 0);
  store<u64>(RDX, load<u32>(cpuidAnswer()));
  store<u64>(RIP, 0xfff0);
  setFlags(2);
  for (let seg = 0; seg < 6; seg++) setSegment(seg, 0, DATA, 0xffff, 0);
  setSegment(1, 0xf000, CODE, 0xffff, 0xffff0000);
  setSegment(6, 0, 0, 0xffff, 0);
  setSegment(7, 0, LDT, 0xffff, 0);
  setSegment(8, 0, 0, 0xffff, 0);
  setSegment(9, 0, TSS, 0xffff, 0);
  store<u64>(CR0, (load<u64>(CR0) & CR0_CACHE) | CR0_ET);
  store<u64>(CR2, 0); store<u64>(CR3, 0); store<u64>(CR4, 0); store<u64>(EFER, 0);
  memory.fill(DR, 0, 64);
  store<u64>(DR + 48, 0xffff0ff0); store<u64>(DR + 56, 0x400);
  store<u64>(DEBUGCTL, 0);
  store<u8>(CPL, 0); store<u8>(SHADOW, 0); store<u8>(HALTED, 0); store<u8>(SHUTDOWN, 0); store<u8>(IN_SMM, 0);
  store<u8>(NMI_BLOCKED, 0); store<u8>(PENDING_NMI, 0); store<u8>(PENDING_SMI, 0); store<u8>(PENDING_INIT, 0);
  store<u8>(PENDING_DB, 0); store<u32>(PENDING_DR6, 0); store<u8>(MONITOR_ARMED, 0);
  store<u32>(CURP, 0); store<u32>(DELIVER_KIND, 0);
}

/** No guest runs any more, and nothing is written to its VMCB. */
function leaveVirtualWorld(): void {
  store<u8>(GIF, 1);
  forgetVmcb();
  store<u8>(IN_GUEST, 0); store<u8>(HOST_IS_L0, 0); store<u8>(NPT_ON, 0); store<u8>(EVENT_INJECTED, 0); store<u8>(V_INTR_MASKING, 0);
  store<u32>(GUEST_ASID, 0); store<u64>(TSC_OFFSET, 0); store<u8>(TSC_SCALED, 0); store<u64>(INT_CTL, 0); store<u64>(NRIP, 0); store<u8>(LBRV_ON, 0);
  memory.fill(INTERCEPTS, 0, 24);
}

/** The start-up message has come: begin in real mode at the page it names. */
export function startProcessor(): void {
  const page = <u32>load<u8>(SIPI_VECTOR);
  store<u8>(PENDING_SIPI, 0);
  store<u8>(WAIT_SIPI, 0);
  setSegment(1, page << 8, CODE, 0xffff, <u64>page << 12);
  store<u64>(RIP, 0);
  updateCodeMode();
  noticeEvents();
}
