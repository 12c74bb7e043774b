// One table of cases, a row for each rule and each thing the L0 does alone: cut in two it would be read twice.
import assert from 'node:assert/strict';
import test from 'node:test';
import { EXIT, exitOfLanes } from '../spec/exits.js';
import { INTERCEPT } from '../spec/intercepts.js';
import { PLACE } from '../fuzz/place.js';
import type { Fields, MachineKind, Twin } from '../fuzz/twin.js';
import { preparePagingCase } from '../tests/nestedPagingCase.js';
import { makeTwin } from '../tests/twins.js';
import type { ExitAccount } from './exitAccount.js';
import type { ExitRule } from './exitRule.js';

const NPT: Fields = { miscCtl: 1 };
const MISC1 = (name: keyof typeof INTERCEPT): number => (1 << INTERCEPT[name].bit) >>> 0;
const MISC2 = (name: keyof typeof INTERCEPT): number => 3 | (1 << INTERCEPT[name].bit);
/** An L2-physical page, spoilt in NPT12. */
const HOLE = 0x10_0000;
/** No memory is there. */
const NOWHERE = 0x8000_0000;
const entryOf = (gpa: number): number => PLACE.npt12 + 0x3000 + 8 * (gpa / 0x1000);
const hex32 = (value: number): string => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes.toString('hex');
};
const VMMCALL = '0f01d9';
const [NMI, INIT] = [4, 5];
/** VMRUN; HLT, which nobody intercepts. */
const ONCE = '0f01d8 f4';

interface Case {
  what: string;
  code: string;
  fields?: Fields;
  prepare?: (twin: Twin) => void;
  /** Delivery mode of a message that arrives while L2 runs. */
  message?: number;
  /** Exits of L2 but those for pages of code and stack: the code, whose rule decided, and what the L0 did. */
  nested: readonly string[];
  /** Those L1 sees on the processor; the nested ones where the L0 has no part. */
  bare?: readonly string[];
}

