import assert from 'node:assert/strict';
import test from 'node:test';
import { LegacyProgram, type LegacyArrival, type LegacyStart } from '../../tests/legacyProgram.js';

const [UD, GP, STOP] = [6, 13, 0x80];
const CR4 = 0x600n;
const [VME, PVI] = [1n, 2n];
const [CF, IF, IOPL, VM, VIF, VIP] = [1, 0x200, 0x3000, 0x2_0000, 0x8_0000, 0x10_0000];
const MAP = 0x68;
/** UD2: the program is through, whatever INT does. */
const DONE = '0f0b';

interface Found extends LegacyArrival {
  /** Flags as the handler of a fault finds them, without RF. */
  flags: number;
  program: LegacyProgram;
}
/** Run a virtual-8086 program whose INT 90h is its own and INT 80h is the monitor's. */
function run(code: string, flags: number, { cr4 = VME, ...start }: LegacyStart & { cr4?: bigint } = {}): Found {
  const program = new LegacyProgram();
  program.tss.fill(0xff, MAP, MAP + 32);
  program.tss[MAP + (0x90 >> 3)] = 0xfe;
  program.tss.writeUInt16LE(MAP + 32, 0x66);
  program.tssLimit = 0x1ff;
  program.cpu.writePhysical(0x9000 - 0x100, Buffer.alloc(0x100));
  const at = program.run(code, {
    mode: 'virtual',
    flags: BigInt(flags | 2),
    state: { CR4: CR4 | cr4 },
    ...start,
  })!;
  const frame = at.vector === GP ? at.frame.slice(1) : at.frame;
  return { ...at, frame, flags: frame[2] & ~0x1_0000 & ~VM & ~2, program };
}

type Case = readonly [what: string, code: string, flags: number, vector: number, after: number];
const FLAGS: readonly Case[] = [
  ['CLI clears VIF', `fa ${DONE}`, IF | VIF, UD, IF],
  ['STI sets VIF', `fb ${DONE}`, IF, UD, IF | VIF],
  ['STI with an interrupt waiting', `fb ${DONE}`, IF | VIP, GP, IF | VIP],
  ['CLI with an interrupt waiting', `fa ${DONE}`, IF | VIF | VIP, UD, IF | VIP],
  ['CLI with IOPL 3', `fa ${DONE}`, IOPL | IF | VIF, UD, IOPL | VIF],
  ['STI with IOPL 3', `fb ${DONE}`, IOPL | VIP, UD, IOPL | IF | VIP],
  // push imm16; popf
  ['POPF', `680102 9d ${DONE}`, IF, UD, IF | VIF | CF],
  ['POPF without IF', `680100 9d ${DONE}`, IF | VIF, UD, IF | CF],
  ['POPF of TF', `680001 9d ${DONE}`, IF, GP, IF],
  ['POPF of IF with an interrupt waiting', `680002 9d ${DONE}`, VIP, GP, VIP],
  ['POPF of no IF with an interrupt waiting', `680000 9d ${DONE}`, VIF | VIP, UD, VIP],
  ['POPFD', `6a006a00 669d ${DONE}`, IF, GP, IF],
  ['PUSHFD', `669c ${DONE}`, IF, GP, IF],
  // push flags, cs, ip; iret to ip 10h
  ['IRET', `680102 0e 6a10 cf ${DONE}90909090909090 ${DONE}`, 0, UD, VIF | CF],
  ['IRET of TF', `680001 0e 6a10 cf ${DONE}90909090909090 ${DONE}`, IF, GP, IF],
  ['IRET with an interrupt waiting', `680002 0e 6a10 cf ${DONE}90909090909090 ${DONE}`, VIP, GP, VIP],
  ['IRETD', `66cf ${DONE}`, IF, GP, IF],
  ['the monitor\'s interrupt below IOPL 3', `cd80`, IF, GP, IF],
  ['the monitor\'s interrupt with IOPL 3', `cd80`, IF | IOPL, STOP, IF | IOPL],
];
for (const [what, code, flags, vector, after] of FLAGS)
  test(`VME: ${what}`, () => {
    const at = run(code, flags);
    assert.deepEqual([at.vector, at.flags], [vector, after]);
  });

