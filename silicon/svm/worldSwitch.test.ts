import assert from 'node:assert/strict';
import test from 'node:test';
import { checksOfMask } from '../../spec/checks.js';
import { VMCB, type VmcbKey } from '../../spec/vmcb.js';
import { VmcbPage } from '../../tests/vmcbPage.js';

const INVALID = 0xffff_ffff_ffff_ffffn;
const RETURN_VMEXIT = 4;
const [NONE, START, INIT, NMI, INTR, VINTR] = [0n, 1n, 2n, 4n, 5n, 6n];
const BS = 0x4000;
const DR7 = 7;

/** The bytes of some fields. */
function bytesOf(keys: readonly VmcbKey[]): Set<number> {
  return new Set(
    keys.flatMap((key) => Array.from({ length: VMCB[key].width }, (_, i) => VMCB[key].offset + i)),
  );
}

test('a failed VMRUN writes the exit code and clears EVENTINJ, and its host is as after any #VMEXIT', () => {
  const page = new VmcbPage();
  page.legal({
    eventInj: 0x8000_0302,
    eventInjErr: 5,
    exitIntInfo: 0x8000_0123,
    nRip: 77,
    exitInfo1: 1,
    cr2: 0x99,
  });
  page.set64('CR2', 0x1234n);
  page.call('setFlags', 0x1_0302n);
  const before = page.bytes();
  page.call('runGuest', BigInt(page.pa));
  const after = page.bytes();
  const written = bytesOf(['exitCode', 'exitInfo1', 'exitInfo2', 'eventInj', 'eventInjErr']);
  after.forEach((byte, i) => assert.ok(byte === before[i] || written.has(i), `byte ${i.toString(16)}`));
  assert.equal(page.vmcb('exitCode'), INVALID);
  assert.equal(page.vmcb('exitInfo1') + page.vmcb('exitInfo2') + page.vmcb('eventInj'), 0n);
  assert.deepEqual(
    checksOfMask(page.get64('FAILED_CHECKS')).map((check) => check.id),
    ['E2'],
  );
  assert.deepEqual([page.get8('GIF'), page.get8('IN_GUEST')], [0, 0]);
  assert.equal(page.call('getFlags'), 0x302n, 'RF is clear, IF and TF are kept');
  assert.deepEqual([page.get64('RIP'), page.get64('CR2')], [0x12_3000n, 0x1234n]);
  assert.deepEqual(
    [page.get8('PENDING_DB'), page.get32('PENDING_DR6')],
    [1, BS],
    'the step over VMRUN is due',
  );
  assert.equal(page.cpu.u64[(page.cpu.state('DR') >> 3) + DR7], 0x400n);
});

