import { aluFamily } from './alu.js';
import { atomicFamily } from './atomic.js';
import { avxFamilies } from './avx.js';
import { bcdFamily } from './bcd.js';
import { bitsFamily } from './bits.js';
import { bmiFamily } from './bmi.js';
import { branchFamily } from './branch.js';
import { convertFamily } from './convert.js';
import { extensionFamilies } from './extensions.js';
import {
  descriptorQueriesFamily,
  descriptorTablesFamily,
  farControlFamily,
  farReturnFamily,
  interruptFamily,
  segmentMovesFamily,
} from './far.js';
import { fieldFamilies } from './fields.js';
import { ioFamily } from './io.js';
import { moveFamily } from './move.js';
import { muldivFamily } from './muldiv.js';
import type { OpFamily } from './row.js';
import { shiftFamily } from './shift.js';
import { sseFamilies } from './sse.js';
import { stackFamily } from './stack.js';
import { stringFamily } from './string.js';
import { svmFamily } from './svm.js';
import { syscallFamily } from './syscall.js';
import { systemFamilies } from './system.js';
import { x87Families } from './x87.js';

/** Every instruction the processor has. */
export const OPCODE_FAMILIES: readonly OpFamily[] = [
  aluFamily,
  moveFamily,
  stackFamily,
  branchFamily,
  shiftFamily,
  muldivFamily,
  bitsFamily,
  stringFamily,
  bcdFamily,
  atomicFamily,
  bmiFamily,
  convertFamily,
  segmentMovesFamily,
  descriptorTablesFamily,
  descriptorQueriesFamily,
  farControlFamily,
  farReturnFamily,
  interruptFamily,
  syscallFamily,
  ...systemFamilies,
  ioFamily,
  svmFamily,
  ...x87Families,
  ...sseFamilies,
  ...extensionFamilies,
  ...fieldFamilies,
  ...avxFamilies,
];
