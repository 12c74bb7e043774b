import assert from 'node:assert/strict';
import test from 'node:test';
import { PLACE } from '../../fuzz/place.js';
import { makeTwin } from '../../tests/twins.js';

test('what the processor lacks is told by name, address and bytes', () => {
  const twin = makeTwin('bare', 'max,phys-bits=40');
  twin.cpu.bus.mmioRead = () => 0xffff_ffff;
  twin.vmcb12();
  twin.set('CR3', PLACE.tables);
  // VMRUN of a page outside RAM whose bytes, from the bus, make a legal VMCB.
  const page = new Uint8Array(twin.cpu.readPhysical(PLACE.vmcb12, 0x1000));
  const view = new DataView(page.buffer);
  twin.cpu.bus.mmioRead = (address, size) => {
    const at = address & 0xfff;
    return size === 4 ? view.getUint32(at, true) : size === 2 ? view.getUint16(at, true) : view.getUint8(at);
  };
  twin.set('REGS', 0x8000_0000);
  twin.write(PLACE.l1Code, '90 670f01d8 f4');
  twin.run(100);
  const { stopped } = twin.cpu;
  assert.equal(stopped?.kind, 'unimplemented');
  const { what } = stopped as { what: string };
  assert.equal(
    what.startsWith('VMRUN with a VMCB outside RAM (80000000h) at RIP 10001h, bytes '),
    true,
    what,
  );
  assert.match(what, /bytes 67 0f 01 d8\b/);
});
