import { UsageError } from '../errors.js';
import { parseMemorySize } from '../memorySize.js';
import { addDevice } from './devices.js';
import { setAccelerator, setMachine } from './machines.js';
import { parseSeed } from '../seed.js';
import { parseVcpus } from './processors.js';
import { parsePropertyList } from './propertyList.js';
import { addSerial } from './serial.js';
import type { QemuSettings } from './settings.js';

/** One option in QEMU's spelling, with one dash or two. */
export interface OptionRow {
  readonly names: readonly string[];
  /** Name of the argument in the help text; absent when there is none. */
  readonly argument?: string;
  /** What it does: a function; `ignored`: accepted, there is nothing to do; `later`: refused by name. */
  readonly effect:
    ((settings: QemuSettings, value: string) => void) | 'ignored' | 'later' | 'help' | 'version';
  readonly doc: string;
}

const row = (names: string, argument: string, effect: OptionRow['effect'], doc: string): OptionRow => ({
  names: names.split(' '),
  ...(argument === '' ? {} : { argument }),
  effect,
  doc,
});

/** An option of which only some values can be had; the rest would be silently wrong. */
const only =
  (...values: string[]) =>
  (_settings: QemuSettings, value: string): void => {
    if (!values.includes(value.split(',', 1)[0])) {
      throw new UsageError(`'${value}' is not supported: use ${values.join(' or ')}`);
    }
  };

/** Every option that is known, in the order of the help text. */
export const OPTIONS: readonly OptionRow[] = [
  row('h help', '', 'help', 'print this help'),
  row('version', '', 'version', 'print the version'),
  row('machine M', '[type=]NAME[,PROPERTY=VALUE]', setMachine, "board and its switches ('help' lists)"),
  row('accel', 'NAME', setAccelerator, "tcg ('help' lists)"),
  row('cpu', 'MODEL[,+FEATURE][,-FEATURE]', (s, v) => (s.cpu = v), "processor ('help' lists)"),
  row('smp', '[cpus=]N', (s, v) => (s.vcpus = parseVcpus(v)), 'number of processors'),
  row('seed', 'NUMBER', (s, v) => (s.seed = parseSeed(v)), 'where random numbers start'),
  row('m', '[size=]SIZE', setMemory, 'RAM, in MiB unless it says k, M, G'),
  row('kernel', 'FILE', (s, v) => (s.kernel = v), 'Multiboot image to run'),
  row('append', 'TEXT', (s, v) => (s.append = v), "the kernel's command line"),
  row('initrd', 'FILE[ ARGS][,FILE...]', (s, v) => (s.initrd = v), 'modules for the kernel'),
  row('device', 'NAME[,PROPERTY=VALUE]', addDevice, "add a device ('help' lists)"),
  row('serial', 'TARGET', addSerial, 'stdio, mon:stdio, file:PATH or none'),
  row('nographic', '', (s) => (s.nographic = true), 'serial port on the terminal, Ctrl-A x stops'),
  row('no-reboot', '', (s) => (s.noReboot = true), 'leave when the guest resets'),
  row('display', 'TYPE', only('none'), 'none: there is no display'),
  row('vga', 'TYPE', only('none'), 'none: there is no display'),
  row('monitor', 'TARGET', only('none', 'null'), 'none: there is no monitor'),
  row('parallel', 'TARGET', only('none', 'null'), 'none: there is no parallel port'),
  row('net', 'TYPE', only('none'), 'none: there is no network'),
  row('nic', 'TYPE', only('none'), 'none: there is no network'),
  row('enable-kvm', '', refuseKvm, 'refused: nsvm emulates the processor'),

  row('nodefaults', '', 'ignored', 'accepted: there are no other devices'),
  row('no-shutdown', '', 'ignored', 'accepted: there is no monitor to stay for'),
  row('no-hpet', '', 'ignored', 'accepted: there is none'),
  row('no-user-config', '', 'ignored', 'accepted: there is none'),
  row('global', 'DRIVER.PROPERTY=VALUE', checkGlobal, 'accepted'),
  row('overcommit', 'PROPERTY=VALUE', 'ignored', 'accepted: a guest shares its processor with nobody'),
  row('name', 'TEXT', 'ignored', 'accepted'),
  row('rtc', 'PROPERTY=VALUE', 'ignored', 'accepted: the clock starts at a fixed date, for equal runs'),
  row('echr', 'CODE', 'ignored', 'accepted'),
  row('msg', 'PROPERTY=VALUE', 'ignored', 'accepted'),

  ...['S', 's'].map((name) => row(name, '', 'later', '')),
  ...'gdb icount qmp mon chardev drive hda cdrom bios netdev fsdev virtfs dtb incoming loadvm D d trace'
    .split(' ')
    .map((name) => row(name, 'VALUE', 'later', '')),
];

function setMemory(settings: QemuSettings, value: string): void {
  const { head, properties } = parsePropertyList(value);
  let size = head;
  for (const [key, text] of properties) {
    if (key === 'size') size = text;
    // Room for memory that is plugged in later: a promise nobody here can call in.
    else if (key !== 'slots' && key !== 'maxmem') throw new UsageError(`Invalid parameter '${key}'`);
  }
  if (size !== undefined) settings.ramBytes = parseMemorySize(size);
}

/** QEMU's own globals name drivers that are not here; whoever sets one means that driver only. */
function checkGlobal(_settings: QemuSettings, value: string): void {
  if (!/^[^.=]+\.[^=]+=/.test(value)) throw new UsageError(`'${value}' is not DRIVER.PROPERTY=VALUE`);
}

function refuseKvm(): void {
  throw new UsageError('nsvm emulates the processor and cannot use KVM');
}
