import { VMCB, type VmcbKey } from '../spec/vmcb.js';
import { Dice } from './dice.js';
import { PLACE } from './place.js';
import type { Twin } from './twin.js';

/**
 * CLGI, then: VMLOAD, VMRUN, VMSAVE, count, a moment of GIF, L2 past its instruction, EXITINTINFO back in, some bits of the
 * VMCB changed; HLT at the end.
 */
const L1_LOOP = `
  0f01dd 0f01da 0f01d8 0f01db 48ff07 0f01dc 90 0f01dd 488b9ec8000000 4885db 750a 488b9e78050000 48ffc3
  48899e78050000 488b9e88000000 48899ea8000000 48315f18 488b5e70 486b57101f 4801d3 48895f10 488b4f20 488b5728 4831140e ff4f08 759d f4 ebfd`;

/** Instructions of L2 that an L0 could get wrong. */
// prettier-ignore
const L2_WORDS = [
  '0fa2', '0f01d9', '0f31', '0f32', '0f30', 'b9800000c0', 'b9140101c0', 'b977020000', 'b945230100', 'e460', 'e620',
  'cd80', 'cc', '9c', '9d', 'fb', 'fa', '0f01dc', '0f01dd', '0f01da', '0f01db', '0f01d8', '0f01df', '0f013f', '0f20c0',
  '0f22c0', '0f20d8', '0f22d8', '0f20e2', '0f22e2', '440f20c3', '440f22c3', '0f21f8', '0f23f8', 'f4', 'f390', '50',
  '5b', '488907', '488b07', '48ff07', 'c7042401010000', '8cd1', '8ed1', '0f0107', '0f00c8', '0f0b', 'f1',
  'b800000200', '48c7c000100200', '670f01da', '31c9', 'ffc1', '90', '0f09', '0f08', '0f06', '0f33', '0fc7f0', '480fc7fb', '0f01d0', '0f01f9',
  'cd20', 'b8011d0000', '31d2', '9c810c24000100009d', '9c812424fffeffff9d', 'bf00001000', 'bf00800200',
  '48898700900000', '0f01c8', '0f01c9', '488b07 0f01c8 0f01c9',
];

/** Longer ones: EFER with SVME off and on, VM_CR, its key, PAT, and a step down to CPL 3. */
const PHRASES = [
  'b9800000c0 b8010d0000 31d2 0f30',
  'b9800000c0 b8011d0000 31d2 0f30',
  'b9800000c0 0f32',
  'b9140101c0 b810000000 31d2 0f30',
  'b9140101c0 b808000000 31d2 0f30',
  'b9140101c0 0f32',
  'b9140101c0 b80a000000 31d2 0f30',
  'b9180101c0 b805000000 31d2 0f30',
  'b877020000 91 b80006040731d2 0f30',
  '6a1b 54 9c 6a23 488d0503000000 50 48cf',
  'b9d9010000 b801000000 31d2 0f30',
  'b9040100c0 0f32 488907',
  'b9040100c0 b811111111 ba02000000 0f30',
  'b910000000 0f32 4889570848890731c00f30',
  '0f31 488907 0f01f9 488907',
  'f390 f390 90 f390 90 90 f390 f390',
  'b9d9010000 b803000000 31d2 0f30',
  'b9d9010000 31c0 31d2 0f30',
  'b9db010000 0f32 488907',
  'eb00 7500 7400 e800000000 5b',
];

/** From here the code of L2 soon runs into another page. */
const NEARLY_A_PAGE = 0xfb0;

function words(dice: Dice): string {
  return Array.from({ length: 40 }, () => dice.oneOf(dice.chance(90) ? L2_WORDS : PHRASES)).join('');
}

type Fields = Parameters<Twin['vmcb12']>[0];
const KEYS = Object.keys(VMCB) as VmcbKey[];

