import { STATE, type Processor } from '../silicon/host/cpu.js';
import { processorEvents } from './eventState.js';
import { failedPointers, observedExit, vmcbBytes } from './observedVmcb.js';
import type { L0Observer, VmcbEvent } from './observer.js';
import {
  accountOfExit,
  accountOfFailure,
  failing,
  leaving,
  type Failing,
  type Leaving,
  type ProcessorFacts,
} from './processorAccount.js';

/** Where the bytes behind the last field of a VMCB begin. */
const LAST_FIELD = 0x700;

/** Let an observer hear of what a processor without an L0 does by itself. */
export function observeProcessor(cpu: Processor, observer: L0Observer, about: ProcessorFacts): void {
  const event = (): VmcbEvent => ({
    vcpu: cpu.current,
    time: Number(cpu.wasm.currentTime()),
    vmcbPa: Number(cpu.u64[STATE.VMCB_PA >>> 3]),
    vmcb: vmcbBytes(cpu, cpu.u32[STATE.VMCB >>> 2]),
  });
  const { staleVmcb, eventDue, exitDone } = observer;
  let failed: Failing | undefined;
  if (observer.vmrunFailed ?? exitDone) {
    cpu.listener.vmrunFailed = (rip) => {
      failed = exitDone && failing(cpu, rip);
      if (!observer.vmrunFailed) return;
      const mask = cpu.u64[STATE.FAILED_CHECKS >>> 3];
      const seen = event();
      const vmcb = seen.vmcb.slice();
      // What the processor has checked ends with the last field.
      vmcb.fill(0, LAST_FIELD);
      const pointers = failedPointers(cpu, vmcb, mask);
      observer.vmrunFailed({ ...seen, vmcb, checkedBy: 'processor', rip, mask, ownRows: [], ...pointers });
    };
  }
  if (staleVmcb)
    cpu.listener.staleVmcb = (groups, rip) => {
      const used = vmcbBytes(cpu, STATE.VMCB_CACHE);
      staleVmcb({ ...event(), rip, groups, used });
    };
  if (eventDue)
    cpu.tellOfEvents(() => {
      eventDue({
        vcpu: cpu.current,
        time: Number(cpu.wasm.currentTime()),
        events: processorEvents(cpu),
      });
    });
  const { nestedEnter, guestEvents, nestedExit } = observer;
  if (!(nestedEnter ?? guestEvents ?? nestedExit ?? exitDone)) return;
  cpu.wasm.observeWorldSwitches(1);
  let left: Leaving | undefined;
  cpu.listener.worldSwitch = (kind) => {
    const seen = event();
    if (kind === 'enter') {
      observer.nestedEnter?.(seen);
      observer.guestEvents?.({ vcpu: seen.vcpu, time: seen.time, events: processorEvents(cpu) });
    } else if (kind === 'fail') {
      if (exitDone && failed) exitDone(accountOfFailure(cpu, seen, failed));
    } else if (kind === 'leave') left = exitDone && leaving(cpu, seen);
    else {
      const { codeLow, codeHigh } = observedExit(seen.vmcb);
      if (exitDone && left) exitDone(accountOfExit(cpu, about, seen, left));
      observer.nestedExit?.({ ...seen, codeLow, codeHigh });
    }
  };
}
