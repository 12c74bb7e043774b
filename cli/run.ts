import { readFileSync } from 'node:fs';
import type { Machine } from '../board/machine.js';
import { Module, type WasmModule } from '../silicon/host/wasm.js';
import type { Behaviour } from '../hypervisor/behaviour.js';
import { createMachine } from '../hypervisor/machine.js';
import { UsageError } from './errors.js';
import type { MachineConfig, Outcome, RunHooks, RunMachine } from './machineConfig.js';

/** Instructions between looks at the wall clock and the terminal. */
const SLICE = 2_000_000;

let compiled: WasmModule | undefined;
/** The processor's code, compiled once. */
export function siliconModule(): WasmModule {
  compiled ??= new Module(readFileSync(new URL('../silicon.wasm', import.meta.url)));
  return compiled;
}

/** Runs a machine built of processor, board and, for `nested`, the L0. */
export const runMachine: RunMachine = async (config, hooks) => {
  const { debugExit, pcTestdev, pit, serial } = config.devices;
  // Without these two there is nobody to tell, and nothing of what tells is loaded.
  const watched =
    config.explain.length > 0 || config.trace ? (await import('./watch.js')).watch(config, hooks) : undefined;
  const machine = createMachine({
    kind: config.machine,
    wasm: siliconModule(),
    cpu: config.cpu,
    ...(config.seed === undefined ? {} : { seed: config.seed }),
    ...(config.l0 === undefined ? {} : { behaviour: await behaviourOf(config.l0) }),
    vcpus: config.vcpus,
    ramBytes: config.ramBytes,
    ...('image' in config.start
      ? { kernel: config.start.image.bytes, modules: config.start.modules }
      : { modules: [] }),
    cmdline: config.cmdline,
    serial: (byte) => {
      if (serial) hooks.serialOut(byte);
    },
    testdev: pcTestdev,
    pit,
    ...(debugExit ? { debugExit } : {}),
    ...(watched ? { observer: watched.observer } : {}),
  });
  if ('state' in config.start) machine.restore(config.start.state);
  try {
    const outcome = await runToStop(machine, config, hooks);
    if (outcome.kind === 'limit' || outcome.kind === 'interrupted') hooks.save?.(() => machine.save());
    return outcome;
  } finally {
    watched?.finish();
  }
};

async function behaviourOf(l0: string): Promise<Behaviour> {
  const { HISTORY } = await import('../hypervisor/history/index.js');
  const profile = HISTORY.find(({ name }) => name === l0);
  if (!profile) throw new UsageError(`there is no L0 '${l0}'`);
  return profile.behaviour;
}

async function runToStop(machine: Machine, config: MachineConfig, hooks: RunHooks): Promise<Outcome> {
  const { instructions = Infinity, virtualNs = Infinity } = config.limits;
  for (let turns = 0; ; turns++) {
    for (let byte = hooks.serialIn(); byte !== undefined; byte = hooks.serialIn())
      machine.pc.serialInput(byte);
    const possible = machine.run(Math.min(SLICE, instructions - machine.instructions), virtualNs);
    if (machine.stopped !== undefined) return machine.stopped;
    if (machine.instructions >= instructions || machine.now >= virtualNs) return { kind: 'limit' };
    if (hooks.shouldStop()) return { kind: 'interrupted' };
    // A guest that sleeps without a timer waits for a key; let the terminal be read, and do not spin.
    if (!possible) await new Promise((resolve) => setTimeout(resolve, 10));
    else if (turns % 16 === 0) await new Promise((resolve) => setImmediate(resolve));
  }
}
