import { qemuStatus, describeOutcome } from '../exitStatus.js';
import { UsageError } from '../errors.js';
import { explainSettings } from '../explainTopics.js';
import type { Io } from '../io.js';
import { launch, type LaunchPlan } from '../launch.js';
import { parseMachineKind } from '../machineKind.js';
import type { Parts } from '../parts.js';
import { parseQemuArguments } from './parse.js';
import { serialTarget, type QemuSettings } from './settings.js';

/** Variables of the environment: they say what QEMU's options have no words for. An empty one is as good as none. */
type Environment = Readonly<Record<string, string | undefined>>;

/** Runs a command line in QEMU's spelling; returns QEMU's exit status. Nothing is said about a normal end. */
export async function qemuCommand(
  args: readonly string[],
  env: Environment,
  io: Io,
  parts: Parts,
): Promise<number> {
  const command = parseQemuArguments(args);
  if (command.kind === 'print') {
    io.stdout.write(command.text);
    return 0;
  }
  const cpus = await parts.cpuModels();
  if (command.kind === 'listCpus') {
    const lines = cpus.names().map((name) => `x86 ${name}\n`);
    io.stdout.write(`Available CPUs:\n${lines.join('')}`);
    return 0;
  }
  // Before the kernel is looked for: runners tell "cannot run here" from "runs" by which message comes first.
  cpus.check(command.settings.cpu);
  const plan = planOf(command.settings, env);
  if (plan.l0 !== undefined) (await parts.l0Names()).check(plan.l0, 'NSVM_L0', plan.machine);
  const outcome = await launch(plan, io, await parts.runMachine());
  if (outcome.kind === 'unimplemented' || outcome.kind === 'limit') {
    io.stderr.write(`nsvm: ${describeOutcome(outcome)}\n`);
  }
  return qemuStatus(outcome);
}

function planOf(settings: QemuSettings, env: Environment): LaunchPlan {
  const given = (name: string): string | undefined => (env[name] === '' ? undefined : env[name]);
  const l0 = given('NSVM_L0');
  const topics = given('NSVM_EXPLAIN');
  const explainFile = given('NSVM_EXPLAIN_FILE');
  const { kernel, initrd, debugExit } = settings;
  const machine = parseMachineKind(given('NSVM_MACHINE') ?? 'nested', 'NSVM_MACHINE');
  if (kernel === undefined) throw new UsageError('nothing to run: use -kernel FILE (there is no firmware)');
  const serial = serialTarget(settings);
  return {
    machine,
    start: { kernel, append: settings.append ?? '', ...(initrd === undefined ? {} : { initrd }) },
    ramBytes: settings.ramBytes,
    vcpus: settings.vcpus,
    cpu: settings.cpu,
    ...(settings.seed === undefined ? {} : { seed: settings.seed }),
    ...(l0 === undefined ? {} : { l0 }),
    devices: {
      ...(debugExit === undefined ? {} : { debugExit }),
      pcTestdev: settings.pcTestdev,
      pciTestdev: settings.pciTestdev,
      pit: settings.pit,
      vmport: settings.vmport,
      serial: serial.kind !== 'none',
    },
    limits: {},
    ...explainSettings(topics, explainFile, 'NSVM_EXPLAIN'),
    serial,
    onReset: settings.noReboot ? 'stop' : 'restart',
    wording: 'qemu',
  };
}
