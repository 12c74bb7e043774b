import { UsageError } from '../errors.js';
import { Listing, asksForHelp } from './listing.js';
import { parseInteger, parsePropertyList } from './propertyList.js';
import type { QemuSettings } from './settings.js';

interface DeviceProperty {
  readonly name: string;
  readonly fallback: number;
  readonly max: number;
}

interface DeviceRow {
  readonly name: string;
  readonly bus: string;
  readonly doc: string;
  readonly properties: readonly DeviceProperty[];
  readonly add: (settings: QemuSettings, values: readonly number[]) => void;
}

/** What `-device` can add to the board. */
const DEVICES: readonly DeviceRow[] = [
  {
    name: 'isa-debug-exit',
    bus: 'ISA',
    doc: 'a write of v ends the run with status 2v+1',
    properties: [
      { name: 'iobase', fallback: 0x501, max: 0xffff },
      { name: 'iosize', fallback: 2, max: 4 },
    ],
    add: (settings, [iobase, iosize]) => (settings.debugExit = { iobase, iosize }),
  },
  {
    name: 'pc-testdev',
    bus: 'ISA',
    doc: 'ports and memory that kvm-unit-tests use',
    properties: [],
    add: (settings) => (settings.pcTestdev = true),
  },
  {
    name: 'pci-testdev',
    bus: 'PCI',
    doc: 'PCI device with test registers',
    properties: [],
    add: (settings) => (settings.pciTestdev = true),
  },
];

/** Properties any device takes that change nothing here. */
const COMMON_PROPERTIES = ['id', 'bus', 'addr'];

/** Applies `-device NAME,PROPERTY=VALUE...`. */
export function addDevice(settings: QemuSettings, value: string): void {
  if (asksForHelp(value)) throw new Listing(listDevices());
  const { head, properties } = parsePropertyList(value);
  const named = properties.find(([key]) => key === 'driver');
  const name = head ?? named?.[1];
  if (name === undefined) throw new UsageError("Parameter 'driver' is missing");
  const device = DEVICES.find((row) => row.name === name);
  if (device === undefined) throw new UsageError(`'${name}' is not a valid device model name`);

  const values = device.properties.map((property) => property.fallback);
  for (const [key, text] of properties) {
    if (key === 'driver' || COMMON_PROPERTIES.includes(key)) continue;
    const at = device.properties.findIndex((property) => property.name === key);
    if (at < 0) throw new UsageError(`Property '${name}.${key}' not found`);
    const number = parseInteger(text, device.properties[at].max);
    if (number === undefined) throw new UsageError(`Property '${name}.${key}' doesn't take value '${text}'`);
    values[at] = number;
  }
  device.add(settings, values);
}

function listDevices(): string {
  return DEVICES.map((row) => `name "${row.name}", bus ${row.bus}, desc "${row.doc}"\n`).join('');
}
