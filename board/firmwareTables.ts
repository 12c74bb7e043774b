import { ACPI_PM } from './acpiPm.js';
import { IOAPIC_BASE } from './ioapic.js';

/** Bytes that firmware would have left in memory. */
export interface FirmwareBlock {
  what: string;
  address: number;
  bytes: Uint8Array;
}

/** A little-endian field: its size in bytes and its value. */
type Field = readonly [size: number, value: number];

/** Fixed places of the tables in the firmware segment; each leaves room for the one before it. */
const PLACE = {
  rsdp: 0xf_5a00,
  rsdt: 0xf_5a40,
  xsdt: 0xf_5a80,
  facs: 0xf_5ac0,
  dsdt: 0xf_5b00,
  fadt: 0xf_5b80,
  madt: 0xf_5d00,
} as const;

const LOCAL_APIC_BASE = 0xfee0_0000;
const SCI = 9;
const HEADER_BYTES = 36;
const IO_SPACE = 1;
const CENTURY_REGISTER = 0x32;
const RESET_PORT = 0xcf9;
const RESET_VALUE = 6;
/** WBINVD works, C1 works, no fixed power button, no fixed sleep button, no fixed RTC wake, reset register. */
const FADT_FLAGS = 0x0475;
/** ISA devices, an 8042, no VGA. */
const BOOT_ARCHITECTURE = 0x0007;

/** AML: Name (_Sn_, Package (4) {type, type, 0, 0}): the sleep type of a state, which is 0 or 1, an opcode each. */
const sleepPackage = (state: number, type: 0 | 1): number[] => {
  const name = [...`_S${state}_`].map((char) => char.charCodeAt(0));
  return [0x08, ...name, 0x12, 0x06, 0x04, type, type, 0, 0];
};
const SLEEP_STATES = [...sleepPackage(3, ACPI_PM.sleepTypeRam), ...sleepPackage(5, ACPI_PM.sleepTypeOff)];

/** Where the guest leaves the address at which it wants to wake up, in real mode. */
export const WAKING_VECTOR = PLACE.facs + 12;

/** The ACPI tables for a guest that is started without firmware. */
export function firmwareTables({ vcpus }: { vcpus: number }): FirmwareBlock[] {
  return [
    { what: 'RSDP', address: PLACE.rsdp, bytes: rsdp() },
    {
      what: 'RSDT',
      address: PLACE.rsdt,
      bytes: table('RSDT', 1, [
        [4, PLACE.fadt],
        [4, PLACE.madt],
      ]),
    },
    {
      what: 'XSDT',
      address: PLACE.xsdt,
      bytes: table('XSDT', 1, [
        [8, PLACE.fadt],
        [8, PLACE.madt],
      ]),
    },
    { what: 'FACS', address: PLACE.facs, bytes: facs() },
    {
      what: 'DSDT',
      address: PLACE.dsdt,
      bytes: table(
        'DSDT',
        1,
        SLEEP_STATES.map((byte) => [1, byte]),
      ),
    },
    { what: 'FADT', address: PLACE.fadt, bytes: table('FACP', 3, FADT_FIELDS) },
    { what: 'MADT', address: PLACE.madt, bytes: table('APIC', 1, madtFields(vcpus)) },
  ];
}

const FADT_FIELDS: readonly Field[] = [
  [4, PLACE.facs],
  [4, PLACE.dsdt],
  [1, 0], // interrupt model of ACPI 1.0
  [1, 0], // power management profile: unspecified
  [2, SCI],
  [4, ACPI_PM.smiCommand],
  [1, ACPI_PM.enable],
  [1, ACPI_PM.disable],
  [2, 0], // S4BIOS and P-state commands
  [4, ACPI_PM.base + ACPI_PM.event],
  [4, 0], // PM1b event
  [4, ACPI_PM.base + ACPI_PM.control],
  [4, 0], // PM1b control
  [4, 0], // PM2 control
  [4, ACPI_PM.base + ACPI_PM.timer],
  [4, 0], // GPE0
  [4, 0], // GPE1
  [1, 4], // length of the PM1 event block
  [1, 2], // length of the PM1 control block
  [1, 0], // length of the PM2 control block
  [1, 4], // length of the PM timer
  [4, 0], // GPE lengths and base, C-state command
  [2, 0xffff], // C2 latency: not there
  [2, 0xffff], // C3 latency: not there
  [4, 0], // cache flush size and stride
  [2, 0], // duty cycle
  [2, 0], // day and month alarm registers
  [1, CENTURY_REGISTER],
  [2, BOOT_ARCHITECTURE],
  [1, 0],
  [4, FADT_FLAGS],
  ...ioRegister(RESET_PORT, 1),
  [1, RESET_VALUE],
  [3, 0],
  [8, 0], // FACS beyond 4 GiB
  [8, PLACE.dsdt],
  ...ioRegister(ACPI_PM.base + ACPI_PM.event, 4),
  ...noRegister(),
  ...ioRegister(ACPI_PM.base + ACPI_PM.control, 2),
  ...noRegister(),
  ...noRegister(),
  ...ioRegister(ACPI_PM.base + ACPI_PM.timer, 4),
  ...noRegister(),
  ...noRegister(),
];

