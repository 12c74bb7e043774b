import assert from 'node:assert/strict';
import test from 'node:test';
import { VmcbPage } from '../../tests/vmcbPage.js';

const [NONE, NMI, INTR, VINTR, VNMI] = [0n, 4n, 5n, 6n, 7n];
const [PENDING, MASK, ENABLE] = [0x800, 0x1000, 0x400_0000];
const [GIF, GIF_ENABLE] = [0x200, 0x200_0000];
const INTERCEPT_NMI = 2;
const VNMI_FEATURE = 409;

function entered(intCtl: number, fields: Parameters<VmcbPage['legal']>[0] = {}): VmcbPage {
  const page = new VmcbPage();
  page.legal({ intCtl, interceptMisc1: INTERCEPT_NMI, ...fields });
  page.call('runGuest', BigInt(page.pa));
  return page;
}
const exitIntCtl = (page: VmcbPage): bigint => {
  page.call('vmexit', 0x81n, 0n, 0n);
  return page.vmcb('intCtl');
};

test('a virtual NMI is due when it is pending, on, not masked, and neither the shadow nor the virtual GIF is in its way', () => {
  const due: readonly (readonly [intCtl: number, event: bigint])[] = [
    [ENABLE | PENDING, VNMI],
    [ENABLE, NONE],
    [PENDING, NONE],
    [ENABLE | PENDING | MASK, NONE],
    [ENABLE | PENDING | GIF_ENABLE, NONE],
    [ENABLE | PENDING | GIF_ENABLE | GIF, VNMI],
  ];
  for (const [intCtl, event] of due) assert.equal(entered(intCtl).call('pendingEvent'), event, intCtl.toString(16));
  assert.equal(entered(ENABLE | PENDING, { intState: 1 }).call('pendingEvent'), NONE);
  assert.equal(entered(ENABLE | PENDING, { rflags: 2 }).call('pendingEvent'), VNMI, 'IF does not matter');
});

test('it comes after physical events and before a virtual interrupt', () => {
  const page = entered(ENABLE | PENDING | 0x11_0100, { rflags: 0x202, intVector: 0x40 });
  assert.equal(page.call('pendingEvent'), VNMI);
  page.set8('APIC_INTR', 1);
  assert.equal(page.call('pendingEvent'), INTR);
  page.set8('PENDING_NMI', 1);
  assert.equal(page.call('pendingEvent'), NMI);
  page.set8('PENDING_NMI', 0);
  page.set8('APIC_INTR', 0);
  page.set64('INT_CTL', page.get64('INT_CTL') & ~BigInt(PENDING));
  assert.equal(page.call('pendingEvent'), VINTR);
});

test('taking it masks further ones, and leaves the physical mask alone', () => {
  const page = entered(ENABLE | PENDING);
  page.set8('HALTED', 1);
  // There is no interrupt table: the delivery faults, with the NMI under way.
  page.fault('takeEvents');
  assert.equal(page.get32('DELIVER_KIND'), 0x8000_0202);
  assert.deepEqual([page.get8('HALTED'), page.get8('NMI_BLOCKED')], [0, 0]);
  assert.equal(page.get64('INT_CTL'), BigInt(ENABLE | MASK));
  assert.equal(exitIntCtl(page), BigInt(ENABLE), 'not yet taken, for the hypervisor');
  assert.equal(page.vmcb('exitIntInfo'), 0x8000_0202n);
});

test('an injected NMI masks virtual ones, and only those', () => {
  assert.equal(exitIntCtl(entered(ENABLE, { eventInj: 0x8000_0202 })), BigInt(ENABLE | MASK));
  assert.equal(exitIntCtl(entered(ENABLE, { eventInj: 0x8000_0030 })), BigInt(ENABLE), 'an interrupt');
  assert.equal(exitIntCtl(entered(ENABLE, { eventInj: 0x202 })), BigInt(ENABLE), 'not valid');
  assert.equal(exitIntCtl(entered(0, { eventInj: 0x8000_0202 })), 0n, 'not virtual');
});

test('without the feature the bits mean nothing and stay as they are', () => {
  const page = new VmcbPage();
  page.call('setFeature', VNMI_FEATURE, false);
  page.legal({ intCtl: ENABLE | PENDING, eventInj: 0x8000_0202 });
  page.call('runGuest', BigInt(page.pa));
  assert.equal(page.call('pendingEvent'), NONE);
  assert.equal(exitIntCtl(page), BigInt(ENABLE | PENDING));
});