test('VMRUN loads the guest and #VMEXIT brings the host back', () => {
  const page = new VmcbPage();
  page.call('setFlags', 0x202n);
  page.set64('REGS', BigInt(page.pa));
  page.legal({
    tscOffset: 0x1000,
    intCtl: 0x0100_0005,
    intState: 1,
    cr2: 0x77,
    rflags: 0x8202,
    interceptMisc1: 1,
    gdtrBase: 0x8000_1234_5678n,
    gdtrLimit: 0xfff_ffff,
    dr6: 0,
  });
  page.call('runGuest', BigInt(page.pa));
  assert.deepEqual(
    [page.get8('IN_GUEST'), page.get8('GIF'), page.get8('SHADOW'), page.get8('HOST_IF')],
    [1, 1, 1, 1],
  );
  assert.deepEqual([page.get64('RIP'), page.get64('CR2'), page.get32('GUEST_ASID')], [0x40_0000n, 0x77n, 1]);
  page.set64('RIP', 0x40_0123n);
  page.set64('REGS', 0xabcn);
  page.set64('CR2', 0x88n);
  page.set8('APIC_INTR', 1);
  assert.equal(page.call('pendingEvent'), INTR, 'an intercepted interrupt ignores the shadow');
  assert.equal(page.call('takeEvents'), 1n);
  const expected: [VmcbKey, bigint][] = [
    ['exitCode', 0x60n],
    ['rip', 0x40_0123n],
    ['rax', 0xabcn],
    ['cr2', 0x88n],
    ['rflags', 0x202n],
    ['intState', 1n],
    ['intCtl', 0x0100_0005n],
    ['exitIntInfo', 0n],
    ['gdtrBase', 0xffff_8000_1234_5678n],
    ['gdtrLimit', 0xffffn],
    ['dr6', 0xffff_0ff0n],
    ['tscOffset', 0x1000n],
  ];
  for (const [key, value] of expected) assert.equal(page.vmcb(key), value, key);
  assert.deepEqual([page.get8('IN_GUEST'), page.get8('GIF'), page.get8('SHADOW')], [0, 0, 0]);
  assert.deepEqual(
    [page.get64('RIP'), page.get64('REGS'), page.call('getFlags')],
    [0x12_3000n, 0x5000n, 0x202n],
  );
  assert.deepEqual([page.get64('TSC_OFFSET'), page.get64('INT_CTL'), page.get64('CR2')], [0n, 0n, 0x88n]);
  assert.equal(page.call('pendingEvent'), NONE, 'GIF holds the interrupt off');
  page.set8('GIF', 1);
  assert.equal(page.call('pendingEvent'), INTR);
});

const LBR_STATE = ['DEBUGCTL', 'LBR_FROM', 'LBR_TO', 'LASTEXC_FROM', 'LASTEXC_TO'];
const LBR_FIELDS = ['dbgCtl', 'brFrom', 'brTo', 'lastExcpFrom', 'lastExcpTo'] as const;
const LBRV = 385;

/** The last-branch registers in the guest, in the host after it, and in the VMCB then. */
function lastBranches(feature: boolean, miscCtl2: number): bigint[][] {
  const page = new VmcbPage();
  page.call('setFeature', LBRV, feature);
  page.legal({ miscCtl2, dbgCtl: 0x41, brFrom: 12, brTo: 13, lastExcpFrom: 14, lastExcpTo: 15 });
  const live = (): bigint[] => LBR_STATE.map((name) => page.get64(name));
  LBR_STATE.forEach((name, n) => page.set64(name, BigInt(n)));
  page.call('runGuest', BigInt(page.pa));
  const inGuest = live();
  page.set64('LBR_FROM', 99n);
  page.call('vmexit', 0x81n, 0n, 0n);
  return [inGuest, live(), LBR_FIELDS.map((key) => page.vmcb(key))];
}

test('LBR virtualization gives the guest last-branch registers of its own', () => {
  const shared = [
    [0n, 1n, 2n, 3n, 4n],
    [0n, 99n, 2n, 3n, 4n],
    [0x41n, 12n, 13n, 14n, 15n],
  ];
  assert.deepEqual(lastBranches(true, 0), shared, 'not asked for');
  assert.deepEqual(lastBranches(false, 1), shared, 'not there');
  assert.deepEqual(lastBranches(true, 1), [
    [1n, 12n, 13n, 14n, 15n],
    [0n, 1n, 2n, 3n, 4n],
    [1n, 99n, 13n, 14n, 15n],
  ]);
});

test('an event under delivery becomes EXITINTINFO', () => {
  const page = new VmcbPage();
  page.legal({ miscCtl: 1, eventInj: 0x8000_030d, nRip: 9 });
  page.call('runGuest', BigInt(page.pa));
  assert.equal(page.get8('EVENT_INJECTED'), 1);
  page.set64('G_PAT', 0x606n);
  page.set32('DELIVER_KIND', 0x8000_0b0e);
  page.set32('DELIVER_ERROR', 7);
  page.call('vmexit', 0x400n, 0x1_0000_0004n, 0x1234n);
  const found = (['exitIntInfo', 'exitIntInfoErr', 'exitInfo2', 'eventInj', 'nRip', 'gPat'] as const).map(
    (key) => page.vmcb(key),
  );
  assert.deepEqual(found, [0x8000_0b0en, 7n, 0x1234n, 0n, 0n, 0x606n]);
  assert.deepEqual([page.get32('DELIVER_KIND'), page.get8('EVENT_INJECTED')], [0, 0]);
});

