import assert from 'node:assert/strict';
import test from 'node:test';
import { differences } from '../../fuzz/differences.js';
import { PAGE, PLACE } from '../../fuzz/place.js';
import type { Twin } from '../../fuzz/twin.js';
import { CODE } from '../../tests/play.js';
import { makeTwin, twins } from '../../tests/twins.js';
import { L1Memory } from '../l1Memory.js';
import { PrivateMemory } from '../privateMemory.js';
import { nestedMode } from './npt12.js';
import { Shadows, type Shadow } from './shadows.js';

const { vmrun, vmmcall, hlt } = CODE;
const [RBX, RDI] = [3, 7];
/** L1 has L2 begin anew: MOV qword [RSI + the offset of RIP], its code. */
const AGAIN = '48c78678050000 00100100';
/** RBX = RBX << 8 | [RDI]. */
const LOOK = `48c1e308 480b1f ${vmmcall}`;
const RIGHTS = 7;
const LARGE = 0x80;
const LARGE_PAGE = 0x20_0000;
/** RAM for tables of the tests. */
const TABLES = 0xa_0000;
/** A page of L2's, and pages of L1's that it can be. */
const SEEN = 0x18_0000;
const PAGES = 0x18_1000;
/** Where a device has tables, above all RAM. */
const DEVICE = 0x8000_0000;

/** Runs L1 on both machines until it halts; they are alike then. */
function run(prepare: (twin: Twin) => void, most = 100_000): readonly [bare: Twin, nested: Twin] {
  const both = twins();
  for (const twin of both) {
    twin.vmcb12({ miscCtl: 1 });
    twin.set('REGS', SEEN, RDI);
    prepare(twin);
    twin.run(most);
  }
  const [bare, nested] = both;
  assert.equal(bare.cpu.u8[bare.cpu.state('HALTED')], 1);
  assert.deepEqual(differences(bare, nested), []);
  return [bare, nested];
}

/** Nested tables of their own from `at` on: root, then down to a table of small pages, like the first but for one page. */
function writeTables(twin: Twin, at: number, page: number): void {
  twin.write64(at, at + PAGE + RIGHTS);
  twin.write64(at + PAGE, at + 2 * PAGE + RIGHTS);
  twin.write64(at + 2 * PAGE, at + 3 * PAGE + RIGHTS);
  twin.write(at + 3 * PAGE, twin.cpu.readPhysical(PLACE.npt12 + 3 * PAGE, PAGE));
  twin.write64(at + 3 * PAGE + 8 * (SEEN / PAGE), page + RIGHTS);
}

/** What L2 finds on the page it looks at. */
function writePages(twin: Twin): void {
  twin.write64(PAGES, 0x11);
  twin.write64(PAGES + PAGE, 0x22);
  twin.set('REGS', 0, RBX);
  twin.write(PLACE.l2Code, LOOK);
}

test('an L1 with more nested tables than are kept apart', () => {
  const COUNT = 40;
  const rootOf = (n: number): number => TABLES + n * 4 * PAGE;
  const pageOf = (n: number): number => PAGES + n * PAGE;
  const [bare, nested] = run((twin) => {
    for (let n = 0; n < COUNT; n++) writeTables(twin, rootOf(n), pageOf(n));
    // Three times: RCX = 40; RBX = the first root; next: nCR3 = RBX; VMRUN; RBX += 4 pages; until RCX is 0.
    const all = `b928000000 bb00000a00 48899eb0000000 ${AGAIN} ${vmrun} 4881c300400000 ffc9 75e0`;
    twin.write(PLACE.l1Code, `${all} ${all} ${all} ${hlt}`);
    // INC dword [RDI].
    twin.write(PLACE.l2Code, `ff07 ${vmmcall}`);
  });
  for (let n = 0; n < COUNT; n++) assert.equal(bare.read64(pageOf(n)), 3n, `table ${n}`);
  const { shadows } = nested.l0!.save().shadows;
  assert.ok(shadows.length <= 32, `${shadows.length} are kept`);
});

test('what has been made of tables in a device is not good for another VMRUN', () => {
  const [bare] = run((twin) => {
    writePages(twin);
    let target = PAGES;
    // The table of small pages is a device's, which changes its mind between the two VMRUNs.
    twin.write64(PLACE.npt12 + 2 * PAGE, DEVICE + RIGHTS);
    twin.cpu.bus.mmioRead = (address) => {
      if (address % 8 !== 0) return 0;
      const page = ((address - DEVICE) / 8) * PAGE;
      return (page === SEEN ? target : page) + RIGHTS;
    };
    twin.cpu.bus.portWrite = () => void (target = PAGES + PAGE);
    twin.write(PLACE.l1Code, `${vmrun} ${AGAIN} e680 ${vmrun} ${hlt}`);
  });
  assert.equal(bare.get('REGS', RBX), 0x1122n);
});

