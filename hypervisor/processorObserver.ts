import { STATE, type Processor } from '../silicon/host/cpu.js';
import { VMCB } from '../spec/vmcb.js';
import { failedPointers, vmcbBytes } from './observedVmcb.js';
import type { L0Observer, VmcbEvent } from './observer.js';

/** Where the bytes behind the last field of a VMCB begin. */
const LAST_FIELD = 0x700;

/** Let an observer hear of what a processor without an L0 does by itself. */
export function observeProcessor(cpu: Processor, observer: L0Observer): void {
  const event = (): VmcbEvent => ({
    vcpu: cpu.current,
    time: Number(cpu.wasm.currentTime()),
    vmcbPa: Number(cpu.u64[STATE.VMCB_PA >>> 3]),
    vmcb: vmcbBytes(cpu, cpu.u32[STATE.VMCB >>> 2]),
  });
  if (observer.vmrunFailed) {
    cpu.listener.vmrunFailed = (rip) => {
      const mask = cpu.u64[STATE.FAILED_CHECKS >>> 3];
      const seen = event();
      const vmcb = seen.vmcb.slice();
      // What the processor has checked ends with the last field.
      vmcb.fill(0, LAST_FIELD);
      const pointers = failedPointers(cpu, vmcb, mask);
      observer.vmrunFailed?.({ ...seen, vmcb, checkedBy: 'processor', rip, mask, ownRows: [], ...pointers });
    };
  }
  if (observer.staleVmcb)
    cpu.listener.staleVmcb = (groups, rip) => {
      const used = vmcbBytes(cpu, STATE.VMCB_CACHE);
      observer.staleVmcb?.({ ...event(), rip, groups, used });
    };
  if (observer.nestedEnter || observer.nestedExit) {
    cpu.wasm.observeWorldSwitches(1);
    cpu.listener.worldSwitch = (enter) => {
      const seen = event();
      if (enter) {
        observer.nestedEnter?.(seen);
        return;
      }
      const view = new DataView(seen.vmcb.buffer, seen.vmcb.byteOffset + VMCB.exitCode.offset);
      observer.nestedExit?.({
        ...seen,
        codeLow: view.getUint32(0, true),
        codeHigh: view.getUint32(4, true),
      });
    };
  }
}
