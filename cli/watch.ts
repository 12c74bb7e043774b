import type { L0Observer } from '../hypervisor/observer.js';
import { cpuFacts } from '../inspect/cpuFacts.js';
import { EventReport } from '../inspect/eventReport.js';
import { ExitReport } from '../inspect/exitReport.js';
import { FailureReport } from '../inspect/failureReport.js';
import { Ftrace } from '../inspect/ftrace.js';
import { joinObservers } from '../inspect/joinObservers.js';
import { StaleVmcbReport } from '../inspect/staleVmcbReport.js';
import type { MachineConfig, RunHooks } from './machineConfig.js';

/** Those who watch a run, and what they still have to say at its end. */
export interface Watch {
  readonly observer: L0Observer;
  finish(): void;
}

/** The listeners a run was asked for, `--explain` and `--trace`. */
export function watch(config: MachineConfig, hooks: RunHooks): Watch {
  const observers: L0Observer[] = [];
  const last: (() => void)[] = [];
  const report = (line: string): void => hooks.report(line);
  if (config.explain.includes('failures')) {
    const failures = new FailureReport(cpuFacts(config.cpu), report);
    observers.push(failures.observer, new StaleVmcbReport(report).observer);
    last.push(() => failures.finish());
  }
  if (config.explain.includes('exits')) observers.push(new ExitReport(report).observer);
  if (config.explain.includes('events')) observers.push(new EventReport(report).observer);
  if (config.trace) {
    const ftrace = new Ftrace(config.machine, (text) => hooks.trace(text));
    observers.push(ftrace.observer);
    last.push(() => ftrace.flush());
  }
  return { observer: joinObservers(observers), finish: () => last.forEach((say) => say()) };
}
