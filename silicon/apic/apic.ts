// The local APIC as the rest of the processor and the host see it.
export { setVcpus, regionOf } from "./state";
export { interruptPending, apicAcknowledge, apicGetTpr, apicSetTpr } from "./priority";
export { apicMessage, setLint0 } from "./deliver";
export { apicDeadline, apicTimerDue, tscDeadlineRead, tscDeadlineWrite, apicTscChanged } from "./timer";
export { resetApic, apicWriteBase, apicVirtualWire } from "./registers";
export { x2apicRead, x2apicWrite } from "./x2apic";
export { apicCovers, apicLoad, apicStore } from "./mmio";
