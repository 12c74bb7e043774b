import assert from 'node:assert/strict';
import test from 'node:test';
import { PAGE, PLACE } from '../fuzz/place.js';
import { CaseTables } from '../tests/nestedPagingCase.js';
import { makeTwin } from '../tests/twins.js';
import { lookUp } from './guestPaging.js';
import { AT, type Vmcb } from './vmcb.js';

const RIGHTS = 7;
const TABLES = 0xa_0000;
const LINEAR = 0x8040_0000;
const MODES = [
  ['long', { cr4: 0x20, efer: 0x500 }, [12, 21, 30]],
  ['la57', { cr4: 0x1020, efer: 0x500 }, [12, 21, 30]],
  ['pae', { cr4: 0x20, efer: 0 }, [12, 21]],
  ['narrow', { cr4: 0x10, efer: 0 }, [12, 22]],
] as const;

for (const [mode, { cr4, efer }, shifts] of MODES)
  for (const shift of shifts)
    for (const nested of [false, true])
      test(`a byte in a page of 2^${shift} bytes, ${mode} paging${nested ? ' under nested paging' : ''}`, () => {
        const twin = makeTwin('nested');
        twin.takeOver();
        const l0 = twin.l0!;
        const vcpu = l0.vcpu(0);
        let next = TABLES;
        const tables = new CaseTables(twin, mode, () => (next += PAGE) - PAGE);
        const [first, pa] = shift === 30 ? [0x8000_0000, 0] : [LINEAR, 0x40_0000];
        tables.map(first, pa, shift, RIGHTS);
        const set = (vmcb: Vmcb, root: number): void => {
          vmcb.setLong(AT.cr0, 0x8000_0001n);
          vmcb.setLong(AT.cr3, BigInt(root));
          vmcb.setLong(AT.cr4, BigInt(cr4));
          vmcb.setLong(AT.efer, BigInt(efer));
        };
        set(vcpu.vmcb01, tables.root);
        let expected = pa + 0x234;
        if (nested) {
          // The same tables once more, whose pages L1's translate: one to one, and what they lead to 4 MiB up.
          const npt = new CaseTables(twin, mode, () => (next += PAGE) - PAGE);
          for (let at = TABLES; at < TABLES + 16 * PAGE; at += PAGE) npt.map(at, at, 12, RIGHTS);
          npt.map(pa, 0x80_0000, 12, RIGHTS);
          set(vcpu.vmcb02, tables.root);
          vcpu.vmcb12.setLong(AT.nCr3, BigInt(npt.root));
          vcpu.inL2 = vcpu.nestedNpt = true;
          expected = 0x80_0234;
        }
        assert.equal(lookUp(l0, vcpu, BigInt(first + 0x234)), expected);
        assert.equal(lookUp(l0, vcpu, BigInt(first + 2 ** 30)), undefined, 'not mapped');
        if (!nested) return;
        vcpu.vmcb12.setLong(AT.nCr3, BigInt(PLACE.data));
        assert.equal(lookUp(l0, vcpu, BigInt(first + 0x234)), undefined, 'L1 maps no table of L2');
      });
