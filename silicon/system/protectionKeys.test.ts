import assert from 'node:assert/strict';
import test from 'node:test';
import { differences } from '../../fuzz/differences.js';
import { twins } from '../../tests/twins.js';
import { Program } from '../../tests/program.js';

const [UD, GP, PF] = [6, 13, 14];
const CR4 = 0x620n;
const PKE = 0x40_0000n;
const [RDPKRU, WRPKRU] = ['0f01ee', '0f01ef'];
const [LOAD, STORE] = ['8a07', '8807'];
/** The page whose entry carries key 1: the 2 MiB from here on. */
const KEYED = 0x20_0000;
const ENTRY = 0x3008;
const [NO_ACCESS, NO_WRITE] = [4, 8];

class Keys extends Program {
  constructor(cpu?: string) {
    super(cpu);
    const entry = Buffer.alloc(8);
    entry.writeBigUInt64LE(BigInt(KEYED + 0x87) | (1n << 59n));
    this.cpu.writePhysical(ENTRY, entry);
  }
}

test('RDPKRU and WRPKRU', () => {
  const program = new Program();
  const on = { state: { CR4: CR4 | PKE } };
  assert.equal(program.run(WRPKRU, { rax: 0x1234_5678n, state: { CR4 } }), UD, 'without CR4.PKE');
  assert.equal(program.run(WRPKRU, { rax: 0xf_1234_5678n, cpl: 3, ...on }), undefined);
  assert.equal(program.get32('PKRU'), 0x1234_5678);
  assert.equal(program.run(RDPKRU, { rdx: 5n, cpl: 3, ...on }), undefined);
  assert.deepEqual([program.rax, program.register(2)], [0x1234_5678n, 0n]);
  assert.equal(program.run(RDPKRU, { rcx: 1n, ...on }), GP);
  assert.equal(program.run(WRPKRU, { rcx: 1n, ...on }), GP);
  assert.equal(program.run(WRPKRU, { rdx: 1n, ...on }), GP);
  assert.equal(new Program('max,-pku').run(WRPKRU, { state: { CR4 } }), UD);
});

test('CR4.PKE needs the feature, and CPUID tells it', () => {
  // mov cr4, rax; mov eax, 7; cpuid
  const code = '0f22e0 b807000000 31c9 0fa2';
  const program = new Program();
  assert.equal(program.run(code, { rax: CR4 | PKE }), undefined);
  assert.equal((program.register(1) >> 3n) & 3n, 3n);
  program.reset();
  program.run(code, { rax: CR4 });
  assert.equal((program.register(1) >> 3n) & 3n, 1n);
  assert.equal(new Program('max,-pku').run(code, { rax: CR4 | PKE }), GP);
});

type Case = readonly [what: string, code: string, pkru: number, cpl: 0 | 3, wp: boolean, error: number | undefined];
const CASES: readonly Case[] = [
  ['load of an open key', LOAD, 0xffff_fff3, 3, true, undefined],
  ['load of a closed key', LOAD, NO_ACCESS, 3, true, 0x25],
  ['store of a closed key', STORE, NO_ACCESS, 3, true, 0x27],
  ['load of a read-only key', LOAD, NO_WRITE, 3, true, undefined],
  ['store of a read-only key', STORE, NO_WRITE, 3, true, 0x27],
  ['supervisor load of a closed key', LOAD, NO_ACCESS, 0, true, 0x21],
  ['supervisor store of a read-only key', STORE, NO_WRITE, 0, true, 0x23],
  ['supervisor store of a read-only key without CR0.WP', STORE, NO_WRITE, 0, false, undefined],
  ['supervisor store of a closed key without CR0.WP', STORE, NO_ACCESS, 0, false, 0x23],
];
test('what a key closes', () => {
  const program = new Keys();
  for (const [what, code, pkru, cpl, wp, error] of CASES) {
    const state = { CR4: CR4 | PKE, CR0: wp ? 0x8001_0033n : 0x8000_0033n, PKRU: BigInt(pkru) };
    const vector = program.run(code, { cpl, rdi: BigInt(KEYED), state });
    assert.equal(vector, error === undefined ? undefined : PF, what);
    if (error !== undefined) assert.equal(program.get32('FAULT_ERROR'), error, what);
    const other = program.run(code, { cpl, rdi: 0x40_0000n, state });
    assert.equal(other, (pkru & 3) === 0 ? undefined : PF, `${what}: a page of key 0`);
    assert.equal(program.run(code, { cpl, rdi: BigInt(KEYED), state: { ...state, CR4 } }), undefined, 'PKE off');
  }
});

test('code is fetched from a page whose key is closed', () => {
  const program = new Keys();
  // jmp rdi, to an UD2 that is told by where it is
  program.cpu.writePhysical(KEYED, Buffer.from('0f0b', 'hex'));
  program.run('ffe7', { rdi: BigInt(KEYED), cpl: 3, state: { CR4: CR4 | PKE, PKRU: BigInt(NO_ACCESS) } });
  assert.equal(program.cpu.rip, BigInt(KEYED));
  assert.equal(program.get32('FAULT_VECTOR'), UD);
});

test('WRPKRU takes effect at once on what has been translated', () => {
  const program = new Keys();
  // mov [rdi], al; mov eax, 8; wrpkru; mov al, [rdi]; mov [rdi], al
  const vector = program.run('8807 b808000000 0f01ef 8a07 8807', {
    rdi: BigInt(KEYED),
    cpl: 3,
    state: { CR4: CR4 | PKE, PKRU: 0n },
  });
  assert.equal(vector, PF);
  assert.equal(program.get32('FAULT_ERROR'), 0x27);
  assert.equal(program.cpu.rip, 0x1_000cn);
});

test('VMRUN and #VMEXIT leave PKRU alone, on both machines', () => {
  const [bare, nested] = twins();
  for (const twin of [bare, nested]) {
    twin.vmcb12({ cr4: CR4 | PKE });
    // L1: VMRUN, then HLT. L2: mov eax, 55550000h; xor ecx, ecx; xor edx, edx; wrpkru; hlt without an intercept ends in VMMCALL.
    twin.write(0x1_0000, '0f01d8 f4');
    twin.write(0x1_1000, 'b800005555 31c9 31d2 0f01ef 0f01d9');
    twin.set('PKRU', 0x1234);
    twin.run(100);
    assert.equal(twin.get('PKRU') & 0xffff_ffffn, 0x5555_0000n);
  }
  assert.deepEqual(differences(bare, nested), []);
});