test('virtual interrupts obey priority, IF and the shadow', () => {
  const page = new VmcbPage();
  const control = (v: bigint): bigint => {
    page.set64('INT_CTL', (0x33n << 32n) | 0x0100_0100n | v);
    return page.call('pendingEvent');
  };
  page.legal({ intCtl: 0x0104_0105, intVector: 0x33, rflags: 0x202, interceptMisc1: 0x10 });
  page.call('runGuest', BigInt(page.pa));
  assert.equal(page.call('pendingEvent'), NONE);
  assert.equal(control(0x4_0004n), NONE);
  assert.equal(control(0x4_0003n), VINTR);
  assert.equal(control(0x14_000fn), VINTR, 'V_IGN_TPR');
  page.call('setFlags', 2n);
  assert.equal(page.call('pendingEvent'), NONE);
  page.call('setFlags', 0x202n);
  page.set8('SHADOW', 1);
  assert.equal(page.call('pendingEvent'), NONE);
  page.set8('SHADOW', 0);
  page.call('takeEvents');
  assert.equal(page.vmcb('exitCode'), 0x64n);
  assert.equal(page.vmcb('intCtl') & 0x1ffn, 0x10fn, 'V_IRQ is still there');
});

test('V_INTR_MASKING makes the host decide on physical interrupts', () => {
  const page = new VmcbPage();
  for (const [masking, hostIf, guestIf, taken] of [
    [0, 1, 0, NONE],
    [0, 0, 1, INTR],
    [1, 1, 0, INTR],
    [1, 0, 1, NONE],
  ] as const) {
    page.legal({ intCtl: masking * 0x100_0000, rflags: guestIf * 0x200, interceptMisc1: 1 });
    page.call('setFlags', BigInt(hostIf * 0x200));
    page.call('runGuest', BigInt(page.pa));
    page.set8('APIC_INTR', 1);
    assert.equal(page.call('pendingEvent'), taken, `masking ${masking} host ${hostIf} guest ${guestIf}`);
    page.set8('PENDING_NMI', 1);
    assert.equal(page.call('pendingEvent'), NMI);
    page.set8('PENDING_NMI', 0);
    page.call('vmexit', 0x81n, 0n, 0n);
  }
});

test('the L0 enters and is told of exits', () => {
  const page = new VmcbPage();
  page.set64('VMCB_PA', BigInt(page.pa));
  page.legal({ guestAsid: 0 });
  assert.equal(page.call('vmEnter', 1, 1), 0n);
  assert.deepEqual([page.get8('STOP_KIND'), page.vmcb('exitCode')], [RETURN_VMEXIT, INVALID]);
  page.set8('STOP_KIND', 0);
  page.legal({ miscCtl: 1, nCr3: 0x3000 });
  assert.equal(page.call('vmEnter', 1, 0), 1n);
  assert.deepEqual([page.get8('GIF'), page.get8('NPT_ON'), page.get64('NCR3')], [0, 1, 0x3000n]);
  page.set64('RIP', 0x9999n);
  page.call('vmexit', 0x81n, 0n, 0n);
  assert.equal(page.vmcb('rip'), 0x9999n);
  assert.deepEqual(
    [page.vmcb('exitCode'), page.get8('STOP_KIND'), page.get64('RIP')],
    [0x81n, RETURN_VMEXIT, 0x9999n],
  );
});

