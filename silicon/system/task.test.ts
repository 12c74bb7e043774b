import assert from 'node:assert/strict';
import test from 'node:test';
import { LEGACY, LEGACY_STACK, LegacyProgram, type LegacyArrival, type LegacyStart } from '../../tests/legacyProgram.js';

const [DB, TS, NP, SS, GP, STOP] = [1, 10, 11, 12, 13, 0x80];
const [TASK, CODE, DATA, LDT, GATE] = LEGACY.spare;
const TSS = 0x3000;
const NEW = 0x4000;
const ENTRY = 0x5000;
const TOP = 0x7000;
const [BUSY, AVAILABLE] = [0x8b, 0x89];
const [NT, VM, TF, RF] = [0x4000, 0x2_0000, 0x100, 0x1_0000];
const DONE = 'cd80';
const call = (selector: number): string => `9a00000000${hex16(selector)}`;
const jump = (selector: number): string => `ea00000000${hex16(selector)}`;
const CALL_BYTES = 7;

function hex16(value: number): string {
  return Buffer.from(Uint16Array.of(value).buffer).toString('hex');
}
interface Task {
  rip: number;
  flags: number;
  /** ES CS SS DS FS GS. */
  segments: number[];
  ldt: number;
  trap: number;
  link: number;
  cr3: number;
}
const FLAT: Task = {
  rip: ENTRY,
  flags: 2,
  segments: [LEGACY.data, LEGACY.code, LEGACY.data, LEGACY.data, LEGACY.data, 0],
  ldt: 0,
  trap: 0,
  link: 0,
  cr3: 0,
};
/** EAX ECX EDX EBX ESP EBP ESI EDI. */
const registers = (wide: boolean): number[] =>
  Array.from({ length: 8 }, (_, n) => (n === 4 ? TOP : (wide ? 0x1111_0000 : 0) + n));

/** A program with a second task at NEW whose code is at ENTRY. */
function twoTasks(task: Partial<Task> = {}, wide = true): LegacyProgram {
  const program = new LegacyProgram();
  const all = { ...FLAT, ...task };
  const image = Buffer.alloc(0x68);
  const size = wide ? 4 : 2;
  const put = (at: number, value: number): void => void image.writeUIntLE(value, at, size);
  image.writeUInt16LE(all.link, 0);
  if (wide) {
    image.writeUInt32LE(LEGACY_STACK.level0, 4);
    image.writeUInt32LE(LEGACY.data, 8);
  }
  if (wide) image.writeUInt32LE(all.cr3, 0x1c);
  put(wide ? 0x20 : 0x0e, all.rip);
  put(wide ? 0x24 : 0x10, all.flags);
  registers(wide).forEach((value, n) => put((wide ? 0x28 : 0x12) + n * size, value));
  all.segments.slice(0, wide ? 6 : 4).forEach((value, n) => put((wide ? 0x48 : 0x22) + n * size, value));
  image.writeUInt16LE(all.ldt, wide ? 0x60 : 0x2a);
  if (wide) image.writeUInt16LE(all.trap, 0x64);
  program.cpu.writePhysical(NEW, image);
  program.describe(TASK, { base: NEW, limit: wide ? 0x67 : 0x2b, access: wide ? AVAILABLE : 0x81 });
  program.describe(CODE, { limit: 0xf_ffff, access: 0x9b, flags: 0xc });
  program.describe(DATA, { limit: 0xf_ffff, access: 0x93, flags: 0xc });
  program.poke(ENTRY, DONE);
  return program;
}
const taskRegister = (program: LegacyProgram): number => program.selector(9);

