import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import test from 'node:test';
import { Code, CodeExt, Mnemonic } from 'iced-x86';
import { INTERCEPT_CASES } from './interceptCases.js';
import { ROOT } from './sourceFiles.js';
import { SHOWN_ELSEWHERE, SVM_EXIT_GAPS } from './svmExitGaps.js';

/** Mnemonics of every instruction form that an independent table says may cause #VMEXIT. */
const exiting = new Set(
  Object.values(Code)
    .filter((code): code is Code => typeof code === 'number')
    .map((code) => CodeExt.opCode(code))
    .filter((info) => info.isInstruction && (info.amdMayVmExit || info.amdVmExit))
    .map((info) => Mnemonic[info.mnemonic]),
);
const shown = new Set([
  ...INTERCEPT_CASES.flatMap(({ mnemonics }) => mnemonics),
  ...Object.keys(SHOWN_ELSEWHERE),
]);
const gaps = new Set(SVM_EXIT_GAPS.flatMap(({ mnemonics }) => mnemonics));

test('every instruction that may cause #VMEXIT is shown to do so, or is a gap with a reason', () => {
  assert.ok(exiting.size > 60);
  assert.deepEqual(
    [...exiting].filter((name) => !shown.has(name) && !gaps.has(name)),
    [],
  );
});
test('no gap is shown, and none is made up', () => {
  assert.deepEqual(
    [...gaps].filter((name) => shown.has(name) || !exiting.has(name)),
    [],
  );
  for (const path of Object.values(SHOWN_ELSEWHERE)) assert.ok(existsSync(new URL(path, ROOT)), path);
});
