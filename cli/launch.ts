import { ImageError } from '../board/loaders/image.js';
import { UsageError, systemReason } from './errors.js';
import type { InputHandle, Io } from './io.js';
import type { MachineConfig, ModuleFile, NamedFile, Outcome, RunHooks, RunMachine } from './machineConfig.js';
import { parseModuleList } from './modules.js';
import type { SerialTarget } from './qemu/settings.js';
import { SerialConsole, type TextOutput } from './serialConsole.js';

/** A run as a command line describes it: files by name, nothing opened. */
export interface LaunchPlan extends Omit<MachineConfig, 'image' | 'cmdline' | 'modules' | 'trace'> {
  readonly kernel: string;
  readonly append: string;
  readonly initrd?: string;
  readonly serial: SerialTarget;
  readonly traceFile?: string;
  /** Stop after this long on the wall clock. */
  readonly wallMs?: number;
  readonly onReset: 'stop' | 'restart';
  /** Words of the messages about the kernel; scripts around QEMU match those of `qemu`. */
  readonly wording: 'qemu' | 'native';
}

/** Opens what the plan names, runs the machine to its end and closes everything. */
export async function launch(plan: LaunchPlan, io: Io, runMachine: RunMachine): Promise<Outcome> {
  const config = readImages(plan, io);
  const console = openSerial(plan.serial, io);
  const trace = plan.traceFile === undefined ? undefined : create(plan.traceFile, io);
  const deadline = plan.wallMs === undefined ? Infinity : io.now() + plan.wallMs;
  let late = false;

  const hooks: RunHooks = {
    serialOut: (byte) => console.send(byte),
    serialIn: () => console.receive(),
    report(line) {
      console.flush();
      io.stderr.write(`${line}\n`);
    },
    trace: (text) => trace?.write(text),
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
    if (error instanceof ImageError) throw new UsageError(aboutKernel(plan, 'load', error.message));
    throw error;
  } finally {
    input?.close();
    console.flush();
  }
}

function readImages(plan: LaunchPlan, io: Io): MachineConfig {
  const image = readKernel(plan, io);
  const modules = parseModuleList(plan.initrd ?? '').map(({ path, cmdline }): ModuleFile => {
    try {
      return { path, cmdline, bytes: io.readFile(path) };
    } catch (error) {
      throw new UsageError(`could not open module '${path}': ${systemReason(error)}`);
    }
  });
  return {
    machine: plan.machine,
    image,
    cmdline: plan.append === '' ? plan.kernel : `${plan.kernel} ${plan.append}`,
    modules,
    ramBytes: plan.ramBytes,
    vcpus: plan.vcpus,
    cpu: plan.cpu,
    devices: plan.devices,
    limits: plan.limits,
    explain: plan.explain,
    trace: plan.traceFile !== undefined,
  };
}

function readKernel(plan: LaunchPlan, io: Io): NamedFile {
  try {
    return { path: plan.kernel, bytes: io.readFile(plan.kernel) };
  } catch (error) {
    throw new UsageError(aboutKernel(plan, 'open', systemReason(error)));
  }
}

function aboutKernel(plan: LaunchPlan, verb: 'open' | 'load', reason: string): string {
  if (plan.wording === 'native') return `${plan.kernel}: ${reason}`;
  return `could not ${verb} kernel${verb === 'open' ? ' file' : ''} '${plan.kernel}': ${reason}`;
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