test('CALL saves the old task, links it and loads the new one', () => {
  const program = twoTasks();
  const at = program.run(call(TASK), { registers: [10, 11, 12, 13], flags: 0x246n, state: { DR: 0n } })!;
  assert.deepEqual([at.vector, at.frame[0], taskRegister(program)], [STOP, ENTRY + 2, TASK]);
  assert.equal(program.peek32(TSS + 0x20), program.entry + CALL_BYTES);
  assert.equal(program.peek32(TSS + 0x24), 0x246);
  const saved = [0, 1, 2, 3, 4].map((n) => program.peek32(TSS + 0x28 + 4 * n));
  assert.deepEqual(saved, [10, 11, 12, 13, LEGACY_STACK.start]);
  const selectors = [0, 1, 2, 3, 4, 5].map((n) => program.peek16(TSS + 0x48 + 4 * n));
  assert.deepEqual(selectors, [0x10, 8, 0x10, 0x10, 0x10, 0x10]);
  assert.equal(program.peek16(NEW), LEGACY.tss);
  assert.deepEqual([program.access(LEGACY.tss), program.access(TASK)], [BUSY, BUSY]);
  assert.deepEqual([0, 1, 2, 3, 5, 6, 7].map((n) => program.register(n)), registers(true).filter((_, n) => n !== 4));
  assert.equal(at.esp, TOP - 12);
  assert.equal(at.frame[2], 2 | NT, 'flags of the new task, nested');
  assert.equal(program.get64('CR0') & 8n, 8n, 'TS');
  assert.equal(program.selector(5), 0);
});
test('JMP leaves the old task for good', () => {
  const program = twoTasks();
  const at = program.run(jump(TASK))!;
  assert.deepEqual([at.vector, at.frame[2]], [STOP, 2]);
  assert.deepEqual([program.access(LEGACY.tss), program.access(TASK), program.peek16(NEW)], [AVAILABLE, BUSY, 0]);
});
test('IRET goes back to the task that is waiting', () => {
  const program = twoTasks();
  program.poke(ENTRY, 'cf');
  const at = program.run(`${call(TASK)} ${DONE}`)!;
  assert.deepEqual([at.vector, at.frame[0], taskRegister(program)], [STOP, program.entry + CALL_BYTES + 2, LEGACY.tss]);
  assert.deepEqual([program.access(LEGACY.tss), program.access(TASK)], [BUSY, AVAILABLE]);
  assert.equal(program.peek32(NEW + 0x24) & NT, 0, 'saved without NT');
  assert.equal(program.peek32(NEW + 0x20), ENTRY + 1);
});
test('a task gate, for far calls and for INTn', () => {
  for (const code of [call(GATE), 'cd90']) {
    const program = twoTasks();
    program.describe(GATE, { access: 0x85 });
    program.describe(GATE, { base: TASK, access: 0x85 });
    program.gate(0x90, { type: 5, selector: TASK });
    assert.deepEqual([program.run(code)!.vector, taskRegister(program), program.peek16(NEW)], [STOP, TASK, LEGACY.tss], code);
  }
});
test('the error code of an exception is pushed in the new task, in its width', () => {
  for (const wide of [true, false]) {
    const program = twoTasks({}, wide);
    program.gate(GP, { type: 5, selector: TASK });
    // mov ds, ax
    const at = program.run('8ed8', { registers: [0x68] })!;
    const pushed = program.peek32(TOP - (wide ? 4 : 2));
    assert.deepEqual([at.vector, wide ? pushed : pushed & 0xffff], [STOP, 0x68]);
    assert.deepEqual([program.peek32(TSS + 0x20), program.peek32(TSS + 0x24) & RF], [program.entry, RF]);
    assert.equal(at.esp, TOP - (wide ? 16 : 14));
  }
});
test('a 16-bit task', () => {
  const program = twoTasks({}, false);
  assert.deepEqual([program.run(call(TASK))!.vector, program.register(0), program.register(3)], [STOP, 0, 3]);
  assert.deepEqual([program.selector(4), program.selector(5), program.access(TASK)], [0, 0, 0x83]);
});
test('a virtual-8086 task', () => {
  const program = twoTasks({ flags: VM | 0x3002, rip: 0x10, segments: [1, 0x500, 0x700, 4, 5, 6] });
  program.poke(0x5010, DONE);
  const at = program.run(jump(TASK))!;
  assert.deepEqual([at.vector, ...at.frame.slice(0, 9)], [STOP, 0x12, 0x500, VM | 0x3002, TOP, 0x700, 1, 4, 5, 6]);
});
test('the trap bit is a debug exception before the first instruction', () => {
  const program = twoTasks({ trap: 1 });
  const at = program.run(call(TASK))!;
  assert.deepEqual([at.vector, at.frame[0], program.get64('DR') & 0n], [DB, ENTRY, 0n]);
  assert.equal(program.cpu.u64[(program.cpu.state('DR') >> 3) + 6], 0xffff_8ff0n);
});
test('TF of the new task steps its first instruction, that of the old one nothing', () => {
  const stepped = twoTasks({ flags: 2 | TF });
  stepped.poke(ENTRY, '90');
  assert.deepEqual(pick(stepped.run(jump(TASK))!), [DB, ENTRY + 1]);
  assert.deepEqual(pick(twoTasks().run(jump(TASK), { flags: 0x102n })!), [STOP, ENTRY + 2]);
});
const pick = (at: LegacyArrival): number[] => [at.vector, at.frame[0]];
test('breakpoints of the old task go off with it', () => {
  const program = twoTasks();
  program.poke(ENTRY, DONE);
  // mov dr7, eax
  program.run(`0f23f8 ${jump(TASK)}`, { registers: [0x3ff] });
  assert.equal(program.cpu.u64[(program.cpu.state('DR') >> 3) + 7], 0x6aan);
});

