import type { MachineState } from '../board/machine.js';
import { encodeSnapshot } from '../board/snapshotFile.js';
import { ImageError } from '../board/loaders/image.js';
import { UsageError, systemReason } from './errors.js';
import type { InputHandle, Io } from './io.js';
import type {
  MachineConfig,
  MachineShape,
  ModuleFile,
  NamedFile,
  Outcome,
  RunHooks,
  RunMachine,
} from './machineConfig.js';
import { parseModuleList } from './modules.js';
import type { SerialTarget } from './qemu/settings.js';
import { SerialConsole, type TextOutput } from './serialConsole.js';

/** A kernel by name, with what goes with it. */
export interface KernelFiles {
  readonly kernel: string;
  readonly append: string;
  readonly initrd?: string;
}

/** A run as a command line describes it: files by name, nothing opened. */
export interface LaunchPlan extends Omit<MachineConfig, 'start' | 'cmdline' | 'trace'> {
  readonly start: KernelFiles | { readonly state: MachineState; readonly cmdline: string };
  /** Where to keep the machine when the run ends before the guest does. */
  readonly saveFile?: string;
  readonly serial: SerialTarget;
  readonly traceFile?: string;
  /** Where explanations go; to stderr when absent. */
  readonly explainFile?: string;
  /** Stop after this long on the wall clock. */
  readonly wallMs?: number;
  readonly onReset: 'stop' | 'restart';
  /** Words of the messages about the kernel; scripts around QEMU match those of `qemu`. */
  readonly wording: Wording;
}
type Wording = 'qemu' | 'native';

/** Opens what the plan names, runs the machine to its end and closes everything. */
export async function launch(plan: LaunchPlan, io: Io, runMachine: RunMachine): Promise<Outcome> {
  const config = configOf(plan, io);
  const console = openSerial(plan.serial, io);
  const trace = plan.traceFile === undefined ? undefined : create(plan.traceFile, io);
  const explanations = plan.explainFile === undefined ? io.stderr : create(plan.explainFile, io);
  const deadline = plan.wallMs === undefined ? Infinity : io.now() + plan.wallMs;
  let late = false;

  const hooks: RunHooks = {
    serialOut: (byte) => console.send(byte),
    serialIn: () => console.receive(),
    report(line) {
      console.flush();
      explanations.write(`${line}\n`);
    },
    trace: (text) => trace?.write(text),
    save(state) {
      if (plan.saveFile !== undefined) keep(plan, config.cmdline, state(), plan.saveFile, io);
    },
    shouldStop() {
      console.flush();
      late = io.now() >= deadline;
      return late || console.interrupted;
    },
  };

  let input: InputHandle | undefined;
  try {
    if (plan.serial.kind === 'stdio')
      input = io.openInput((bytes, isTerminal) => console.type(bytes, isTerminal));
    for (;;) {
      const outcome = await runMachine(config, hooks);
      const restarts = outcome.kind === 'reset' || outcome.kind === 'shutdown';
      if (restarts && plan.onReset === 'restart' && !hooks.shouldStop()) continue;
      return outcome.kind === 'interrupted' && late ? { kind: 'limit' } : outcome;
    }
  } catch (error) {
    if (error instanceof ImageError && 'kernel' in plan.start)
      throw new UsageError(aboutKernel(plan.start.kernel, plan.wording, 'load', error.message));
    throw error;
  } finally {
    input?.close();
    console.flush();
  }
}

function configOf(plan: LaunchPlan, io: Io): MachineConfig {
  const { start } = plan;
  return {
    ...('state' in start
      ? { start: { state: start.state }, cmdline: start.cmdline }
      : readImages(start, plan.wording, io)),
    machine: plan.machine,
    ramBytes: plan.ramBytes,
    vcpus: plan.vcpus,
    cpu: plan.cpu,
    ...(plan.seed === undefined ? {} : { seed: plan.seed }),
    ...(plan.l0 === undefined ? {} : { l0: plan.l0 }),
    devices: plan.devices,
    limits: plan.limits,
    explain: plan.explain,
    trace: plan.traceFile !== undefined,
  };
}

function readImages(
  { kernel, append, initrd = '' }: KernelFiles,
  wording: Wording,
  io: Io,
): Pick<MachineConfig, 'start' | 'cmdline'> {
  const image = readKernel(kernel, wording, io);
  const modules = parseModuleList(initrd).map(({ path, cmdline }): ModuleFile => {
    try {
      return { path, cmdline, bytes: io.readFile(path) };
    } catch (error) {
      throw new UsageError(`could not open module '${path}': ${systemReason(error)}`);
    }
  });
  return { start: { image, modules }, cmdline: append === '' ? kernel : `${kernel} ${append}` };
}

function readKernel(path: string, wording: Wording, io: Io): NamedFile {
  try {
    return { path, bytes: io.readFile(path) };
  } catch (error) {
    throw new UsageError(aboutKernel(path, wording, 'open', systemReason(error)));
  }
}

function aboutKernel(path: string, wording: Wording, verb: 'open' | 'load', reason: string): string {
  if (wording === 'native') return `${path}: ${reason}`;
  return `could not ${verb} kernel${verb === 'open' ? ' file' : ''} '${path}': ${reason}`;
}

/** Keep the machine in a file. */
function keep(plan: LaunchPlan, cmdline: string, state: MachineState, path: string, io: Io): void {
  const { machine, ramBytes, vcpus, cpu, devices, l0 } = plan;
  const config: MachineShape = {
    machine,
    cmdline,
    ramBytes,
    vcpus,
    cpu,
    devices,
    ...(l0 === undefined ? {} : { l0 }),
  };
  create(path, io).write(encodeSnapshot({ config, state }));
}

function openSerial(target: SerialTarget, io: Io): SerialConsole {
  switch (target.kind) {
    case 'none':
      return new SerialConsole(undefined);
    case 'stdio':
      return new SerialConsole(io.stdout, target.multiplexed);
    case 'file':
      return new SerialConsole(create(target.path, io));
  }
}

function create(path: string, io: Io): TextOutput {
  try {
    return io.createFile(path);
  } catch (error) {
    throw new UsageError(`could not create '${path}': ${systemReason(error)}`);
  }
}