test('real mode and virtual-8086 mode decide the privilege level', () => {
  const page = new VmcbPage();
  page.set64('VMCB_PA', BigInt(page.pa));
  const level = (fields: Parameters<VmcbPage['legal']>[0]): number => {
    page.legal({ csAttrib: 0x9b, ...fields });
    assert.equal(page.call('vmEnter', 1, 1), 1n);
    const cpl = page.get8('CPL');
    page.call('vmexit', 0x81n, 0n, 0n);
    return cpl;
  };
  assert.equal(level({ efer: 0x1000, cr0: 0x8000_0010, cr4: 0, cpl: 3 }), 0, 'paged real mode');
  assert.equal(level({ efer: 0x1000, cr0: 0x11, rflags: 0x2_0002, cpl: 0 }), 3);
  assert.equal(level({ efer: 0x1000, cr0: 0x11, cpl: 2 }), 2);
});

test('VMLOAD and VMSAVE move their state and make bases canonical', () => {
  const page = new VmcbPage();
  page.legal({
    fsBase: 0x8000_0000_0000n,
    trSelector: 0x40,
    star: 5,
    kernelGsBase: 0x8000_0000_0001n,
    sysenterEip: 0x1_2345_6789n,
  });
  page.call('vmload', page.pa);
  page.legal();
  page.call('vmsave', page.pa);
  const found = (['fsBase', 'trSelector', 'star', 'kernelGsBase', 'sysenterEip'] as const).map((key) =>
    page.vmcb(key),
  );
  assert.deepEqual(found, [0xffff_8000_0000_0000n, 0x40n, 5n, 0xffff_8000_0000_0001n, 0x2345_6789n]);
});

test('permission maps', () => {
  const page = new VmcbPage();
  page.legal({ interceptMisc1: 0x1800_0000 });
  page.call('runGuest', BigInt(page.pa));
  const set = (pa: number, byte: number): void => {
    page.cpu.u8[page.cpu.hostAddress(pa)] = byte;
  };
  set(0xc000 + 0x800 + (0x80 * 2) / 8, 2);
  set(0x8000 + 0x3f8 / 8, 0x10);
  set(0x8000 + 0x2000, 1);
  const msr = (index: number, write: boolean): bigint => page.call('msrIntercepted', index, write);
  const port = (n: number, size: number): bigint => page.call('ioIntercepted', n, size);
  assert.deepEqual([msr(0xc000_0080, true), msr(0xc000_0080, false), msr(0xc001_0117, true)], [1n, 0n, 0n]);
  assert.deepEqual([msr(0x4000_0000, false), msr(0xc001_2000, false), msr(0x2000, true)], [1n, 1n, 1n]);
  assert.deepEqual([port(0x3f8, 4), port(0x3f9, 4), port(0xffff, 2), port(0xffff, 1)], [0n, 1n, 1n, 0n]);
  page.call('vmexit', 0x81n, 0n, 0n);
  assert.equal(msr(0x4000_0000, false), 0n, 'the host has no map');
});

test('INIT resets, and only the boot processor goes on by itself', () => {
  const page = new VmcbPage();
  page.set64('XCR0', 7n);
  page.set8('PENDING_INIT', 1);
  assert.equal(page.call('pendingEvent'), INIT);
  page.call('takeEvents');
  assert.deepEqual([page.get64('RIP'), page.get64('XCR0'), page.get8('WAIT_SIPI')], [0xfff0n, 7n, 0]);
  page.set32('VCPU', 1);
  page.set8('PENDING_INIT', 1);
  page.call('takeEvents');
  assert.equal(page.get8('WAIT_SIPI'), 1);
  assert.equal(page.call('pendingEvent'), NONE);
  page.set8('PENDING_SIPI', 1);
  page.set8('SIPI_VECTOR', 0x9a);
  assert.equal(page.call('pendingEvent'), START);
  page.call('takeEvents');
  assert.equal(page.cpu.u64[(page.cpu.state('SEGS') + 24) >> 3], 0x9a000n);
});