type Break = (program: LegacyProgram) => void;
const BEFORE: readonly (readonly [what: string, broken: Break, vector: number, error: number, start?: LegacyStart])[] = [
  ['busy', (p) => p.describe(TASK, { base: NEW, limit: 0x67, access: BUSY }), GP, TASK],
  ['absent', (p) => p.describe(TASK, { base: NEW, limit: 0x67, access: 0x09 }), NP, TASK],
  ['too short', (p) => p.describe(TASK, { base: NEW, limit: 0x66, access: AVAILABLE }), TS, TASK],
  ['of a higher level', () => undefined, GP, TASK, { cpl: 3 }],
  ['too short for what is saved', (p) => (p.tssLimit = 0x5e), TS, LEGACY.tss],
];
test('what is wrong with the TSS is a fault of the old task', async (t) => {
  for (const [what, broken, vector, error, start] of BEFORE)
    await t.test(what, () => {
      const program = twoTasks();
      broken(program);
      const at = program.run(call(TASK), start)!;
      assert.deepEqual([at.vector, at.frame[0], at.frame[1]], [vector, error, program.entry]);
      assert.deepEqual([taskRegister(program), program.get64('CR0') & 8n], [LEGACY.tss, 0n]);
    });
});
const GATES: readonly (readonly [what: string, broken: Break, vector: number, error: number])[] = [
  ['a null TSS selector', (p) => p.gate(0x90, { type: 5, selector: 0 }), GP, 0],
  ['a local TSS selector', (p) => p.gate(0x90, { type: 5, selector: TASK | 4 }), GP, TASK | 4],
  ['no TSS', (p) => p.gate(0x90, { type: 5, selector: DATA }), GP, DATA],
  ['an absent gate', (p) => p.gate(0x90, { type: 5, selector: TASK, present: false }), NP, 0x482],
];
test('what is wrong with a task gate', async (t) => {
  for (const [what, broken, vector, error] of GATES)
    await t.test(what, () => {
      const program = twoTasks();
      broken(program);
      const at = program.run('cd90')!;
      assert.deepEqual([at.vector, at.frame[0], at.frame[1]], [vector, error, program.entry]);
    });
});
test('IRET to a task that is not waiting is #TS', () => {
  const program = twoTasks({ link: TASK });
  program.tss.writeUInt16LE(TASK, 0);
  const at = program.run('cf', { flags: BigInt(2 | NT) })!;
  assert.deepEqual([at.vector, at.frame[0], at.frame[1]], [TS, TASK, program.entry]);
});

const segments = (changes: Record<number, number>): Partial<Task> => ({
  segments: FLAT.segments.map((value, n) => changes[n] ?? value),
});
const [ES, CS, STACK, DS] = [0, 1, 2, 3];
const AFTER: readonly (readonly [what: string, task: Partial<Task>, vector: number, error: number, broken?: Break])[] = [
  ['LDT that is none', { ldt: DATA }, TS, DATA],
  ['absent LDT', { ldt: LDT }, TS, LDT, (p) => p.describe(LDT, { access: 2 })],
  ['null CS', segments({ [CS]: 0 }), TS, 0],
  ['CS that is data', segments({ [CS]: DATA }), TS, DATA],
  ['CS with the wrong RPL', segments({ [CS]: CODE | 3 }), TS, CODE],
  ['absent CS', segments({ [CS]: CODE }), NP, CODE, (p) => p.describe(CODE, { access: 0x1b })],
  ['null SS', segments({ [STACK]: 0 }), TS, 0],
  ['SS with the wrong RPL', segments({ [STACK]: DATA | 1 }), TS, DATA],
  ['absent SS', segments({ [STACK]: DATA }), SS, DATA, (p) => p.describe(DATA, { access: 0x13 })],
  ['absent DS', segments({ [DS]: DATA }), NP, DATA, (p) => p.describe(DATA, { access: 0x13 })],
  ['ES beyond the table', segments({ [ES]: 0x7f8 }), TS, 0x7f8],
  ['RIP outside CS', { rip: 0x10, ...segments({ [CS]: CODE }) }, GP, 0, (p) => p.describe(CODE, { limit: 15, access: 0x9b, flags: 4 })],
];
test('what is wrong with the new task is a fault in it, before its first instruction', async (t) => {
  for (const [what, task, vector, error, broken] of AFTER)
    await t.test(what, () => {
      const program = twoTasks(task);
      broken?.(program);
      // The handler is a task of its own: the new one may have no stack.
      const [third, handler] = [LEGACY.spare[5], 0x6000];
      const image = Buffer.from(program.cpu.readPhysical(NEW, 0x68));
      FLAT.segments.forEach((value, n) => image.writeUInt32LE(value, 0x48 + 4 * n));
      image.writeUInt32LE(ENTRY, 0x20);
      image.writeUInt16LE(0, 0x60);
      program.cpu.writePhysical(handler, image);
      program.describe(third, { base: handler, limit: 0x67, access: AVAILABLE });
      program.gate(vector, { type: 5, selector: third });
      const at = program.run(call(TASK))!;
      assert.deepEqual([at.vector, at.frame[3], program.peek16(handler)], [STOP, error, TASK]);
      assert.equal(program.peek32(NEW + 0x20), task.rip ?? ENTRY, 'the new task has not begun');
      assert.equal(program.access(LEGACY.tss), BUSY);
    });
});
test('paging: the new task has its own tables', () => {
  const program = twoTasks({ cr3: 0xa000 });
  // 4 MiB pages, one to one; the second directory maps the first 4 MiB only, and ENTRY holds the code of both.
  program.poke(0x9000, '87000000');
  program.poke(0xa000, '87000000');
  const at = program.run(call(TASK), { state: { CR0: 0x8000_0031n, CR3: 0x9000n, CR4: 0x610n } })!;
  assert.deepEqual([at.vector, program.get64('CR3')], [STOP, 0xa000n]);
});
