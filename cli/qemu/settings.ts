import { DEFAULT_RAM_BYTES } from '../memorySize.js';

/** Where COM1 leads. */
export type SerialTarget =
  | { readonly kind: 'none' }
  | { readonly kind: 'stdio'; readonly multiplexed: boolean }
  | { readonly kind: 'file'; readonly path: string };

/** What a QEMU-style command line asks for; options change it from left to right. */
export interface QemuSettings {
  kernel?: string;
  append?: string;
  initrd?: string;
  ramBytes: number;
  vcpus: number;
  cpu: string;
  /** Where random numbers start. */
  seed?: bigint;
  debugExit?: { iobase: number; iosize: number };
  pcTestdev: boolean;
  pciTestdev: boolean;
  pit: boolean;
  vmport: boolean;
  /** COM1 when `-serial` was given; the first one counts. */
  serial?: SerialTarget;
  nographic: boolean;
  noReboot: boolean;
}

/** A machine before the first option; the processor is QEMU's default. */
export function defaultSettings(): QemuSettings {
  return {
    ramBytes: DEFAULT_RAM_BYTES,
    vcpus: 1,
    cpu: 'qemu64',
    pcTestdev: false,
    pciTestdev: false,
    pit: true,
    vmport: true,
    nographic: false,
    noReboot: false,
  };
}

/** COM1 after all options. */
export function serialTarget(settings: QemuSettings): SerialTarget {
  return settings.serial ?? (settings.nographic ? { kind: 'stdio', multiplexed: true } : { kind: 'none' });
}
