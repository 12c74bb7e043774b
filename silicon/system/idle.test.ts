import assert from 'node:assert/strict';
import test from 'node:test';
import { Program } from '../../tests/program.js';

/** The last large page that a program maps, and where it leads in the row about a device. */
const WINDOW = 0xe0_0000;
const WINDOW_ENTRY = 0x3000 + 8 * 7;
const DEVICE_PAGE = Buffer.from('8300c0fe00000000', 'hex');

const cases = [
  { what: 'NOP', code: '90', ns: 1 },
  { what: 'PAUSE', code: 'f390', ns: 65 },
  { what: 'four PAUSEs', code: 'f390 f390 f390 f390', ns: 260 },
  { what: 'CPUID', code: '53 0fa2 5b', ns: 103 },
  { what: 'MOV from and to CR8', code: '440f20c1 440f22c1', ns: 202 },
  { what: 'IN', code: 'e460', ns: 1001 },
  { what: 'OUT', code: 'e680', ns: 1001 },
  { what: 'REP OUTSB, three of them', code: 'f36e', ns: 3 * 1001 },
  { what: 'a load from RAM', code: '8a06', ns: 1 },
  { what: 'a load from a device', code: '8a07', ns: 101 },
  { what: 'an exchange with a device', code: '8607', ns: 201 },
];
for (const { what, code, ns } of cases)
  test(`${what}: ${ns} ns on the time stamp counter`, () => {
    const program = new Program();
    program.cpu.bus.mmioRead = () => 0;
    program.cpu.bus.mmioWrite = () => {};
    program.cpu.writePhysical(WINDOW_ENTRY, DEVICE_PAGE);
    // rdtsc; mov ebx, eax; ...; rdtsc; sub eax, ebx
    const vector = program.run(`0f31 89c3 ${code} 0f31 29d8`, {
      rcx: 3n,
      rdi: BigInt(WINDOW),
      rsi: 0x8_0000n,
    });
    assert.equal(vector, undefined);
    assert.equal(program.rax, BigInt(ns) + 2n);
  });
