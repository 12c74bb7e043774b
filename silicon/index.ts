// What the host sees of the processor.
export * from "./gen/handlers";
export { fast, install, resume, afterUnwind } from "./exec/run";
export { endSliceAt, currentTime } from "./exec/leave";
export { noticeEvents } from "./exec/events";
export { setRam, hostAddress } from "./mmu/phys";
export { updateContext, flushAll, flushAsid } from "./mmu/tlb";
export { codeWritten } from "./decode/codePage";
export { getFlags, setFlags } from "./flags";
export { setFeature, setAddressWidths } from "./system/features";
export { clearCpuid, setCpuid } from "./system/cpuid";
export { updateCodeMode } from "./system/segment";
export { vmcbChecks, pdpteCheck } from "./svm/checks";
export { vmEnter } from "./svm/vmrun";
export { leaveGuest } from "./svm/vmexit";
export { vmload, vmsave } from "./svm/instructions";
export { observeWorldSwitches } from "./svm/observe";
export { resetCpu } from "./system/reset";
export { setVcpus, apicMessage, setLint0, apicDeadline, apicTimerDue, apicVirtualWire } from "./apic/apic";