const CASES: readonly Case[] = [
  {
    what: 'an intercepted instruction',
    code: '0fa2',
    fields: { interceptMisc1: MISC1('cpuid') },
    nested: ['CPUID: L1 by CPUID'],
  },
  {
    what: 'an instruction that both intercept',
    code: '0f01da',
    fields: { interceptMisc2: MISC2('vmload'), rax: PLACE.data },
    nested: ['VMLOAD: L1 by VMLOAD, L0 by VMLOAD'],
    bare: ['VMLOAD: L1 by VMLOAD'],
  },
  {
    what: 'an instruction the L0 carries out',
    code: `0f01da ${VMMCALL}`,
    fields: { rax: PLACE.data },
    nested: ['VMLOAD: L0 by VMLOAD; emulated VMLOAD', 'VMMCALL: L1 by VMMCALL'],
    bare: ['VMMCALL: L1 by VMMCALL'],
  },
  {
    what: 'VMSAVE, which the L0 carries out as well',
    code: `0f01db ${VMMCALL}`,
    fields: { rax: PLACE.data },
    nested: ['VMSAVE: L0 by VMSAVE; emulated VMSAVE', 'VMMCALL: L1 by VMMCALL'],
    bare: ['VMMCALL: L1 by VMMCALL'],
  },
  {
    what: 'VMLOAD of an address that is none',
    code: '0f01da',
    fields: { rax: 1, interceptExceptions: 1 << 13 },
    nested: ['VMLOAD: L0 by VMLOAD; raised 13; made EXCP13: L1 by EXCEPTION_13'],
    bare: ['EXCP13: L1 by EXCEPTION_13'],
  },
  {
    what: 'an exception',
    code: '0f0b',
    fields: { interceptExceptions: 1 << 6 },
    nested: ['EXCP6: L1 by EXCEPTION_6'],
  },
  {
    what: 'an MSR of the map',
    code: 'b900000080 b99b000000 b974010000 0f32',
    fields: { interceptMisc1: MISC1('msrProt') },
    prepare: (twin) => twin.write(PLACE.msrpm + 0x5d, '01'),
    nested: ['MSR: L1 by the map, bit 0 of 2205dh'],
  },
  {
    what: 'an MSR outside the map',
    code: 'b900000040 0f32',
    fields: { interceptMisc1: MISC1('msrProt') },
    nested: ['MSR: L1 by the map, L0 by the map'],
    bare: ['MSR: L1 by the map'],
  },
  {
    what: 'an MSR the L0 keeps to itself',
    code: `b9800000c0 0f32 ${VMMCALL}`,
    nested: ['MSR: L0 by the map, bit 0; emulated RDMSR', 'VMMCALL: L1 by VMMCALL'],
    bare: ['VMMCALL: L1 by VMMCALL'],
  },
  {
    what: 'a port of the map',
    code: 'e460',
    fields: { interceptMisc1: MISC1('ioioProt') },
    prepare: (twin) => twin.write(PLACE.iopm + 0xc, '01'),
    nested: ['IOIO: L1 by the map, port 60h, bit 0 of 2400ch'],
  },
  {
    what: 'the second byte of a port',
    code: 'e55f',
    fields: { interceptMisc1: MISC1('ioioProt') },
    prepare: (twin) => twin.write(PLACE.iopm + 0xc, '01'),
    nested: ['IOIO: L1 by the map, port 5fh, bit 0 of 2400ch'],
  },
  {
    what: 'a port of a map without memory, which reads as ones',
    code: 'e460',
    fields: { interceptMisc1: MISC1('ioioProt'), iopmBasePa: NOWHERE },
    nested: ['IOIO: L1 by the map, port 60h, bit 0 of 8000000ch'],
  },
  {
    what: 'a page that NPT12 has',
    code: `a1${hex32(HOLE)}00000000 ${VMMCALL}`,
    fields: NPT,
    nested: ['NPF: L0 by NPT02 100000h; mapped 100000h to 100000h', 'VMMCALL: L1 by VMMCALL'],
    bare: ['VMMCALL: L1 by VMMCALL'],
  },
  {
    what: 'a page that NPT12 lacks',
    code: `a1${hex32(HOLE)}00000000`,
    fields: NPT,
    prepare: (twin) => twin.write64(entryOf(HOLE), 0),
    nested: ['NPF: L1 by nested tables at level 1 of 4, 0h, L0 by NPT02 100000h'],
    bare: ['NPF: L1 by nested tables at level 1 of 4, 0h'],
  },
  {
    what: 'a table that NPT12 lacks',
    code: `a1${hex32(0x20_0000)}00000000`,
    fields: NPT,
    prepare: (twin) => twin.write64(PLACE.npt12 + 0x2008, 0),
    nested: ['NPF: L1 by nested tables at level 2 of 4, 0h, L0 by NPT02 200000h'],
    bare: ['NPF: L1 by nested tables at level 2 of 4, 0h'],
  },
  {
    what: 'a table of NPT12 without memory, whose entries have reserved bits',
    code: `a1${hex32(0x20_0000)}00000000`,
    fields: NPT,
    prepare: (twin) => twin.write64(PLACE.npt12 + 0x2008, NOWHERE + 7),
    nested: ['NPF: L1 by nested tables at level 1 of 4, ffffffffffffffffh, L0 by NPT02 200000h'],
    bare: ['NPF: L1 by nested tables at level 1 of 4, ffffffffffffffffh'],
  },
  {
    what: 'a triple fault that L1 wants',
    code: '0f0b',
    fields: { idtrLimit: 0, interceptMisc1: MISC1('shutdown') },
    nested: ['SHUTDOWN: L1 by SHUTDOWN, L0 by SHUTDOWN'],
    bare: ['SHUTDOWN: L1 by SHUTDOWN'],
  },
  {
    what: 'a triple fault that L1 does not want',
    code: '0f0b',
    fields: { idtrLimit: 0 },
    nested: ['SHUTDOWN: L0 by SHUTDOWN; shut down L2'],
    bare: [],
  },
  {
    what: 'a virtual VMLOAD, which the processor can do, and L1 intercepts',
    code: '0f01da',
    fields: { ...NPT, miscCtl2: 2, rax: PLACE.data, interceptMisc2: MISC2('vmload') },
    nested: ['VMLOAD: L1 by VMLOAD'],
  },
  {
    what: 'a virtual VMLOAD that the processor cannot do',
    code: '0f01da',
    fields: { miscCtl2: 2, rax: PLACE.data },
    nested: ['VMLOAD: L1 for being virtual, L0 by VMLOAD'],
    bare: ['VMLOAD: L1 for being virtual'],
  },
  {
    what: 'a register that L1 has taken out of its map since VMRUN',
    code: `c60425${hex32(PLACE.msrpm + 0x5d)}00 b974010000 0f32 ${VMMCALL}`,
    fields: { interceptMisc1: MISC1('msrProt') },
    prepare: (twin) => twin.write(PLACE.msrpm + 0x5d, '01'),
    nested: ['MSR: ; mergedMsrpm', 'VMMCALL: L1 by VMMCALL'],
    bare: ['VMMCALL: L1 by VMMCALL'],
  },
  {
    what: 'STGI and CLGI that L1 does not intercept, which are the processor’s',
    code: `0f01dd 0f01dc ${VMMCALL}`,
    nested: ['VMMCALL: L1 by VMMCALL'],
  },
  {
    what: 'INVLPGA',
    code: `31c0 31c9 0f01df ${VMMCALL}`,
    nested: ['INVLPGA: L0 by INVLPGA; emulated INVLPGA', 'VMMCALL: L1 by VMMCALL'],
    bare: ['VMMCALL: L1 by VMMCALL'],
  },
  {
    what: 'INIT that L1 does not intercept',
    code: 'ebfe',
    message: INIT,
    nested: ['INIT: L0 by INIT; reset'],
    bare: [],
  },
  {
    what: 'INIT that becomes #SX',
    code: 'ebfe',
    message: INIT,
    fields: { interceptExceptions: 1 << 30 },
    prepare: (twin) => twin.set('VM_CR', 2),
    nested: ['INIT: L0 by INIT; raised 30; made EXCP30: L1 by EXCEPTION_30'],
    bare: ['EXCP30: L1 by EXCEPTION_30'],
  },
  {
    what: 'an NMI that L1 intercepts',
    code: 'ebfe',
    message: NMI,
    fields: { interceptMisc1: MISC1('nmi') },
    nested: ['NMI: L1 by NMI'],
  },
  {
    what: 'a broadcast, which no guest may make',
    code: '0f01fe',
    fields: { interceptExceptions: 1 << 6 },
    nested: ['INVLPGB: L0 by INVLPGB; raised 6; made EXCP6: L1 by EXCEPTION_6'],
    bare: ['EXCP6: L1 by EXCEPTION_6'],
  },
];

