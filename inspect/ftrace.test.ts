import assert from 'node:assert/strict';
import test from 'node:test';
import type { VmcbKey } from '../spec/vmcb.js';
import { PLACE } from '../fuzz/place.js';
import type { MachineKind } from '../fuzz/twin.js';
import { makeTwin } from '../tests/twins.js';
import { Ftrace } from './ftrace.js';

type Fields = Partial<Record<VmcbKey, bigint | number>>;

/** Run L1's code, L2's being VMMCALL, and give the lines below the header. */
function traced(kind: MachineKind, l1: string, fields: Fields = {}): string[] {
  let text = '';
  const ftrace = new Ftrace(kind, (piece) => (text += piece));
  const twin = makeTwin(kind, 'max', ftrace.observer);
  twin.vmcb12(fields);
  twin.write(PLACE.l2Code, '90 0f01d9');
  twin.write(PLACE.l1Code, l1);
  twin.run(100);
  ftrace.flush();
  const lines = text.split('\n');
  assert.match(lines[0], /^# tracer: nop$/);
  for (const line of lines.slice(0, -1))
    assert.match(line, /^#|^ *nsvm-1 +\[000\] \.{5} +\d+\.\d{9}: kvm_\w+: \S/, line);
  return lines.filter((line) => line !== '' && !line.startsWith('#'));
}

const event = (line: string): string => line.replace(/^.*?\d: /, '');
const rip = (at: number): string => `0x${at.toString(16)}`;
const wide = (at: number): string => `0x${at.toString(16).padStart(16, '0')}`;
const NO_INFO = `info1 ${wide(0)} info2 ${wide(0)} intr_info 0x00000000 error_code 0x00000000`;
const ENTRY = 'intr_info 0x00000000 error_code 0x00000000';

test('nested: a round trip as KVM tells it', () => {
  const lines = traced('nested', '0f01d8 f4');
  const nothing = `ext_inf1: ${wide(0)} ext_inf2: ${wide(0)} ext_int: 0x00000000 ext_int_err: 0x00000000`;
  // The first instruction of all makes the L0 map L1's memory.
  assert.match(lines[1], / reason npf /);
  const after = lines.slice(2);
  assert.deepEqual(after.map(event), [
    `kvm_entry: vcpu 0, rip ${rip(PLACE.l1Code)} ${ENTRY}`,
    `kvm_exit: vcpu 0 reason vmrun rip ${rip(PLACE.l1Code)} ${NO_INFO}`,
    `kvm_nested_vmenter: rip: ${wide(PLACE.l1Code)} vmcb: ${wide(PLACE.vmcb12)} nested_rip: ${wide(PLACE.l2Code)} ` +
      `int_ctl: 0x00000000 event_inj: 0x00000000 nested_npt=n guest_cr3: ${wide(PLACE.tables)}`,
    'kvm_nested_intercepts: cr_read: 0000 cr_write: 0000 excp: 00000000 intercepts: 00000000 00000003 00000000',
    `kvm_entry: vcpu 0, rip ${rip(PLACE.l2Code)} ${ENTRY}`,
    `kvm_exit: vcpu 0 reason hypercall rip ${rip(PLACE.l2Code + 1)} ${NO_INFO}`,
    `kvm_nested_vmexit: rip: ${wide(PLACE.l2Code + 1)} reason: hypercall ${nothing}`,
    `kvm_nested_vmexit_inject: reason: hypercall ${nothing}`,
    `kvm_entry: vcpu 0, rip ${rip(PLACE.l1Code + 3)} ${ENTRY}`,
  ]);
  const times = after.map((line) => Number(/(\d+\.\d{9}):/.exec(line)?.[1]));
  assert.deepEqual(
    times,
    [0, 0, 1, 1, 1, 2, 2, 2, 2].map((ns) => ns / 1e9),
  );
});

test('nested: nested paging shows its root', () => {
  const [entry] = traced('nested', '0f01d8 f4', { miscCtl: 1 }).filter((line) => line.includes('vmenter'));
  assert.match(entry, new RegExp(`nested_npt=y nested_cr3: ${wide(PLACE.npt12)}$`));
});

test('bare: what the processor does for L1', () => {
  assert.deepEqual(traced('bare', '0f01d8 f4').map(event), [
    `kvm_entry: vcpu 0, rip ${rip(PLACE.l2Code)} ${ENTRY}`,
    `kvm_exit: vcpu 0 reason hypercall rip ${rip(PLACE.l2Code + 1)} ${NO_INFO}`,
  ]);
});

test('a failed VMRUN says why, a line a row', () => {
  for (const kind of ['bare', 'nested'] as const) {
    const failed = traced(kind, '0f01d8 f4', { guestAsid: 0, cr0: 0xa001_0033 })
      .map(event)
      .filter((line) => !/kvm_(entry|exit)/.test(line));
    assert.deepEqual(failed, [
      'kvm_nested_vmenter_failed: C2: the ASID is 0, which is the host',
      'kvm_nested_vmenter_failed: S7: CR0.NW is set and CR0.CD is not',
    ]);
  }
});

test('nested: exceptions that the L0 raises', () => {
  // VMRUN of an address that is not that of a page.
  const lines = traced('nested', 'ffc0 0f01d8 f4').map(event);
  assert.ok(lines.includes('kvm_inj_exception: #GP (0x0)'), lines.join('\n'));
});
