import type { Behaviour } from '../hypervisor/behaviour.js';
import type { L0Observer, VmcbEvent } from '../hypervisor/observer.js';
import { readField } from '../inspect/vmcbField.js';
import type { WasmModule } from '../silicon/host/wasm.js';
import { checksOfMask } from '../spec/checks.js';
import { exitOfLanes } from '../spec/exits.js';
import type { VmcbKey } from '../spec/vmcb.js';
import type { Case } from './case.js';
import { disturb, prepareCase, prepareTwin } from './prepare.js';
import { Twin, type MachineKind } from './twin.js';

/** What is told of an exit when it is not zero. */
const TOLD: readonly VmcbKey[] = ['exitInfo1', 'exitInfo2', 'exitIntInfo', 'nRip'];
const MOST_LINES = 200;

/** What went on between L1 and L2 on one machine, a line for each world switch; and how it ended. */
export function trail(wasm: WasmModule, kind: MachineKind, given: Case, behaviour?: Behaviour): string[] {
  const lines: string[] = [];
  const tell = (event: VmcbEvent, what: string, keys: readonly VmcbKey[]): void => {
    if (lines.length >= MOST_LINES) return;
    const values = keys
      .map((key) => [key, readField(event.vmcb, key)] as const)
      .filter(([, value]) => value !== 0n)
      .map(([key, value]) => `${key} ${value.toString(16)}`);
    lines.push([`${event.time}`.padStart(8), what, ...values].join(' '));
  };
  const observer: L0Observer = {
    nestedEnter: (event) => tell(event, 'VMRUN into L2', ['rip', 'eventInj']),
    nestedExit: (event) => {
      const name = exitOfLanes(event.codeLow, event.codeHigh)?.name ?? event.codeLow.toString(16);
      tell(event, `#VMEXIT ${name}`, ['rip', ...TOLD]);
    },
    vmrunFailed: (event) => {
      const ids = [...checksOfMask(event.mask), ...event.ownRows].map(({ id }) => id);
      tell(event, `VMRUN fails: ${ids.join(' ')}`, []);
    },
  };
  const twin = new Twin(wasm, kind, given.cpu, observer, behaviour);
  prepareTwin(twin);
  prepareCase(twin, given);
  try {
    for (let slice = 0; slice < given.slices && twin.cpu.stopped === undefined; slice++) {
      for (const event of given.events.filter((one) => one.slice === slice)) {
        lines.push(
          `${String(twin.time).padStart(8)} from outside: ${event.kind} ${event.vector.toString(16)}`,
        );
        disturb(twin, event);
      }
      twin.run(given.length);
    }
  } catch (error) {
    lines.push(`${String(twin.time).padStart(8)} broke: ${(error as Error).message}`);
  }
  const where = `in ${twin.inL2 ? 'L2' : 'L1'} at RIP ${twin.get('RIP').toString(16)}`;
  lines.push(`${String(twin.time).padStart(8)} ends ${where}${twin.isDown ? ', shut down' : ''}`);
  return lines;
}