const hex = (n: number | bigint): string => `${n.toString(16)}h`;
function ruleText(rule: ExitRule | null): string {
  if (!rule) return 'nothing';
  switch (rule.kind) {
    case 'intercept':
      return `by ${rule.row.name}`;
    case 'msrMap':
      if (!rule.place) return 'by the map';
      return `by the map, bit ${rule.place.bit}${rule.place.address < 0x20_0000 ? ` of ${hex(rule.place.address)}` : ''}`;
    case 'ioMap':
      return `by the map, port ${hex(rule.port)}, bit ${rule.place.bit} of ${hex(rule.place.address)}`;
    case 'nestedTables': {
      const last = rule.trail[rule.trail.length - 1];
      return `by nested tables at level ${last.level} of ${rule.trail[0].level}, ${hex(last.value)}`;
    }
    case 'unfilled':
      return `by ${rule.table} ${hex(rule.gpa)}`;
    case 'virtualVmload':
      return 'for being virtual';
    case 'checks':
      return 'by the checks';
  }
}
function accountText({ exit, l1, l0, deeds, toL1 }: ExitAccount): string {
  const name = (of: { codeLow: number; codeHigh: number }): string =>
    exitOfLanes(of.codeLow, of.codeHigh)?.name.slice('VMEXIT_'.length) ?? '?';
  const done = deeds.map((deed) => {
    if (deed.kind === 'mapped') return `mapped ${hex(deed.gpa)} to ${hex(deed.pa)}`;
    if (deed.kind === 'emulated') return `emulated ${deed.what}`;
    if (deed.kind === 'raised') return `raised ${deed.vector}`;
    return deed.kind === 'shutDown' ? `shut down L${deed.level}` : deed.kind;
  });
  const made = toL1?.madeByL0 ? [`made ${name(toL1.exit)}: L1 ${ruleText(toL1.rule)}`] : [];
  const who = [l1 && `L1 ${ruleText(l1)}`, l0 && `L0 ${ruleText(l0)}`].filter(Boolean).join(', ');
  return [`${name(exit)}: ${who}`, ...done, ...made].join('; ');
}

