// Events that reach the processor between instructions, in order of priority: INIT, SMI, NMI, INTR, virtual NMI, virtual interrupt. What the guest's
// VMCB intercepts becomes #VMEXIT and stays pending; the host takes it when it sets GIF.
import { GIF, IN_GUEST, HOST_IS_L0, HOST_IF, V_INTR_MASKING, INT_CTL, SHADOW, HALTED, WAIT_SIPI, PENDING_NMI, PENDING_SMI, PENDING_INIT, PENDING_SIPI,
  NMI_BLOCKED, SHUTDOWN, IN_SMM, VM_CR, HWCR, RFLAGS, EVENT_INJECTED, EVENT_INJ } from "../gen/layout";
import { F_IF } from "../flags";
import { raise } from "../fault";
import { deliverEvent, deliverInterrupt } from "../system/deliver";
import { interruptPending, apicAcknowledge } from "../apic/priority";
import { resetCpu, startProcessor } from "../system/reset";
import { enterSmm } from "../system/smm";
import { intercepted } from "./intercept";
import { due } from "./observe";
import { vmexit } from "./vmexit";
import { virtualGifOpen, virtualNmiOpen, takeVirtualNmi } from "./virtualNmi";
import * as V from "./vmcb";

/** What pendingEvent() may answer. */
export const EVENT_NONE = 0; export const EVENT_START = 1; export const EVENT_INIT = 2; export const EVENT_SMI = 3; export const EVENT_NMI = 4;
export const EVENT_INTR = 5; export const EVENT_VINTR = 6; export const EVENT_VNMI = 7;

// Bits of intercept word 3.
const I_INTR = 0; const I_NMI = 1; const I_SMI = 2; const I_INIT = 3; const I_VINTR = 4;
const EXIT_INTR: u64 = 0x60; const EXIT_NMI: u64 = 0x61; const EXIT_SMI: u64 = 0x62; const EXIT_INIT: u64 = 0x63; const EXIT_VINTR: u64 = 0x64;

const TYPE_INTR = 0; const TYPE_NMI = 2;
const V_SX = 30; const SX_INIT = 1;
const R_INIT: u64 = 2; const HWCR_SMMLOCK: u64 = 1; const SMI_EXTERNAL: u64 = 1;

/** The event that this boundary would take: pending, and nothing holds it off. */
export function pendingEvent(): i32 {
  if (load<u8>(WAIT_SIPI)) return load<u8>(PENDING_INIT) ? EVENT_INIT : load<u8>(PENDING_SIPI) ? EVENT_START : EVENT_NONE;
  if (!load<u8>(GIF)) return EVENT_NONE;
  if (load<u8>(PENDING_INIT) && initOpen()) return EVENT_INIT;
  if (load<u8>(PENDING_SMI) && !load<u8>(IN_SMM) && !load<u8>(SHUTDOWN)) return EVENT_SMI;
  if (load<u8>(PENDING_NMI) && nmiOpen()) return EVENT_NMI;
  // The shutdown state ends by INIT or NMI only; an SMI would come back to it.
  if (load<u8>(SHUTDOWN)) return EVENT_NONE;
  if (interruptOpen() && interruptPending()) return EVENT_INTR;
  if (virtualNmiOpen()) return EVENT_VNMI;
  return virtualInterruptOpen() ? EVENT_VINTR : EVENT_NONE;
}
/** System management mode holds off INIT and further SMIs. INIT ends a shutdown in it: that of an L0's guest the L0 has to see to. */
function initOpen(): bool { return !load<u8>(IN_SMM) || (load<u8>(SHUTDOWN) != 0 && !load<u8>(HOST_IS_L0)); }
/** A #VMEXIT may fall into the interrupt shadow: the VMCB keeps the shadow for when the guest goes on. */
function nmiOpen(): bool { return !load<u8>(NMI_BLOCKED) && (!load<u8>(SHADOW) || intercepted(3, I_NMI)); }
/** With V_INTR_MASKING the guest's IF is about virtual interrupts only, and the host's IF decides on physical ones. */
function interruptOpen(): bool {
  const open = load<u8>(V_INTR_MASKING) ? load<u8>(HOST_IF) != 0 : (load<u64>(RFLAGS) & F_IF) != 0;
  return open && (!load<u8>(SHADOW) || intercepted(3, I_INTR));
}
function virtualInterruptOpen(): bool {
  const control = load<u64>(INT_CTL);
  if (!(control & V.IC_V_IRQ) || !load<u8>(IN_GUEST)) return false;
  if (!(load<u64>(RFLAGS) & F_IF) || load<u8>(SHADOW)) return false;
  if (!virtualGifOpen(control)) return false;
  return (control & V.IC_V_IGN_TPR) != 0 || ((control >> 16) & 15) > (control & 15);
}

