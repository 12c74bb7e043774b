import type { FirmwareBlock } from './firmwareTables.js';
import { EBDA_ADDRESS } from './loaders/memoryMap.js';

/** The segment that holds firmware code and tables, up to 1 MiB. */
export const FIRMWARE_BASE = 0xf_0000;

const VECTORS = 256;
const TIMER_VECTOR = 0x08;
const MASTER_VECTORS = { first: 0x09, last: 0x0f };
const SLAVE_VECTORS = { first: 0x70, last: 0x77 };
const COM1 = 0x3f8;
const BASE_MEMORY_KIB = 639;
/** One serial port, a coprocessor, no diskettes. */
const EQUIPMENT = 0x0202;

/** Real-mode code, by its offset in segment F000h: the offsets of the original BIOS where it had one. */
const STUBS = [
  {
    what: 'timer interrupt: count at 0040:006C, end of interrupt',
    offset: 0xfea5,
    // push ax, ds; xor ax, ax; mov ds, ax; inc dword [46Ch]; mov al, 20h; out 20h, al; pop ds, ax; iret
    code: [
      0x50, 0x1e, 0x31, 0xc0, 0x8e, 0xd8, 0x66, 0xff, 0x06, 0x6c, 0x04, 0xb0, 0x20, 0xe6, 0x20, 0x1f, 0x58,
      0xcf,
    ],
  },
  {
    what: 'interrupt of the master 8259',
    offset: 0xff30,
    // push ax; mov al, 20h; out 20h, al; pop ax; iret
    code: [0x50, 0xb0, 0x20, 0xe6, 0x20, 0x58, 0xcf],
  },
  {
    what: 'interrupt of the slave 8259',
    offset: 0xff40,
    // push ax; mov al, 20h; out A0h, al; out 20h, al; pop ax; iret
    code: [0x50, 0xb0, 0x20, 0xe6, 0xa0, 0xe6, 0x20, 0x58, 0xcf],
  },
  { what: 'any other interrupt', offset: 0xff53, code: [0xcf] },
  {
    what: 'reset vector: ask the 8042 for a reset, wait',
    offset: 0xfff0,
    // mov al, FEh; out 64h, al; hlt; jmp to the hlt
    code: [0xb0, 0xfe, 0xe6, 0x64, 0xf4, 0xeb, 0xfd],
  },
] as const;
/** Where the first instruction of system management mode is, with SMBASE as after power-on. */
const SMM_ENTRY = 0x38000;
/** rsm */
const SMM_HANDLER = [0x0f, 0xaa] as const;
const [TIMER, MASTER, SLAVE, OTHER] = STUBS;

/** What real-mode code finds in low memory after firmware: interrupt vectors with handlers, and the BIOS data areas. */
export function realModeFirmware(): FirmwareBlock[] {
  return [
    { what: 'interrupt vectors', address: 0, bytes: interruptVectors() },
    { what: 'BIOS data area', address: 0x400, bytes: biosDataArea() },
    { what: 'extended BIOS data area', address: EBDA_ADDRESS, bytes: extendedDataArea() },
    { what: 'SMI handler: return at once', address: SMM_ENTRY, bytes: Uint8Array.from(SMM_HANDLER) },
    ...STUBS.map(({ what, offset, code }) => ({
      what,
      address: FIRMWARE_BASE + offset,
      bytes: Uint8Array.from(code),
    })),
  ];
}

/**
 * The device registers firmware leaves behind, as port writes in order: the 8259 pair at vectors 08h and 70h with only
 * the timer and the cascade unmasked, and the 18.2 Hz timer.
 */
export const FIRMWARE_PORT_WRITES: readonly (readonly [port: number, value: number])[] = [
  [0x20, 0x11],
  [0x21, TIMER_VECTOR],
  [0x21, 0x04],
  [0x21, 0x01],
  [0xa0, 0x11],
  [0xa1, SLAVE_VECTORS.first],
  [0xa1, 0x02],
  [0xa1, 0x01],
  [0x21, 0xfa],
  [0xa1, 0xff],
  [0x43, 0x34],
  [0x40, 0x00],
  [0x40, 0x00],
];

function interruptVectors(): Uint8Array {
  const bytes = new Uint8Array(VECTORS * 4);
  const view = new DataView(bytes.buffer);
  for (let vector = 0; vector < VECTORS; vector++) {
    view.setUint16(vector * 4, handlerOf(vector).offset, true);
    view.setUint16(vector * 4 + 2, FIRMWARE_BASE >> 4, true);
  }
  return bytes;
}

function handlerOf(vector: number): (typeof STUBS)[number] {
  if (vector === TIMER_VECTOR) return TIMER;
  if (vector >= MASTER_VECTORS.first && vector <= MASTER_VECTORS.last) return MASTER;
  return vector >= SLAVE_VECTORS.first && vector <= SLAVE_VECTORS.last ? SLAVE : OTHER;
}

function biosDataArea(): Uint8Array {
  const bytes = new Uint8Array(0x100);
  const view = new DataView(bytes.buffer);
  view.setUint16(0x00, COM1, true);
  view.setUint16(0x0e, EBDA_ADDRESS >> 4, true);
  view.setUint16(0x10, EQUIPMENT, true);
  view.setUint16(0x13, BASE_MEMORY_KIB, true);
  return bytes;
}

/** The area starts with its own size in KiB. */
function extendedDataArea(): Uint8Array {
  const bytes = new Uint8Array(0x400);
  bytes[0] = bytes.length / 0x400;
  return bytes;
}