/** Pages of L2's code, stack and tables are entered in NPT02 first: not what the cases are about. */
const isAbout = ({ level, exit, toL1 }: ExitAccount): boolean =>
  level === 2 && (exit.codeLow !== EXIT.npf.code || toL1 !== null || exit.info2 >= 0x10_0000n);

function accounts(kind: MachineKind, { code, fields, prepare, message }: Case): ExitAccount[] {
  const heard: ExitAccount[] = [];
  const twin = makeTwin(kind, 'max', { exitDone: (account) => heard.push(account) });
  twin.vmcb12({ interceptMisc2: 3, ...fields });
  twin.write(PLACE.l1Code, ONCE);
  twin.write(PLACE.l2Code, code);
  prepare?.(twin);
  twin.run(50);
  if (message !== undefined) {
    assert.ok(twin.inL2);
    twin.cpu.apicMessage({ destination: 0, logical: false, deliveryMode: message, vector: 0, level: true });
  }
  twin.run(1000);
  return heard;
}

for (const one of CASES) {
  test(`${one.what}: who had asked for the exit, and what the L0 did`, () => {
    const nested = accounts('nested', one).filter(isAbout).map(accountText);
    assert.deepEqual(nested, one.nested);
  });
  test(`${one.what}: why the processor exits`, () => {
    assert.deepEqual(accounts('bare', one).map(accountText), one.bare ?? one.nested);
  });
}

/** For each event whose delivery an exit has cut: whether it is delivered again. */
function deliveries(code: string, fields: Fields): readonly boolean[] {
  const heard = accounts('nested', { what: '', code, fields: { ...NPT, ...fields }, nested: [] });
  return heard
    .flatMap(({ deeds }) => deeds)
    .filter((deed) => deed.kind === 'delivery')
    .map(({ again }) => again);
}
test('an event that a fault in NPT02 has cut is delivered again, and an instruction that asks for one runs again', () => {
  const injected = deliveries(VMMCALL, { eventInj: 0x8000_0051 });
  assert.ok(injected.length > 0);
  assert.ok(injected.every((again) => again));
  const asked = deliveries(`90 cd51 ${VMMCALL}`, {});
  assert.ok(asked.length > 0);
  assert.ok(asked.every((again) => !again));
});

test('a single step that the L0 has carried out is owed its #DB', () => {
  const fields = { rax: PLACE.data, rflags: 0x102, interceptExceptions: 2 };
  const heard = accounts('nested', { what: '', code: '0f01da', fields, nested: [] });
  const [vmload] = heard.filter(({ level, exit }) => level === 2 && exit.codeLow === EXIT.vmload.code);
  assert.equal(vmload.dueTraps, 0x4000);
  assert.ok(vmload.after.debugTrap);
});

test('what was written for L1 is the difference between two copies of its VMCB', () => {
  for (const kind of ['bare', 'nested'] as const) {
    const [account] = accounts(kind, CASES[0]).filter(isAbout);
    const { before, after } = account.toL1!;
    const changed = [...after.keys()].filter((at) => before[at] !== after[at]);
    assert.ok(changed.includes(0x70), 'EXITCODE');
    assert.ok(!changed.some((at) => at < 0x60), 'no intercept and no map');
    assert.equal(account.decidedBy, kind === 'bare' ? 'processor' : 'L0');
  }
});

