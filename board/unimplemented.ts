import type { Pins } from '../silicon/host/bus.js';
import type { MmioRange } from './mmio.js';
import type { PortRange } from './ports.js';

/**
 * Devices that a guest may know and this board lacks, where going on without them would end in a puzzle. An access stops
 * the machine with the name. Devices that a PC may simply not have (disks, VGA, a second serial port) are not here:
 * their ports read as all ones, which is how a guest finds out.
 */
export const UNIMPLEMENTED_PORTS = [
  { what: '8237 DMA transfer (mode register, port 0Bh)', first: 0x0b, count: 1, on: 'write' },
  { what: '8237 DMA transfer (mode register, port D6h)', first: 0xd6, count: 1, on: 'write' },
  { what: 'fw_cfg DMA (port 514h)', first: 0x514, count: 8, on: 'write' },
  { what: 'VMware backdoor (port 5658h)', first: 0x5658, count: 1, on: 'read' },
] as const;

export const UNIMPLEMENTED_MMIO = [{ what: 'HPET (FED00000h)', base: 0xfed0_0000, length: 0x400 }] as const;

/** The port rows as ranges that stop the machine. */
export function unimplementedPorts(pins: Pins): PortRange[] {
  return UNIMPLEMENTED_PORTS.map(({ what, first, count, on }) => ({
    name: what,
    first,
    count,
    width: 4,
    read: () => {
      if (on === 'read') pins.stop({ kind: 'unimplemented', what });
      return 0xffff_ffff;
    },
    write: () => {
      if (on === 'write') pins.stop({ kind: 'unimplemented', what });
    },
  }));
}

/** The memory rows as ranges that stop the machine. */
export function unimplementedMmio(pins: Pins): MmioRange[] {
  return UNIMPLEMENTED_MMIO.map(({ what, base, length }) => ({
    name: what,
    base,
    length,
    read: () => {
      pins.stop({ kind: 'unimplemented', what });
      return 0xffff_ffff;
    },
    write: () => pins.stop({ kind: 'unimplemented', what }),
  }));
}