function madtFields(vcpus: number): Field[] {
  const PCAT_COMPATIBLE = 1;
  const ENABLED = 1;
  const ACTIVE_HIGH_LEVEL = 0xd;
  const ALL_PROCESSORS = 0xff;
  const localApics = Array.from({ length: vcpus }, (_, id): Field[] => [
    [2, 0x0800],
    [1, id],
    [1, id],
    [4, ENABLED],
  ]);
  const sourceOverride = (irq: number, pin: number, flags: number): Field[] => [
    [2, 0x0a02],
    [1, 0], // the ISA bus
    [1, irq],
    [4, pin],
    [2, flags],
  ];
  return [
    [4, LOCAL_APIC_BASE],
    [4, PCAT_COMPATIBLE],
    ...localApics.flat(),
    [2, 0x0c01], // I/O APIC
    [2, 0],
    [4, IOAPIC_BASE],
    [4, 0],
    ...sourceOverride(0, 2, 0),
    ...sourceOverride(SCI, SCI, ACTIVE_HIGH_LEVEL),
    [2, 0x0604], // NMI
    [1, ALL_PROCESSORS],
    [2, 0],
    [1, 1], // LINT1
  ];
}

/** A Generic Address Structure in I/O space. */
function ioRegister(port: number, size: 1 | 2 | 4): Field[] {
  const accessSize = { 1: 1, 2: 2, 4: 3 }[size];
  return [
    [1, IO_SPACE],
    [1, size * 8],
    [1, 0],
    [1, accessSize],
    [8, port],
  ];
}

/** The Generic Address Structure of a register that is not there. */
function noRegister(): Field[] {
  return [
    [4, 0],
    [8, 0],
  ];
}

function rsdp(): Uint8Array {
  const bytes = pack([
    ...text('RSD PTR ', 8),
    [1, 0], // checksum of the first 20 bytes
    ...text('NSVM', 6),
    [1, 2], // revision: ACPI 2.0 and later
    [4, PLACE.rsdt],
    [4, HEADER_BYTES],
    [8, PLACE.xsdt],
    [1, 0], // checksum of all
    [3, 0],
  ]);
  setChecksum(bytes.subarray(0, 20), 8);
  return setChecksum(bytes, 32);
}

/** The FACS is the one table without the common header and checksum. */
function facs(): Uint8Array {
  return pack([...text('FACS', 4), [4, 64], [24, 0], [1, 1], [31, 0]]);
}

/** A table with the common header: signature, length, checksum, and who made it. */
function table(signature: string, revision: number, fields: readonly Field[]): Uint8Array {
  const bytes = pack([
    ...text(signature, 4),
    [4, HEADER_BYTES + fields.reduce((sum, [size]) => sum + size, 0)],
    [1, revision],
    [1, 0], // checksum
    ...text('NSVM', 6),
    ...text('NSVMBORD', 8),
    [4, 1],
    ...text('NSVM', 4),
    [4, 1],
    ...fields,
  ]);
  return setChecksum(bytes, 9);
}

function text(value: string, size: number): Field[] {
  return Array.from({ length: size }, (_, i) => [1, i < value.length ? value.charCodeAt(i) : 0]);
}

function pack(fields: readonly Field[]): Uint8Array {
  return Uint8Array.from(
    fields.flatMap(([size, value]) =>
      Array.from({ length: size }, (_, i) => Math.floor(value / 256 ** i) & 0xff),
    ),
  );
}

/** Make all bytes sum to zero by the one at `position`. */
function setChecksum(bytes: Uint8Array, position: number): Uint8Array {
  bytes[position] = 0;
  bytes[position] = -bytes.reduce((sum, byte) => sum + byte, 0) & 0xff;
  return bytes;
}
