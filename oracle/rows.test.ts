import assert from 'node:assert/strict';
import test from 'node:test';
import { OPCODE_FAMILIES } from '../spec/opcodes/index.js';
import { generateCase } from './generate.js';
import { RECORD, VECTOR } from './layout.js';
import { NOT_RUN, ORACLE_ROWS, notRun } from './rows.js';
import { OracleSilicon } from './silicon.js';

/** Undefined for a user's program, or by definition. */
const ALWAYS_UNDEFINED = /^(ud[012]|rsm|clac|stac)$/;
const ATTEMPTS = 200;

test('every row of the opcode tables is run by the oracle, or listed with the reason', () => {
  const silicon = new OracleSilicon('fast');
  const given = Buffer.alloc(RECORD.SIZE);
  const outcome = Buffer.alloc(RECORD.SIZE);
  const view = new DataView(given.buffer, given.byteOffset, RECORD.SIZE);
  const run = new Set(ORACLE_ROWS.map(({ row }) => row));
  for (const row of OPCODE_FAMILIES.flatMap(({ rows }) => rows))
    assert.notEqual(run.has(row), notRun(row) !== undefined, row.enc);
  for (const from of ORACLE_ROWS) {
    if (ALWAYS_UNDEFINED.test(from.row.name)) continue;
    const decoded = Array.from({ length: ATTEMPTS }, (_, seed) => seed).some((seed) => {
      generateCase(from, seed, view);
      silicon.run(given, outcome, 0);
      return outcome.readUInt32LE(RECORD.VECTOR) !== VECTOR.UD;
    });
    assert.ok(decoded, `${from.row.name} ${from.row.enc} is never decoded`);
  }
});

test('a row that is not run is a row', () => {
  const names = OPCODE_FAMILIES.flatMap(({ rows }) => rows.map(({ name }) => name));
  for (const { rows } of NOT_RUN)
    assert.ok(
      names.some((name) => rows.test(name)),
      rows.source,
    );
});