test('a VMRUN that fails is an exit of L1 with another one made of it', () => {
  const all = accounts('nested', { what: '', code: '', fields: { guestAsid: 0 }, nested: [] });
  const [account, ...rest] = all.filter(({ toL1 }) => toL1 !== null);
  assert.deepEqual(rest, []);
  assert.equal(account.level, 1);
  assert.deepEqual(account.toL1?.rule, { kind: 'checks' });
  assert.deepEqual(
    account.deeds.map(({ kind }) => kind),
    ['vmrunFailed'],
  );
});

/** What is heard of a program of L1's. */
function heardOf(kind: MachineKind, l1: string, prepare?: (twin: Twin) => void): ExitAccount[] {
  const heard: ExitAccount[] = [];
  const twin = makeTwin(kind, 'max', { exitDone: (account) => heard.push(account) });
  twin.vmcb12();
  twin.write(PLACE.l1Code, l1);
  prepare?.(twin);
  twin.run(1000);
  return heard;
}
test('a VMRUN that fails is told of alike, single step and all', () => {
  for (const flags of [2, 0x102]) {
    const [bare, nested] = (['bare', 'nested'] as const).map((kind) => {
      const l1 = `68${hex32(flags)} 9d 0f01d8 f4`;
      const [account] = heardOf(kind, l1, (twin) => twin.put({ guestAsid: 0 })).filter(({ toL1 }) => toL1);
      const { l1: rule, dueTraps, toL1, after } = account;
      return { rule, dueTraps, after: toL1!.after, toL1: toL1!.rule, trap: after.debugTrap };
    });
    assert.deepEqual([bare.toL1, nested.toL1], [{ kind: 'checks' }, { kind: 'checks' }]);
    assert.deepEqual(bare.after, nested.after);
    assert.deepEqual([bare.dueTraps, nested.dueTraps], flags === 2 ? [0, 0] : [0x4000, 0x4000]);
  }
});

test('the L0 carries out broadcasts of L1', () => {
  const deeds = heardOf('nested', '31c0 31c9 31d2 0f01fe 0f01ff f4').flatMap((account) =>
    account.deeds.map((deed) => (deed.kind === 'emulated' ? deed.what : deed.kind)),
  );
  assert.deepEqual(
    deeds.filter((deed) => deed !== 'mapped'),
    ['INVLPGB', 'TLBSYNC'],
  );
});

test('walks of nested tables are told of alike in every mode of L1', () => {
  const machine = { physBits: 40, gbPages: true };
  for (const mode of ['long', 'la57', 'pae', 'narrow'] as const) {
    let faults = 0;
    for (let seed = 1; seed <= 12; seed++) {
      const [bare, nested] = (['bare', 'nested'] as const).map((kind) => {
        const heard: ExitAccount[] = [];
        const observer = { exitDone: (account: ExitAccount) => heard.push(account) };
        const twin = makeTwin(kind, 'max,phys-bits=40', observer);
        if (preparePagingCase(twin, mode, 'off', machine, seed)) twin.run(1000);
        return heard.map(({ l1 }) => l1).filter((rule) => rule?.kind === 'nestedTables');
      });
      assert.deepEqual(nested, bare, `${mode}, seed ${seed}`);
      faults += bare.length;
    }
    assert.ok(faults > 0, mode);
  }
});

test('what L1 calls clean is not read again', () => {
  const heard: ExitAccount[] = [];
  const twin = makeTwin('nested', 'max', { exitDone: (account) => heard.push(account) });
  twin.vmcb12({ cleanBits: 0xffff_ffff });
  twin.write(PLACE.l1Code, `0f01d8 ${ONCE}`);
  twin.write(PLACE.l2Code, VMMCALL);
  twin.run(1000);
  const vmruns = heard.filter(({ deeds }) => deeds.some(({ kind }) => kind === 'entered'));
  assert.deepEqual(
    vmruns.map(({ deeds }) => deeds.map(({ kind }) => kind)),
    [['entered'], ['remembered', 'entered']],
  );
});
