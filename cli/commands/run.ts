import { UsageError } from '../errors.js';
import { describeOutcome, nativeStatus } from '../exitStatus.js';
import { DEFAULT_TOPIC, explainSettings, isExplainTopic } from '../explainTopics.js';
import type { Io } from '../io.js';
import { launch, type LaunchPlan } from '../launch.js';
import { parseMachineKind } from '../machineKind.js';
import { parseMemorySize } from '../memorySize.js';
import { parseNativeArguments, type NativeArguments } from '../nativeArguments.js';
import type { Parts } from '../parts.js';
import { parseVcpus } from '../qemu/processors.js';
import { parseSeed } from '../seed.js';
import { parseTimeLimit } from '../timeLimit.js';

/** Options of everything that runs a machine to its end. */
export const RUN_OPTIONS = {
  timeout: { type: 'string' },
  save: { type: 'string' },
  trace: { type: 'string' },
  explain: { type: 'string', bare: DEFAULT_TOPIC },
  'explain-file': { type: 'string' },
  quiet: { type: 'boolean', short: 'q' },
} as const;
const OPTIONS = {
  ...RUN_OPTIONS,
  machine: { type: 'string' },
  l0: { type: 'string' },
  append: { type: 'string' },
  initrd: { type: 'string' },
  smp: { type: 'string' },
  memory: { type: 'string', short: 'm' },
  cpu: { type: 'string' },
  seed: { type: 'string' },
} as const;

/** RAM costs what the guest touches, so a native run may be generous. */
const DEFAULT_MEMORY = '1g';

/** What `nsvm run` was asked to do. */
export interface RunRequest {
  readonly plan: LaunchPlan;
  readonly quiet: boolean;
}

/** Reads the arguments behind `nsvm run`; throws `UsageError`. */
export function parseRunArguments(args: readonly string[]): RunRequest {
  const given = parseNativeArguments(args, OPTIONS);
  const [kernel, extra] = given.positionals;
  if (kernel === undefined) throw new UsageError("run: no image given; see 'nsvm help run'");
  if (extra !== undefined && given.text('explain') === DEFAULT_TOPIC && isExplainTopic(kernel))
    throw new UsageError(`run: --explain takes its topics behind '=', as in --explain=${kernel}`);
  if (extra !== undefined)
    throw new UsageError(
      `run: one image at a time, '${extra}' is too much (arguments for it go in --append)`,
    );
  const initrd = given.text('initrd');
  const seed = given.text('seed');
  const l0 = given.text('l0');
  return {
    quiet: given.isSet('quiet'),
    plan: {
      ...runSettings(given),
      machine: parseMachineKind(given.text('machine') ?? 'nested', '--machine'),
      start: { kernel, append: given.text('append') ?? '', ...(initrd === undefined ? {} : { initrd }) },
      ramBytes: parseMemorySize(given.text('memory') ?? DEFAULT_MEMORY),
      vcpus: parseVcpus(given.text('smp') ?? '1'),
      cpu: given.text('cpu') ?? 'max',
      ...(seed === undefined ? {} : { seed: parseSeed(seed) }),
      ...(l0 === undefined ? {} : { l0 }),
      devices: {
        debugExit: { iobase: 0xf4, iosize: 4 },
        pcTestdev: true,
        pciTestdev: true,
        pit: true,
        vmport: true,
        serial: true,
      },
    },
  };
}

/** What `RUN_OPTIONS` say. */
export function runSettings(
  given: NativeArguments,
): Pick<
  LaunchPlan,
  | 'limits'
  | 'wallMs'
  | 'explain'
  | 'explainFile'
  | 'traceFile'
  | 'saveFile'
  | 'serial'
  | 'onReset'
  | 'wording'
> {
  const traceFile = given.text('trace');
  const saveFile = given.text('save');
  const limit = given.text('timeout');
  const { wallMs, limits } = limit === undefined ? { wallMs: undefined, limits: {} } : parseTimeLimit(limit);
  return {
    limits,
    ...(wallMs === undefined ? {} : { wallMs }),
    ...explainSettings(given.text('explain'), given.text('explain-file'), '--explain'),
    ...(traceFile === undefined ? {} : { traceFile }),
    ...(saveFile === undefined ? {} : { saveFile }),
    serial: { kind: 'stdio', multiplexed: false },
    onReset: 'stop',
    wording: 'native',
  };
}

/** `--l0 help` needs no image. */
function asksForL0s(args: readonly string[]): boolean {
  return parseNativeArguments(args, OPTIONS).text('l0') === 'help';
}

/** `nsvm run IMAGE`: serial output on stdout, the guest's own exit status. */
export async function runCommand(args: readonly string[], io: Io, parts: Parts): Promise<number> {
  if (asksForL0s(args)) {
    io.stdout.write((await parts.l0Names()).list());
    return 0;
  }
  const request = parseRunArguments(args);
  const { cpu, l0, machine } = request.plan;
  (await parts.cpuModels()).check(cpu);
  if (l0 !== undefined) (await parts.l0Names()).check(l0, '--l0', machine);
  return runToEnd(request, io, parts);
}

/** Runs a request and says how it ended, unless the guest ended by itself. */
export async function runToEnd({ plan, quiet }: RunRequest, io: Io, parts: Parts): Promise<number> {
  const outcome = await launch(plan, io, await parts.runMachine());
  const message = describeOutcome(outcome);
  // A missing feature is an error, not a note: silence would make it look like the guest's own end.
  if (message !== undefined && (!quiet || outcome.kind === 'unimplemented')) {
    io.stderr.write(`nsvm: ${message}\n`);
  }
  return nativeStatus(outcome);
}
