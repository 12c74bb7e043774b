import { PLACE } from '../fuzz/place.js';
import { Twin } from '../fuzz/twin.js';
import type { Behaviour } from '../hypervisor/behaviour.js';
import type { L0Observer } from '../hypervisor/observer.js';
import { STATE } from '../silicon/host/cpu.js';
import { VMCB, type VmcbKey } from '../spec/vmcb.js';
import { ORDINARY_L1, STEPPED_AT, VMMCALL_L2, type HistoryProgram } from './historyPrograms.js';
import { silicon } from './twins.js';

const INSTRUCTIONS = 60;
const VECTORS = 32;
/** Fields that are numbers. */
const FIELDS = (Object.keys(VMCB) as VmcbKey[]).filter((key) => VMCB[key].width <= 8);

/** Entries of the L0 into its guest beyond which it will never come to an end. */
const MOST_ENTRIES = 1000;

/** The machine `nested` with some behaviour, or `bare`. */
export function historyTwin(
  behaviour?: Behaviour | 'bare',
  observer: L0Observer = {},
): { twin: Twin; reset: () => void } {
  let entries = 0;
  const vmenter = (): void => {
    if (++entries > MOST_ENTRIES) throw new Error('the L0 enters its guest again and again');
  };
  const twin =
    behaviour === 'bare'
      ? new Twin(silicon(), 'bare')
      : new Twin(silicon(), 'nested', undefined, { ...observer, vmenter }, behaviour);
  const reset = twin.mark();
  return {
    twin,
    reset: () => {
      entries = 0;
      reset();
    },
  };
}

/** What is left at the end of a program, by name. */
export function endState(twin: Twin, { fields, l1, l2, more }: HistoryProgram): Map<string, string> {
  twin.write(PLACE.l1Code, l1 ?? ORDINARY_L1);
  twin.write(PLACE.l2Code, l2 ?? VMMCALL_L2);
  twin.vmcb12(fields);
  twin.set('CR2', 0x1234n);
  more?.(twin);
  twin.run(INSTRUCTIONS);
  const state = new Map<string, string>();
  const put = (name: string, value: bigint | number): void => void state.set(name, value.toString(16));
  const down = twin.isDown;
  if (down) state.set('shut down', 'yes');
  if (twin.inL2 && !down) state.set('L2 runs', 'yes');
  if (!down) {
    put('GIF', twin.cpu.u8[STATE['GIF']]);
    for (const n of [6, 7]) put(`L1’s DR${n}`, twin.get('DR', n));
    put('L1’s CR2', twin.get('CR2'));
    put('L1’s PAT', twin.get('PAT'));
  }
  for (let vector = 0; vector < VECTORS; vector++)
    put(`exceptions ${vector.toString(16)}h`, twin.read64(PLACE.counts + 8 * vector));
  put('its #DB returns to', twin.read64(STEPPED_AT));
  for (const key of FIELDS) put(VMCB[key].name, twin.field(key));
  return state;
}

/** What one machine has otherwise than another, for a person. */
export function otherwise(state: Map<string, string>, than: Map<string, string>): string[] {
  const names = new Set([...than.keys(), ...state.keys()]);
  return [...names]
    .filter((name) => state.get(name) !== than.get(name))
    .map((name) => `${name} ${state.get(name) ?? 'no'} (${than.get(name) ?? 'no'})`);
}