test('more writes to tables at once than anybody keeps count of', () => {
  const [bare] = run((twin) => {
    writePages(twin);
    const table = PLACE.npt12 + 3 * PAGE;
    twin.write64(table + 8 * (SEEN / PAGE), PAGES + RIGHTS);
    // The whole table as it is to be.
    twin.write(TABLES, twin.cpu.readPhysical(table, PAGE));
    twin.write64(TABLES + 8 * (SEEN / PAGE), PAGES + PAGE + RIGHTS);
    // From TABLES to the table, entry by entry; all registers are kept.
    const copy = `50 56 57 be00000a00 bf00700000 b900020000 488b06 488907 4883c608 4883c708 ffc9 75ee 5f 5e 58`;
    twin.write(PLACE.l1Code, `${vmrun} ${AGAIN} ${copy} ${vmrun} ${hlt}`);
  });
  assert.equal(bare.get('REGS', RBX), 0x1122n);
});

test('one table in very many places', () => {
  const PLACES = 100;
  const [bare] = run((twin) => {
    writePages(twin);
    const [linear, npt, table] = [PLACE.tables + 2 * PAGE, PLACE.npt12 + 2 * PAGE, PLACE.npt12 + 3 * PAGE];
    for (let n = 0; n < 512; n++) twin.write64(linear + 8 * n, n * LARGE_PAGE + LARGE + RIGHTS);
    for (let n = 1; n <= PLACES; n++) twin.write64(npt + 8 * n, table + RIGHTS);
    twin.write64(table + 8 * (SEEN / PAGE), PAGES + RIGHTS);
    // Another page in the entry of SEEN.
    twin.write(PLACE.l1Code, `${vmrun} ${AGAIN} 48c70425007c0000 07201800 ${vmrun} ${hlt}`);
    // RCX = 100; next: RDI += 2 MiB; RBX += [RDI]; until RCX is 0; RDI = SEEN.
    twin.write(PLACE.l2Code, `b964000000 4881c700002000 48031f ffc9 75f2 bf00001800 ${vmmcall}`);
  });
  assert.equal(bare.get('REGS', RBX), BigInt(PLACES * (0x11 + 0x22)));
});

test('a page that is a table no more, and then is one again', () => {
  const [bare, nested] = run((twin) => {
    writePages(twin);
    twin.write64(PLACE.npt12 + 2 * PAGE + 8, TABLES + RIGHTS);
    twin.write64(TABLES, PAGES + RIGHTS);
    twin.set('REGS', LARGE_PAGE, RDI);
    // 40 times MOV qword [TABLES], another page.
    const writes = `b928000000 48c7042500000a00 07201800 ffc9 75f0`;
    twin.write(PLACE.l1Code, `${vmrun} ${AGAIN} ${writes} ${vmrun} ${AGAIN} ${vmrun} ${hlt}`);
  });
  assert.equal(bare.get('REGS', RBX), 0x11_2222n);
  const { pages } = nested.l0!.save().shadows;
  assert.ok(pages.some(({ page }) => page === TABLES / PAGE));
});

test('when the private memory runs out, everything is built anew', () => {
  const PRIVATE = 300 * PAGE;
  const { cpu } = makeTwin('nested');
  const hidden = new PrivateMemory(cpu, 0x3_c080_0000, PRIVATE);
  const used = new Set<Shadow>();
  const shadows = new Shadows(cpu, hidden, new L1Memory(cpu, hidden), 48, (shadow) => used.has(shadow));
  const mode = nestedMode(0x620, 0xd01, false);
  const first = shadows.of(TABLES, mode);
  for (let n = 0; n < 20; n++) first.table.map(n * 2 ** 39, 0, 12, RIGHTS, 0);
  assert.ok(hidden.left < 256);
  assert.equal(shadows.of(TABLES, mode), first);
  assert.equal(hidden.left, 299);
  // The oldest make room, but not the one that somebody runs on.
  used.add(first);
  const [second, ...rest] = Array.from({ length: 31 }, (_, n) => shadows.of(TABLES + (n + 1) * PAGE, mode));
  assert.equal(shadows.of(TABLES + PAGE, mode), second);
  assert.equal(rest.length, 30);
  shadows.of(TABLES + 50 * PAGE, mode);
  assert.equal(shadows.save().shadows.length, 2);
  assert.equal(shadows.of(TABLES, mode), first);
});
