import { OPCODE_FAMILIES } from '../spec/opcodes/index.js';
import { generateOpcodes } from './genOpcodes.js';

/**
 * Names of the handlers, and which of them the dispatch loop holds inline. V8 slows down on functions much larger than 300 cases,
 * so the list is a choice: the forms compilers emit in 64-bit code.
 */
export interface HandlerChoice {
  names: string[];
  hot(name: string): boolean;
}

const HOT = [
  /^(goto|next_page|fsgs_micro)$/,
  /^(add|sub|and|or|xor)_(rs|rm)_(32|64)(_nf)?$/,
  /^(add|sub|and|or|xor)_ms_(32|64)$/,
  /^(adc|sbb)_rs_64$/,
  /^sbb_rs_(32|64)_nf$/,
  /^(or|and)_rs_8_nf$/,
  /^or_ms_32_nf$/,
  /^not_(32|64)$/,
  /^set(z|nz)_8$/,
  /^cmp_(rs|rm|ms)_(8|32|64)$/,
  /^test_rs_(8|16|32|64)$/,
  /^test_ms_8$/,
  /^cmp_rs_(32|64)_j(2|3|4|5|6|7|12|13|14|15)$/,
  /^cmp_rs_8_j(4|5|6|7)$/,
  /^test_rs_(8|32|64)_j(4|5|8|9|14|15)$/,
  /^dec_rs_(32|64)_j5$/,
  /^(inc|dec)_rs_(32|64)(_nf)?$/,
  /^mov_(rs|rm|ms)_(32|64)$/,
  /^mov_(rm|ms)_8$/,
  /^lea_(32|64)$/,
  /^mov(zx|sx)(8|16)_(rs|rm)_(32|64)$/,
  /^movsxd_(rs|rm)_64$/,
  /^(push|pop)_rs_64$/,
  /^(call|calle_rs|ret|jmpe_rs|jmpe_ms)_64$/,
  /^leave_64$/,
  /^jmp$/,
  /^j(b|nb|z|nz|be|nbe|s|ns|l|nl|le|nle)$/,
  /^(shl|shr|sar|rol|ror)_rs_(32|64)(_nf)?$/,
  /^(shl|shr|sar)1_rs_(32|64)(_nf)?$/,
  /^(shl|shr)cl_64$/,
  /^imulImm_rs_(32|64)(_nf)?$/,
  /^dec_rs_(32|64)_j4$/,
  /^cdqe_64$|^cbw_64$/,
  /^imul2?_(rs|rm)_(32|64)(_nf)?$/,
  /^cmov(z|nz|b|nb)_rs_64$/,
  /^xchg_64$/,
];

export function hotHandlers(): HandlerChoice {
  const { names } = generateOpcodes(OPCODE_FAMILIES);
  return { names, hot: (name) => HOT.some((pattern) => pattern.test(name)) };
}
