import { restoreFields, saveFields, type Device, type DeviceState } from './device.js';
import type { PortRange } from './ports.js';

/** What the firmware configuration tells about the machine. */
export interface FwCfgContents {
  ramBytes: number;
  vcpus: number;
  kernelCmdline?: string;
  initrd?: { address: number; size: number };
  /** Named files of the directory, such as "etc/e820". */
  files?: readonly { name: string; bytes: Uint8Array }[];
}

const KEY = {
  signature: 0x00,
  id: 0x01,
  ramSize: 0x03,
  vcpus: 0x05,
  initrdAddress: 0x0a,
  initrdSize: 0x0b,
  maxVcpus: 0x0f,
  cmdlineSize: 0x14,
  cmdline: 0x15,
  directory: 0x19,
  firstFile: 0x20,
  /** An x86 entry: IRQ 0 arrives at pin 2 of the I/O APIC. */
  irq0Override: 0x8002,
} as const;
/** Interface revision: the traditional one, without DMA. */
const ID_TRADITIONAL = 1;
const FILE_NAME_BYTES = 56;

const powerOn = () => ({ key: 0, offset: 0 });

/** QEMU's fw_cfg, the selector at port 510h and the data at 511h; a key without an entry reads as zeros. */
export class FwCfg implements Device {
  readonly ports: PortRange = {
    name: 'fw_cfg',
    first: 0x510,
    count: 2,
    width: 2,
    read: (_offset, size) => this.read(size),
    write: (offset, size, value) => {
      // Data cannot be written, so a byte to either port does nothing.
      if (offset === 0 && size === 2) this.state = { key: value, offset: 0 };
    },
  };
  private readonly entries: Map<number, Uint8Array>;
  private state = powerOn();

  constructor(contents: FwCfgContents) {
    this.entries = entriesOf(contents);
  }

  reset(): void {
    this.state = powerOn();
  }

  save(): DeviceState {
    return saveFields(1, this.state);
  }

  restore(saved: DeviceState): void {
    this.state = restoreFields('fw_cfg', 1, powerOn(), saved);
  }

  private read(size: number): number {
    const entry = this.entries.get(this.state.key);
    let value = 0;
    for (let i = 0; i < size; i++) value |= (entry?.[this.state.offset++] ?? 0) << (i * 8);
    return value;
  }
}

function entriesOf(contents: FwCfgContents): Map<number, Uint8Array> {
  const { ramBytes, vcpus, kernelCmdline, initrd, files = [] } = contents;
  const entries = new Map([
    [KEY.signature as number, text('QEMU')],
    [KEY.id, little(ID_TRADITIONAL, 4)],
    [KEY.ramSize, little(ramBytes, 8)],
    [KEY.vcpus, little(vcpus, 2)],
    [KEY.maxVcpus, little(vcpus, 2)],
    [KEY.irq0Override, little(1, 4)],
    [KEY.directory, directory(files)],
  ]);
  if (kernelCmdline !== undefined) {
    const bytes = text(kernelCmdline + '\0');
    entries.set(KEY.cmdlineSize, little(bytes.length, 4)).set(KEY.cmdline, bytes);
  }
  if (initrd !== undefined) {
    entries.set(KEY.initrdAddress, little(initrd.address, 4)).set(KEY.initrdSize, little(initrd.size, 4));
  }
  files.forEach((file, index) => entries.set(KEY.firstFile + index, file.bytes));
  return entries;
}

/** The directory is big-endian: a count, then size, key, 16 reserved bits and the name of each file. */
function directory(files: readonly { name: string; bytes: Uint8Array }[]): Uint8Array {
  const rowBytes = 8 + FILE_NAME_BYTES;
  const bytes = new Uint8Array(4 + files.length * rowBytes);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, files.length);
  files.forEach((file, index) => {
    const row = 4 + index * rowBytes;
    if (file.name.length >= FILE_NAME_BYTES) throw new Error(`fw_cfg file name too long: ${file.name}`);
    view.setUint32(row, file.bytes.length);
    view.setUint16(row + 4, KEY.firstFile + index);
    bytes.set(text(file.name), row + 8);
  });
  return bytes;
}

function text(value: string): Uint8Array {
  return Uint8Array.from(value, (char) => char.charCodeAt(0));
}

function little(value: number, size: number): Uint8Array {
  return Uint8Array.from({ length: size }, (_, i) => Math.floor(value / 2 ** (8 * i)) & 0xff);
}