/** A virtual interrupt or NMI waits for the guest, be it masked or not: a guest that halts now is not idle. */
export function virtualEventPending(): bool { return (load<u64>(INT_CTL) & (V.IC_V_IRQ | V.IC_V_NMI)) != 0; }

/** Take the event that is due at this boundary; false when there is none. May unwind with a fault of its delivery. */
export function takeEvents(): bool {
  const event = pendingEvent();
  if (event == EVENT_NONE) return false;
  due();
  if (event == EVENT_START) startProcessor();
  else if (event == EVENT_INIT) takeInit();
  else if (event == EVENT_SMI) takeSmi();
  else if (event == EVENT_NMI) takeNmi();
  else if (event == EVENT_INTR) takeInterrupt();
  else if (event == EVENT_VNMI) { takeVirtualNmi(); wake(); deliverInterrupt(2, TYPE_NMI); }
  else takeVirtualInterrupt();
  return true;
}
/** The processor wakes up for the event it takes. */
function wake(): void { store<u8>(HALTED, 0); store<u8>(SHUTDOWN, 0); }

function takeInit(): void {
  if (intercepted(3, I_INIT)) { vmexit(EXIT_INIT, 0, 0); return; }
  store<u8>(PENDING_INIT, 0);
  wake();
  if (load<u8>(WAIT_SIPI) || !(load<u64>(VM_CR) & R_INIT)) { resetCpu(true); return; }
  raise(V_SX, SX_INIT);
}
/** All SMIs come from outside. Firmware that has locked SMM is not interfered with. */
function takeSmi(): void {
  if (intercepted(3, I_SMI) && !(load<u64>(HWCR) & HWCR_SMMLOCK)) { vmexit(EXIT_SMI, SMI_EXTERNAL, 0); return; }
  store<u8>(PENDING_SMI, 0);
  enterSmm();
}
function takeNmi(): void {
  if (intercepted(3, I_NMI)) { vmexit(EXIT_NMI, 0, 0); return; }
  store<u8>(PENDING_NMI, load<u8>(PENDING_NMI) - 1);
  store<u8>(NMI_BLOCKED, 1);
  wake();
  deliverInterrupt(2, TYPE_NMI);
}
function takeInterrupt(): void {
  if (intercepted(3, I_INTR)) { vmexit(EXIT_INTR, 0, 0); return; }
  wake();
  deliverInterrupt(apicAcknowledge(), TYPE_INTR);
}
function takeVirtualInterrupt(): void {
  if (intercepted(3, I_VINTR)) { vmexit(EXIT_VINTR, 0, 0); return; }
  const control = load<u64>(INT_CTL);
  store<u64>(INT_CTL, control & ~V.IC_V_IRQ);
  wake();
  deliverInterrupt(<i32>(control >> 32) & 0xff, TYPE_INTR);
}

/** Deliver EVENTINJ, before the first guest instruction and before any other event: no mask holds it off, no intercept sees it. */
export function injectEvent(): void {
  store<u8>(EVENT_INJECTED, 0);
  deliverEvent(load<u32>(EVENT_INJ) & V.EVENT_MEANT, load<u32>(EVENT_INJ + 4));
}