test('without VME there is no VIF below IOPL 3', () => {
  for (const code of ['fa', 'fb', '9c', '9d', 'cf', 'cd90']) assert.equal(run(code, IF, { cr4: 0n }).vector, GP, code);
  // IOPL 3: the monitor's handler gets every interrupt.
  assert.equal(run('cd90', IOPL, { cr4: 0n }).vector, 0x90);
});
test('PUSHF shows VIF as IF, and IOPL 3', () => {
  for (const [flags, image] of [
    [VIF, IOPL | IF | 2],
    [IF, IOPL | 2],
  ]) {
    // pushf; pop ax
    const { program } = run(`9c 58 ${DONE}`, flags);
    assert.equal(program.register(0) & 0xffff, image);
  }
});
for (const [what, flags, pushed, after] of [
  ['below IOPL 3', VIF | CF, IOPL | IF | CF | 2, CF],
  ['with IOPL 3', IOPL | IF | VIF, IOPL | IF | 2, IOPL | VIF],
] as const)
  test(`an interrupt of the program's own ${what}`, () => {
    // Its handler is HLT, which is not for CPL 3.
    const at = run('cd90', flags);
    assert.deepEqual([at.vector, at.frame[0], at.frame[1], at.flags], [GP, 0x900, 0x3000, after]);
    const stack = Buffer.from(at.program.cpu.readPhysical(0x8000 - 6, 6));
    assert.deepEqual([0, 2, 4].map((n) => stack.readUInt16LE(n)), [2, 0x1000, pushed]);
    assert.equal(at.frame[3], 0x8000 - 6);
  });
test('the redirection map lies in the TSS', () => {
  const program = new LegacyProgram();
  program.tss.writeUInt16LE(0x200, 0x66);
  const start = { mode: 'virtual', flags: BigInt(IOPL | 2), state: { CR4: CR4 | VME } } as const;
  assert.equal(program.run('cd90', start)!.vector, GP);
});

const PROTECTED: readonly (readonly [...Case, cr4?: bigint])[] = [
  ['CLI clears VIF', `fa ${DONE}`, IF | VIF, UD, IF],
  ['STI sets VIF', `fb ${DONE}`, IF, UD, IF | VIF],
  ['STI with an interrupt waiting', `fb ${DONE}`, VIP, GP, VIP],
  ['POPF leaves VIF alone', `6a00 9d ${DONE}`, IF | VIF, UD, IF | VIF],
  ['CLI without it', `fa ${DONE}`, IF | VIF, GP, IF | VIF, VME],
];
for (const [what, code, flags, vector, after, cr4 = PVI] of PROTECTED)
  test(`PVI: ${what}`, () => {
    const at = run(code, flags, { mode: 'protected', cpl: 3, cr4 });
    assert.deepEqual([at.vector, at.flags], [vector, after]);
  });
test('a processor without the feature has no such bits', () => {
  const program = new LegacyProgram('max,-vme');
  // mov cr4, eax
  for (const bit of [VME, PVI]) assert.equal(program.run('0f22e0', { registers: [Number(bit)] })!.vector, GP);
});

test('the I/O permission map decides in virtual-8086 mode, whatever IOPL is', () => {
  const at = (map: string, code: string): number => {
    const program = new LegacyProgram();
    program.tss.writeUInt16LE(0x70, 0x66);
    Buffer.from(map, 'hex').copy(program.tss, 0x70);
    program.tssLimit = 0x72;
    return program.run(`${code} ${DONE}`, { mode: 'virtual', flags: BigInt(IOPL | 2) })!.vector;
  };
  // in al, 7; in ax, 7
  assert.deepEqual([at('0000ff', 'e407'), at('8000ff', 'e407'), at('0001ff', 'e507')], [UD, GP, GP]);
  // The byte after the one with the port's bit must be there.
  assert.deepEqual([at('0000ff', 'e40f'), at('0000ff', 'e410')], [UD, GP]);
});
