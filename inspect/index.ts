/** The library: machines to run, and what can be seen of them. Needs neither Node nor a browser. */
export { Machine, type MachineState } from '../board/machine.js';
export { SnapshotError, decodeSnapshot, encodeSnapshot, type Snapshot } from '../board/snapshotFile.js';
export type { Pc } from '../board/pc.js';
export { ImageError } from '../board/loaders/image.js';
export { HISTORY, type Fault, type HistoryProfile } from '../hypervisor/history/index.js';
export { createMachine, type MachineOptions } from '../hypervisor/machine.js';
export type { EventState } from '../hypervisor/eventState.js';
export type { Deed, ExitAccount, ExitFields, ExitToL1 } from '../hypervisor/exitAccount.js';
export type { ExitRule } from '../hypervisor/exitRule.js';
export type {
  ExitEvent,
  FailedRow,
  L0Observer,
  Moment,
  StaleVmcb,
  VmcbEvent,
  VmrunFailure,
} from '../hypervisor/observer.js';
export type { StopReason } from '../silicon/host/bus.js';
/** Linear-memory address of each field of the processor's state, by its name in spec/layout. */
export { STATE, type Processor } from '../silicon/host/cpu.js';
export type { WasmModule } from '../silicon/host/wasm.js';
export { CpuOptionError } from '../spec/cpuOption.js';
export { checkVmcb, type VmcbVerdict } from './checkVmcb.js';
export { cpuFacts, type CpuFacts } from './cpuFacts.js';
export {
  explainChecks,
  explainFailure,
  type ExplainContext,
  type ExplainedField,
  type Finding,
} from './explain.js';
export { decideEvents, type EventDecision, type EventName, type EventOutcome } from './eventDecisions.js';
export { EventReport } from './eventReport.js';
export { ExitReport } from './exitReport.js';
export { eventState, explainEvents } from './explainEvents.js';
export { explainExit, type ExitExplanation, type ExitReason, type WantedBy } from './explainExit.js';
export { eventText, exitLines } from './explanationText.js';
export { FailureReport } from './failureReport.js';
export { findingLines } from './findingText.js';
export { Ftrace, type FtraceKind } from './ftrace.js';
export { StaleVmcbReport } from './staleVmcbReport.js';
export { joinObservers } from './joinObservers.js';
