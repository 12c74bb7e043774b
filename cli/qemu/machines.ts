import { UsageError } from '../errors.js';
import { Listing, asksForHelp } from './listing.js';
import { parsePropertyList, parseSwitch } from './propertyList.js';
import type { QemuSettings } from './settings.js';

const MACHINES: Readonly<Record<string, string>> = {
  pc: 'PC with PIC, PIT, I/O APIC, PCI host bridge (default)',
  q35: 'the same board as pc',
};

/** There is one way to run a guest: the processor is emulated. */
const ACCELERATORS = ['tcg'];

/** Switches of QEMU's machines about things this board does not have, or cannot have otherwise. */
const IGNORED_PROPERTIES = [
  'dump-guest-core',
  'graphics',
  'hmat',
  'hpet',
  'kernel-irqchip',
  'kernel_irqchip',
  'mem-merge',
  'nvdimm',
  'sata',
  'smbus',
  'smm',
  'suppress-vmdesc',
  'usb',
];

const SWITCHES: Readonly<Record<string, (settings: QemuSettings, on: boolean) => void>> = {
  pit: (settings, on) => (settings.pit = on),
  vmport: (settings, on) => (settings.vmport = on),
};

/** Applies `-machine [type=]NAME,PROPERTY=VALUE...`. */
export function setMachine(settings: QemuSettings, value: string): void {
  if (asksForHelp(value)) {
    const rows = Object.entries(MACHINES).map(([name, doc]) => `${name.padEnd(20)} ${doc}\n`);
    throw new Listing(`Supported machines are:\n${rows.join('')}`);
  }
  const { head, properties } = parsePropertyList(value);
  if (head !== undefined) mustBeMachine(head);
  for (const [key, text] of properties) {
    if (key === 'type') mustBeMachine(text);
    else if (key === 'accel') mustHaveAccelerator(text.split(':'));
    else if (Object.hasOwn(SWITCHES, key)) {
      const on = text === 'auto' ? true : parseSwitch(text);
      if (on === undefined) throw new UsageError(`Parameter '${key}' expects 'on' or 'off'`);
      SWITCHES[key](settings, on);
    } else if (!IGNORED_PROPERTIES.includes(key)) {
      throw new UsageError(`Property 'pc-machine.${key}' not found`);
    }
  }
}

/** Applies `-accel NAME,PROPERTY=VALUE...`; how QEMU would translate code is no concern here. */
export function setAccelerator(_settings: QemuSettings, value: string): void {
  if (asksForHelp(value)) throw new Listing(`Accelerators supported by nsvm:\n${ACCELERATORS.join('\n')}\n`);
  const { head, properties } = parsePropertyList(value);
  mustHaveAccelerator([head ?? properties.find(([key]) => key === 'accel')?.[1] ?? '']);
}

function mustBeMachine(name: string): void {
  if (!Object.hasOwn(MACHINES, name)) {
    throw new UsageError(`unsupported machine type '${name}' (use -machine help to list supported machines)`);
  }
}

function mustHaveAccelerator(names: readonly string[]): void {
  if (names.some((name) => ACCELERATORS.includes(name))) return;
  throw new UsageError(
    `invalid accelerator ${names.join(':')}: nsvm emulates the processor, the only one is tcg`,
  );
}