const SETUP: Record<string, (twin: Twin, dice: Dice) => void> = {
  intercepts: (twin, dice) => {
    const bits = (): number => dice.below(0x1_0000) | (dice.below(0x1_0000) << 16);
    const some = (): number => (dice.chance(50) ? 0 : bits() & bits());
    twin.put({
      interceptCr: some(),
      interceptDr: some(),
      interceptExceptions: some(),
      interceptMisc1: some(),
      interceptMisc2: (some() & 0x7fff) | 1 | (dice.chance(80) ? 2 : 0),
    });
  },
  maps: (twin, dice) => {
    for (let n = 0; n < 6; n++) twin.write64(PLACE.msrpm + 8 * dice.below(0x300), dice.below(0x1_0000_0000));
    twin.write64(PLACE.msrpm + 0x820, dice.below(4));
    twin.write64(PLACE.msrpm + 0x1040, dice.below(0x1_0000_0000));
    for (let n = 0; n < 6; n++) twin.write64(PLACE.iopm + 8 * dice.below(0x20), dice.below(0x1_0000_0000));
  },
  events: (twin, dice) => {
    const type = dice.oneOf([0, 2, 3, 4]);
    const vector = type === 3 ? dice.oneOf([0, 1, 3, 6, 13, 14, 17]) : dice.below(256);
    if (dice.chance(30))
      twin.put({
        eventInj: 0x8000_0000 | (type << 8) | vector | (vector > 12 && type === 3 ? 0x800 : 0),
        nRip: PLACE.l2Code,
      });
    if (dice.chance(50))
      twin.put({
        intCtl: dice.below(0x400) | (dice.below(32) << 16) | (dice.below(4) << 24),
        intVector: 0x40,
      });
    // Virtual NMIs, mostly with the NMI intercept that they need.
    if (dice.chance(30))
      twin.put({
        intCtl: twin.field('intCtl') | BigInt(0x400_0000 | (dice.below(4) << 11)),
        interceptMisc1: twin.field('interceptMisc1') | (dice.chance(90) ? 2n : 0n),
      });
    twin.put({ rflags: dice.oneOf([2, 0x202, 0x302, 0x102]), intState: dice.below(2) });
  },
  paging: (twin, dice) => {
    if (dice.chance(30)) return;
    twin.put({ miscCtl: 1, tlbControl: dice.oneOf([0, 1, 3]), guestAsid: 1 + dice.below(2) });
    if (dice.chance(25)) {
      // Under the guest mode execute trap most pages are the supervisor's.
      twin.put({ miscCtl: 9 });
      for (let n = 0; n < 0xa0; n++)
        twin.write64(PLACE.npt12 + 0x3000 + 8 * n, n * 0x1000 + (dice.chance(93) ? 3 : 7));
    }
    // The nested tables themselves are read-only: a change without a flush may show sooner or later.
    for (let n = PLACE.npt12 >> 12; n < (PLACE.npt12 >> 12) + 4; n++) {
      const at = PLACE.npt12 + 0x3000 + 8 * n;
      twin.write64(at, twin.read64(at) & ~2n);
    }
    if (dice.chance(50)) twin.write64(PLACE.npt12 + 0x3000 + 8 * dice.below(0xa0), dice.below(0x8_0000));
    if (dice.chance(20))
      twin.write64(PLACE.npt12 + 0x2000 + 8 * dice.below(8), dice.below(0x1_0000) * 0x100 + 0x87);
  },
  time: (twin, dice) => {
    twin.set('TSC_RATIO', dice.oneOf([0x1_0000_0000n, 0, 0x1_8000_0001n, 0xff_ffff_ffffn]));
    if (dice.chance(50)) twin.put({ tscOffset: dice.below(0x1_0000_0000) * 0x1_0000_0001 });
  },
  waiting: (twin, dice) => {
    if (dice.chance(50)) return;
    twin.put({ pauseFilterCount: dice.below(5), pauseFilterThreshold: dice.oneOf([0, 64, 70, 200]) });
    if (dice.chance(50)) twin.put({ interceptMisc3: dice.below(0x80), interceptMisc1: 1 << 23 });
  },
  lastBranches: (twin, dice) => {
    if (dice.chance(50)) return;
    twin.put({ miscCtl2: dice.below(4), dbgCtl: dice.below(0x80), brFrom: 0x1234, lastExcpTo: 0x5678 });
    twin.set('DEBUGCTL', dice.oneOf([0, 1, 2, 3]));
  },
  modes: (twin, dice) => {
    if (dice.chance(75)) return;
    const legacy = { efer: 0x1000, csAttrib: 0xc9b };
    twin.put(
      dice.oneOf<NonNullable<Fields>>([
        { ...legacy, cr0: 0x11 },
        { ...legacy, cr0: 0x10, csAttrib: 0x9b, csBase: 0x1_0000, csLimit: 0xffff, rip: 0x1000, rsp: 0x8000 },
        { ...legacy, cr0: 0x8000_0011, cr4: 0x610, cr3: PLACE.narrow },
        { ...legacy, cr0: 0x8000_0011, cr4: 0x620, cr3: PLACE.pae },
        { cpl: 3, csSelector: 0x23, csAttrib: 0xafb, ssSelector: 0x1b, ssAttrib: 0xcf3 },
      ]),
    );
  },
  cleanBits: (twin, dice) => {
    if (dice.chance(50)) return;
    // L1 changes a field on every round, and mostly says that it has not.
    const fields = KEYS.filter((key) => VMCB[key].clean !== null && VMCB[key].width <= 8);
    const { offset, width } = VMCB[dice.oneOf(fields)];
    twin.put({ cleanBits: dice.chance(70) ? 0x1fff : dice.below(0x2000) });
    twin.write64(PLACE.data + 0x20, offset);
    twin.write64(PLACE.data + 0x28, 1n << BigInt(dice.below(8 * width)));
  },
  spoilt: (twin, dice) => {
    if (dice.chance(85)) return;
    const key = dice.oneOf(KEYS);
    const { width } = VMCB[key];
    const bit = 1n << BigInt(dice.below(Math.min(width, 8) * 8));
    twin.put({ [key]: twin.field(key) ^ bit });
  },
  host: (twin, dice) => {
    // PUSH and POPF before the loop.
    const flags = dice.chance(80) ? '02000000' : dice.oneOf(['02020000', '02010000', '02030000']);
    twin.write(PLACE.l1Code, `68${flags}9d${dice.chance(85) ? L1_LOOP : words(dice)}`);
    if (dice.chance(20)) twin.cpu.u8[twin.cpu.state('PENDING_NMI')] = 1;
  },
};

export function prepareLaw(twin: Twin, seed: number): void {
  const dice = new Dice(seed);
  twin.write64(PLACE.data + 8, 20);
  const rip = PLACE.l2Code + (dice.chance(20) ? NEARLY_A_PAGE : 0);
  twin.vmcb12({ rip, rax: dice.oneOf([PLACE.vmcb12, PLACE.hsave, 0x123456, 0x1d01]) });
  twin.write(rip, words(dice));
  for (const setup of Object.values(SETUP)) setup(twin, dice);
}

/** Something from outside, between two slices. */
export function disturb(twin: Twin, dice: Dice): void {
  if (dice.chance(70)) return;
  // Fixed, NMI, SMI.
  const deliveryMode = dice.oneOf([0, 0, 4, 2]);
  const message = {
    destination: 0,
    logical: false,
    level: false,
    deliveryMode,
    vector: 0x50 + dice.below(3),
  };
  twin.cpu.apicMessage(message);
}
