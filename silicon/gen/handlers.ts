// Generated from spec/opcodes by `npm run gen`. Do not edit.

import { HANDLER_TABLE } from "./layout";
import { dst, imm, next } from "../record";
import * as lanes from "../fpu/laneOperand";
import * as exec_branch from "../exec/branch";
import * as decode_run from "../decode/run";
import * as system_segment from "../system/segment";
import * as svm_busLock from "../svm/busLock";
import * as exec_illegal from "../exec/illegal";
import * as exec_alu from "../exec/alu";
import * as system_segmentMoves from "../system/segmentMoves";
import * as exec_bcd from "../exec/bcd";
import * as exec_stack from "../exec/stack";
import * as exec_convert from "../exec/convert";
import * as system_descriptorQueries from "../system/descriptorQueries";
import * as exec_move from "../exec/move";
import * as exec_muldiv from "../exec/muldiv";
import * as system_io from "../system/io";
import * as exec_atomic from "../exec/atomic";
import * as system_idle from "../system/idle";
import * as system_farControl from "../system/farControl";
import * as fpu_state from "../fpu/state";
import * as system_flagControl from "../system/flagControl";
import * as exec_string from "../exec/string";
import * as exec_shift from "../exec/shift";
import * as system_farReturn from "../system/farReturn";
import * as system_interrupt from "../system/interrupt";
import * as fpu_x87Arithmetic from "../fpu/x87Arithmetic";
import * as fpu_x87Compare from "../fpu/x87Compare";
import * as fpu_x87Move from "../fpu/x87Move";
import * as fpu_environment from "../fpu/environment";
import * as fpu_x87Transcendental from "../fpu/x87Transcendental";
import * as fpu_x87Remainder from "../fpu/x87Remainder";
import * as fpu_x87Decimal from "../fpu/x87Decimal";
import * as system_descriptorTables from "../system/descriptorTables";
import * as system_controlMoves from "../system/controlMoves";
import * as system_tlbControl from "../system/tlbControl";
import * as system_monitor from "../system/monitor";
import * as svm_instructions from "../svm/instructions";
import * as system_protectionKeys from "../system/protectionKeys";
import * as system_tsc from "../system/tsc";
import * as system_cache from "../system/cache";
import * as system_broadcast from "../system/broadcast";
import * as system_syscall from "../system/syscall";
import * as fpu_sseMove from "../fpu/sseMove";
import * as vector_extended from "../vector/extended";
import * as fpu_shuffle from "../fpu/shuffle";
import * as system_debug from "../system/debug";
import * as fpu_sseConvert from "../fpu/sseConvert";
import * as fpu_sseCompare from "../fpu/sseCompare";
import * as system_msr from "../system/msr";
import * as fpu_sseArithmetic from "../fpu/sseArithmetic";
import * as fpu_approximate from "../fpu/approximate";
import * as fpu_packedInteger from "../fpu/packedInteger";
import * as fpu_vectorShift from "../fpu/vectorShift";
import * as vector_fields from "../vector/fields";
import * as vector_pairs from "../vector/pairs";
import * as system_cpuid from "../system/cpuid";
import * as exec_bits from "../exec/bits";
import * as system_smm from "../system/smm";
import * as fpu_fxsave from "../fpu/fxsave";
import * as fpu_xsave from "../fpu/xsave";
import * as system_random from "../system/random";
import * as vector_supplemental from "../vector/supplemental";
import * as vector_sha from "../vector/sha";
import * as vector_galois from "../vector/galois";
import * as exec_bmi from "../exec/bmi";
import * as vector_integral from "../vector/integral";
import * as vector_strings from "../vector/strings";
import * as vector_vexMove from "../vector/vexMove";
import * as vector_permute from "../vector/permute";
import * as vector_halfFloat from "../vector/halfFloat";
import * as vector_masked from "../vector/masked";
import * as vector_fma from "../vector/fma";

export function h_exit(p: usize): usize { return p; }
export function h_goto(p: usize): usize { return exec_branch.goto(p); }
export function h_next_page(p: usize): usize { return exec_branch.nextPage(p); }
export function h_cross(p: usize): usize { return decode_run.cross(p); }
export function h_segment_micro(p: usize): usize { return system_segment.segmentMicro(p); }
export function h_fsgs_micro(p: usize): usize { return system_segment.fsgsMicro(p); }
export function h_bus_lock_micro(p: usize): usize { return svm_busLock.busLockMicro(p); }
export function h_ud(p: usize): usize { return exec_illegal.illegalOpcode(p); }
export function h_too_long(p: usize): usize { return exec_illegal.tooLong(p); }
export function h_vex_legacy(p: usize): usize { return exec_illegal.vexOutside64(p); }
export function h_add_rs_8(p: usize): usize { return exec_alu.alu_rs<u8>(p, 0, true); }
export function h_add_rs_8_nf(p: usize): usize { return exec_alu.alu_rs<u8>(p, 0, false); }
export function h_add_ms_8(p: usize): usize { return exec_alu.alu_ms<u8>(p, 0, true); }
export function h_add_ms_8_nf(p: usize): usize { return exec_alu.alu_ms<u8>(p, 0, false); }
export function h_add_rs_16(p: usize): usize { return exec_alu.alu_rs<u16>(p, 0, true); }
export function h_add_rs_32(p: usize): usize { return exec_alu.alu_rs<u32>(p, 0, true); }
export function h_add_rs_64(p: usize): usize { return exec_alu.alu_rs<u64>(p, 0, true); }
export function h_add_rs_16_nf(p: usize): usize { return exec_alu.alu_rs<u16>(p, 0, false); }
export function h_add_rs_32_nf(p: usize): usize { return exec_alu.alu_rs<u32>(p, 0, false); }
export function h_add_rs_64_nf(p: usize): usize { return exec_alu.alu_rs<u64>(p, 0, false); }
export function h_add_ms_16(p: usize): usize { return exec_alu.alu_ms<u16>(p, 0, true); }
export function h_add_ms_32(p: usize): usize { return exec_alu.alu_ms<u32>(p, 0, true); }
export function h_add_ms_64(p: usize): usize { return exec_alu.alu_ms<u64>(p, 0, true); }
export function h_add_ms_16_nf(p: usize): usize { return exec_alu.alu_ms<u16>(p, 0, false); }
export function h_add_ms_32_nf(p: usize): usize { return exec_alu.alu_ms<u32>(p, 0, false); }
export function h_add_ms_64_nf(p: usize): usize { return exec_alu.alu_ms<u64>(p, 0, false); }
export function h_add_rm_8(p: usize): usize { return exec_alu.alu_rm<u8>(p, 0, true); }
export function h_add_rm_8_nf(p: usize): usize { return exec_alu.alu_rm<u8>(p, 0, false); }
export function h_add_rm_16(p: usize): usize { return exec_alu.alu_rm<u16>(p, 0, true); }
export function h_add_rm_32(p: usize): usize { return exec_alu.alu_rm<u32>(p, 0, true); }
export function h_add_rm_64(p: usize): usize { return exec_alu.alu_rm<u64>(p, 0, true); }
export function h_add_rm_16_nf(p: usize): usize { return exec_alu.alu_rm<u16>(p, 0, false); }
export function h_add_rm_32_nf(p: usize): usize { return exec_alu.alu_rm<u32>(p, 0, false); }
export function h_add_rm_64_nf(p: usize): usize { return exec_alu.alu_rm<u64>(p, 0, false); }
export function h_push_es_16(p: usize): usize { return system_segmentMoves.pushSegment<u16>(p, 0); }
export function h_push_es_32(p: usize): usize { return system_segmentMoves.pushSegment<u32>(p, 0); }
export function h_push_es_64(p: usize): usize { return system_segmentMoves.pushSegment<u64>(p, 0); }
export function h_pop_es_16(p: usize): usize { return system_segmentMoves.popSegment<u16>(p, 0); }
export function h_pop_es_32(p: usize): usize { return system_segmentMoves.popSegment<u32>(p, 0); }
export function h_pop_es_64(p: usize): usize { return system_segmentMoves.popSegment<u64>(p, 0); }
export function h_or_rs_8(p: usize): usize { return exec_alu.alu_rs<u8>(p, 1, true); }
export function h_or_rs_8_nf(p: usize): usize { return exec_alu.alu_rs<u8>(p, 1, false); }
export function h_or_ms_8(p: usize): usize { return exec_alu.alu_ms<u8>(p, 1, true); }
export function h_or_ms_8_nf(p: usize): usize { return exec_alu.alu_ms<u8>(p, 1, false); }
export function h_or_rs_16(p: usize): usize { return exec_alu.alu_rs<u16>(p, 1, true); }
export function h_or_rs_32(p: usize): usize { return exec_alu.alu_rs<u32>(p, 1, true); }
export function h_or_rs_64(p: usize): usize { return exec_alu.alu_rs<u64>(p, 1, true); }
export function h_or_rs_16_nf(p: usize): usize { return exec_alu.alu_rs<u16>(p, 1, false); }
export function h_or_rs_32_nf(p: usize): usize { return exec_alu.alu_rs<u32>(p, 1, false); }
export function h_or_rs_64_nf(p: usize): usize { return exec_alu.alu_rs<u64>(p, 1, false); }
export function h_or_ms_16(p: usize): usize { return exec_alu.alu_ms<u16>(p, 1, true); }
export function h_or_ms_32(p: usize): usize { return exec_alu.alu_ms<u32>(p, 1, true); }
export function h_or_ms_64(p: usize): usize { return exec_alu.alu_ms<u64>(p, 1, true); }
export function h_or_ms_16_nf(p: usize): usize { return exec_alu.alu_ms<u16>(p, 1, false); }
export function h_or_ms_32_nf(p: usize): usize { return exec_alu.alu_ms<u32>(p, 1, false); }
export function h_or_ms_64_nf(p: usize): usize { return exec_alu.alu_ms<u64>(p, 1, false); }
export function h_or_rm_8(p: usize): usize { return exec_alu.alu_rm<u8>(p, 1, true); }
export function h_or_rm_8_nf(p: usize): usize { return exec_alu.alu_rm<u8>(p, 1, false); }
export function h_or_rm_16(p: usize): usize { return exec_alu.alu_rm<u16>(p, 1, true); }
export function h_or_rm_32(p: usize): usize { return exec_alu.alu_rm<u32>(p, 1, true); }
export function h_or_rm_64(p: usize): usize { return exec_alu.alu_rm<u64>(p, 1, true); }
export function h_or_rm_16_nf(p: usize): usize { return exec_alu.alu_rm<u16>(p, 1, false); }
export function h_or_rm_32_nf(p: usize): usize { return exec_alu.alu_rm<u32>(p, 1, false); }
export function h_or_rm_64_nf(p: usize): usize { return exec_alu.alu_rm<u64>(p, 1, false); }
export function h_push_cs_16(p: usize): usize { return system_segmentMoves.pushSegment<u16>(p, 1); }
export function h_push_cs_32(p: usize): usize { return system_segmentMoves.pushSegment<u32>(p, 1); }
export function h_push_cs_64(p: usize): usize { return system_segmentMoves.pushSegment<u64>(p, 1); }
export function h_adc_rs_8(p: usize): usize { return exec_alu.alu_rs<u8>(p, 2, true); }
export function h_adc_rs_8_nf(p: usize): usize { return exec_alu.alu_rs<u8>(p, 2, false); }
export function h_adc_ms_8(p: usize): usize { return exec_alu.alu_ms<u8>(p, 2, true); }
export function h_adc_ms_8_nf(p: usize): usize { return exec_alu.alu_ms<u8>(p, 2, false); }
export function h_adc_rs_16(p: usize): usize { return exec_alu.alu_rs<u16>(p, 2, true); }
export function h_adc_rs_32(p: usize): usize { return exec_alu.alu_rs<u32>(p, 2, true); }
export function h_adc_rs_64(p: usize): usize { return exec_alu.alu_rs<u64>(p, 2, true); }
export function h_adc_rs_16_nf(p: usize): usize { return exec_alu.alu_rs<u16>(p, 2, false); }
export function h_adc_rs_32_nf(p: usize): usize { return exec_alu.alu_rs<u32>(p, 2, false); }
export function h_adc_rs_64_nf(p: usize): usize { return exec_alu.alu_rs<u64>(p, 2, false); }
export function h_adc_ms_16(p: usize): usize { return exec_alu.alu_ms<u16>(p, 2, true); }
export function h_adc_ms_32(p: usize): usize { return exec_alu.alu_ms<u32>(p, 2, true); }
export function h_adc_ms_64(p: usize): usize { return exec_alu.alu_ms<u64>(p, 2, true); }
export function h_adc_ms_16_nf(p: usize): usize { return exec_alu.alu_ms<u16>(p, 2, false); }
export function h_adc_ms_32_nf(p: usize): usize { return exec_alu.alu_ms<u32>(p, 2, false); }
export function h_adc_ms_64_nf(p: usize): usize { return exec_alu.alu_ms<u64>(p, 2, false); }
export function h_adc_rm_8(p: usize): usize { return exec_alu.alu_rm<u8>(p, 2, true); }
export function h_adc_rm_8_nf(p: usize): usize { return exec_alu.alu_rm<u8>(p, 2, false); }
export function h_adc_rm_16(p: usize): usize { return exec_alu.alu_rm<u16>(p, 2, true); }
export function h_adc_rm_32(p: usize): usize { return exec_alu.alu_rm<u32>(p, 2, true); }
export function h_adc_rm_64(p: usize): usize { return exec_alu.alu_rm<u64>(p, 2, true); }
export function h_adc_rm_16_nf(p: usize): usize { return exec_alu.alu_rm<u16>(p, 2, false); }
export function h_adc_rm_32_nf(p: usize): usize { return exec_alu.alu_rm<u32>(p, 2, false); }
export function h_adc_rm_64_nf(p: usize): usize { return exec_alu.alu_rm<u64>(p, 2, false); }
export function h_push_ss_16(p: usize): usize { return system_segmentMoves.pushSegment<u16>(p, 2); }
export function h_push_ss_32(p: usize): usize { return system_segmentMoves.pushSegment<u32>(p, 2); }
export function h_push_ss_64(p: usize): usize { return system_segmentMoves.pushSegment<u64>(p, 2); }
export function h_pop_ss_16(p: usize): usize { return system_segmentMoves.popSegment<u16>(p, 2); }
export function h_pop_ss_32(p: usize): usize { return system_segmentMoves.popSegment<u32>(p, 2); }
export function h_pop_ss_64(p: usize): usize { return system_segmentMoves.popSegment<u64>(p, 2); }
export function h_sbb_rs_8(p: usize): usize { return exec_alu.alu_rs<u8>(p, 3, true); }
export function h_sbb_rs_8_nf(p: usize): usize { return exec_alu.alu_rs<u8>(p, 3, false); }
export function h_sbb_ms_8(p: usize): usize { return exec_alu.alu_ms<u8>(p, 3, true); }
export function h_sbb_ms_8_nf(p: usize): usize { return exec_alu.alu_ms<u8>(p, 3, false); }
export function h_sbb_rs_16(p: usize): usize { return exec_alu.alu_rs<u16>(p, 3, true); }
export function h_sbb_rs_32(p: usize): usize { return exec_alu.alu_rs<u32>(p, 3, true); }
export function h_sbb_rs_64(p: usize): usize { return exec_alu.alu_rs<u64>(p, 3, true); }
export function h_sbb_rs_16_nf(p: usize): usize { return exec_alu.alu_rs<u16>(p, 3, false); }
export function h_sbb_rs_32_nf(p: usize): usize { return exec_alu.alu_rs<u32>(p, 3, false); }
export function h_sbb_rs_64_nf(p: usize): usize { return exec_alu.alu_rs<u64>(p, 3, false); }
export function h_sbb_ms_16(p: usize): usize { return exec_alu.alu_ms<u16>(p, 3, true); }
export function h_sbb_ms_32(p: usize): usize { return exec_alu.alu_ms<u32>(p, 3, true); }
export function h_sbb_ms_64(p: usize): usize { return exec_alu.alu_ms<u64>(p, 3, true); }
export function h_sbb_ms_16_nf(p: usize): usize { return exec_alu.alu_ms<u16>(p, 3, false); }
export function h_sbb_ms_32_nf(p: usize): usize { return exec_alu.alu_ms<u32>(p, 3, false); }
export function h_sbb_ms_64_nf(p: usize): usize { return exec_alu.alu_ms<u64>(p, 3, false); }
export function h_sbb_rm_8(p: usize): usize { return exec_alu.alu_rm<u8>(p, 3, true); }
export function h_sbb_rm_8_nf(p: usize): usize { return exec_alu.alu_rm<u8>(p, 3, false); }
export function h_sbb_rm_16(p: usize): usize { return exec_alu.alu_rm<u16>(p, 3, true); }
export function h_sbb_rm_32(p: usize): usize { return exec_alu.alu_rm<u32>(p, 3, true); }
export function h_sbb_rm_64(p: usize): usize { return exec_alu.alu_rm<u64>(p, 3, true); }
export function h_sbb_rm_16_nf(p: usize): usize { return exec_alu.alu_rm<u16>(p, 3, false); }
export function h_sbb_rm_32_nf(p: usize): usize { return exec_alu.alu_rm<u32>(p, 3, false); }
export function h_sbb_rm_64_nf(p: usize): usize { return exec_alu.alu_rm<u64>(p, 3, false); }
export function h_push_ds_16(p: usize): usize { return system_segmentMoves.pushSegment<u16>(p, 3); }
export function h_push_ds_32(p: usize): usize { return system_segmentMoves.pushSegment<u32>(p, 3); }
export function h_push_ds_64(p: usize): usize { return system_segmentMoves.pushSegment<u64>(p, 3); }
export function h_pop_ds_16(p: usize): usize { return system_segmentMoves.popSegment<u16>(p, 3); }
export function h_pop_ds_32(p: usize): usize { return system_segmentMoves.popSegment<u32>(p, 3); }
export function h_pop_ds_64(p: usize): usize { return system_segmentMoves.popSegment<u64>(p, 3); }
export function h_and_rs_8(p: usize): usize { return exec_alu.alu_rs<u8>(p, 4, true); }
export function h_and_rs_8_nf(p: usize): usize { return exec_alu.alu_rs<u8>(p, 4, false); }
export function h_and_ms_8(p: usize): usize { return exec_alu.alu_ms<u8>(p, 4, true); }
export function h_and_ms_8_nf(p: usize): usize { return exec_alu.alu_ms<u8>(p, 4, false); }
export function h_and_rs_16(p: usize): usize { return exec_alu.alu_rs<u16>(p, 4, true); }
export function h_and_rs_32(p: usize): usize { return exec_alu.alu_rs<u32>(p, 4, true); }
export function h_and_rs_64(p: usize): usize { return exec_alu.alu_rs<u64>(p, 4, true); }
export function h_and_rs_16_nf(p: usize): usize { return exec_alu.alu_rs<u16>(p, 4, false); }
export function h_and_rs_32_nf(p: usize): usize { return exec_alu.alu_rs<u32>(p, 4, false); }
export function h_and_rs_64_nf(p: usize): usize { return exec_alu.alu_rs<u64>(p, 4, false); }
export function h_and_ms_16(p: usize): usize { return exec_alu.alu_ms<u16>(p, 4, true); }
export function h_and_ms_32(p: usize): usize { return exec_alu.alu_ms<u32>(p, 4, true); }
export function h_and_ms_64(p: usize): usize { return exec_alu.alu_ms<u64>(p, 4, true); }
export function h_and_ms_16_nf(p: usize): usize { return exec_alu.alu_ms<u16>(p, 4, false); }
export function h_and_ms_32_nf(p: usize): usize { return exec_alu.alu_ms<u32>(p, 4, false); }
export function h_and_ms_64_nf(p: usize): usize { return exec_alu.alu_ms<u64>(p, 4, false); }
export function h_and_rm_8(p: usize): usize { return exec_alu.alu_rm<u8>(p, 4, true); }
export function h_and_rm_8_nf(p: usize): usize { return exec_alu.alu_rm<u8>(p, 4, false); }
export function h_and_rm_16(p: usize): usize { return exec_alu.alu_rm<u16>(p, 4, true); }
export function h_and_rm_32(p: usize): usize { return exec_alu.alu_rm<u32>(p, 4, true); }
export function h_and_rm_64(p: usize): usize { return exec_alu.alu_rm<u64>(p, 4, true); }
export function h_and_rm_16_nf(p: usize): usize { return exec_alu.alu_rm<u16>(p, 4, false); }
export function h_and_rm_32_nf(p: usize): usize { return exec_alu.alu_rm<u32>(p, 4, false); }
export function h_and_rm_64_nf(p: usize): usize { return exec_alu.alu_rm<u64>(p, 4, false); }
export function h_daa(p: usize): usize { return exec_bcd.daa(p); }
export function h_sub_rs_8(p: usize): usize { return exec_alu.alu_rs<u8>(p, 5, true); }
export function h_sub_rs_8_nf(p: usize): usize { return exec_alu.alu_rs<u8>(p, 5, false); }
export function h_sub_ms_8(p: usize): usize { return exec_alu.alu_ms<u8>(p, 5, true); }
export function h_sub_ms_8_nf(p: usize): usize { return exec_alu.alu_ms<u8>(p, 5, false); }
export function h_sub_rs_16(p: usize): usize { return exec_alu.alu_rs<u16>(p, 5, true); }
export function h_sub_rs_32(p: usize): usize { return exec_alu.alu_rs<u32>(p, 5, true); }
export function h_sub_rs_64(p: usize): usize { return exec_alu.alu_rs<u64>(p, 5, true); }
export function h_sub_rs_16_nf(p: usize): usize { return exec_alu.alu_rs<u16>(p, 5, false); }
export function h_sub_rs_32_nf(p: usize): usize { return exec_alu.alu_rs<u32>(p, 5, false); }
export function h_sub_rs_64_nf(p: usize): usize { return exec_alu.alu_rs<u64>(p, 5, false); }
export function h_sub_ms_16(p: usize): usize { return exec_alu.alu_ms<u16>(p, 5, true); }
export function h_sub_ms_32(p: usize): usize { return exec_alu.alu_ms<u32>(p, 5, true); }
export function h_sub_ms_64(p: usize): usize { return exec_alu.alu_ms<u64>(p, 5, true); }
export function h_sub_ms_16_nf(p: usize): usize { return exec_alu.alu_ms<u16>(p, 5, false); }
export function h_sub_ms_32_nf(p: usize): usize { return exec_alu.alu_ms<u32>(p, 5, false); }
export function h_sub_ms_64_nf(p: usize): usize { return exec_alu.alu_ms<u64>(p, 5, false); }
export function h_sub_rm_8(p: usize): usize { return exec_alu.alu_rm<u8>(p, 5, true); }
export function h_sub_rm_8_nf(p: usize): usize { return exec_alu.alu_rm<u8>(p, 5, false); }
export function h_sub_rm_16(p: usize): usize { return exec_alu.alu_rm<u16>(p, 5, true); }
export function h_sub_rm_32(p: usize): usize { return exec_alu.alu_rm<u32>(p, 5, true); }
export function h_sub_rm_64(p: usize): usize { return exec_alu.alu_rm<u64>(p, 5, true); }
export function h_sub_rm_16_nf(p: usize): usize { return exec_alu.alu_rm<u16>(p, 5, false); }
export function h_sub_rm_32_nf(p: usize): usize { return exec_alu.alu_rm<u32>(p, 5, false); }
export function h_sub_rm_64_nf(p: usize): usize { return exec_alu.alu_rm<u64>(p, 5, false); }
export function h_das(p: usize): usize { return exec_bcd.das(p); }
export function h_xor_rs_8(p: usize): usize { return exec_alu.alu_rs<u8>(p, 6, true); }
export function h_xor_rs_8_nf(p: usize): usize { return exec_alu.alu_rs<u8>(p, 6, false); }
export function h_xor_ms_8(p: usize): usize { return exec_alu.alu_ms<u8>(p, 6, true); }
export function h_xor_ms_8_nf(p: usize): usize { return exec_alu.alu_ms<u8>(p, 6, false); }
export function h_xor_rs_16(p: usize): usize { return exec_alu.alu_rs<u16>(p, 6, true); }
export function h_xor_rs_32(p: usize): usize { return exec_alu.alu_rs<u32>(p, 6, true); }
export function h_xor_rs_64(p: usize): usize { return exec_alu.alu_rs<u64>(p, 6, true); }
export function h_xor_rs_16_nf(p: usize): usize { return exec_alu.alu_rs<u16>(p, 6, false); }
export function h_xor_rs_32_nf(p: usize): usize { return exec_alu.alu_rs<u32>(p, 6, false); }
export function h_xor_rs_64_nf(p: usize): usize { return exec_alu.alu_rs<u64>(p, 6, false); }
export function h_xor_ms_16(p: usize): usize { return exec_alu.alu_ms<u16>(p, 6, true); }
export function h_xor_ms_32(p: usize): usize { return exec_alu.alu_ms<u32>(p, 6, true); }
export function h_xor_ms_64(p: usize): usize { return exec_alu.alu_ms<u64>(p, 6, true); }
export function h_xor_ms_16_nf(p: usize): usize { return exec_alu.alu_ms<u16>(p, 6, false); }
export function h_xor_ms_32_nf(p: usize): usize { return exec_alu.alu_ms<u32>(p, 6, false); }
export function h_xor_ms_64_nf(p: usize): usize { return exec_alu.alu_ms<u64>(p, 6, false); }
export function h_xor_rm_8(p: usize): usize { return exec_alu.alu_rm<u8>(p, 6, true); }
export function h_xor_rm_8_nf(p: usize): usize { return exec_alu.alu_rm<u8>(p, 6, false); }
export function h_xor_rm_16(p: usize): usize { return exec_alu.alu_rm<u16>(p, 6, true); }
export function h_xor_rm_32(p: usize): usize { return exec_alu.alu_rm<u32>(p, 6, true); }
export function h_xor_rm_64(p: usize): usize { return exec_alu.alu_rm<u64>(p, 6, true); }
export function h_xor_rm_16_nf(p: usize): usize { return exec_alu.alu_rm<u16>(p, 6, false); }
export function h_xor_rm_32_nf(p: usize): usize { return exec_alu.alu_rm<u32>(p, 6, false); }
export function h_xor_rm_64_nf(p: usize): usize { return exec_alu.alu_rm<u64>(p, 6, false); }
export function h_aaa(p: usize): usize { return exec_bcd.aaa(p); }
export function h_cmp_rs_8(p: usize): usize { return exec_alu.cmp_rs<u8>(p); }
export function h_cmp_rs_8_j0(p: usize): usize { return exec_alu.cmp_j<u8>(p, 0); }
export function h_cmp_rs_8_j1(p: usize): usize { return exec_alu.cmp_j<u8>(p, 1); }
export function h_cmp_rs_8_j2(p: usize): usize { return exec_alu.cmp_j<u8>(p, 2); }
export function h_cmp_rs_8_j3(p: usize): usize { return exec_alu.cmp_j<u8>(p, 3); }
export function h_cmp_rs_8_j4(p: usize): usize { return exec_alu.cmp_j<u8>(p, 4); }
export function h_cmp_rs_8_j5(p: usize): usize { return exec_alu.cmp_j<u8>(p, 5); }
export function h_cmp_rs_8_j6(p: usize): usize { return exec_alu.cmp_j<u8>(p, 6); }
export function h_cmp_rs_8_j7(p: usize): usize { return exec_alu.cmp_j<u8>(p, 7); }
export function h_cmp_rs_8_j8(p: usize): usize { return exec_alu.cmp_j<u8>(p, 8); }
export function h_cmp_rs_8_j9(p: usize): usize { return exec_alu.cmp_j<u8>(p, 9); }
export function h_cmp_rs_8_j10(p: usize): usize { return exec_alu.cmp_j<u8>(p, 10); }
export function h_cmp_rs_8_j11(p: usize): usize { return exec_alu.cmp_j<u8>(p, 11); }
export function h_cmp_rs_8_j12(p: usize): usize { return exec_alu.cmp_j<u8>(p, 12); }
export function h_cmp_rs_8_j13(p: usize): usize { return exec_alu.cmp_j<u8>(p, 13); }
export function h_cmp_rs_8_j14(p: usize): usize { return exec_alu.cmp_j<u8>(p, 14); }
export function h_cmp_rs_8_j15(p: usize): usize { return exec_alu.cmp_j<u8>(p, 15); }
export function h_cmp_ms_8(p: usize): usize { return exec_alu.cmp_ms<u8>(p); }
export function h_cmp_rs_16(p: usize): usize { return exec_alu.cmp_rs<u16>(p); }
export function h_cmp_rs_32(p: usize): usize { return exec_alu.cmp_rs<u32>(p); }
export function h_cmp_rs_64(p: usize): usize { return exec_alu.cmp_rs<u64>(p); }
export function h_cmp_rs_32_j0(p: usize): usize { return exec_alu.cmp_j<u32>(p, 0); }
export function h_cmp_rs_32_j1(p: usize): usize { return exec_alu.cmp_j<u32>(p, 1); }
export function h_cmp_rs_32_j2(p: usize): usize { return exec_alu.cmp_j<u32>(p, 2); }
export function h_cmp_rs_32_j3(p: usize): usize { return exec_alu.cmp_j<u32>(p, 3); }
export function h_cmp_rs_32_j4(p: usize): usize { return exec_alu.cmp_j<u32>(p, 4); }
export function h_cmp_rs_32_j5(p: usize): usize { return exec_alu.cmp_j<u32>(p, 5); }
export function h_cmp_rs_32_j6(p: usize): usize { return exec_alu.cmp_j<u32>(p, 6); }
export function h_cmp_rs_32_j7(p: usize): usize { return exec_alu.cmp_j<u32>(p, 7); }
export function h_cmp_rs_32_j8(p: usize): usize { return exec_alu.cmp_j<u32>(p, 8); }
export function h_cmp_rs_32_j9(p: usize): usize { return exec_alu.cmp_j<u32>(p, 9); }
export function h_cmp_rs_32_j10(p: usize): usize { return exec_alu.cmp_j<u32>(p, 10); }
export function h_cmp_rs_32_j11(p: usize): usize { return exec_alu.cmp_j<u32>(p, 11); }
export function h_cmp_rs_32_j12(p: usize): usize { return exec_alu.cmp_j<u32>(p, 12); }
export function h_cmp_rs_32_j13(p: usize): usize { return exec_alu.cmp_j<u32>(p, 13); }
export function h_cmp_rs_32_j14(p: usize): usize { return exec_alu.cmp_j<u32>(p, 14); }
export function h_cmp_rs_32_j15(p: usize): usize { return exec_alu.cmp_j<u32>(p, 15); }
export function h_cmp_rs_64_j0(p: usize): usize { return exec_alu.cmp_j<u64>(p, 0); }
export function h_cmp_rs_64_j1(p: usize): usize { return exec_alu.cmp_j<u64>(p, 1); }
export function h_cmp_rs_64_j2(p: usize): usize { return exec_alu.cmp_j<u64>(p, 2); }
export function h_cmp_rs_64_j3(p: usize): usize { return exec_alu.cmp_j<u64>(p, 3); }
export function h_cmp_rs_64_j4(p: usize): usize { return exec_alu.cmp_j<u64>(p, 4); }
export function h_cmp_rs_64_j5(p: usize): usize { return exec_alu.cmp_j<u64>(p, 5); }
export function h_cmp_rs_64_j6(p: usize): usize { return exec_alu.cmp_j<u64>(p, 6); }
export function h_cmp_rs_64_j7(p: usize): usize { return exec_alu.cmp_j<u64>(p, 7); }
export function h_cmp_rs_64_j8(p: usize): usize { return exec_alu.cmp_j<u64>(p, 8); }
export function h_cmp_rs_64_j9(p: usize): usize { return exec_alu.cmp_j<u64>(p, 9); }
export function h_cmp_rs_64_j10(p: usize): usize { return exec_alu.cmp_j<u64>(p, 10); }
export function h_cmp_rs_64_j11(p: usize): usize { return exec_alu.cmp_j<u64>(p, 11); }
export function h_cmp_rs_64_j12(p: usize): usize { return exec_alu.cmp_j<u64>(p, 12); }
export function h_cmp_rs_64_j13(p: usize): usize { return exec_alu.cmp_j<u64>(p, 13); }
export function h_cmp_rs_64_j14(p: usize): usize { return exec_alu.cmp_j<u64>(p, 14); }
export function h_cmp_rs_64_j15(p: usize): usize { return exec_alu.cmp_j<u64>(p, 15); }
export function h_cmp_ms_16(p: usize): usize { return exec_alu.cmp_ms<u16>(p); }
export function h_cmp_ms_32(p: usize): usize { return exec_alu.cmp_ms<u32>(p); }
export function h_cmp_ms_64(p: usize): usize { return exec_alu.cmp_ms<u64>(p); }
export function h_cmp_rm_8(p: usize): usize { return exec_alu.cmp_rm<u8>(p); }
export function h_cmp_rm_16(p: usize): usize { return exec_alu.cmp_rm<u16>(p); }
export function h_cmp_rm_32(p: usize): usize { return exec_alu.cmp_rm<u32>(p); }
export function h_cmp_rm_64(p: usize): usize { return exec_alu.cmp_rm<u64>(p); }
export function h_aas(p: usize): usize { return exec_bcd.aas(p); }
export function h_inc_rs_16(p: usize): usize { return exec_alu.inc_rs<u16>(p, true); }
export function h_inc_rs_32(p: usize): usize { return exec_alu.inc_rs<u32>(p, true); }
export function h_inc_rs_64(p: usize): usize { return exec_alu.inc_rs<u64>(p, true); }
export function h_inc_rs_16_nf(p: usize): usize { return exec_alu.inc_rs<u16>(p, false); }
export function h_inc_rs_32_nf(p: usize): usize { return exec_alu.inc_rs<u32>(p, false); }
export function h_inc_rs_64_nf(p: usize): usize { return exec_alu.inc_rs<u64>(p, false); }
export function h_dec_rs_16(p: usize): usize { return exec_alu.dec_rs<u16>(p, true); }
export function h_dec_rs_32(p: usize): usize { return exec_alu.dec_rs<u32>(p, true); }
export function h_dec_rs_64(p: usize): usize { return exec_alu.dec_rs<u64>(p, true); }
export function h_dec_rs_16_nf(p: usize): usize { return exec_alu.dec_rs<u16>(p, false); }
export function h_dec_rs_32_nf(p: usize): usize { return exec_alu.dec_rs<u32>(p, false); }
export function h_dec_rs_32_j0(p: usize): usize { return exec_alu.dec_j<u32>(p, 0); }
export function h_dec_rs_32_j1(p: usize): usize { return exec_alu.dec_j<u32>(p, 1); }
export function h_dec_rs_32_j2(p: usize): usize { return exec_alu.dec_j<u32>(p, 2); }
export function h_dec_rs_32_j3(p: usize): usize { return exec_alu.dec_j<u32>(p, 3); }
export function h_dec_rs_32_j4(p: usize): usize { return exec_alu.dec_j<u32>(p, 4); }
export function h_dec_rs_32_j5(p: usize): usize { return exec_alu.dec_j<u32>(p, 5); }
export function h_dec_rs_32_j6(p: usize): usize { return exec_alu.dec_j<u32>(p, 6); }
export function h_dec_rs_32_j7(p: usize): usize { return exec_alu.dec_j<u32>(p, 7); }
export function h_dec_rs_32_j8(p: usize): usize { return exec_alu.dec_j<u32>(p, 8); }
export function h_dec_rs_32_j9(p: usize): usize { return exec_alu.dec_j<u32>(p, 9); }
export function h_dec_rs_32_j10(p: usize): usize { return exec_alu.dec_j<u32>(p, 10); }
export function h_dec_rs_32_j11(p: usize): usize { return exec_alu.dec_j<u32>(p, 11); }
export function h_dec_rs_32_j12(p: usize): usize { return exec_alu.dec_j<u32>(p, 12); }
export function h_dec_rs_32_j13(p: usize): usize { return exec_alu.dec_j<u32>(p, 13); }
export function h_dec_rs_32_j14(p: usize): usize { return exec_alu.dec_j<u32>(p, 14); }
export function h_dec_rs_32_j15(p: usize): usize { return exec_alu.dec_j<u32>(p, 15); }
export function h_dec_rs_64_nf(p: usize): usize { return exec_alu.dec_rs<u64>(p, false); }
export function h_dec_rs_64_j0(p: usize): usize { return exec_alu.dec_j<u64>(p, 0); }
export function h_dec_rs_64_j1(p: usize): usize { return exec_alu.dec_j<u64>(p, 1); }
export function h_dec_rs_64_j2(p: usize): usize { return exec_alu.dec_j<u64>(p, 2); }
export function h_dec_rs_64_j3(p: usize): usize { return exec_alu.dec_j<u64>(p, 3); }
export function h_dec_rs_64_j4(p: usize): usize { return exec_alu.dec_j<u64>(p, 4); }
export function h_dec_rs_64_j5(p: usize): usize { return exec_alu.dec_j<u64>(p, 5); }
export function h_dec_rs_64_j6(p: usize): usize { return exec_alu.dec_j<u64>(p, 6); }
export function h_dec_rs_64_j7(p: usize): usize { return exec_alu.dec_j<u64>(p, 7); }
export function h_dec_rs_64_j8(p: usize): usize { return exec_alu.dec_j<u64>(p, 8); }
export function h_dec_rs_64_j9(p: usize): usize { return exec_alu.dec_j<u64>(p, 9); }
export function h_dec_rs_64_j10(p: usize): usize { return exec_alu.dec_j<u64>(p, 10); }
export function h_dec_rs_64_j11(p: usize): usize { return exec_alu.dec_j<u64>(p, 11); }
export function h_dec_rs_64_j12(p: usize): usize { return exec_alu.dec_j<u64>(p, 12); }
export function h_dec_rs_64_j13(p: usize): usize { return exec_alu.dec_j<u64>(p, 13); }
export function h_dec_rs_64_j14(p: usize): usize { return exec_alu.dec_j<u64>(p, 14); }
export function h_dec_rs_64_j15(p: usize): usize { return exec_alu.dec_j<u64>(p, 15); }
export function h_push_rs_16(p: usize): usize { return exec_stack.push_rs<u16>(p); }
export function h_push_rs_32(p: usize): usize { return exec_stack.push_rs<u32>(p); }
export function h_push_rs_64(p: usize): usize { return exec_stack.push_rs<u64>(p); }
export function h_pop_rs_16(p: usize): usize { return exec_stack.pop_rs<u16>(p); }
export function h_pop_rs_32(p: usize): usize { return exec_stack.pop_rs<u32>(p); }
export function h_pop_rs_64(p: usize): usize { return exec_stack.pop_rs<u64>(p); }
export function h_pusha_16(p: usize): usize { return exec_stack.pusha<u16>(p); }
export function h_pusha_32(p: usize): usize { return exec_stack.pusha<u32>(p); }
export function h_pusha_64(p: usize): usize { return exec_stack.pusha<u64>(p); }
export function h_popa_16(p: usize): usize { return exec_stack.popa<u16>(p); }
export function h_popa_32(p: usize): usize { return exec_stack.popa<u32>(p); }
export function h_popa_64(p: usize): usize { return exec_stack.popa<u64>(p); }
export function h_bound_16(p: usize): usize { return exec_convert.bound<u16>(p); }
export function h_bound_32(p: usize): usize { return exec_convert.bound<u32>(p); }
export function h_bound_64(p: usize): usize { return exec_convert.bound<u64>(p); }
export function h_arpl(p: usize): usize { return system_descriptorQueries.arpl(p); }
export function h_movsxd_rs_16(p: usize): usize { return exec_move.movsxd_rs<u16>(p); }
export function h_movsxd_rs_32(p: usize): usize { return exec_move.movsxd_rs<u32>(p); }
export function h_movsxd_rs_64(p: usize): usize { return exec_move.movsxd_rs<u64>(p); }
export function h_movsxd_rm_16(p: usize): usize { return exec_move.movsxd_rm<u16>(p); }
export function h_movsxd_rm_32(p: usize): usize { return exec_move.movsxd_rm<u32>(p); }
export function h_movsxd_rm_64(p: usize): usize { return exec_move.movsxd_rm<u64>(p); }
export function h_imulImm_rs_16(p: usize): usize { return exec_muldiv.imulImm_rs<u16>(p, true); }
export function h_imulImm_rs_32(p: usize): usize { return exec_muldiv.imulImm_rs<u32>(p, true); }
export function h_imulImm_rs_64(p: usize): usize { return exec_muldiv.imulImm_rs<u64>(p, true); }
export function h_imulImm_rs_16_nf(p: usize): usize { return exec_muldiv.imulImm_rs<u16>(p, false); }
export function h_imulImm_rs_32_nf(p: usize): usize { return exec_muldiv.imulImm_rs<u32>(p, false); }
export function h_imulImm_rs_64_nf(p: usize): usize { return exec_muldiv.imulImm_rs<u64>(p, false); }
export function h_imulImm_rm_16(p: usize): usize { return exec_muldiv.imulImm_rm<u16>(p, true); }
export function h_imulImm_rm_32(p: usize): usize { return exec_muldiv.imulImm_rm<u32>(p, true); }
export function h_imulImm_rm_64(p: usize): usize { return exec_muldiv.imulImm_rm<u64>(p, true); }
export function h_imulImm_rm_16_nf(p: usize): usize { return exec_muldiv.imulImm_rm<u16>(p, false); }
export function h_imulImm_rm_32_nf(p: usize): usize { return exec_muldiv.imulImm_rm<u32>(p, false); }
export function h_imulImm_rm_64_nf(p: usize): usize { return exec_muldiv.imulImm_rm<u64>(p, false); }
export function h_ins_8(p: usize): usize { return system_io.ins<u8>(p); }
export function h_ins_16(p: usize): usize { return system_io.ins<u16>(p); }
export function h_ins_32(p: usize): usize { return system_io.ins<u32>(p); }
export function h_ins_64(p: usize): usize { return system_io.ins<u64>(p); }
export function h_outs_8(p: usize): usize { return system_io.outs<u8>(p); }
export function h_outs_16(p: usize): usize { return system_io.outs<u16>(p); }
export function h_outs_32(p: usize): usize { return system_io.outs<u32>(p); }
export function h_outs_64(p: usize): usize { return system_io.outs<u64>(p); }
export function h_jo(p: usize): usize { return exec_branch.jcc(p, 0); }
export function h_jno(p: usize): usize { return exec_branch.jcc(p, 1); }
export function h_jb(p: usize): usize { return exec_branch.jcc(p, 2); }
export function h_jnb(p: usize): usize { return exec_branch.jcc(p, 3); }
export function h_jz(p: usize): usize { return exec_branch.jcc(p, 4); }
export function h_jnz(p: usize): usize { return exec_branch.jcc(p, 5); }
export function h_jbe(p: usize): usize { return exec_branch.jcc(p, 6); }
export function h_jnbe(p: usize): usize { return exec_branch.jcc(p, 7); }
export function h_js(p: usize): usize { return exec_branch.jcc(p, 8); }
export function h_jns(p: usize): usize { return exec_branch.jcc(p, 9); }
export function h_jp(p: usize): usize { return exec_branch.jcc(p, 10); }
export function h_jnp(p: usize): usize { return exec_branch.jcc(p, 11); }
export function h_jl(p: usize): usize { return exec_branch.jcc(p, 12); }
export function h_jnl(p: usize): usize { return exec_branch.jcc(p, 13); }
export function h_jle(p: usize): usize { return exec_branch.jcc(p, 14); }
export function h_jnle(p: usize): usize { return exec_branch.jcc(p, 15); }
export function h_test_rs_8(p: usize): usize { return exec_alu.test_rs<u8>(p); }
export function h_test_rs_8_j0(p: usize): usize { return exec_alu.test_j<u8>(p, 0); }
export function h_test_rs_8_j1(p: usize): usize { return exec_alu.test_j<u8>(p, 1); }
export function h_test_rs_8_j2(p: usize): usize { return exec_alu.test_j<u8>(p, 2); }
export function h_test_rs_8_j3(p: usize): usize { return exec_alu.test_j<u8>(p, 3); }
export function h_test_rs_8_j4(p: usize): usize { return exec_alu.test_j<u8>(p, 4); }
export function h_test_rs_8_j5(p: usize): usize { return exec_alu.test_j<u8>(p, 5); }
export function h_test_rs_8_j6(p: usize): usize { return exec_alu.test_j<u8>(p, 6); }
export function h_test_rs_8_j7(p: usize): usize { return exec_alu.test_j<u8>(p, 7); }
export function h_test_rs_8_j8(p: usize): usize { return exec_alu.test_j<u8>(p, 8); }
export function h_test_rs_8_j9(p: usize): usize { return exec_alu.test_j<u8>(p, 9); }
export function h_test_rs_8_j10(p: usize): usize { return exec_alu.test_j<u8>(p, 10); }
export function h_test_rs_8_j11(p: usize): usize { return exec_alu.test_j<u8>(p, 11); }
export function h_test_rs_8_j12(p: usize): usize { return exec_alu.test_j<u8>(p, 12); }
export function h_test_rs_8_j13(p: usize): usize { return exec_alu.test_j<u8>(p, 13); }
export function h_test_rs_8_j14(p: usize): usize { return exec_alu.test_j<u8>(p, 14); }
export function h_test_rs_8_j15(p: usize): usize { return exec_alu.test_j<u8>(p, 15); }
export function h_test_ms_8(p: usize): usize { return exec_alu.test_ms<u8>(p); }
export function h_test_rs_16(p: usize): usize { return exec_alu.test_rs<u16>(p); }
export function h_test_rs_32(p: usize): usize { return exec_alu.test_rs<u32>(p); }
export function h_test_rs_64(p: usize): usize { return exec_alu.test_rs<u64>(p); }
export function h_test_rs_32_j0(p: usize): usize { return exec_alu.test_j<u32>(p, 0); }
export function h_test_rs_32_j1(p: usize): usize { return exec_alu.test_j<u32>(p, 1); }
export function h_test_rs_32_j2(p: usize): usize { return exec_alu.test_j<u32>(p, 2); }
export function h_test_rs_32_j3(p: usize): usize { return exec_alu.test_j<u32>(p, 3); }
export function h_test_rs_32_j4(p: usize): usize { return exec_alu.test_j<u32>(p, 4); }
export function h_test_rs_32_j5(p: usize): usize { return exec_alu.test_j<u32>(p, 5); }
export function h_test_rs_32_j6(p: usize): usize { return exec_alu.test_j<u32>(p, 6); }
export function h_test_rs_32_j7(p: usize): usize { return exec_alu.test_j<u32>(p, 7); }
export function h_test_rs_32_j8(p: usize): usize { return exec_alu.test_j<u32>(p, 8); }
export function h_test_rs_32_j9(p: usize): usize { return exec_alu.test_j<u32>(p, 9); }
export function h_test_rs_32_j10(p: usize): usize { return exec_alu.test_j<u32>(p, 10); }
export function h_test_rs_32_j11(p: usize): usize { return exec_alu.test_j<u32>(p, 11); }
export function h_test_rs_32_j12(p: usize): usize { return exec_alu.test_j<u32>(p, 12); }
export function h_test_rs_32_j13(p: usize): usize { return exec_alu.test_j<u32>(p, 13); }
export function h_test_rs_32_j14(p: usize): usize { return exec_alu.test_j<u32>(p, 14); }
export function h_test_rs_32_j15(p: usize): usize { return exec_alu.test_j<u32>(p, 15); }
export function h_test_rs_64_j0(p: usize): usize { return exec_alu.test_j<u64>(p, 0); }
export function h_test_rs_64_j1(p: usize): usize { return exec_alu.test_j<u64>(p, 1); }
export function h_test_rs_64_j2(p: usize): usize { return exec_alu.test_j<u64>(p, 2); }
export function h_test_rs_64_j3(p: usize): usize { return exec_alu.test_j<u64>(p, 3); }
export function h_test_rs_64_j4(p: usize): usize { return exec_alu.test_j<u64>(p, 4); }
export function h_test_rs_64_j5(p: usize): usize { return exec_alu.test_j<u64>(p, 5); }
export function h_test_rs_64_j6(p: usize): usize { return exec_alu.test_j<u64>(p, 6); }
export function h_test_rs_64_j7(p: usize): usize { return exec_alu.test_j<u64>(p, 7); }
export function h_test_rs_64_j8(p: usize): usize { return exec_alu.test_j<u64>(p, 8); }
export function h_test_rs_64_j9(p: usize): usize { return exec_alu.test_j<u64>(p, 9); }
export function h_test_rs_64_j10(p: usize): usize { return exec_alu.test_j<u64>(p, 10); }
export function h_test_rs_64_j11(p: usize): usize { return exec_alu.test_j<u64>(p, 11); }
export function h_test_rs_64_j12(p: usize): usize { return exec_alu.test_j<u64>(p, 12); }
export function h_test_rs_64_j13(p: usize): usize { return exec_alu.test_j<u64>(p, 13); }
export function h_test_rs_64_j14(p: usize): usize { return exec_alu.test_j<u64>(p, 14); }
export function h_test_rs_64_j15(p: usize): usize { return exec_alu.test_j<u64>(p, 15); }
export function h_test_ms_16(p: usize): usize { return exec_alu.test_ms<u16>(p); }
export function h_test_ms_32(p: usize): usize { return exec_alu.test_ms<u32>(p); }
export function h_test_ms_64(p: usize): usize { return exec_alu.test_ms<u64>(p); }
export function h_xchg_8(p: usize): usize { return exec_atomic.xchg<u8>(p); }
export function h_xchg_16(p: usize): usize { return exec_atomic.xchg<u16>(p); }
export function h_xchg_32(p: usize): usize { return exec_atomic.xchg<u32>(p); }
export function h_xchg_64(p: usize): usize { return exec_atomic.xchg<u64>(p); }
export function h_mov_rs_8(p: usize): usize { return exec_move.mov_rs<u8>(p); }
export function h_mov_ms_8(p: usize): usize { return exec_move.mov_ms<u8>(p); }
export function h_mov_rs_16(p: usize): usize { return exec_move.mov_rs<u16>(p); }
export function h_mov_rs_32(p: usize): usize { return exec_move.mov_rs<u32>(p); }
export function h_mov_rs_64(p: usize): usize { return exec_move.mov_rs<u64>(p); }
export function h_mov_ms_16(p: usize): usize { return exec_move.mov_ms<u16>(p); }
export function h_mov_ms_32(p: usize): usize { return exec_move.mov_ms<u32>(p); }
export function h_mov_ms_64(p: usize): usize { return exec_move.mov_ms<u64>(p); }
export function h_mov_rm_8(p: usize): usize { return exec_move.mov_rm<u8>(p); }
export function h_mov_rm_16(p: usize): usize { return exec_move.mov_rm<u16>(p); }
export function h_mov_rm_32(p: usize): usize { return exec_move.mov_rm<u32>(p); }
export function h_mov_rm_64(p: usize): usize { return exec_move.mov_rm<u64>(p); }
export function h_mov_from_sreg_16(p: usize): usize { return system_segmentMoves.movFromSegment<u16>(p); }
export function h_mov_from_sreg_32(p: usize): usize { return system_segmentMoves.movFromSegment<u32>(p); }
export function h_mov_from_sreg_64(p: usize): usize { return system_segmentMoves.movFromSegment<u64>(p); }
export function h_lea_16(p: usize): usize { return exec_move.lea<u16>(p); }
export function h_lea_32(p: usize): usize { return exec_move.lea<u32>(p); }
export function h_lea_64(p: usize): usize { return exec_move.lea<u64>(p); }
export function h_mov_to_sreg(p: usize): usize { return system_segmentMoves.movToSegment(p); }
export function h_pop_ms_16(p: usize): usize { return exec_stack.pop_ms<u16>(p); }
export function h_pop_ms_32(p: usize): usize { return exec_stack.pop_ms<u32>(p); }
export function h_pop_ms_64(p: usize): usize { return exec_stack.pop_ms<u64>(p); }
export function h_xchgAcc_16(p: usize): usize { return exec_atomic.xchgAcc<u16>(p); }
export function h_xchgAcc_32(p: usize): usize { return exec_atomic.xchgAcc<u32>(p); }
export function h_xchgAcc_64(p: usize): usize { return exec_atomic.xchgAcc<u64>(p); }
export function h_pause(p: usize): usize { return system_idle.pause(p); }
export function h_cbw_16(p: usize): usize { return exec_convert.widenAcc<u16>(p); }
export function h_cbw_32(p: usize): usize { return exec_convert.widenAcc<u32>(p); }
export function h_cbw_64(p: usize): usize { return exec_convert.widenAcc<u64>(p); }
export function h_cwd_16(p: usize): usize { return exec_convert.spreadSign<u16>(p); }
export function h_cwd_32(p: usize): usize { return exec_convert.spreadSign<u32>(p); }
export function h_cwd_64(p: usize): usize { return exec_convert.spreadSign<u64>(p); }
export function h_call_far_16(p: usize): usize { return system_farControl.callFar<u16>(p); }
export function h_call_far_32(p: usize): usize { return system_farControl.callFar<u32>(p); }
export function h_call_far_64(p: usize): usize { return system_farControl.callFar<u64>(p); }
export function h_fwait(p: usize): usize { return fpu_state.fwait(p); }
export function h_pushf_16(p: usize): usize { return system_flagControl.pushf<u16>(p); }
export function h_pushf_32(p: usize): usize { return system_flagControl.pushf<u32>(p); }
export function h_pushf_64(p: usize): usize { return system_flagControl.pushf<u64>(p); }
export function h_popf_16(p: usize): usize { return system_flagControl.popf<u16>(p); }
export function h_popf_32(p: usize): usize { return system_flagControl.popf<u32>(p); }
export function h_popf_64(p: usize): usize { return system_flagControl.popf<u64>(p); }
export function h_sahf(p: usize): usize { return exec_convert.sahf(p); }
export function h_lahf(p: usize): usize { return exec_convert.lahf(p); }
export function h_movs_8(p: usize): usize { return exec_string.movs<u8>(p); }
export function h_movs_16(p: usize): usize { return exec_string.movs<u16>(p); }
export function h_movs_32(p: usize): usize { return exec_string.movs<u32>(p); }
export function h_movs_64(p: usize): usize { return exec_string.movs<u64>(p); }
export function h_cmps_8(p: usize): usize { return exec_string.cmps<u8>(p); }
export function h_cmps_16(p: usize): usize { return exec_string.cmps<u16>(p); }
export function h_cmps_32(p: usize): usize { return exec_string.cmps<u32>(p); }
export function h_cmps_64(p: usize): usize { return exec_string.cmps<u64>(p); }
export function h_stos_8(p: usize): usize { return exec_string.stos<u8>(p); }
export function h_stos_16(p: usize): usize { return exec_string.stos<u16>(p); }
export function h_stos_32(p: usize): usize { return exec_string.stos<u32>(p); }
export function h_stos_64(p: usize): usize { return exec_string.stos<u64>(p); }
export function h_lods_8(p: usize): usize { return exec_string.lods<u8>(p); }
export function h_lods_16(p: usize): usize { return exec_string.lods<u16>(p); }
export function h_lods_32(p: usize): usize { return exec_string.lods<u32>(p); }
export function h_lods_64(p: usize): usize { return exec_string.lods<u64>(p); }
export function h_scas_8(p: usize): usize { return exec_string.scas<u8>(p); }
export function h_scas_16(p: usize): usize { return exec_string.scas<u16>(p); }
export function h_scas_32(p: usize): usize { return exec_string.scas<u32>(p); }
export function h_scas_64(p: usize): usize { return exec_string.scas<u64>(p); }
export function h_rol_rs_8(p: usize): usize { return exec_shift.shiftImm_rs<u8>(p, 0, true); }
export function h_rol_rs_8_nf(p: usize): usize { return exec_shift.shiftImm_rs<u8>(p, 0, false); }
export function h_rol_ms_8(p: usize): usize { return exec_shift.shiftImm_ms<u8>(p, 0, true); }
export function h_rol_ms_8_nf(p: usize): usize { return exec_shift.shiftImm_ms<u8>(p, 0, false); }
export function h_ror_rs_8(p: usize): usize { return exec_shift.shiftImm_rs<u8>(p, 1, true); }
export function h_ror_rs_8_nf(p: usize): usize { return exec_shift.shiftImm_rs<u8>(p, 1, false); }
export function h_ror_ms_8(p: usize): usize { return exec_shift.shiftImm_ms<u8>(p, 1, true); }
export function h_ror_ms_8_nf(p: usize): usize { return exec_shift.shiftImm_ms<u8>(p, 1, false); }
export function h_rcl_rs_8(p: usize): usize { return exec_shift.shiftImm_rs<u8>(p, 2, true); }
export function h_rcl_rs_8_nf(p: usize): usize { return exec_shift.shiftImm_rs<u8>(p, 2, false); }
export function h_rcl_ms_8(p: usize): usize { return exec_shift.shiftImm_ms<u8>(p, 2, true); }
export function h_rcl_ms_8_nf(p: usize): usize { return exec_shift.shiftImm_ms<u8>(p, 2, false); }
export function h_rcr_rs_8(p: usize): usize { return exec_shift.shiftImm_rs<u8>(p, 3, true); }
export function h_rcr_rs_8_nf(p: usize): usize { return exec_shift.shiftImm_rs<u8>(p, 3, false); }
export function h_rcr_ms_8(p: usize): usize { return exec_shift.shiftImm_ms<u8>(p, 3, true); }
export function h_rcr_ms_8_nf(p: usize): usize { return exec_shift.shiftImm_ms<u8>(p, 3, false); }
export function h_shl_rs_8(p: usize): usize { return exec_shift.shiftImm_rs<u8>(p, 4, true); }
export function h_shl_rs_8_nf(p: usize): usize { return exec_shift.shiftImm_rs<u8>(p, 4, false); }
export function h_shl_ms_8(p: usize): usize { return exec_shift.shiftImm_ms<u8>(p, 4, true); }
export function h_shl_ms_8_nf(p: usize): usize { return exec_shift.shiftImm_ms<u8>(p, 4, false); }
export function h_shr_rs_8(p: usize): usize { return exec_shift.shiftImm_rs<u8>(p, 5, true); }
export function h_shr_rs_8_nf(p: usize): usize { return exec_shift.shiftImm_rs<u8>(p, 5, false); }
export function h_shr_ms_8(p: usize): usize { return exec_shift.shiftImm_ms<u8>(p, 5, true); }
export function h_shr_ms_8_nf(p: usize): usize { return exec_shift.shiftImm_ms<u8>(p, 5, false); }
export function h_sar_rs_8(p: usize): usize { return exec_shift.shiftImm_rs<u8>(p, 7, true); }
export function h_sar_rs_8_nf(p: usize): usize { return exec_shift.shiftImm_rs<u8>(p, 7, false); }
export function h_sar_ms_8(p: usize): usize { return exec_shift.shiftImm_ms<u8>(p, 7, true); }
export function h_sar_ms_8_nf(p: usize): usize { return exec_shift.shiftImm_ms<u8>(p, 7, false); }
export function h_rol_rs_16(p: usize): usize { return exec_shift.shiftImm_rs<u16>(p, 0, true); }
export function h_rol_rs_32(p: usize): usize { return exec_shift.shiftImm_rs<u32>(p, 0, true); }
export function h_rol_rs_64(p: usize): usize { return exec_shift.shiftImm_rs<u64>(p, 0, true); }
export function h_rol_rs_16_nf(p: usize): usize { return exec_shift.shiftImm_rs<u16>(p, 0, false); }
export function h_rol_rs_32_nf(p: usize): usize { return exec_shift.shiftImm_rs<u32>(p, 0, false); }
export function h_rol_rs_64_nf(p: usize): usize { return exec_shift.shiftImm_rs<u64>(p, 0, false); }
export function h_rol_ms_16(p: usize): usize { return exec_shift.shiftImm_ms<u16>(p, 0, true); }
export function h_rol_ms_32(p: usize): usize { return exec_shift.shiftImm_ms<u32>(p, 0, true); }
export function h_rol_ms_64(p: usize): usize { return exec_shift.shiftImm_ms<u64>(p, 0, true); }
export function h_rol_ms_16_nf(p: usize): usize { return exec_shift.shiftImm_ms<u16>(p, 0, false); }
export function h_rol_ms_32_nf(p: usize): usize { return exec_shift.shiftImm_ms<u32>(p, 0, false); }
export function h_rol_ms_64_nf(p: usize): usize { return exec_shift.shiftImm_ms<u64>(p, 0, false); }
export function h_ror_rs_16(p: usize): usize { return exec_shift.shiftImm_rs<u16>(p, 1, true); }
export function h_ror_rs_32(p: usize): usize { return exec_shift.shiftImm_rs<u32>(p, 1, true); }
export function h_ror_rs_64(p: usize): usize { return exec_shift.shiftImm_rs<u64>(p, 1, true); }
export function h_ror_rs_16_nf(p: usize): usize { return exec_shift.shiftImm_rs<u16>(p, 1, false); }
export function h_ror_rs_32_nf(p: usize): usize { return exec_shift.shiftImm_rs<u32>(p, 1, false); }
export function h_ror_rs_64_nf(p: usize): usize { return exec_shift.shiftImm_rs<u64>(p, 1, false); }
export function h_ror_ms_16(p: usize): usize { return exec_shift.shiftImm_ms<u16>(p, 1, true); }
export function h_ror_ms_32(p: usize): usize { return exec_shift.shiftImm_ms<u32>(p, 1, true); }
export function h_ror_ms_64(p: usize): usize { return exec_shift.shiftImm_ms<u64>(p, 1, true); }
export function h_ror_ms_16_nf(p: usize): usize { return exec_shift.shiftImm_ms<u16>(p, 1, false); }
export function h_ror_ms_32_nf(p: usize): usize { return exec_shift.shiftImm_ms<u32>(p, 1, false); }
export function h_ror_ms_64_nf(p: usize): usize { return exec_shift.shiftImm_ms<u64>(p, 1, false); }
export function h_rcl_rs_16(p: usize): usize { return exec_shift.shiftImm_rs<u16>(p, 2, true); }
export function h_rcl_rs_32(p: usize): usize { return exec_shift.shiftImm_rs<u32>(p, 2, true); }
export function h_rcl_rs_64(p: usize): usize { return exec_shift.shiftImm_rs<u64>(p, 2, true); }
export function h_rcl_rs_16_nf(p: usize): usize { return exec_shift.shiftImm_rs<u16>(p, 2, false); }
export function h_rcl_rs_32_nf(p: usize): usize { return exec_shift.shiftImm_rs<u32>(p, 2, false); }
export function h_rcl_rs_64_nf(p: usize): usize { return exec_shift.shiftImm_rs<u64>(p, 2, false); }
export function h_rcl_ms_16(p: usize): usize { return exec_shift.shiftImm_ms<u16>(p, 2, true); }
export function h_rcl_ms_32(p: usize): usize { return exec_shift.shiftImm_ms<u32>(p, 2, true); }
export function h_rcl_ms_64(p: usize): usize { return exec_shift.shiftImm_ms<u64>(p, 2, true); }
export function h_rcl_ms_16_nf(p: usize): usize { return exec_shift.shiftImm_ms<u16>(p, 2, false); }
export function h_rcl_ms_32_nf(p: usize): usize { return exec_shift.shiftImm_ms<u32>(p, 2, false); }
export function h_rcl_ms_64_nf(p: usize): usize { return exec_shift.shiftImm_ms<u64>(p, 2, false); }
export function h_rcr_rs_16(p: usize): usize { return exec_shift.shiftImm_rs<u16>(p, 3, true); }
export function h_rcr_rs_32(p: usize): usize { return exec_shift.shiftImm_rs<u32>(p, 3, true); }
export function h_rcr_rs_64(p: usize): usize { return exec_shift.shiftImm_rs<u64>(p, 3, true); }
export function h_rcr_rs_16_nf(p: usize): usize { return exec_shift.shiftImm_rs<u16>(p, 3, false); }
export function h_rcr_rs_32_nf(p: usize): usize { return exec_shift.shiftImm_rs<u32>(p, 3, false); }
export function h_rcr_rs_64_nf(p: usize): usize { return exec_shift.shiftImm_rs<u64>(p, 3, false); }
export function h_rcr_ms_16(p: usize): usize { return exec_shift.shiftImm_ms<u16>(p, 3, true); }
export function h_rcr_ms_32(p: usize): usize { return exec_shift.shiftImm_ms<u32>(p, 3, true); }
export function h_rcr_ms_64(p: usize): usize { return exec_shift.shiftImm_ms<u64>(p, 3, true); }
export function h_rcr_ms_16_nf(p: usize): usize { return exec_shift.shiftImm_ms<u16>(p, 3, false); }
export function h_rcr_ms_32_nf(p: usize): usize { return exec_shift.shiftImm_ms<u32>(p, 3, false); }
export function h_rcr_ms_64_nf(p: usize): usize { return exec_shift.shiftImm_ms<u64>(p, 3, false); }
export function h_shl_rs_16(p: usize): usize { return exec_shift.shiftImm_rs<u16>(p, 4, true); }
export function h_shl_rs_32(p: usize): usize { return exec_shift.shiftImm_rs<u32>(p, 4, true); }
export function h_shl_rs_64(p: usize): usize { return exec_shift.shiftImm_rs<u64>(p, 4, true); }
export function h_shl_rs_16_nf(p: usize): usize { return exec_shift.shiftImm_rs<u16>(p, 4, false); }
export function h_shl_rs_32_nf(p: usize): usize { return exec_shift.shiftImm_rs<u32>(p, 4, false); }
export function h_shl_rs_64_nf(p: usize): usize { return exec_shift.shiftImm_rs<u64>(p, 4, false); }
export function h_shl_ms_16(p: usize): usize { return exec_shift.shiftImm_ms<u16>(p, 4, true); }
export function h_shl_ms_32(p: usize): usize { return exec_shift.shiftImm_ms<u32>(p, 4, true); }
export function h_shl_ms_64(p: usize): usize { return exec_shift.shiftImm_ms<u64>(p, 4, true); }
export function h_shl_ms_16_nf(p: usize): usize { return exec_shift.shiftImm_ms<u16>(p, 4, false); }
export function h_shl_ms_32_nf(p: usize): usize { return exec_shift.shiftImm_ms<u32>(p, 4, false); }
export function h_shl_ms_64_nf(p: usize): usize { return exec_shift.shiftImm_ms<u64>(p, 4, false); }
export function h_shr_rs_16(p: usize): usize { return exec_shift.shiftImm_rs<u16>(p, 5, true); }
export function h_shr_rs_32(p: usize): usize { return exec_shift.shiftImm_rs<u32>(p, 5, true); }
export function h_shr_rs_64(p: usize): usize { return exec_shift.shiftImm_rs<u64>(p, 5, true); }
export function h_shr_rs_16_nf(p: usize): usize { return exec_shift.shiftImm_rs<u16>(p, 5, false); }
export function h_shr_rs_32_nf(p: usize): usize { return exec_shift.shiftImm_rs<u32>(p, 5, false); }
export function h_shr_rs_64_nf(p: usize): usize { return exec_shift.shiftImm_rs<u64>(p, 5, false); }
export function h_shr_ms_16(p: usize): usize { return exec_shift.shiftImm_ms<u16>(p, 5, true); }
export function h_shr_ms_32(p: usize): usize { return exec_shift.shiftImm_ms<u32>(p, 5, true); }
export function h_shr_ms_64(p: usize): usize { return exec_shift.shiftImm_ms<u64>(p, 5, true); }
export function h_shr_ms_16_nf(p: usize): usize { return exec_shift.shiftImm_ms<u16>(p, 5, false); }
export function h_shr_ms_32_nf(p: usize): usize { return exec_shift.shiftImm_ms<u32>(p, 5, false); }
export function h_shr_ms_64_nf(p: usize): usize { return exec_shift.shiftImm_ms<u64>(p, 5, false); }
export function h_sar_rs_16(p: usize): usize { return exec_shift.shiftImm_rs<u16>(p, 7, true); }
export function h_sar_rs_32(p: usize): usize { return exec_shift.shiftImm_rs<u32>(p, 7, true); }
export function h_sar_rs_64(p: usize): usize { return exec_shift.shiftImm_rs<u64>(p, 7, true); }
export function h_sar_rs_16_nf(p: usize): usize { return exec_shift.shiftImm_rs<u16>(p, 7, false); }
export function h_sar_rs_32_nf(p: usize): usize { return exec_shift.shiftImm_rs<u32>(p, 7, false); }
export function h_sar_rs_64_nf(p: usize): usize { return exec_shift.shiftImm_rs<u64>(p, 7, false); }
export function h_sar_ms_16(p: usize): usize { return exec_shift.shiftImm_ms<u16>(p, 7, true); }
export function h_sar_ms_32(p: usize): usize { return exec_shift.shiftImm_ms<u32>(p, 7, true); }
export function h_sar_ms_64(p: usize): usize { return exec_shift.shiftImm_ms<u64>(p, 7, true); }
export function h_sar_ms_16_nf(p: usize): usize { return exec_shift.shiftImm_ms<u16>(p, 7, false); }
export function h_sar_ms_32_nf(p: usize): usize { return exec_shift.shiftImm_ms<u32>(p, 7, false); }
export function h_sar_ms_64_nf(p: usize): usize { return exec_shift.shiftImm_ms<u64>(p, 7, false); }
export function h_retn_16(p: usize): usize { return exec_branch.retn<u16>(p); }
export function h_retn_32(p: usize): usize { return exec_branch.retn<u32>(p); }
export function h_retn_64(p: usize): usize { return exec_branch.retn<u64>(p); }
export function h_ret_16(p: usize): usize { return exec_branch.ret<u16>(p); }
export function h_ret_32(p: usize): usize { return exec_branch.ret<u32>(p); }
export function h_ret_64(p: usize): usize { return exec_branch.ret<u64>(p); }
export function h_les_16(p: usize): usize { return system_segmentMoves.loadFar<u16>(p, 0); }
export function h_les_32(p: usize): usize { return system_segmentMoves.loadFar<u32>(p, 0); }
export function h_les_64(p: usize): usize { return system_segmentMoves.loadFar<u64>(p, 0); }
export function h_lds_16(p: usize): usize { return system_segmentMoves.loadFar<u16>(p, 3); }
export function h_lds_32(p: usize): usize { return system_segmentMoves.loadFar<u32>(p, 3); }
export function h_lds_64(p: usize): usize { return system_segmentMoves.loadFar<u64>(p, 3); }
export function h_enter_16(p: usize): usize { return exec_stack.enter<u16>(p); }
export function h_enter_32(p: usize): usize { return exec_stack.enter<u32>(p); }
export function h_enter_64(p: usize): usize { return exec_stack.enter<u64>(p); }
export function h_leave_16(p: usize): usize { return exec_stack.leave<u16>(p); }
export function h_leave_32(p: usize): usize { return exec_stack.leave<u32>(p); }
export function h_leave_64(p: usize): usize { return exec_stack.leave<u64>(p); }
export function h_retf_imm_16(p: usize): usize { return system_farReturn.retf<u16>(p, true); }
export function h_retf_imm_32(p: usize): usize { return system_farReturn.retf<u32>(p, true); }
export function h_retf_imm_64(p: usize): usize { return system_farReturn.retf<u64>(p, true); }
export function h_retf_16(p: usize): usize { return system_farReturn.retf<u16>(p, false); }
export function h_retf_32(p: usize): usize { return system_farReturn.retf<u32>(p, false); }
export function h_retf_64(p: usize): usize { return system_farReturn.retf<u64>(p, false); }
export function h_int3(p: usize): usize { return system_interrupt.int3(p); }
export function h_intn(p: usize): usize { return system_interrupt.intn(p); }
export function h_into(p: usize): usize { return system_interrupt.into(p); }
export function h_iret_16(p: usize): usize { return system_farReturn.iret<u16>(p); }
export function h_iret_32(p: usize): usize { return system_farReturn.iret<u32>(p); }
export function h_iret_64(p: usize): usize { return system_farReturn.iret<u64>(p); }
export function h_rol1_rs_8(p: usize): usize { return exec_shift.shiftOne_rs<u8>(p, 0, true); }
export function h_rol1_rs_8_nf(p: usize): usize { return exec_shift.shiftOne_rs<u8>(p, 0, false); }
export function h_rol1_ms_8(p: usize): usize { return exec_shift.shiftOne_ms<u8>(p, 0, true); }
export function h_rol1_ms_8_nf(p: usize): usize { return exec_shift.shiftOne_ms<u8>(p, 0, false); }
export function h_ror1_rs_8(p: usize): usize { return exec_shift.shiftOne_rs<u8>(p, 1, true); }
export function h_ror1_rs_8_nf(p: usize): usize { return exec_shift.shiftOne_rs<u8>(p, 1, false); }
export function h_ror1_ms_8(p: usize): usize { return exec_shift.shiftOne_ms<u8>(p, 1, true); }
export function h_ror1_ms_8_nf(p: usize): usize { return exec_shift.shiftOne_ms<u8>(p, 1, false); }
export function h_rcl1_rs_8(p: usize): usize { return exec_shift.shiftOne_rs<u8>(p, 2, true); }
export function h_rcl1_rs_8_nf(p: usize): usize { return exec_shift.shiftOne_rs<u8>(p, 2, false); }
export function h_rcl1_ms_8(p: usize): usize { return exec_shift.shiftOne_ms<u8>(p, 2, true); }
export function h_rcl1_ms_8_nf(p: usize): usize { return exec_shift.shiftOne_ms<u8>(p, 2, false); }
export function h_rcr1_rs_8(p: usize): usize { return exec_shift.shiftOne_rs<u8>(p, 3, true); }
export function h_rcr1_rs_8_nf(p: usize): usize { return exec_shift.shiftOne_rs<u8>(p, 3, false); }
export function h_rcr1_ms_8(p: usize): usize { return exec_shift.shiftOne_ms<u8>(p, 3, true); }
export function h_rcr1_ms_8_nf(p: usize): usize { return exec_shift.shiftOne_ms<u8>(p, 3, false); }
export function h_shl1_rs_8(p: usize): usize { return exec_shift.shiftOne_rs<u8>(p, 4, true); }
export function h_shl1_rs_8_nf(p: usize): usize { return exec_shift.shiftOne_rs<u8>(p, 4, false); }
export function h_shl1_ms_8(p: usize): usize { return exec_shift.shiftOne_ms<u8>(p, 4, true); }
export function h_shl1_ms_8_nf(p: usize): usize { return exec_shift.shiftOne_ms<u8>(p, 4, false); }
export function h_shr1_rs_8(p: usize): usize { return exec_shift.shiftOne_rs<u8>(p, 5, true); }
export function h_shr1_rs_8_nf(p: usize): usize { return exec_shift.shiftOne_rs<u8>(p, 5, false); }
export function h_shr1_ms_8(p: usize): usize { return exec_shift.shiftOne_ms<u8>(p, 5, true); }
export function h_shr1_ms_8_nf(p: usize): usize { return exec_shift.shiftOne_ms<u8>(p, 5, false); }
export function h_sar1_rs_8(p: usize): usize { return exec_shift.shiftOne_rs<u8>(p, 7, true); }
export function h_sar1_rs_8_nf(p: usize): usize { return exec_shift.shiftOne_rs<u8>(p, 7, false); }
export function h_sar1_ms_8(p: usize): usize { return exec_shift.shiftOne_ms<u8>(p, 7, true); }
export function h_sar1_ms_8_nf(p: usize): usize { return exec_shift.shiftOne_ms<u8>(p, 7, false); }
export function h_rol1_rs_16(p: usize): usize { return exec_shift.shiftOne_rs<u16>(p, 0, true); }
export function h_rol1_rs_32(p: usize): usize { return exec_shift.shiftOne_rs<u32>(p, 0, true); }
export function h_rol1_rs_64(p: usize): usize { return exec_shift.shiftOne_rs<u64>(p, 0, true); }
export function h_rol1_rs_16_nf(p: usize): usize { return exec_shift.shiftOne_rs<u16>(p, 0, false); }
export function h_rol1_rs_32_nf(p: usize): usize { return exec_shift.shiftOne_rs<u32>(p, 0, false); }
export function h_rol1_rs_64_nf(p: usize): usize { return exec_shift.shiftOne_rs<u64>(p, 0, false); }
export function h_rol1_ms_16(p: usize): usize { return exec_shift.shiftOne_ms<u16>(p, 0, true); }
export function h_rol1_ms_32(p: usize): usize { return exec_shift.shiftOne_ms<u32>(p, 0, true); }
export function h_rol1_ms_64(p: usize): usize { return exec_shift.shiftOne_ms<u64>(p, 0, true); }
export function h_rol1_ms_16_nf(p: usize): usize { return exec_shift.shiftOne_ms<u16>(p, 0, false); }
export function h_rol1_ms_32_nf(p: usize): usize { return exec_shift.shiftOne_ms<u32>(p, 0, false); }
export function h_rol1_ms_64_nf(p: usize): usize { return exec_shift.shiftOne_ms<u64>(p, 0, false); }
export function h_ror1_rs_16(p: usize): usize { return exec_shift.shiftOne_rs<u16>(p, 1, true); }
export function h_ror1_rs_32(p: usize): usize { return exec_shift.shiftOne_rs<u32>(p, 1, true); }
export function h_ror1_rs_64(p: usize): usize { return exec_shift.shiftOne_rs<u64>(p, 1, true); }
export function h_ror1_rs_16_nf(p: usize): usize { return exec_shift.shiftOne_rs<u16>(p, 1, false); }
export function h_ror1_rs_32_nf(p: usize): usize { return exec_shift.shiftOne_rs<u32>(p, 1, false); }
export function h_ror1_rs_64_nf(p: usize): usize { return exec_shift.shiftOne_rs<u64>(p, 1, false); }
export function h_ror1_ms_16(p: usize): usize { return exec_shift.shiftOne_ms<u16>(p, 1, true); }
export function h_ror1_ms_32(p: usize): usize { return exec_shift.shiftOne_ms<u32>(p, 1, true); }
export function h_ror1_ms_64(p: usize): usize { return exec_shift.shiftOne_ms<u64>(p, 1, true); }
export function h_ror1_ms_16_nf(p: usize): usize { return exec_shift.shiftOne_ms<u16>(p, 1, false); }
export function h_ror1_ms_32_nf(p: usize): usize { return exec_shift.shiftOne_ms<u32>(p, 1, false); }
export function h_ror1_ms_64_nf(p: usize): usize { return exec_shift.shiftOne_ms<u64>(p, 1, false); }
export function h_rcl1_rs_16(p: usize): usize { return exec_shift.shiftOne_rs<u16>(p, 2, true); }
export function h_rcl1_rs_32(p: usize): usize { return exec_shift.shiftOne_rs<u32>(p, 2, true); }
export function h_rcl1_rs_64(p: usize): usize { return exec_shift.shiftOne_rs<u64>(p, 2, true); }
export function h_rcl1_rs_16_nf(p: usize): usize { return exec_shift.shiftOne_rs<u16>(p, 2, false); }
export function h_rcl1_rs_32_nf(p: usize): usize { return exec_shift.shiftOne_rs<u32>(p, 2, false); }
export function h_rcl1_rs_64_nf(p: usize): usize { return exec_shift.shiftOne_rs<u64>(p, 2, false); }
export function h_rcl1_ms_16(p: usize): usize { return exec_shift.shiftOne_ms<u16>(p, 2, true); }
export function h_rcl1_ms_32(p: usize): usize { return exec_shift.shiftOne_ms<u32>(p, 2, true); }
export function h_rcl1_ms_64(p: usize): usize { return exec_shift.shiftOne_ms<u64>(p, 2, true); }
export function h_rcl1_ms_16_nf(p: usize): usize { return exec_shift.shiftOne_ms<u16>(p, 2, false); }
export function h_rcl1_ms_32_nf(p: usize): usize { return exec_shift.shiftOne_ms<u32>(p, 2, false); }
export function h_rcl1_ms_64_nf(p: usize): usize { return exec_shift.shiftOne_ms<u64>(p, 2, false); }
export function h_rcr1_rs_16(p: usize): usize { return exec_shift.shiftOne_rs<u16>(p, 3, true); }
export function h_rcr1_rs_32(p: usize): usize { return exec_shift.shiftOne_rs<u32>(p, 3, true); }
export function h_rcr1_rs_64(p: usize): usize { return exec_shift.shiftOne_rs<u64>(p, 3, true); }
export function h_rcr1_rs_16_nf(p: usize): usize { return exec_shift.shiftOne_rs<u16>(p, 3, false); }
export function h_rcr1_rs_32_nf(p: usize): usize { return exec_shift.shiftOne_rs<u32>(p, 3, false); }
export function h_rcr1_rs_64_nf(p: usize): usize { return exec_shift.shiftOne_rs<u64>(p, 3, false); }
export function h_rcr1_ms_16(p: usize): usize { return exec_shift.shiftOne_ms<u16>(p, 3, true); }
export function h_rcr1_ms_32(p: usize): usize { return exec_shift.shiftOne_ms<u32>(p, 3, true); }
export function h_rcr1_ms_64(p: usize): usize { return exec_shift.shiftOne_ms<u64>(p, 3, true); }
export function h_rcr1_ms_16_nf(p: usize): usize { return exec_shift.shiftOne_ms<u16>(p, 3, false); }
export function h_rcr1_ms_32_nf(p: usize): usize { return exec_shift.shiftOne_ms<u32>(p, 3, false); }
export function h_rcr1_ms_64_nf(p: usize): usize { return exec_shift.shiftOne_ms<u64>(p, 3, false); }
export function h_shl1_rs_16(p: usize): usize { return exec_shift.shiftOne_rs<u16>(p, 4, true); }
export function h_shl1_rs_32(p: usize): usize { return exec_shift.shiftOne_rs<u32>(p, 4, true); }
export function h_shl1_rs_64(p: usize): usize { return exec_shift.shiftOne_rs<u64>(p, 4, true); }
export function h_shl1_rs_16_nf(p: usize): usize { return exec_shift.shiftOne_rs<u16>(p, 4, false); }
export function h_shl1_rs_32_nf(p: usize): usize { return exec_shift.shiftOne_rs<u32>(p, 4, false); }
export function h_shl1_rs_64_nf(p: usize): usize { return exec_shift.shiftOne_rs<u64>(p, 4, false); }
export function h_shl1_ms_16(p: usize): usize { return exec_shift.shiftOne_ms<u16>(p, 4, true); }
export function h_shl1_ms_32(p: usize): usize { return exec_shift.shiftOne_ms<u32>(p, 4, true); }
export function h_shl1_ms_64(p: usize): usize { return exec_shift.shiftOne_ms<u64>(p, 4, true); }
export function h_shl1_ms_16_nf(p: usize): usize { return exec_shift.shiftOne_ms<u16>(p, 4, false); }
export function h_shl1_ms_32_nf(p: usize): usize { return exec_shift.shiftOne_ms<u32>(p, 4, false); }
export function h_shl1_ms_64_nf(p: usize): usize { return exec_shift.shiftOne_ms<u64>(p, 4, false); }
export function h_shr1_rs_16(p: usize): usize { return exec_shift.shiftOne_rs<u16>(p, 5, true); }
export function h_shr1_rs_32(p: usize): usize { return exec_shift.shiftOne_rs<u32>(p, 5, true); }
export function h_shr1_rs_64(p: usize): usize { return exec_shift.shiftOne_rs<u64>(p, 5, true); }
export function h_shr1_rs_16_nf(p: usize): usize { return exec_shift.shiftOne_rs<u16>(p, 5, false); }
export function h_shr1_rs_32_nf(p: usize): usize { return exec_shift.shiftOne_rs<u32>(p, 5, false); }
export function h_shr1_rs_64_nf(p: usize): usize { return exec_shift.shiftOne_rs<u64>(p, 5, false); }
export function h_shr1_ms_16(p: usize): usize { return exec_shift.shiftOne_ms<u16>(p, 5, true); }
export function h_shr1_ms_32(p: usize): usize { return exec_shift.shiftOne_ms<u32>(p, 5, true); }
export function h_shr1_ms_64(p: usize): usize { return exec_shift.shiftOne_ms<u64>(p, 5, true); }
export function h_shr1_ms_16_nf(p: usize): usize { return exec_shift.shiftOne_ms<u16>(p, 5, false); }
export function h_shr1_ms_32_nf(p: usize): usize { return exec_shift.shiftOne_ms<u32>(p, 5, false); }
export function h_shr1_ms_64_nf(p: usize): usize { return exec_shift.shiftOne_ms<u64>(p, 5, false); }
export function h_sar1_rs_16(p: usize): usize { return exec_shift.shiftOne_rs<u16>(p, 7, true); }
export function h_sar1_rs_32(p: usize): usize { return exec_shift.shiftOne_rs<u32>(p, 7, true); }
export function h_sar1_rs_64(p: usize): usize { return exec_shift.shiftOne_rs<u64>(p, 7, true); }
export function h_sar1_rs_16_nf(p: usize): usize { return exec_shift.shiftOne_rs<u16>(p, 7, false); }
export function h_sar1_rs_32_nf(p: usize): usize { return exec_shift.shiftOne_rs<u32>(p, 7, false); }
export function h_sar1_rs_64_nf(p: usize): usize { return exec_shift.shiftOne_rs<u64>(p, 7, false); }
export function h_sar1_ms_16(p: usize): usize { return exec_shift.shiftOne_ms<u16>(p, 7, true); }
export function h_sar1_ms_32(p: usize): usize { return exec_shift.shiftOne_ms<u32>(p, 7, true); }
export function h_sar1_ms_64(p: usize): usize { return exec_shift.shiftOne_ms<u64>(p, 7, true); }
export function h_sar1_ms_16_nf(p: usize): usize { return exec_shift.shiftOne_ms<u16>(p, 7, false); }
export function h_sar1_ms_32_nf(p: usize): usize { return exec_shift.shiftOne_ms<u32>(p, 7, false); }
export function h_sar1_ms_64_nf(p: usize): usize { return exec_shift.shiftOne_ms<u64>(p, 7, false); }
export function h_rolcl_8(p: usize): usize { return exec_shift.shiftCl<u8>(p, 0); }
export function h_rorcl_8(p: usize): usize { return exec_shift.shiftCl<u8>(p, 1); }
export function h_rclcl_8(p: usize): usize { return exec_shift.shiftCl<u8>(p, 2); }
export function h_rcrcl_8(p: usize): usize { return exec_shift.shiftCl<u8>(p, 3); }
export function h_shlcl_8(p: usize): usize { return exec_shift.shiftCl<u8>(p, 4); }
export function h_shrcl_8(p: usize): usize { return exec_shift.shiftCl<u8>(p, 5); }
export function h_sarcl_8(p: usize): usize { return exec_shift.shiftCl<u8>(p, 7); }
export function h_rolcl_16(p: usize): usize { return exec_shift.shiftCl<u16>(p, 0); }
export function h_rolcl_32(p: usize): usize { return exec_shift.shiftCl<u32>(p, 0); }
export function h_rolcl_64(p: usize): usize { return exec_shift.shiftCl<u64>(p, 0); }
export function h_rorcl_16(p: usize): usize { return exec_shift.shiftCl<u16>(p, 1); }
export function h_rorcl_32(p: usize): usize { return exec_shift.shiftCl<u32>(p, 1); }
export function h_rorcl_64(p: usize): usize { return exec_shift.shiftCl<u64>(p, 1); }
export function h_rclcl_16(p: usize): usize { return exec_shift.shiftCl<u16>(p, 2); }
export function h_rclcl_32(p: usize): usize { return exec_shift.shiftCl<u32>(p, 2); }
export function h_rclcl_64(p: usize): usize { return exec_shift.shiftCl<u64>(p, 2); }
export function h_rcrcl_16(p: usize): usize { return exec_shift.shiftCl<u16>(p, 3); }
export function h_rcrcl_32(p: usize): usize { return exec_shift.shiftCl<u32>(p, 3); }
export function h_rcrcl_64(p: usize): usize { return exec_shift.shiftCl<u64>(p, 3); }
export function h_shlcl_16(p: usize): usize { return exec_shift.shiftCl<u16>(p, 4); }
export function h_shlcl_32(p: usize): usize { return exec_shift.shiftCl<u32>(p, 4); }
export function h_shlcl_64(p: usize): usize { return exec_shift.shiftCl<u64>(p, 4); }
export function h_shrcl_16(p: usize): usize { return exec_shift.shiftCl<u16>(p, 5); }
export function h_shrcl_32(p: usize): usize { return exec_shift.shiftCl<u32>(p, 5); }
export function h_shrcl_64(p: usize): usize { return exec_shift.shiftCl<u64>(p, 5); }
export function h_sarcl_16(p: usize): usize { return exec_shift.shiftCl<u16>(p, 7); }
export function h_sarcl_32(p: usize): usize { return exec_shift.shiftCl<u32>(p, 7); }
export function h_sarcl_64(p: usize): usize { return exec_shift.shiftCl<u64>(p, 7); }
export function h_aam(p: usize): usize { return exec_bcd.aam(p); }
export function h_aad(p: usize): usize { return exec_bcd.aad(p); }
export function h_salc(p: usize): usize { return exec_bcd.salc(p); }
export function h_xlat(p: usize): usize { return exec_convert.xlat(p); }
export function h_fadd_s(p: usize): usize { return fpu_x87Arithmetic.arithmeticMemory(p, 0, 0); }
export function h_fmul_s(p: usize): usize { return fpu_x87Arithmetic.arithmeticMemory(p, 1, 0); }
export function h_fcom_s(p: usize): usize { return fpu_x87Compare.compareMemory(p, 0, false); }
export function h_fcomp_s(p: usize): usize { return fpu_x87Compare.compareMemory(p, 0, true); }
export function h_fsub_s(p: usize): usize { return fpu_x87Arithmetic.arithmeticMemory(p, 4, 0); }
export function h_fsubr_s(p: usize): usize { return fpu_x87Arithmetic.arithmeticMemory(p, 5, 0); }
export function h_fdiv_s(p: usize): usize { return fpu_x87Arithmetic.arithmeticMemory(p, 6, 0); }
export function h_fdivr_s(p: usize): usize { return fpu_x87Arithmetic.arithmeticMemory(p, 7, 0); }
export function h_fadd_top(p: usize): usize { return fpu_x87Arithmetic.arithmeticTop(p, 0); }
export function h_fmul_top(p: usize): usize { return fpu_x87Arithmetic.arithmeticTop(p, 1); }
export function h_fcom(p: usize): usize { return fpu_x87Compare.compareRegister(p, false, false, 0); }
export function h_fcomp(p: usize): usize { return fpu_x87Compare.compareRegister(p, false, false, 1); }
export function h_fsub_top(p: usize): usize { return fpu_x87Arithmetic.arithmeticTop(p, 4); }
export function h_fsubr_top(p: usize): usize { return fpu_x87Arithmetic.arithmeticTop(p, 5); }
export function h_fdiv_top(p: usize): usize { return fpu_x87Arithmetic.arithmeticTop(p, 6); }
export function h_fdivr_top(p: usize): usize { return fpu_x87Arithmetic.arithmeticTop(p, 7); }
export function h_fld_s(p: usize): usize { return fpu_x87Move.fldMemory(p, false); }
export function h_fst_s(p: usize): usize { return fpu_x87Move.fstMemory(p, false, false); }
export function h_fstp_s(p: usize): usize { return fpu_x87Move.fstMemory(p, false, true); }
export function h_fldenv_16(p: usize): usize { return fpu_environment.fldenv<u16>(p); }
export function h_fldenv_32(p: usize): usize { return fpu_environment.fldenv<u32>(p); }
export function h_fldenv_64(p: usize): usize { return fpu_environment.fldenv<u64>(p); }
export function h_fldcw(p: usize): usize { return fpu_state.fldcw(p); }
export function h_fnstenv_16(p: usize): usize { return fpu_environment.fnstenv<u16>(p); }
export function h_fnstenv_32(p: usize): usize { return fpu_environment.fnstenv<u32>(p); }
export function h_fnstenv_64(p: usize): usize { return fpu_environment.fnstenv<u64>(p); }
export function h_fnstcw(p: usize): usize { return fpu_state.fnstcw(p); }
export function h_fldRegister(p: usize): usize { return fpu_x87Move.fldRegister(p); }
export function h_fxch(p: usize): usize { return fpu_x87Move.fxch(p); }
export function h_fnop(p: usize): usize { return fpu_state.fnop(p); }
export function h_fstpQuietly(p: usize): usize { return fpu_x87Move.fstpQuietly(p); }
export function h_fchs(p: usize): usize { return fpu_x87Move.changeSign(p, false); }
export function h_fabs(p: usize): usize { return fpu_x87Move.changeSign(p, true); }
export function h_ftst(p: usize): usize { return fpu_x87Compare.ftst(p); }
export function h_fxam(p: usize): usize { return fpu_x87Compare.fxam(p); }
export function h_fld1(p: usize): usize { return fpu_x87Move.fldConstant(p, 0); }
export function h_fldl2t(p: usize): usize { return fpu_x87Move.fldConstant(p, 1); }
export function h_fldl2e(p: usize): usize { return fpu_x87Move.fldConstant(p, 2); }
export function h_fldpi(p: usize): usize { return fpu_x87Move.fldConstant(p, 3); }
export function h_fldlg2(p: usize): usize { return fpu_x87Move.fldConstant(p, 4); }
export function h_fldln2(p: usize): usize { return fpu_x87Move.fldConstant(p, 5); }
export function h_fldz(p: usize): usize { return fpu_x87Move.fldConstant(p, 6); }
export function h_f2xm1(p: usize): usize { return fpu_x87Transcendental.f2xm1(p); }
export function h_fyl2x(p: usize): usize { return fpu_x87Transcendental.fyl2x(p); }
export function h_fptan(p: usize): usize { return fpu_x87Transcendental.fptan(p); }
export function h_fpatan(p: usize): usize { return fpu_x87Transcendental.fpatan(p); }
export function h_fxtract(p: usize): usize { return fpu_x87Arithmetic.fxtract(p); }
export function h_fprem1(p: usize): usize { return fpu_x87Remainder.fprem(p, true); }
export function h_fdecstp(p: usize): usize { return fpu_x87Move.fdecstp(p); }
export function h_fincstp(p: usize): usize { return fpu_x87Move.fincstp(p); }
export function h_fprem(p: usize): usize { return fpu_x87Remainder.fprem(p, false); }
export function h_fyl2xp1(p: usize): usize { return fpu_x87Transcendental.fyl2xp1(p); }
export function h_fsqrt(p: usize): usize { return fpu_x87Arithmetic.fsqrt(p); }
export function h_fsincos(p: usize): usize { return fpu_x87Transcendental.fsincos(p); }
export function h_frndint(p: usize): usize { return fpu_x87Arithmetic.frndint(p); }
export function h_fscale(p: usize): usize { return fpu_x87Arithmetic.fscale(p); }
export function h_fsin(p: usize): usize { return fpu_x87Transcendental.fsin(p); }
export function h_fcos(p: usize): usize { return fpu_x87Transcendental.fcos(p); }
export function h_fadd_i32(p: usize): usize { return fpu_x87Arithmetic.arithmeticMemory(p, 0, 2); }
export function h_fmul_i32(p: usize): usize { return fpu_x87Arithmetic.arithmeticMemory(p, 1, 2); }
export function h_fcom_i32(p: usize): usize { return fpu_x87Compare.compareMemory(p, 2, false); }
export function h_fcomp_i32(p: usize): usize { return fpu_x87Compare.compareMemory(p, 2, true); }
export function h_fsub_i32(p: usize): usize { return fpu_x87Arithmetic.arithmeticMemory(p, 4, 2); }
export function h_fsubr_i32(p: usize): usize { return fpu_x87Arithmetic.arithmeticMemory(p, 5, 2); }
export function h_fdiv_i32(p: usize): usize { return fpu_x87Arithmetic.arithmeticMemory(p, 6, 2); }
export function h_fdivr_i32(p: usize): usize { return fpu_x87Arithmetic.arithmeticMemory(p, 7, 2); }
export function h_fcmovb(p: usize): usize { return fpu_x87Move.fcmov(p, 2); }
export function h_fcmove(p: usize): usize { return fpu_x87Move.fcmov(p, 4); }
export function h_fcmovbe(p: usize): usize { return fpu_x87Move.fcmov(p, 6); }
export function h_fcmovu(p: usize): usize { return fpu_x87Move.fcmov(p, 10); }
export function h_fucompp(p: usize): usize { return fpu_x87Compare.compareRegister(p, true, false, 2); }
export function h_fild_32(p: usize): usize { return fpu_x87Move.fild<u32>(p); }
export function h_fisttp_32(p: usize): usize { return fpu_x87Move.fisttp<u32>(p); }
export function h_fist_32(p: usize): usize { return fpu_x87Move.fist<u32>(p); }
export function h_fistp_32(p: usize): usize { return fpu_x87Move.fistp<u32>(p); }
export function h_fldExtended(p: usize): usize { return fpu_x87Move.fldExtended(p); }
export function h_fstpExtended(p: usize): usize { return fpu_x87Move.fstpExtended(p); }
export function h_fcmovnb(p: usize): usize { return fpu_x87Move.fcmov(p, 3); }
export function h_fcmovne(p: usize): usize { return fpu_x87Move.fcmov(p, 5); }
export function h_fcmovnbe(p: usize): usize { return fpu_x87Move.fcmov(p, 7); }
export function h_fcmovnu(p: usize): usize { return fpu_x87Move.fcmov(p, 11); }
export function h_fneni(p: usize): usize { return fpu_state.fneni(p); }
export function h_fnclex(p: usize): usize { return fpu_state.fnclex(p); }
export function h_fninit(p: usize): usize { return fpu_state.fninit(p); }
export function h_fucomi(p: usize): usize { return fpu_x87Compare.compareRegister(p, true, true, 0); }
export function h_fcomi(p: usize): usize { return fpu_x87Compare.compareRegister(p, false, true, 0); }
export function h_fadd_d(p: usize): usize { return fpu_x87Arithmetic.arithmeticMemory(p, 0, 1); }
export function h_fmul_d(p: usize): usize { return fpu_x87Arithmetic.arithmeticMemory(p, 1, 1); }
export function h_fcom_d(p: usize): usize { return fpu_x87Compare.compareMemory(p, 1, false); }
export function h_fcomp_d(p: usize): usize { return fpu_x87Compare.compareMemory(p, 1, true); }
export function h_fsub_d(p: usize): usize { return fpu_x87Arithmetic.arithmeticMemory(p, 4, 1); }
export function h_fsubr_d(p: usize): usize { return fpu_x87Arithmetic.arithmeticMemory(p, 5, 1); }
export function h_fdiv_d(p: usize): usize { return fpu_x87Arithmetic.arithmeticMemory(p, 6, 1); }
export function h_fdivr_d(p: usize): usize { return fpu_x87Arithmetic.arithmeticMemory(p, 7, 1); }
export function h_fadd_register(p: usize): usize { return fpu_x87Arithmetic.arithmeticRegister(p, 0); }
export function h_fmul_register(p: usize): usize { return fpu_x87Arithmetic.arithmeticRegister(p, 1); }
export function h_fsub_register(p: usize): usize { return fpu_x87Arithmetic.arithmeticRegister(p, 4); }
export function h_fsubr_register(p: usize): usize { return fpu_x87Arithmetic.arithmeticRegister(p, 5); }
export function h_fdiv_register(p: usize): usize { return fpu_x87Arithmetic.arithmeticRegister(p, 6); }
export function h_fdivr_register(p: usize): usize { return fpu_x87Arithmetic.arithmeticRegister(p, 7); }
export function h_fld_d(p: usize): usize { return fpu_x87Move.fldMemory(p, true); }
export function h_fisttp_64(p: usize): usize { return fpu_x87Move.fisttp<u64>(p); }
export function h_fst_d(p: usize): usize { return fpu_x87Move.fstMemory(p, true, false); }
export function h_fstp_d(p: usize): usize { return fpu_x87Move.fstMemory(p, true, true); }
export function h_frstor_16(p: usize): usize { return fpu_environment.frstor<u16>(p); }
export function h_frstor_32(p: usize): usize { return fpu_environment.frstor<u32>(p); }
export function h_frstor_64(p: usize): usize { return fpu_environment.frstor<u64>(p); }
export function h_fnsave_16(p: usize): usize { return fpu_environment.fnsave<u16>(p); }
export function h_fnsave_32(p: usize): usize { return fpu_environment.fnsave<u32>(p); }
export function h_fnsave_64(p: usize): usize { return fpu_environment.fnsave<u64>(p); }
export function h_fnstsw(p: usize): usize { return fpu_state.fnstsw(p); }
export function h_ffree(p: usize): usize { return fpu_x87Move.ffree(p); }
export function h_fst_register(p: usize): usize { return fpu_x87Move.fstRegister(p, false); }
export function h_fstp_register(p: usize): usize { return fpu_x87Move.fstRegister(p, true); }
export function h_fucom(p: usize): usize { return fpu_x87Compare.compareRegister(p, true, false, 0); }
export function h_fucomp(p: usize): usize { return fpu_x87Compare.compareRegister(p, true, false, 1); }
export function h_fadd_i16(p: usize): usize { return fpu_x87Arithmetic.arithmeticMemory(p, 0, 3); }
export function h_fmul_i16(p: usize): usize { return fpu_x87Arithmetic.arithmeticMemory(p, 1, 3); }
export function h_fcom_i16(p: usize): usize { return fpu_x87Compare.compareMemory(p, 3, false); }
export function h_fcomp_i16(p: usize): usize { return fpu_x87Compare.compareMemory(p, 3, true); }
export function h_fsub_i16(p: usize): usize { return fpu_x87Arithmetic.arithmeticMemory(p, 4, 3); }
export function h_fsubr_i16(p: usize): usize { return fpu_x87Arithmetic.arithmeticMemory(p, 5, 3); }
export function h_fdiv_i16(p: usize): usize { return fpu_x87Arithmetic.arithmeticMemory(p, 6, 3); }
export function h_fdivr_i16(p: usize): usize { return fpu_x87Arithmetic.arithmeticMemory(p, 7, 3); }
export function h_fadd_pop(p: usize): usize { return fpu_x87Arithmetic.arithmeticPop(p, 0); }
export function h_fmul_pop(p: usize): usize { return fpu_x87Arithmetic.arithmeticPop(p, 1); }
export function h_fcompp(p: usize): usize { return fpu_x87Compare.compareRegister(p, false, false, 2); }
export function h_fsub_pop(p: usize): usize { return fpu_x87Arithmetic.arithmeticPop(p, 4); }
export function h_fsubr_pop(p: usize): usize { return fpu_x87Arithmetic.arithmeticPop(p, 5); }
export function h_fdiv_pop(p: usize): usize { return fpu_x87Arithmetic.arithmeticPop(p, 6); }
export function h_fdivr_pop(p: usize): usize { return fpu_x87Arithmetic.arithmeticPop(p, 7); }
export function h_fild_16(p: usize): usize { return fpu_x87Move.fild<u16>(p); }
export function h_fisttp_16(p: usize): usize { return fpu_x87Move.fisttp<u16>(p); }
export function h_fist_16(p: usize): usize { return fpu_x87Move.fist<u16>(p); }
export function h_fistp_16(p: usize): usize { return fpu_x87Move.fistp<u16>(p); }
export function h_fbld(p: usize): usize { return fpu_x87Decimal.fbld(p); }
export function h_fild_64(p: usize): usize { return fpu_x87Move.fild<u64>(p); }
export function h_fbstp(p: usize): usize { return fpu_x87Decimal.fbstp(p); }
export function h_fistp_64(p: usize): usize { return fpu_x87Move.fistp<u64>(p); }
export function h_ffreep(p: usize): usize { return fpu_x87Move.ffreep(p); }
export function h_fnstswAx(p: usize): usize { return fpu_state.fnstswAx(p); }
export function h_fucomip(p: usize): usize { return fpu_x87Compare.compareRegister(p, true, true, 1); }
export function h_fcomip(p: usize): usize { return fpu_x87Compare.compareRegister(p, false, true, 1); }
export function h_loopne(p: usize): usize { return exec_branch.loop(p, 0); }
export function h_loope(p: usize): usize { return exec_branch.loop(p, 1); }
export function h_loop(p: usize): usize { return exec_branch.loop(p, 2); }
export function h_jcxz(p: usize): usize { return exec_branch.loop(p, 3); }
export function h_in_8(p: usize): usize { return system_io.inImm<u8>(p); }
export function h_in_16(p: usize): usize { return system_io.inImm<u16>(p); }
export function h_in_32(p: usize): usize { return system_io.inImm<u32>(p); }
export function h_in_64(p: usize): usize { return system_io.inImm<u64>(p); }
export function h_out_8(p: usize): usize { return system_io.outImm<u8>(p); }
export function h_out_16(p: usize): usize { return system_io.outImm<u16>(p); }
export function h_out_32(p: usize): usize { return system_io.outImm<u32>(p); }
export function h_out_64(p: usize): usize { return system_io.outImm<u64>(p); }
export function h_call_16(p: usize): usize { return exec_branch.call<u16>(p); }
export function h_call_32(p: usize): usize { return exec_branch.call<u32>(p); }
export function h_call_64(p: usize): usize { return exec_branch.call<u64>(p); }
export function h_jmp(p: usize): usize { return exec_branch.jmp(p); }
export function h_jmp_far_16(p: usize): usize { return system_farControl.jmpFar<u16>(p); }
export function h_jmp_far_32(p: usize): usize { return system_farControl.jmpFar<u32>(p); }
export function h_jmp_far_64(p: usize): usize { return system_farControl.jmpFar<u64>(p); }
export function h_in_dx_8(p: usize): usize { return system_io.inDx<u8>(p); }
export function h_in_dx_16(p: usize): usize { return system_io.inDx<u16>(p); }
export function h_in_dx_32(p: usize): usize { return system_io.inDx<u32>(p); }
export function h_in_dx_64(p: usize): usize { return system_io.inDx<u64>(p); }
export function h_out_dx_8(p: usize): usize { return system_io.outDx<u8>(p); }
export function h_out_dx_16(p: usize): usize { return system_io.outDx<u16>(p); }
export function h_out_dx_32(p: usize): usize { return system_io.outDx<u32>(p); }
export function h_out_dx_64(p: usize): usize { return system_io.outDx<u64>(p); }
export function h_icebp(p: usize): usize { return system_interrupt.icebp(p); }
export function h_hlt(p: usize): usize { return system_idle.hlt(p); }
export function h_cmc(p: usize): usize { return exec_convert.cmc(p); }
export function h_not_8(p: usize): usize { return exec_alu.not<u8>(p); }
export function h_neg_8(p: usize): usize { return exec_alu.neg<u8>(p); }
export function h_mul_8(p: usize): usize { return exec_muldiv.mul<u8>(p); }
export function h_imulWide_8(p: usize): usize { return exec_muldiv.imulWide<u8>(p); }
export function h_div_8(p: usize): usize { return exec_muldiv.div<u8>(p); }
export function h_idiv_8(p: usize): usize { return exec_muldiv.idiv<u8>(p); }
export function h_not_16(p: usize): usize { return exec_alu.not<u16>(p); }
export function h_not_32(p: usize): usize { return exec_alu.not<u32>(p); }
export function h_not_64(p: usize): usize { return exec_alu.not<u64>(p); }
export function h_neg_16(p: usize): usize { return exec_alu.neg<u16>(p); }
export function h_neg_32(p: usize): usize { return exec_alu.neg<u32>(p); }
export function h_neg_64(p: usize): usize { return exec_alu.neg<u64>(p); }
export function h_mul_16(p: usize): usize { return exec_muldiv.mul<u16>(p); }
export function h_mul_32(p: usize): usize { return exec_muldiv.mul<u32>(p); }
export function h_mul_64(p: usize): usize { return exec_muldiv.mul<u64>(p); }
export function h_imulWide_16(p: usize): usize { return exec_muldiv.imulWide<u16>(p); }
export function h_imulWide_32(p: usize): usize { return exec_muldiv.imulWide<u32>(p); }
export function h_imulWide_64(p: usize): usize { return exec_muldiv.imulWide<u64>(p); }
export function h_div_16(p: usize): usize { return exec_muldiv.div<u16>(p); }
export function h_div_32(p: usize): usize { return exec_muldiv.div<u32>(p); }
export function h_div_64(p: usize): usize { return exec_muldiv.div<u64>(p); }
export function h_idiv_16(p: usize): usize { return exec_muldiv.idiv<u16>(p); }
export function h_idiv_32(p: usize): usize { return exec_muldiv.idiv<u32>(p); }
export function h_idiv_64(p: usize): usize { return exec_muldiv.idiv<u64>(p); }
export function h_clc(p: usize): usize { return exec_convert.clc(p); }
export function h_stc(p: usize): usize { return exec_convert.stc(p); }
export function h_cli(p: usize): usize { return system_flagControl.cli(p); }
export function h_sti(p: usize): usize { return system_flagControl.sti(p); }
export function h_cld(p: usize): usize { return exec_convert.cld(p); }
export function h_std(p: usize): usize { return exec_convert.std(p); }
export function h_inc_rs_8(p: usize): usize { return exec_alu.inc_rs<u8>(p, true); }
export function h_inc_rs_8_nf(p: usize): usize { return exec_alu.inc_rs<u8>(p, false); }
export function h_inc_ms_8(p: usize): usize { return exec_alu.inc_ms<u8>(p, true); }
export function h_inc_ms_8_nf(p: usize): usize { return exec_alu.inc_ms<u8>(p, false); }
export function h_dec_rs_8(p: usize): usize { return exec_alu.dec_rs<u8>(p, true); }
export function h_dec_rs_8_nf(p: usize): usize { return exec_alu.dec_rs<u8>(p, false); }
export function h_dec_rs_8_j0(p: usize): usize { return exec_alu.dec_j<u8>(p, 0); }
export function h_dec_rs_8_j1(p: usize): usize { return exec_alu.dec_j<u8>(p, 1); }
export function h_dec_rs_8_j2(p: usize): usize { return exec_alu.dec_j<u8>(p, 2); }
export function h_dec_rs_8_j3(p: usize): usize { return exec_alu.dec_j<u8>(p, 3); }
export function h_dec_rs_8_j4(p: usize): usize { return exec_alu.dec_j<u8>(p, 4); }
export function h_dec_rs_8_j5(p: usize): usize { return exec_alu.dec_j<u8>(p, 5); }
export function h_dec_rs_8_j6(p: usize): usize { return exec_alu.dec_j<u8>(p, 6); }
export function h_dec_rs_8_j7(p: usize): usize { return exec_alu.dec_j<u8>(p, 7); }
export function h_dec_rs_8_j8(p: usize): usize { return exec_alu.dec_j<u8>(p, 8); }
export function h_dec_rs_8_j9(p: usize): usize { return exec_alu.dec_j<u8>(p, 9); }
export function h_dec_rs_8_j10(p: usize): usize { return exec_alu.dec_j<u8>(p, 10); }
export function h_dec_rs_8_j11(p: usize): usize { return exec_alu.dec_j<u8>(p, 11); }
export function h_dec_rs_8_j12(p: usize): usize { return exec_alu.dec_j<u8>(p, 12); }
export function h_dec_rs_8_j13(p: usize): usize { return exec_alu.dec_j<u8>(p, 13); }
export function h_dec_rs_8_j14(p: usize): usize { return exec_alu.dec_j<u8>(p, 14); }
export function h_dec_rs_8_j15(p: usize): usize { return exec_alu.dec_j<u8>(p, 15); }
export function h_dec_ms_8(p: usize): usize { return exec_alu.dec_ms<u8>(p, true); }
export function h_dec_ms_8_nf(p: usize): usize { return exec_alu.dec_ms<u8>(p, false); }
export function h_inc_ms_16(p: usize): usize { return exec_alu.inc_ms<u16>(p, true); }
export function h_inc_ms_32(p: usize): usize { return exec_alu.inc_ms<u32>(p, true); }
export function h_inc_ms_64(p: usize): usize { return exec_alu.inc_ms<u64>(p, true); }
export function h_inc_ms_16_nf(p: usize): usize { return exec_alu.inc_ms<u16>(p, false); }
export function h_inc_ms_32_nf(p: usize): usize { return exec_alu.inc_ms<u32>(p, false); }
export function h_inc_ms_64_nf(p: usize): usize { return exec_alu.inc_ms<u64>(p, false); }
export function h_dec_ms_16(p: usize): usize { return exec_alu.dec_ms<u16>(p, true); }
export function h_dec_ms_32(p: usize): usize { return exec_alu.dec_ms<u32>(p, true); }
export function h_dec_ms_64(p: usize): usize { return exec_alu.dec_ms<u64>(p, true); }
export function h_dec_ms_16_nf(p: usize): usize { return exec_alu.dec_ms<u16>(p, false); }
export function h_dec_ms_32_nf(p: usize): usize { return exec_alu.dec_ms<u32>(p, false); }
export function h_dec_ms_64_nf(p: usize): usize { return exec_alu.dec_ms<u64>(p, false); }
export function h_calle_rs_16(p: usize): usize { return exec_branch.calle_rs<u16>(p); }
export function h_calle_rs_32(p: usize): usize { return exec_branch.calle_rs<u32>(p); }
export function h_calle_rs_64(p: usize): usize { return exec_branch.calle_rs<u64>(p); }
export function h_calle_ms_16(p: usize): usize { return exec_branch.calle_ms<u16>(p); }
export function h_calle_ms_32(p: usize): usize { return exec_branch.calle_ms<u32>(p); }
export function h_calle_ms_64(p: usize): usize { return exec_branch.calle_ms<u64>(p); }
export function h_call_far_indirect_16(p: usize): usize { return system_farControl.callFarIndirect<u16>(p); }
export function h_call_far_indirect_32(p: usize): usize { return system_farControl.callFarIndirect<u32>(p); }
export function h_call_far_indirect_64(p: usize): usize { return system_farControl.callFarIndirect<u64>(p); }
export function h_jmpe_rs_16(p: usize): usize { return exec_branch.jmpe_rs<u16>(p); }
export function h_jmpe_rs_32(p: usize): usize { return exec_branch.jmpe_rs<u32>(p); }
export function h_jmpe_rs_64(p: usize): usize { return exec_branch.jmpe_rs<u64>(p); }
export function h_jmpe_ms_16(p: usize): usize { return exec_branch.jmpe_ms<u16>(p); }
export function h_jmpe_ms_32(p: usize): usize { return exec_branch.jmpe_ms<u32>(p); }
export function h_jmpe_ms_64(p: usize): usize { return exec_branch.jmpe_ms<u64>(p); }
export function h_jmp_far_indirect_16(p: usize): usize { return system_farControl.jmpFarIndirect<u16>(p); }
export function h_jmp_far_indirect_32(p: usize): usize { return system_farControl.jmpFarIndirect<u32>(p); }
export function h_jmp_far_indirect_64(p: usize): usize { return system_farControl.jmpFarIndirect<u64>(p); }
export function h_push_ms_16(p: usize): usize { return exec_stack.push_ms<u16>(p); }
export function h_push_ms_32(p: usize): usize { return exec_stack.push_ms<u32>(p); }
export function h_push_ms_64(p: usize): usize { return exec_stack.push_ms<u64>(p); }
export function h_sldt_16(p: usize): usize { return system_descriptorTables.sldt<u16>(p); }
export function h_sldt_32(p: usize): usize { return system_descriptorTables.sldt<u32>(p); }
export function h_sldt_64(p: usize): usize { return system_descriptorTables.sldt<u64>(p); }
export function h_str_16(p: usize): usize { return system_descriptorTables.str<u16>(p); }
export function h_str_32(p: usize): usize { return system_descriptorTables.str<u32>(p); }
export function h_str_64(p: usize): usize { return system_descriptorTables.str<u64>(p); }
export function h_lldt(p: usize): usize { return system_descriptorTables.lldt(p); }
export function h_ltr(p: usize): usize { return system_descriptorTables.ltr(p); }
export function h_verr(p: usize): usize { return system_descriptorQueries.verr(p); }
export function h_verw(p: usize): usize { return system_descriptorQueries.verw(p); }
export function h_sgdt(p: usize): usize { return system_descriptorTables.sgdt(p); }
export function h_sidt(p: usize): usize { return system_descriptorTables.sidt(p); }
export function h_lgdt_16(p: usize): usize { return system_descriptorTables.lgdt<u16>(p); }
export function h_lgdt_32(p: usize): usize { return system_descriptorTables.lgdt<u32>(p); }
export function h_lgdt_64(p: usize): usize { return system_descriptorTables.lgdt<u64>(p); }
export function h_lidt_16(p: usize): usize { return system_descriptorTables.lidt<u16>(p); }
export function h_lidt_32(p: usize): usize { return system_descriptorTables.lidt<u32>(p); }
export function h_lidt_64(p: usize): usize { return system_descriptorTables.lidt<u64>(p); }
export function h_smsw_m(p: usize): usize { return system_controlMoves.smsw<u16>(p); }
export function h_lmsw(p: usize): usize { return system_controlMoves.lmsw(p); }
export function h_invlpg(p: usize): usize { return system_tlbControl.invlpg(p); }
export function h_monitor(p: usize): usize { return system_monitor.monitor(p); }
export function h_mwait(p: usize): usize { return system_monitor.mwait(p); }
export function h_clac(p: usize): usize { return system_flagControl.setAc(p, false); }
export function h_stac(p: usize): usize { return system_flagControl.setAc(p, true); }
export function h_xgetbv(p: usize): usize { return system_controlMoves.xgetbv(p); }
export function h_xsetbv(p: usize): usize { return system_controlMoves.xsetbv(p); }
export function h_vmrun(p: usize): usize { return svm_instructions.vmrun(p); }
export function h_vmmcall(p: usize): usize { return svm_instructions.vmmcall(p); }
export function h_vmload(p: usize): usize { return svm_instructions.vmloadInstruction(p); }
export function h_vmsave(p: usize): usize { return svm_instructions.vmsaveInstruction(p); }
export function h_stgi(p: usize): usize { return svm_instructions.stgi(p); }
export function h_clgi(p: usize): usize { return svm_instructions.clgi(p); }
export function h_skinit(p: usize): usize { return svm_instructions.skinit(p); }
export function h_invlpga(p: usize): usize { return svm_instructions.invlpga(p); }
export function h_smsw_16(p: usize): usize { return system_controlMoves.smsw<u16>(p); }
export function h_smsw_32(p: usize): usize { return system_controlMoves.smsw<u32>(p); }
export function h_smsw_64(p: usize): usize { return system_controlMoves.smsw<u64>(p); }
export function h_rdpkru(p: usize): usize { return system_protectionKeys.rdpkru(p); }
export function h_wrpkru(p: usize): usize { return system_protectionKeys.wrpkru(p); }
export function h_rdtscp(p: usize): usize { return system_tsc.rdtscp(p); }
export function h_monitorx(p: usize): usize { return system_monitor.monitorx(p); }
export function h_mwaitx(p: usize): usize { return system_monitor.mwaitx(p); }
export function h_clzero(p: usize): usize { return system_cache.clzero(p); }
export function h_rdpru(p: usize): usize { return system_tsc.rdpru(p); }
export function h_invlpgb(p: usize): usize { return system_broadcast.invlpgb(p); }
export function h_tlbsync(p: usize): usize { return system_broadcast.tlbsync(p); }
export function h_mcommit(p: usize): usize { return system_cache.mcommit(p); }
export function h_swapgs(p: usize): usize { return system_syscall.swapgs(p); }
export function h_lar_16(p: usize): usize { return system_descriptorQueries.lar<u16>(p); }
export function h_lar_32(p: usize): usize { return system_descriptorQueries.lar<u32>(p); }
export function h_lar_64(p: usize): usize { return system_descriptorQueries.lar<u64>(p); }
export function h_lsl_16(p: usize): usize { return system_descriptorQueries.lsl<u16>(p); }
export function h_lsl_32(p: usize): usize { return system_descriptorQueries.lsl<u32>(p); }
export function h_lsl_64(p: usize): usize { return system_descriptorQueries.lsl<u64>(p); }
export function h_syscall(p: usize): usize { return system_syscall.syscall(p); }
export function h_clts(p: usize): usize { return system_controlMoves.clts(p); }
export function h_sysret_16(p: usize): usize { return system_syscall.sysret<u16>(p); }
export function h_sysret_32(p: usize): usize { return system_syscall.sysret<u32>(p); }
export function h_sysret_64(p: usize): usize { return system_syscall.sysret<u64>(p); }
export function h_invd(p: usize): usize { return system_cache.invd(p); }
export function h_wbinvd(p: usize): usize { return system_cache.wbinvd(p); }
export function h_wbnoinvd(p: usize): usize { return system_cache.wbinvd(p); }
export function h_ud2(p: usize): usize { return exec_illegal.illegalOpcode(p); }
export function h_prefetch(p: usize): usize { return system_cache.prefetch(p); }
export function h_movups_load(p: usize): usize { return fpu_sseMove.loadUnaligned(p); }
export function h_movss_load(p: usize): usize { return fpu_sseMove.loadScalar<u32>(p); }
export function h_movsd_load(p: usize): usize { return fpu_sseMove.loadScalar<u64>(p); }
export function h_movups_store(p: usize): usize { return fpu_sseMove.storeUnaligned(p); }
export function h_movss_store(p: usize): usize { return fpu_sseMove.storeScalar<u32>(p); }
export function h_movsd_store(p: usize): usize { return fpu_sseMove.storeScalar<u64>(p); }
export function h_movlps_load(p: usize): usize { return fpu_sseMove.loadHalf(p, 0); }
export function h_movsldup(p: usize): usize { const b = v128.load(lanes.sse(p)), d = dst(p); const r = vector_extended.movsldup(b); v128.store(d, r); return next(p); }
export function h_movddup(p: usize): usize { const b = lanes.sse8(p), d = dst(p); const r = vector_extended.movddup(b); v128.store(d, r); return next(p); }
export function h_movlps_store(p: usize): usize { return fpu_sseMove.storeHalf(p, 0); }
export function h_punpckldq(p: usize): usize { const b = v128.load(lanes.sse(p)), d = dst(p); const r = fpu_shuffle.punpckldq(v128.load(d), b); v128.store(d, r); return next(p); }
export function h_punpcklqdq(p: usize): usize { const b = v128.load(lanes.sse(p)), d = dst(p); const r = fpu_shuffle.punpcklqdq(v128.load(d), b); v128.store(d, r); return next(p); }
export function h_punpckhdq(p: usize): usize { const b = v128.load(lanes.sse(p)), d = dst(p); const r = fpu_shuffle.punpckhdq(v128.load(d), b); v128.store(d, r); return next(p); }
export function h_punpckhqdq(p: usize): usize { const b = v128.load(lanes.sse(p)), d = dst(p); const r = fpu_shuffle.punpckhqdq(v128.load(d), b); v128.store(d, r); return next(p); }
export function h_movhps_load(p: usize): usize { return fpu_sseMove.loadHalf(p, 8); }
export function h_movshdup(p: usize): usize { const b = v128.load(lanes.sse(p)), d = dst(p); const r = vector_extended.movshdup(b); v128.store(d, r); return next(p); }
export function h_movhps_store(p: usize): usize { return fpu_sseMove.storeHalf(p, 8); }
export function h_nop(p: usize): usize { return exec_convert.nop(p); }
export function h_mov_from_cr(p: usize): usize { return system_controlMoves.movFromCr(p); }
export function h_mov_from_dr(p: usize): usize { return system_debug.movFromDr(p); }
export function h_mov_to_cr(p: usize): usize { return system_controlMoves.movToCr(p); }
export function h_mov_to_dr(p: usize): usize { return system_debug.movToDr(p); }
export function h_movaps_load(p: usize): usize { return fpu_sseMove.loadAligned(p); }
export function h_movaps_store(p: usize): usize { return fpu_sseMove.storeAligned(p); }
export function h_cvtpi2ps(p: usize): usize { return fpu_sseConvert.cvtpi2ps(p); }
export function h_cvtpi2pd(p: usize): usize { return fpu_sseConvert.cvtpi2pd(p); }
export function h_cvtsi2ss_16(p: usize): usize { return fpu_sseConvert.cvtG2S<u16>(p); }
export function h_cvtsi2ss_32(p: usize): usize { return fpu_sseConvert.cvtG2S<u32>(p); }
export function h_cvtsi2ss_64(p: usize): usize { return fpu_sseConvert.cvtG2S<u64>(p); }
export function h_cvtsi2sd_16(p: usize): usize { return fpu_sseConvert.cvtG2D<u16>(p); }
export function h_cvtsi2sd_32(p: usize): usize { return fpu_sseConvert.cvtG2D<u32>(p); }
export function h_cvtsi2sd_64(p: usize): usize { return fpu_sseConvert.cvtG2D<u64>(p); }
export function h_movntss(p: usize): usize { return fpu_sseMove.storeScalar<u32>(p); }
export function h_movntsd(p: usize): usize { return fpu_sseMove.storeScalar<u64>(p); }
export function h_cvttps2pi(p: usize): usize { return fpu_sseConvert.cvttps2pi(p); }
export function h_cvttpd2pi(p: usize): usize { return fpu_sseConvert.cvttpd2pi(p); }
export function h_cvttss2si_16(p: usize): usize { return fpu_sseConvert.cvttS2G<u16>(p); }
export function h_cvttss2si_32(p: usize): usize { return fpu_sseConvert.cvttS2G<u32>(p); }
export function h_cvttss2si_64(p: usize): usize { return fpu_sseConvert.cvttS2G<u64>(p); }
export function h_cvttsd2si_16(p: usize): usize { return fpu_sseConvert.cvttD2G<u16>(p); }
export function h_cvttsd2si_32(p: usize): usize { return fpu_sseConvert.cvttD2G<u32>(p); }
export function h_cvttsd2si_64(p: usize): usize { return fpu_sseConvert.cvttD2G<u64>(p); }
export function h_cvtps2pi(p: usize): usize { return fpu_sseConvert.cvtps2pi(p); }
export function h_cvtpd2pi(p: usize): usize { return fpu_sseConvert.cvtpd2pi(p); }
export function h_cvtss2si_16(p: usize): usize { return fpu_sseConvert.cvtS2G<u16>(p); }
export function h_cvtss2si_32(p: usize): usize { return fpu_sseConvert.cvtS2G<u32>(p); }
export function h_cvtss2si_64(p: usize): usize { return fpu_sseConvert.cvtS2G<u64>(p); }
export function h_cvtsd2si_16(p: usize): usize { return fpu_sseConvert.cvtD2G<u16>(p); }
export function h_cvtsd2si_32(p: usize): usize { return fpu_sseConvert.cvtD2G<u32>(p); }
export function h_cvtsd2si_64(p: usize): usize { return fpu_sseConvert.cvtD2G<u64>(p); }
export function h_ucomiss(p: usize): usize { return fpu_sseCompare.ucomi<u32>(p); }
export function h_ucomisd(p: usize): usize { return fpu_sseCompare.ucomi<u64>(p); }
export function h_comiss(p: usize): usize { return fpu_sseCompare.comi<u32>(p); }
export function h_comisd(p: usize): usize { return fpu_sseCompare.comi<u64>(p); }
export function h_wrmsr(p: usize): usize { return system_msr.wrmsr(p); }
export function h_rdtsc(p: usize): usize { return system_tsc.rdtsc(p); }
export function h_rdmsr(p: usize): usize { return system_msr.rdmsr(p); }
export function h_rdpmc(p: usize): usize { return system_tsc.rdpmc(p); }
export function h_sysenter(p: usize): usize { return system_syscall.sysenter(p); }
export function h_sysexit_16(p: usize): usize { return system_syscall.sysexit<u16>(p); }
export function h_sysexit_32(p: usize): usize { return system_syscall.sysexit<u32>(p); }
export function h_sysexit_64(p: usize): usize { return system_syscall.sysexit<u64>(p); }
export function h_cmovo_rs_16(p: usize): usize { return exec_move.cmov_rs<u16>(p, 0); }
export function h_cmovo_rs_32(p: usize): usize { return exec_move.cmov_rs<u32>(p, 0); }
export function h_cmovo_rs_64(p: usize): usize { return exec_move.cmov_rs<u64>(p, 0); }
export function h_cmovo_rm_16(p: usize): usize { return exec_move.cmov_rm<u16>(p, 0); }
export function h_cmovo_rm_32(p: usize): usize { return exec_move.cmov_rm<u32>(p, 0); }
export function h_cmovo_rm_64(p: usize): usize { return exec_move.cmov_rm<u64>(p, 0); }
export function h_cmovno_rs_16(p: usize): usize { return exec_move.cmov_rs<u16>(p, 1); }
export function h_cmovno_rs_32(p: usize): usize { return exec_move.cmov_rs<u32>(p, 1); }
export function h_cmovno_rs_64(p: usize): usize { return exec_move.cmov_rs<u64>(p, 1); }
export function h_cmovno_rm_16(p: usize): usize { return exec_move.cmov_rm<u16>(p, 1); }
export function h_cmovno_rm_32(p: usize): usize { return exec_move.cmov_rm<u32>(p, 1); }
export function h_cmovno_rm_64(p: usize): usize { return exec_move.cmov_rm<u64>(p, 1); }
export function h_cmovb_rs_16(p: usize): usize { return exec_move.cmov_rs<u16>(p, 2); }
export function h_cmovb_rs_32(p: usize): usize { return exec_move.cmov_rs<u32>(p, 2); }
export function h_cmovb_rs_64(p: usize): usize { return exec_move.cmov_rs<u64>(p, 2); }
export function h_cmovb_rm_16(p: usize): usize { return exec_move.cmov_rm<u16>(p, 2); }
export function h_cmovb_rm_32(p: usize): usize { return exec_move.cmov_rm<u32>(p, 2); }
export function h_cmovb_rm_64(p: usize): usize { return exec_move.cmov_rm<u64>(p, 2); }
export function h_cmovnb_rs_16(p: usize): usize { return exec_move.cmov_rs<u16>(p, 3); }
export function h_cmovnb_rs_32(p: usize): usize { return exec_move.cmov_rs<u32>(p, 3); }
export function h_cmovnb_rs_64(p: usize): usize { return exec_move.cmov_rs<u64>(p, 3); }
export function h_cmovnb_rm_16(p: usize): usize { return exec_move.cmov_rm<u16>(p, 3); }
export function h_cmovnb_rm_32(p: usize): usize { return exec_move.cmov_rm<u32>(p, 3); }
export function h_cmovnb_rm_64(p: usize): usize { return exec_move.cmov_rm<u64>(p, 3); }
export function h_cmovz_rs_16(p: usize): usize { return exec_move.cmov_rs<u16>(p, 4); }
export function h_cmovz_rs_32(p: usize): usize { return exec_move.cmov_rs<u32>(p, 4); }
export function h_cmovz_rs_64(p: usize): usize { return exec_move.cmov_rs<u64>(p, 4); }
export function h_cmovz_rm_16(p: usize): usize { return exec_move.cmov_rm<u16>(p, 4); }
export function h_cmovz_rm_32(p: usize): usize { return exec_move.cmov_rm<u32>(p, 4); }
export function h_cmovz_rm_64(p: usize): usize { return exec_move.cmov_rm<u64>(p, 4); }
export function h_cmovnz_rs_16(p: usize): usize { return exec_move.cmov_rs<u16>(p, 5); }
export function h_cmovnz_rs_32(p: usize): usize { return exec_move.cmov_rs<u32>(p, 5); }
export function h_cmovnz_rs_64(p: usize): usize { return exec_move.cmov_rs<u64>(p, 5); }
export function h_cmovnz_rm_16(p: usize): usize { return exec_move.cmov_rm<u16>(p, 5); }
export function h_cmovnz_rm_32(p: usize): usize { return exec_move.cmov_rm<u32>(p, 5); }
export function h_cmovnz_rm_64(p: usize): usize { return exec_move.cmov_rm<u64>(p, 5); }
export function h_cmovbe_rs_16(p: usize): usize { return exec_move.cmov_rs<u16>(p, 6); }
export function h_cmovbe_rs_32(p: usize): usize { return exec_move.cmov_rs<u32>(p, 6); }
export function h_cmovbe_rs_64(p: usize): usize { return exec_move.cmov_rs<u64>(p, 6); }
export function h_cmovbe_rm_16(p: usize): usize { return exec_move.cmov_rm<u16>(p, 6); }
export function h_cmovbe_rm_32(p: usize): usize { return exec_move.cmov_rm<u32>(p, 6); }
export function h_cmovbe_rm_64(p: usize): usize { return exec_move.cmov_rm<u64>(p, 6); }
export function h_cmovnbe_rs_16(p: usize): usize { return exec_move.cmov_rs<u16>(p, 7); }
export function h_cmovnbe_rs_32(p: usize): usize { return exec_move.cmov_rs<u32>(p, 7); }
export function h_cmovnbe_rs_64(p: usize): usize { return exec_move.cmov_rs<u64>(p, 7); }
export function h_cmovnbe_rm_16(p: usize): usize { return exec_move.cmov_rm<u16>(p, 7); }
export function h_cmovnbe_rm_32(p: usize): usize { return exec_move.cmov_rm<u32>(p, 7); }
export function h_cmovnbe_rm_64(p: usize): usize { return exec_move.cmov_rm<u64>(p, 7); }
export function h_cmovs_rs_16(p: usize): usize { return exec_move.cmov_rs<u16>(p, 8); }
export function h_cmovs_rs_32(p: usize): usize { return exec_move.cmov_rs<u32>(p, 8); }
export function h_cmovs_rs_64(p: usize): usize { return exec_move.cmov_rs<u64>(p, 8); }
export function h_cmovs_rm_16(p: usize): usize { return exec_move.cmov_rm<u16>(p, 8); }
export function h_cmovs_rm_32(p: usize): usize { return exec_move.cmov_rm<u32>(p, 8); }
export function h_cmovs_rm_64(p: usize): usize { return exec_move.cmov_rm<u64>(p, 8); }
export function h_cmovns_rs_16(p: usize): usize { return exec_move.cmov_rs<u16>(p, 9); }
export function h_cmovns_rs_32(p: usize): usize { return exec_move.cmov_rs<u32>(p, 9); }
export function h_cmovns_rs_64(p: usize): usize { return exec_move.cmov_rs<u64>(p, 9); }
export function h_cmovns_rm_16(p: usize): usize { return exec_move.cmov_rm<u16>(p, 9); }
export function h_cmovns_rm_32(p: usize): usize { return exec_move.cmov_rm<u32>(p, 9); }
export function h_cmovns_rm_64(p: usize): usize { return exec_move.cmov_rm<u64>(p, 9); }
export function h_cmovp_rs_16(p: usize): usize { return exec_move.cmov_rs<u16>(p, 10); }
export function h_cmovp_rs_32(p: usize): usize { return exec_move.cmov_rs<u32>(p, 10); }
export function h_cmovp_rs_64(p: usize): usize { return exec_move.cmov_rs<u64>(p, 10); }
export function h_cmovp_rm_16(p: usize): usize { return exec_move.cmov_rm<u16>(p, 10); }
export function h_cmovp_rm_32(p: usize): usize { return exec_move.cmov_rm<u32>(p, 10); }
export function h_cmovp_rm_64(p: usize): usize { return exec_move.cmov_rm<u64>(p, 10); }
export function h_cmovnp_rs_16(p: usize): usize { return exec_move.cmov_rs<u16>(p, 11); }
export function h_cmovnp_rs_32(p: usize): usize { return exec_move.cmov_rs<u32>(p, 11); }
export function h_cmovnp_rs_64(p: usize): usize { return exec_move.cmov_rs<u64>(p, 11); }
export function h_cmovnp_rm_16(p: usize): usize { return exec_move.cmov_rm<u16>(p, 11); }
export function h_cmovnp_rm_32(p: usize): usize { return exec_move.cmov_rm<u32>(p, 11); }
export function h_cmovnp_rm_64(p: usize): usize { return exec_move.cmov_rm<u64>(p, 11); }
export function h_cmovl_rs_16(p: usize): usize { return exec_move.cmov_rs<u16>(p, 12); }
export function h_cmovl_rs_32(p: usize): usize { return exec_move.cmov_rs<u32>(p, 12); }
export function h_cmovl_rs_64(p: usize): usize { return exec_move.cmov_rs<u64>(p, 12); }
export function h_cmovl_rm_16(p: usize): usize { return exec_move.cmov_rm<u16>(p, 12); }
export function h_cmovl_rm_32(p: usize): usize { return exec_move.cmov_rm<u32>(p, 12); }
export function h_cmovl_rm_64(p: usize): usize { return exec_move.cmov_rm<u64>(p, 12); }
export function h_cmovnl_rs_16(p: usize): usize { return exec_move.cmov_rs<u16>(p, 13); }
export function h_cmovnl_rs_32(p: usize): usize { return exec_move.cmov_rs<u32>(p, 13); }
export function h_cmovnl_rs_64(p: usize): usize { return exec_move.cmov_rs<u64>(p, 13); }
export function h_cmovnl_rm_16(p: usize): usize { return exec_move.cmov_rm<u16>(p, 13); }
export function h_cmovnl_rm_32(p: usize): usize { return exec_move.cmov_rm<u32>(p, 13); }
export function h_cmovnl_rm_64(p: usize): usize { return exec_move.cmov_rm<u64>(p, 13); }
export function h_cmovle_rs_16(p: usize): usize { return exec_move.cmov_rs<u16>(p, 14); }
export function h_cmovle_rs_32(p: usize): usize { return exec_move.cmov_rs<u32>(p, 14); }
export function h_cmovle_rs_64(p: usize): usize { return exec_move.cmov_rs<u64>(p, 14); }
export function h_cmovle_rm_16(p: usize): usize { return exec_move.cmov_rm<u16>(p, 14); }
export function h_cmovle_rm_32(p: usize): usize { return exec_move.cmov_rm<u32>(p, 14); }
export function h_cmovle_rm_64(p: usize): usize { return exec_move.cmov_rm<u64>(p, 14); }
export function h_cmovnle_rs_16(p: usize): usize { return exec_move.cmov_rs<u16>(p, 15); }
export function h_cmovnle_rs_32(p: usize): usize { return exec_move.cmov_rs<u32>(p, 15); }
export function h_cmovnle_rs_64(p: usize): usize { return exec_move.cmov_rs<u64>(p, 15); }
export function h_cmovnle_rm_16(p: usize): usize { return exec_move.cmov_rm<u16>(p, 15); }
export function h_cmovnle_rm_32(p: usize): usize { return exec_move.cmov_rm<u32>(p, 15); }
export function h_cmovnle_rm_64(p: usize): usize { return exec_move.cmov_rm<u64>(p, 15); }
export function h_movmskps(p: usize): usize { return fpu_sseMove.movmskps(p); }
export function h_movmskpd(p: usize): usize { return fpu_sseMove.movmskpd(p); }
export function h_sqrtps(p: usize): usize { const b = v128.load(lanes.sse(p)), d = dst(p); lanes.begin(); const r = fpu_sseArithmetic.sqrtLanes<u32>(b); lanes.settle(p); v128.store(d, r); return next(p); }
export function h_sqrtpd(p: usize): usize { const b = v128.load(lanes.sse(p)), d = dst(p); lanes.begin(); const r = fpu_sseArithmetic.sqrtLanes<u64>(b); lanes.settle(p); v128.store(d, r); return next(p); }
export function h_sqrtss(p: usize): usize { const b = lanes.sseElement<u32>(p), d = dst(p); lanes.begin(); const r = fpu_sseArithmetic.sqrtElement<u32>(b); lanes.settle(p); store<u32>(d, r); return next(p); }
export function h_sqrtsd(p: usize): usize { const b = lanes.sseElement<u64>(p), d = dst(p); lanes.begin(); const r = fpu_sseArithmetic.sqrtElement<u64>(b); lanes.settle(p); store<u64>(d, r); return next(p); }
export function h_rsqrtps(p: usize): usize { const b = v128.load(lanes.sse(p)), d = dst(p); const r = fpu_approximate.rsqrtps(b); v128.store(d, r); return next(p); }
export function h_rsqrtss(p: usize): usize { const b = lanes.sseElement<u32>(p), d = dst(p); const r = fpu_approximate.rsqrtss(b); store<u32>(d, r); return next(p); }
export function h_rcpps(p: usize): usize { const b = v128.load(lanes.sse(p)), d = dst(p); const r = fpu_approximate.rcpps(b); v128.store(d, r); return next(p); }
export function h_rcpss(p: usize): usize { const b = lanes.sseElement<u32>(p), d = dst(p); const r = fpu_approximate.rcpss(b); store<u32>(d, r); return next(p); }
export function h_pand(p: usize): usize { const b = v128.load(lanes.sse(p)), d = dst(p); const r = fpu_packedInteger.pand(v128.load(d), b); v128.store(d, r); return next(p); }
export function h_pandn(p: usize): usize { const b = v128.load(lanes.sse(p)), d = dst(p); const r = fpu_packedInteger.pandn(v128.load(d), b); v128.store(d, r); return next(p); }
export function h_por(p: usize): usize { const b = v128.load(lanes.sse(p)), d = dst(p); const r = fpu_packedInteger.por(v128.load(d), b); v128.store(d, r); return next(p); }
export function h_pxor(p: usize): usize { const b = v128.load(lanes.sse(p)), d = dst(p); const r = fpu_packedInteger.pxor(v128.load(d), b); v128.store(d, r); return next(p); }
export function h_addps(p: usize): usize { const b = v128.load(lanes.sse(p)), d = dst(p); lanes.begin(); const r = fpu_sseArithmetic.addLanes<u32>(v128.load(d), b); lanes.settle(p); v128.store(d, r); return next(p); }
export function h_addpd(p: usize): usize { const b = v128.load(lanes.sse(p)), d = dst(p); lanes.begin(); const r = fpu_sseArithmetic.addLanes<u64>(v128.load(d), b); lanes.settle(p); v128.store(d, r); return next(p); }
export function h_addss(p: usize): usize { const b = lanes.sseElement<u32>(p), d = dst(p); lanes.begin(); const r = fpu_sseArithmetic.addElement<u32>(load<u32>(d), b); lanes.settle(p); store<u32>(d, r); return next(p); }
export function h_addsd(p: usize): usize { const b = lanes.sseElement<u64>(p), d = dst(p); lanes.begin(); const r = fpu_sseArithmetic.addElement<u64>(load<u64>(d), b); lanes.settle(p); store<u64>(d, r); return next(p); }
export function h_mulps(p: usize): usize { const b = v128.load(lanes.sse(p)), d = dst(p); lanes.begin(); const r = fpu_sseArithmetic.mulLanes<u32>(v128.load(d), b); lanes.settle(p); v128.store(d, r); return next(p); }
export function h_mulpd(p: usize): usize { const b = v128.load(lanes.sse(p)), d = dst(p); lanes.begin(); const r = fpu_sseArithmetic.mulLanes<u64>(v128.load(d), b); lanes.settle(p); v128.store(d, r); return next(p); }
export function h_mulss(p: usize): usize { const b = lanes.sseElement<u32>(p), d = dst(p); lanes.begin(); const r = fpu_sseArithmetic.mulElement<u32>(load<u32>(d), b); lanes.settle(p); store<u32>(d, r); return next(p); }
export function h_mulsd(p: usize): usize { const b = lanes.sseElement<u64>(p), d = dst(p); lanes.begin(); const r = fpu_sseArithmetic.mulElement<u64>(load<u64>(d), b); lanes.settle(p); store<u64>(d, r); return next(p); }
export function h_cvtps2pd(p: usize): usize { const b = lanes.sse8(p), d = dst(p); lanes.begin(); const r = fpu_sseConvert.cvtps2pd(b); lanes.settle(p); v128.store(d, r); return next(p); }
export function h_cvtpd2ps(p: usize): usize { const b = v128.load(lanes.sse(p)), d = dst(p); lanes.begin(); const r = fpu_sseConvert.cvtpd2ps(b); lanes.settle(p); v128.store(d, r); return next(p); }
export function h_cvtss2sd(p: usize): usize { const b = lanes.sseElement<u32>(p), d = dst(p); lanes.begin(); const r = fpu_sseConvert.widened(b); lanes.settle(p); store<u64>(d, r); return next(p); }
export function h_cvtsd2ss(p: usize): usize { const b = lanes.sseElement<u64>(p), d = dst(p); lanes.begin(); const r = fpu_sseConvert.narrowed(b); lanes.settle(p); store<u32>(d, r); return next(p); }
export function h_cvtdq2ps(p: usize): usize { const b = v128.load(lanes.sse(p)), d = dst(p); lanes.begin(); const r = fpu_sseConvert.cvtdq2ps(b); lanes.settle(p); v128.store(d, r); return next(p); }
export function h_cvtps2dq(p: usize): usize { const b = v128.load(lanes.sse(p)), d = dst(p); lanes.begin(); const r = fpu_sseConvert.cvtps2dq(b); lanes.settle(p); v128.store(d, r); return next(p); }
export function h_cvttps2dq(p: usize): usize { const b = v128.load(lanes.sse(p)), d = dst(p); lanes.begin(); const r = fpu_sseConvert.cvttps2dq(b); lanes.settle(p); v128.store(d, r); return next(p); }
export function h_subps(p: usize): usize { const b = v128.load(lanes.sse(p)), d = dst(p); lanes.begin(); const r = fpu_sseArithmetic.subLanes<u32>(v128.load(d), b); lanes.settle(p); v128.store(d, r); return next(p); }
export function h_subpd(p: usize): usize { const b = v128.load(lanes.sse(p)), d = dst(p); lanes.begin(); const r = fpu_sseArithmetic.subLanes<u64>(v128.load(d), b); lanes.settle(p); v128.store(d, r); return next(p); }
export function h_subss(p: usize): usize { const b = lanes.sseElement<u32>(p), d = dst(p); lanes.begin(); const r = fpu_sseArithmetic.subElement<u32>(load<u32>(d), b); lanes.settle(p); store<u32>(d, r); return next(p); }
export function h_subsd(p: usize): usize { const b = lanes.sseElement<u64>(p), d = dst(p); lanes.begin(); const r = fpu_sseArithmetic.subElement<u64>(load<u64>(d), b); lanes.settle(p); store<u64>(d, r); return next(p); }
export function h_minps(p: usize): usize { const b = v128.load(lanes.sse(p)), d = dst(p); lanes.begin(); const r = fpu_sseArithmetic.minLanes<u32>(v128.load(d), b); lanes.settle(p); v128.store(d, r); return next(p); }
export function h_minpd(p: usize): usize { const b = v128.load(lanes.sse(p)), d = dst(p); lanes.begin(); const r = fpu_sseArithmetic.minLanes<u64>(v128.load(d), b); lanes.settle(p); v128.store(d, r); return next(p); }
export function h_minss(p: usize): usize { const b = lanes.sseElement<u32>(p), d = dst(p); lanes.begin(); const r = fpu_sseArithmetic.minElement<u32>(load<u32>(d), b); lanes.settle(p); store<u32>(d, r); return next(p); }
export function h_minsd(p: usize): usize { const b = lanes.sseElement<u64>(p), d = dst(p); lanes.begin(); const r = fpu_sseArithmetic.minElement<u64>(load<u64>(d), b); lanes.settle(p); store<u64>(d, r); return next(p); }
export function h_divps(p: usize): usize { const b = v128.load(lanes.sse(p)), d = dst(p); lanes.begin(); const r = fpu_sseArithmetic.divLanes<u32>(v128.load(d), b); lanes.settle(p); v128.store(d, r); return next(p); }
export function h_divpd(p: usize): usize { const b = v128.load(lanes.sse(p)), d = dst(p); lanes.begin(); const r = fpu_sseArithmetic.divLanes<u64>(v128.load(d), b); lanes.settle(p); v128.store(d, r); return next(p); }
export function h_divss(p: usize): usize { const b = lanes.sseElement<u32>(p), d = dst(p); lanes.begin(); const r = fpu_sseArithmetic.divElement<u32>(load<u32>(d), b); lanes.settle(p); store<u32>(d, r); return next(p); }
export function h_divsd(p: usize): usize { const b = lanes.sseElement<u64>(p), d = dst(p); lanes.begin(); const r = fpu_sseArithmetic.divElement<u64>(load<u64>(d), b); lanes.settle(p); store<u64>(d, r); return next(p); }
export function h_maxps(p: usize): usize { const b = v128.load(lanes.sse(p)), d = dst(p); lanes.begin(); const r = fpu_sseArithmetic.maxLanes<u32>(v128.load(d), b); lanes.settle(p); v128.store(d, r); return next(p); }
export function h_maxpd(p: usize): usize { const b = v128.load(lanes.sse(p)), d = dst(p); lanes.begin(); const r = fpu_sseArithmetic.maxLanes<u64>(v128.load(d), b); lanes.settle(p); v128.store(d, r); return next(p); }
export function h_maxss(p: usize): usize { const b = lanes.sseElement<u32>(p), d = dst(p); lanes.begin(); const r = fpu_sseArithmetic.maxElement<u32>(load<u32>(d), b); lanes.settle(p); store<u32>(d, r); return next(p); }
export function h_maxsd(p: usize): usize { const b = lanes.sseElement<u64>(p), d = dst(p); lanes.begin(); const r = fpu_sseArithmetic.maxElement<u64>(load<u64>(d), b); lanes.settle(p); store<u64>(d, r); return next(p); }
export function h_punpcklbw_mmx(p: usize): usize { const b = lanes.mmx4(p), d = dst(p); const r = fpu_shuffle.punpcklbw(v128.load_zero<u64>(d), b); lanes.putLow(d, r); return next(p); }
export function h_punpcklbw(p: usize): usize { const b = v128.load(lanes.sse(p)), d = dst(p); const r = fpu_shuffle.punpcklbw(v128.load(d), b); v128.store(d, r); return next(p); }
export function h_punpcklwd_mmx(p: usize): usize { const b = lanes.mmx4(p), d = dst(p); const r = fpu_shuffle.punpcklwd(v128.load_zero<u64>(d), b); lanes.putLow(d, r); return next(p); }
export function h_punpcklwd(p: usize): usize { const b = v128.load(lanes.sse(p)), d = dst(p); const r = fpu_shuffle.punpcklwd(v128.load(d), b); v128.store(d, r); return next(p); }
export function h_punpckldq_mmx(p: usize): usize { const b = lanes.mmx4(p), d = dst(p); const r = fpu_shuffle.punpckldq(v128.load_zero<u64>(d), b); lanes.putLow(d, r); return next(p); }
export function h_packsswb_mmx(p: usize): usize { const b = lanes.mmx8(p), d = dst(p); const r = fpu_shuffle.packsswbMmx(v128.load_zero<u64>(d), b); lanes.putLow(d, r); return next(p); }
export function h_packsswb(p: usize): usize { const b = v128.load(lanes.sse(p)), d = dst(p); const r = fpu_shuffle.packsswb(v128.load(d), b); v128.store(d, r); return next(p); }
export function h_pcmpgtb_mmx(p: usize): usize { const b = lanes.mmx8(p), d = dst(p); const r = fpu_packedInteger.pcmpgtb(v128.load_zero<u64>(d), b); lanes.putLow(d, r); return next(p); }
export function h_pcmpgtb(p: usize): usize { const b = v128.load(lanes.sse(p)), d = dst(p); const r = fpu_packedInteger.pcmpgtb(v128.load(d), b); v128.store(d, r); return next(p); }
export function h_pcmpgtw_mmx(p: usize): usize { const b = lanes.mmx8(p), d = dst(p); const r = fpu_packedInteger.pcmpgtw(v128.load_zero<u64>(d), b); lanes.putLow(d, r); return next(p); }
export function h_pcmpgtw(p: usize): usize { const b = v128.load(lanes.sse(p)), d = dst(p); const r = fpu_packedInteger.pcmpgtw(v128.load(d), b); v128.store(d, r); return next(p); }
export function h_pcmpgtd_mmx(p: usize): usize { const b = lanes.mmx8(p), d = dst(p); const r = fpu_packedInteger.pcmpgtd(v128.load_zero<u64>(d), b); lanes.putLow(d, r); return next(p); }
export function h_pcmpgtd(p: usize): usize { const b = v128.load(lanes.sse(p)), d = dst(p); const r = fpu_packedInteger.pcmpgtd(v128.load(d), b); v128.store(d, r); return next(p); }
export function h_packuswb_mmx(p: usize): usize { const b = lanes.mmx8(p), d = dst(p); const r = fpu_shuffle.packuswbMmx(v128.load_zero<u64>(d), b); lanes.putLow(d, r); return next(p); }
export function h_packuswb(p: usize): usize { const b = v128.load(lanes.sse(p)), d = dst(p); const r = fpu_shuffle.packuswb(v128.load(d), b); v128.store(d, r); return next(p); }
export function h_punpckhbw_mmx(p: usize): usize { const b = lanes.mmx8(p), d = dst(p); const r = fpu_shuffle.punpckhbwMmx(v128.load_zero<u64>(d), b); lanes.putLow(d, r); return next(p); }
export function h_punpckhbw(p: usize): usize { const b = v128.load(lanes.sse(p)), d = dst(p); const r = fpu_shuffle.punpckhbw(v128.load(d), b); v128.store(d, r); return next(p); }
export function h_punpckhwd_mmx(p: usize): usize { const b = lanes.mmx8(p), d = dst(p); const r = fpu_shuffle.punpckhwdMmx(v128.load_zero<u64>(d), b); lanes.putLow(d, r); return next(p); }
export function h_punpckhwd(p: usize): usize { const b = v128.load(lanes.sse(p)), d = dst(p); const r = fpu_shuffle.punpckhwd(v128.load(d), b); v128.store(d, r); return next(p); }
export function h_punpckhdq_mmx(p: usize): usize { const b = lanes.mmx8(p), d = dst(p); const r = fpu_shuffle.punpckhdqMmx(v128.load_zero<u64>(d), b); lanes.putLow(d, r); return next(p); }
export function h_packssdw_mmx(p: usize): usize { const b = lanes.mmx8(p), d = dst(p); const r = fpu_shuffle.packssdwMmx(v128.load_zero<u64>(d), b); lanes.putLow(d, r); return next(p); }
export function h_packssdw(p: usize): usize { const b = v128.load(lanes.sse(p)), d = dst(p); const r = fpu_shuffle.packssdw(v128.load(d), b); v128.store(d, r); return next(p); }
export function h_movToMmx_16(p: usize): usize { return fpu_sseMove.movToMmx<u16>(p); }
export function h_movToMmx_32(p: usize): usize { return fpu_sseMove.movToMmx<u32>(p); }
export function h_movToMmx_64(p: usize): usize { return fpu_sseMove.movToMmx<u64>(p); }
export function h_movToXmm_16(p: usize): usize { return fpu_sseMove.movToXmm<u16>(p); }
export function h_movToXmm_32(p: usize): usize { return fpu_sseMove.movToXmm<u32>(p); }
export function h_movToXmm_64(p: usize): usize { return fpu_sseMove.movToXmm<u64>(p); }
export function h_mmxLoad(p: usize): usize { return fpu_sseMove.mmxLoad(p); }
export function h_pshufw_mmx(p: usize): usize { const b = lanes.mmx8(p), d = dst(p); const r = fpu_shuffle.pshuflw(b, <u32>imm(p)); lanes.putLow(d, r); return next(p); }
export function h_pshufd(p: usize): usize { const b = v128.load(lanes.sse(p)), d = dst(p); const r = fpu_shuffle.pshufd(b, <u32>imm(p)); v128.store(d, r); return next(p); }
export function h_pshufhw(p: usize): usize { const b = v128.load(lanes.sse(p)), d = dst(p); const r = fpu_shuffle.pshufhw(b, <u32>imm(p)); v128.store(d, r); return next(p); }
export function h_pshuflw(p: usize): usize { const b = v128.load(lanes.sse(p)), d = dst(p); const r = fpu_shuffle.pshuflw(b, <u32>imm(p)); v128.store(d, r); return next(p); }
export function h_psrlwImm_mmx(p: usize): usize { lanes.beginMmx(p); const d = dst(p), r = fpu_vectorShift.psrlwImm(v128.load_zero<u64>(d), <u32>imm(p)); lanes.putLow(d, r); return next(p); }
export function h_psrawImm_mmx(p: usize): usize { lanes.beginMmx(p); const d = dst(p), r = fpu_vectorShift.psrawImm(v128.load_zero<u64>(d), <u32>imm(p)); lanes.putLow(d, r); return next(p); }
export function h_psllwImm_mmx(p: usize): usize { lanes.beginMmx(p); const d = dst(p), r = fpu_vectorShift.psllwImm(v128.load_zero<u64>(d), <u32>imm(p)); lanes.putLow(d, r); return next(p); }
export function h_psrlwImm(p: usize): usize { lanes.beginSse(p); const d = dst(p), r = fpu_vectorShift.psrlwImm(v128.load(d), <u32>imm(p)); v128.store(d, r); return next(p); }
export function h_psrawImm(p: usize): usize { lanes.beginSse(p); const d = dst(p), r = fpu_vectorShift.psrawImm(v128.load(d), <u32>imm(p)); v128.store(d, r); return next(p); }
export function h_psllwImm(p: usize): usize { lanes.beginSse(p); const d = dst(p), r = fpu_vectorShift.psllwImm(v128.load(d), <u32>imm(p)); v128.store(d, r); return next(p); }
export function h_psrldImm_mmx(p: usize): usize { lanes.beginMmx(p); const d = dst(p), r = fpu_vectorShift.psrldImm(v128.load_zero<u64>(d), <u32>imm(p)); lanes.putLow(d, r); return next(p); }
export function h_psradImm_mmx(p: usize): usize { lanes.beginMmx(p); const d = dst(p), r = fpu_vectorShift.psradImm(v128.load_zero<u64>(d), <u32>imm(p)); lanes.putLow(d, r); return next(p); }
export function h_pslldImm_mmx(p: usize): usize { lanes.beginMmx(p); const d = dst(p), r = fpu_vectorShift.pslldImm(v128.load_zero<u64>(d), <u32>imm(p)); lanes.putLow(d, r); return next(p); }
export function h_psrldImm(p: usize): usize { lanes.beginSse(p); const d = dst(p), r = fpu_vectorShift.psrldImm(v128.load(d), <u32>imm(p)); v128.store(d, r); return next(p); }
export function h_psradImm(p: usize): usize { lanes.beginSse(p); const d = dst(p), r = fpu_vectorShift.psradImm(v128.load(d), <u32>imm(p)); v128.store(d, r); return next(p); }
export function h_pslldImm(p: usize): usize { lanes.beginSse(p); const d = dst(p), r = fpu_vectorShift.pslldImm(v128.load(d), <u32>imm(p)); v128.store(d, r); return next(p); }
export function h_psrlqImm_mmx(p: usize): usize { lanes.beginMmx(p); const d = dst(p), r = fpu_vectorShift.psrlqImm(v128.load_zero<u64>(d), <u32>imm(p)); lanes.putLow(d, r); return next(p); }
export function h_psllqImm_mmx(p: usize): usize { lanes.beginMmx(p); const d = dst(p), r = fpu_vectorShift.psllqImm(v128.load_zero<u64>(d), <u32>imm(p)); lanes.putLow(d, r); return next(p); }
export function h_psrlqImm(p: usize): usize { lanes.beginSse(p); const d = dst(p), r = fpu_vectorShift.psrlqImm(v128.load(d), <u32>imm(p)); v128.store(d, r); return next(p); }
export function h_psrldq(p: usize): usize { lanes.beginSse(p); const d = dst(p), r = fpu_vectorShift.psrldq(v128.load(d), <u32>imm(p)); v128.store(d, r); return next(p); }
export function h_psllqImm(p: usize): usize { lanes.beginSse(p); const d = dst(p), r = fpu_vectorShift.psllqImm(v128.load(d), <u32>imm(p)); v128.store(d, r); return next(p); }
export function h_pslldq(p: usize): usize { lanes.beginSse(p); const d = dst(p), r = fpu_vectorShift.pslldq(v128.load(d), <u32>imm(p)); v128.store(d, r); return next(p); }
export function h_pcmpeqb_mmx(p: usize): usize { const b = lanes.mmx8(p), d = dst(p); const r = fpu_packedInteger.pcmpeqb(v128.load_zero<u64>(d), b); lanes.putLow(d, r); return next(p); }
export function h_pcmpeqb(p: usize): usize { const b = v128.load(lanes.sse(p)), d = dst(p); const r = fpu_packedInteger.pcmpeqb(v128.load(d), b); v128.store(d, r); return next(p); }
export function h_pcmpeqw_mmx(p: usize): usize { const b = lanes.mmx8(p), d = dst(p); const r = fpu_packedInteger.pcmpeqw(v128.load_zero<u64>(d), b); lanes.putLow(d, r); return next(p); }
export function h_pcmpeqw(p: usize): usize { const b = v128.load(lanes.sse(p)), d = dst(p); const r = fpu_packedInteger.pcmpeqw(v128.load(d), b); v128.store(d, r); return next(p); }
export function h_pcmpeqd_mmx(p: usize): usize { const b = lanes.mmx8(p), d = dst(p); const r = fpu_packedInteger.pcmpeqd(v128.load_zero<u64>(d), b); lanes.putLow(d, r); return next(p); }
export function h_pcmpeqd(p: usize): usize { const b = v128.load(lanes.sse(p)), d = dst(p); const r = fpu_packedInteger.pcmpeqd(v128.load(d), b); v128.store(d, r); return next(p); }
export function h_emms(p: usize): usize { return fpu_state.emms(p); }
export function h_extrqImm(p: usize): usize { return vector_fields.extrqImm(p); }
export function h_insertqImm(p: usize): usize { return vector_fields.insertqImm(p); }
export function h_extrq(p: usize): usize { return vector_fields.extrq(p); }
export function h_insertq(p: usize): usize { return vector_fields.insertq(p); }
export function h_haddpd(p: usize): usize { const b = v128.load(lanes.sse(p)), d = dst(p); lanes.begin(); const r = vector_pairs.haddpd(v128.load(d), b); lanes.settle(p); v128.store(d, r); return next(p); }
export function h_haddps(p: usize): usize { const b = v128.load(lanes.sse(p)), d = dst(p); lanes.begin(); const r = vector_pairs.haddps(v128.load(d), b); lanes.settle(p); v128.store(d, r); return next(p); }
export function h_hsubpd(p: usize): usize { const b = v128.load(lanes.sse(p)), d = dst(p); lanes.begin(); const r = vector_pairs.hsubpd(v128.load(d), b); lanes.settle(p); v128.store(d, r); return next(p); }
export function h_hsubps(p: usize): usize { const b = v128.load(lanes.sse(p)), d = dst(p); lanes.begin(); const r = vector_pairs.hsubps(v128.load(d), b); lanes.settle(p); v128.store(d, r); return next(p); }
export function h_movFromMmx_16(p: usize): usize { return fpu_sseMove.movFromMmx<u16>(p); }
export function h_movFromMmx_32(p: usize): usize { return fpu_sseMove.movFromMmx<u32>(p); }
export function h_movFromMmx_64(p: usize): usize { return fpu_sseMove.movFromMmx<u64>(p); }
export function h_movFromXmm_16(p: usize): usize { return fpu_sseMove.movFromXmm<u16>(p); }
export function h_movFromXmm_32(p: usize): usize { return fpu_sseMove.movFromXmm<u32>(p); }
export function h_movFromXmm_64(p: usize): usize { return fpu_sseMove.movFromXmm<u64>(p); }
export function h_movq_load(p: usize): usize { return fpu_sseMove.movqLoad(p); }
export function h_mmxStore(p: usize): usize { return fpu_sseMove.mmxStore(p); }
export function h_seto_8(p: usize): usize { return exec_move.setcc<u8>(p, 0); }
export function h_setno_8(p: usize): usize { return exec_move.setcc<u8>(p, 1); }
export function h_setb_8(p: usize): usize { return exec_move.setcc<u8>(p, 2); }
export function h_setnb_8(p: usize): usize { return exec_move.setcc<u8>(p, 3); }
export function h_setz_8(p: usize): usize { return exec_move.setcc<u8>(p, 4); }
export function h_setnz_8(p: usize): usize { return exec_move.setcc<u8>(p, 5); }
export function h_setbe_8(p: usize): usize { return exec_move.setcc<u8>(p, 6); }
export function h_setnbe_8(p: usize): usize { return exec_move.setcc<u8>(p, 7); }
export function h_sets_8(p: usize): usize { return exec_move.setcc<u8>(p, 8); }
export function h_setns_8(p: usize): usize { return exec_move.setcc<u8>(p, 9); }
export function h_setp_8(p: usize): usize { return exec_move.setcc<u8>(p, 10); }
export function h_setnp_8(p: usize): usize { return exec_move.setcc<u8>(p, 11); }
export function h_setl_8(p: usize): usize { return exec_move.setcc<u8>(p, 12); }
export function h_setnl_8(p: usize): usize { return exec_move.setcc<u8>(p, 13); }
export function h_setle_8(p: usize): usize { return exec_move.setcc<u8>(p, 14); }
export function h_setnle_8(p: usize): usize { return exec_move.setcc<u8>(p, 15); }
export function h_push_fs_16(p: usize): usize { return system_segmentMoves.pushSegment<u16>(p, 4); }
export function h_push_fs_32(p: usize): usize { return system_segmentMoves.pushSegment<u32>(p, 4); }
export function h_push_fs_64(p: usize): usize { return system_segmentMoves.pushSegment<u64>(p, 4); }
export function h_pop_fs_16(p: usize): usize { return system_segmentMoves.popSegment<u16>(p, 4); }
export function h_pop_fs_32(p: usize): usize { return system_segmentMoves.popSegment<u32>(p, 4); }
export function h_pop_fs_64(p: usize): usize { return system_segmentMoves.popSegment<u64>(p, 4); }
export function h_cpuid(p: usize): usize { return system_cpuid.cpuid(p); }
export function h_bt_16(p: usize): usize { return exec_bits.bitByReg<u16>(p, 0); }
export function h_bt_32(p: usize): usize { return exec_bits.bitByReg<u32>(p, 0); }
export function h_bt_64(p: usize): usize { return exec_bits.bitByReg<u64>(p, 0); }
export function h_shld_16(p: usize): usize { return exec_shift.shldImm<u16>(p); }
export function h_shld_32(p: usize): usize { return exec_shift.shldImm<u32>(p); }
export function h_shld_64(p: usize): usize { return exec_shift.shldImm<u64>(p); }
export function h_shldcl_16(p: usize): usize { return exec_shift.shldCl<u16>(p); }
export function h_shldcl_32(p: usize): usize { return exec_shift.shldCl<u32>(p); }
export function h_shldcl_64(p: usize): usize { return exec_shift.shldCl<u64>(p); }
export function h_push_gs_16(p: usize): usize { return system_segmentMoves.pushSegment<u16>(p, 5); }
export function h_push_gs_32(p: usize): usize { return system_segmentMoves.pushSegment<u32>(p, 5); }
export function h_push_gs_64(p: usize): usize { return system_segmentMoves.pushSegment<u64>(p, 5); }
export function h_pop_gs_16(p: usize): usize { return system_segmentMoves.popSegment<u16>(p, 5); }
export function h_pop_gs_32(p: usize): usize { return system_segmentMoves.popSegment<u32>(p, 5); }
export function h_pop_gs_64(p: usize): usize { return system_segmentMoves.popSegment<u64>(p, 5); }
export function h_rsm(p: usize): usize { return system_smm.rsm(p); }
export function h_bts_16(p: usize): usize { return exec_bits.bitByReg<u16>(p, 1); }
export function h_bts_32(p: usize): usize { return exec_bits.bitByReg<u32>(p, 1); }
export function h_bts_64(p: usize): usize { return exec_bits.bitByReg<u64>(p, 1); }
export function h_shrd_16(p: usize): usize { return exec_shift.shrdImm<u16>(p); }
export function h_shrd_32(p: usize): usize { return exec_shift.shrdImm<u32>(p); }
export function h_shrd_64(p: usize): usize { return exec_shift.shrdImm<u64>(p); }
export function h_shrdcl_16(p: usize): usize { return exec_shift.shrdCl<u16>(p); }
export function h_shrdcl_32(p: usize): usize { return exec_shift.shrdCl<u32>(p); }
export function h_shrdcl_64(p: usize): usize { return exec_shift.shrdCl<u64>(p); }
export function h_fxsave_16(p: usize): usize { return fpu_fxsave.fxsave<u16>(p); }
export function h_fxsave_32(p: usize): usize { return fpu_fxsave.fxsave<u32>(p); }
export function h_fxsave_64(p: usize): usize { return fpu_fxsave.fxsave<u64>(p); }
export function h_fxrstor_16(p: usize): usize { return fpu_fxsave.fxrstor<u16>(p); }
export function h_fxrstor_32(p: usize): usize { return fpu_fxsave.fxrstor<u32>(p); }
export function h_fxrstor_64(p: usize): usize { return fpu_fxsave.fxrstor<u64>(p); }
export function h_ldmxcsr(p: usize): usize { return fpu_fxsave.ldmxcsr(p); }
export function h_stmxcsr(p: usize): usize { return fpu_fxsave.stmxcsr(p); }
export function h_xsave_16(p: usize): usize { return fpu_xsave.xsave<u16>(p); }
export function h_xsave_32(p: usize): usize { return fpu_xsave.xsave<u32>(p); }
export function h_xsave_64(p: usize): usize { return fpu_xsave.xsave<u64>(p); }
export function h_xrstor_16(p: usize): usize { return fpu_xsave.xrstor<u16>(p); }
export function h_xrstor_32(p: usize): usize { return fpu_xsave.xrstor<u32>(p); }
export function h_xrstor_64(p: usize): usize { return fpu_xsave.xrstor<u64>(p); }
export function h_xsaveopt_16(p: usize): usize { return fpu_xsave.xsaveopt<u16>(p); }
export function h_xsaveopt_32(p: usize): usize { return fpu_xsave.xsaveopt<u32>(p); }
export function h_xsaveopt_64(p: usize): usize { return fpu_xsave.xsaveopt<u64>(p); }
export function h_clflush(p: usize): usize { return system_cache.clflush(p); }
export function h_lfence(p: usize): usize { return system_cache.lfence(p); }
export function h_mfence(p: usize): usize { return system_cache.mfence(p); }
export function h_sfence(p: usize): usize { return system_cache.sfence(p); }
export function h_clwb(p: usize): usize { return system_cache.clwb(p); }
export function h_clflushopt(p: usize): usize { return system_cache.clflushopt(p); }
export function h_rdfsbase_16(p: usize): usize { return system_syscall.rdfsbase<u16>(p); }
export function h_rdfsbase_32(p: usize): usize { return system_syscall.rdfsbase<u32>(p); }
export function h_rdfsbase_64(p: usize): usize { return system_syscall.rdfsbase<u64>(p); }
export function h_rdgsbase_16(p: usize): usize { return system_syscall.rdgsbase<u16>(p); }
export function h_rdgsbase_32(p: usize): usize { return system_syscall.rdgsbase<u32>(p); }
export function h_rdgsbase_64(p: usize): usize { return system_syscall.rdgsbase<u64>(p); }
export function h_wrfsbase_16(p: usize): usize { return system_syscall.wrfsbase<u16>(p); }
export function h_wrfsbase_32(p: usize): usize { return system_syscall.wrfsbase<u32>(p); }
export function h_wrfsbase_64(p: usize): usize { return system_syscall.wrfsbase<u64>(p); }
export function h_wrgsbase_16(p: usize): usize { return system_syscall.wrgsbase<u16>(p); }
export function h_wrgsbase_32(p: usize): usize { return system_syscall.wrgsbase<u32>(p); }
export function h_wrgsbase_64(p: usize): usize { return system_syscall.wrgsbase<u64>(p); }
export function h_imul_rs_16(p: usize): usize { return exec_muldiv.imul_rs<u16>(p, true); }
export function h_imul_rs_32(p: usize): usize { return exec_muldiv.imul_rs<u32>(p, true); }
export function h_imul_rs_64(p: usize): usize { return exec_muldiv.imul_rs<u64>(p, true); }
export function h_imul_rs_16_nf(p: usize): usize { return exec_muldiv.imul_rs<u16>(p, false); }
export function h_imul_rs_32_nf(p: usize): usize { return exec_muldiv.imul_rs<u32>(p, false); }
export function h_imul_rs_64_nf(p: usize): usize { return exec_muldiv.imul_rs<u64>(p, false); }
export function h_imul_rm_16(p: usize): usize { return exec_muldiv.imul_rm<u16>(p, true); }
export function h_imul_rm_32(p: usize): usize { return exec_muldiv.imul_rm<u32>(p, true); }
export function h_imul_rm_64(p: usize): usize { return exec_muldiv.imul_rm<u64>(p, true); }
export function h_imul_rm_16_nf(p: usize): usize { return exec_muldiv.imul_rm<u16>(p, false); }
export function h_imul_rm_32_nf(p: usize): usize { return exec_muldiv.imul_rm<u32>(p, false); }
export function h_imul_rm_64_nf(p: usize): usize { return exec_muldiv.imul_rm<u64>(p, false); }
export function h_cmpxchg_8(p: usize): usize { return exec_atomic.cmpxchg<u8>(p); }
export function h_cmpxchg_16(p: usize): usize { return exec_atomic.cmpxchg<u16>(p); }
export function h_cmpxchg_32(p: usize): usize { return exec_atomic.cmpxchg<u32>(p); }
export function h_cmpxchg_64(p: usize): usize { return exec_atomic.cmpxchg<u64>(p); }
export function h_lss_16(p: usize): usize { return system_segmentMoves.loadFar<u16>(p, 2); }
export function h_lss_32(p: usize): usize { return system_segmentMoves.loadFar<u32>(p, 2); }
export function h_lss_64(p: usize): usize { return system_segmentMoves.loadFar<u64>(p, 2); }
export function h_btr_16(p: usize): usize { return exec_bits.bitByReg<u16>(p, 2); }
export function h_btr_32(p: usize): usize { return exec_bits.bitByReg<u32>(p, 2); }
export function h_btr_64(p: usize): usize { return exec_bits.bitByReg<u64>(p, 2); }
export function h_lfs_16(p: usize): usize { return system_segmentMoves.loadFar<u16>(p, 4); }
export function h_lfs_32(p: usize): usize { return system_segmentMoves.loadFar<u32>(p, 4); }
export function h_lfs_64(p: usize): usize { return system_segmentMoves.loadFar<u64>(p, 4); }
export function h_lgs_16(p: usize): usize { return system_segmentMoves.loadFar<u16>(p, 5); }
export function h_lgs_32(p: usize): usize { return system_segmentMoves.loadFar<u32>(p, 5); }
export function h_lgs_64(p: usize): usize { return system_segmentMoves.loadFar<u64>(p, 5); }
export function h_movzx8_rs_16(p: usize): usize { return exec_move.movzx8_rs<u16>(p); }
export function h_movzx8_rs_32(p: usize): usize { return exec_move.movzx8_rs<u32>(p); }
export function h_movzx8_rs_64(p: usize): usize { return exec_move.movzx8_rs<u64>(p); }
export function h_movzx8_rm_16(p: usize): usize { return exec_move.movzx8_rm<u16>(p); }
export function h_movzx8_rm_32(p: usize): usize { return exec_move.movzx8_rm<u32>(p); }
export function h_movzx8_rm_64(p: usize): usize { return exec_move.movzx8_rm<u64>(p); }
export function h_movzx16_rs_16(p: usize): usize { return exec_move.movzx16_rs<u16>(p); }
export function h_movzx16_rs_32(p: usize): usize { return exec_move.movzx16_rs<u32>(p); }
export function h_movzx16_rs_64(p: usize): usize { return exec_move.movzx16_rs<u64>(p); }
export function h_movzx16_rm_16(p: usize): usize { return exec_move.movzx16_rm<u16>(p); }
export function h_movzx16_rm_32(p: usize): usize { return exec_move.movzx16_rm<u32>(p); }
export function h_movzx16_rm_64(p: usize): usize { return exec_move.movzx16_rm<u64>(p); }
export function h_popcnt_16(p: usize): usize { return exec_bits.countOnes<u16>(p); }
export function h_popcnt_32(p: usize): usize { return exec_bits.countOnes<u32>(p); }
export function h_popcnt_64(p: usize): usize { return exec_bits.countOnes<u64>(p); }
export function h_ud1(p: usize): usize { return exec_illegal.illegalOpcode(p); }
export function h_btImm_16(p: usize): usize { return exec_bits.bitByImm<u16>(p, 0); }
export function h_btImm_32(p: usize): usize { return exec_bits.bitByImm<u32>(p, 0); }
export function h_btImm_64(p: usize): usize { return exec_bits.bitByImm<u64>(p, 0); }
export function h_btsImm_16(p: usize): usize { return exec_bits.bitByImm<u16>(p, 1); }
export function h_btsImm_32(p: usize): usize { return exec_bits.bitByImm<u32>(p, 1); }
export function h_btsImm_64(p: usize): usize { return exec_bits.bitByImm<u64>(p, 1); }
export function h_btrImm_16(p: usize): usize { return exec_bits.bitByImm<u16>(p, 2); }
export function h_btrImm_32(p: usize): usize { return exec_bits.bitByImm<u32>(p, 2); }
export function h_btrImm_64(p: usize): usize { return exec_bits.bitByImm<u64>(p, 2); }
export function h_btcImm_16(p: usize): usize { return exec_bits.bitByImm<u16>(p, 3); }
export function h_btcImm_32(p: usize): usize { return exec_bits.bitByImm<u32>(p, 3); }
export function h_btcImm_64(p: usize): usize { return exec_bits.bitByImm<u64>(p, 3); }
export function h_btc_16(p: usize): usize { return exec_bits.bitByReg<u16>(p, 3); }
export function h_btc_32(p: usize): usize { return exec_bits.bitByReg<u32>(p, 3); }
export function h_btc_64(p: usize): usize { return exec_bits.bitByReg<u64>(p, 3); }
export function h_bsf_16(p: usize): usize { return exec_bits.scanForward<u16>(p); }
export function h_bsf_32(p: usize): usize { return exec_bits.scanForward<u32>(p); }
export function h_bsf_64(p: usize): usize { return exec_bits.scanForward<u64>(p); }
export function h_tzcnt_16(p: usize): usize { return exec_bits.countTrailing<u16>(p); }
export function h_tzcnt_32(p: usize): usize { return exec_bits.countTrailing<u32>(p); }
export function h_tzcnt_64(p: usize): usize { return exec_bits.countTrailing<u64>(p); }
export function h_bsr_16(p: usize): usize { return exec_bits.scanReverse<u16>(p); }
export function h_bsr_32(p: usize): usize { return exec_bits.scanReverse<u32>(p); }
export function h_bsr_64(p: usize): usize { return exec_bits.scanReverse<u64>(p); }
export function h_lzcnt_16(p: usize): usize { return exec_bits.countLeading<u16>(p); }
export function h_lzcnt_32(p: usize): usize { return exec_bits.countLeading<u32>(p); }
export function h_lzcnt_64(p: usize): usize { return exec_bits.countLeading<u64>(p); }
export function h_movsx8_rs_16(p: usize): usize { return exec_move.movsx8_rs<u16>(p); }
export function h_movsx8_rs_32(p: usize): usize { return exec_move.movsx8_rs<u32>(p); }
export function h_movsx8_rs_64(p: usize): usize { return exec_move.movsx8_rs<u64>(p); }
export function h_movsx8_rm_16(p: usize): usize { return exec_move.movsx8_rm<u16>(p); }
export function h_movsx8_rm_32(p: usize): usize { return exec_move.movsx8_rm<u32>(p); }
export function h_movsx8_rm_64(p: usize): usize { return exec_move.movsx8_rm<u64>(p); }
export function h_movsx16_rs_16(p: usize): usize { return exec_move.movsx16_rs<u16>(p); }
export function h_movsx16_rs_32(p: usize): usize { return exec_move.movsx16_rs<u32>(p); }
export function h_movsx16_rs_64(p: usize): usize { return exec_move.movsx16_rs<u64>(p); }
export function h_movsx16_rm_16(p: usize): usize { return exec_move.movsx16_rm<u16>(p); }
export function h_movsx16_rm_32(p: usize): usize { return exec_move.movsx16_rm<u32>(p); }
export function h_movsx16_rm_64(p: usize): usize { return exec_move.movsx16_rm<u64>(p); }
export function h_xadd_8(p: usize): usize { return exec_atomic.xadd<u8>(p); }
export function h_xadd_16(p: usize): usize { return exec_atomic.xadd<u16>(p); }
export function h_xadd_32(p: usize): usize { return exec_atomic.xadd<u32>(p); }
export function h_xadd_64(p: usize): usize { return exec_atomic.xadd<u64>(p); }
export function h_cmpps(p: usize): usize { const b = v128.load(lanes.sse(p)), d = dst(p); lanes.begin(); const r = fpu_sseCompare.cmpLanes3<u32>(v128.load(d), b, <u32>imm(p)); lanes.settle(p); v128.store(d, r); return next(p); }
export function h_cmppd(p: usize): usize { const b = v128.load(lanes.sse(p)), d = dst(p); lanes.begin(); const r = fpu_sseCompare.cmpLanes3<u64>(v128.load(d), b, <u32>imm(p)); lanes.settle(p); v128.store(d, r); return next(p); }
export function h_cmpss(p: usize): usize { const b = lanes.sseElement<u32>(p), d = dst(p); lanes.begin(); const r = fpu_sseCompare.cmpElement3<u32>(load<u32>(d), b, <u32>imm(p)); lanes.settle(p); store<u32>(d, r); return next(p); }
export function h_cmpsd(p: usize): usize { const b = lanes.sseElement<u64>(p), d = dst(p); lanes.begin(); const r = fpu_sseCompare.cmpElement3<u64>(load<u64>(d), b, <u32>imm(p)); lanes.settle(p); store<u64>(d, r); return next(p); }
export function h_movnti_16(p: usize): usize { return fpu_sseMove.movnti<u16>(p); }
export function h_movnti_32(p: usize): usize { return fpu_sseMove.movnti<u32>(p); }
export function h_movnti_64(p: usize): usize { return fpu_sseMove.movnti<u64>(p); }
export function h_pinsrwMmx(p: usize): usize { return fpu_shuffle.pinsrwMmx(p); }
export function h_pinsrw(p: usize): usize { return fpu_shuffle.pinsrw(p); }
export function h_pextrwMmx(p: usize): usize { return fpu_shuffle.pextrwMmx(p); }
export function h_pextrw(p: usize): usize { return fpu_shuffle.pextrw(p); }
export function h_shufps(p: usize): usize { const b = v128.load(lanes.sse(p)), d = dst(p); const r = fpu_shuffle.shufps(v128.load(d), b, <u32>imm(p)); v128.store(d, r); return next(p); }
export function h_shufpd(p: usize): usize { const b = v128.load(lanes.sse(p)), d = dst(p); const r = fpu_shuffle.shufpd(v128.load(d), b, <u32>imm(p)); v128.store(d, r); return next(p); }
export function h_cmpxchgPair_16(p: usize): usize { return exec_atomic.cmpxchgPair<u16>(p); }
export function h_cmpxchgPair_32(p: usize): usize { return exec_atomic.cmpxchgPair<u32>(p); }
export function h_cmpxchgPair_64(p: usize): usize { return exec_atomic.cmpxchgPair<u64>(p); }
export function h_xrstors_16(p: usize): usize { return fpu_xsave.xrstors<u16>(p); }
export function h_xrstors_32(p: usize): usize { return fpu_xsave.xrstors<u32>(p); }
export function h_xrstors_64(p: usize): usize { return fpu_xsave.xrstors<u64>(p); }
export function h_xsavec_16(p: usize): usize { return fpu_xsave.xsavec<u16>(p); }
export function h_xsavec_32(p: usize): usize { return fpu_xsave.xsavec<u32>(p); }
export function h_xsavec_64(p: usize): usize { return fpu_xsave.xsavec<u64>(p); }
export function h_xsaves_16(p: usize): usize { return fpu_xsave.xsaves<u16>(p); }
export function h_xsaves_32(p: usize): usize { return fpu_xsave.xsaves<u32>(p); }
export function h_xsaves_64(p: usize): usize { return fpu_xsave.xsaves<u64>(p); }
export function h_rdrand_16(p: usize): usize { return system_random.readRandom<u16>(p); }
export function h_rdrand_32(p: usize): usize { return system_random.readRandom<u32>(p); }
export function h_rdrand_64(p: usize): usize { return system_random.readRandom<u64>(p); }
export function h_rdseed_16(p: usize): usize { return system_random.readRandom<u16>(p); }
export function h_rdseed_32(p: usize): usize { return system_random.readRandom<u32>(p); }
export function h_rdseed_64(p: usize): usize { return system_random.readRandom<u64>(p); }
export function h_rdpid(p: usize): usize { return system_tsc.rdpid(p); }
export function h_bswap_16(p: usize): usize { return exec_bits.swapBytes<u16>(p); }
export function h_bswap_32(p: usize): usize { return exec_bits.swapBytes<u32>(p); }
export function h_bswap_64(p: usize): usize { return exec_bits.swapBytes<u64>(p); }
export function h_addsubpd(p: usize): usize { const b = v128.load(lanes.sse(p)), d = dst(p); lanes.begin(); const r = vector_pairs.addsubpd(v128.load(d), b); lanes.settle(p); v128.store(d, r); return next(p); }
export function h_addsubps(p: usize): usize { const b = v128.load(lanes.sse(p)), d = dst(p); lanes.begin(); const r = vector_pairs.addsubps(v128.load(d), b); lanes.settle(p); v128.store(d, r); return next(p); }
export function h_psrlw_mmx(p: usize): usize { const b = lanes.mmx8(p), d = dst(p); const r = fpu_vectorShift.psrlw(v128.load_zero<u64>(d), b); lanes.putLow(d, r); return next(p); }
export function h_psrlw(p: usize): usize { const b = lanes.sseCount(p), d = dst(p); const r = fpu_vectorShift.psrlw(v128.load(d), b); v128.store(d, r); return next(p); }
export function h_psrld_mmx(p: usize): usize { const b = lanes.mmx8(p), d = dst(p); const r = fpu_vectorShift.psrld(v128.load_zero<u64>(d), b); lanes.putLow(d, r); return next(p); }
export function h_psrld(p: usize): usize { const b = lanes.sseCount(p), d = dst(p); const r = fpu_vectorShift.psrld(v128.load(d), b); v128.store(d, r); return next(p); }
export function h_psrlq_mmx(p: usize): usize { const b = lanes.mmx8(p), d = dst(p); const r = fpu_vectorShift.psrlq(v128.load_zero<u64>(d), b); lanes.putLow(d, r); return next(p); }
export function h_psrlq(p: usize): usize { const b = lanes.sseCount(p), d = dst(p); const r = fpu_vectorShift.psrlq(v128.load(d), b); v128.store(d, r); return next(p); }
export function h_paddq_mmx(p: usize): usize { const b = lanes.mmx8(p), d = dst(p); const r = fpu_packedInteger.paddq(v128.load_zero<u64>(d), b); lanes.putLow(d, r); return next(p); }
export function h_paddq(p: usize): usize { const b = v128.load(lanes.sse(p)), d = dst(p); const r = fpu_packedInteger.paddq(v128.load(d), b); v128.store(d, r); return next(p); }
export function h_pmullw_mmx(p: usize): usize { const b = lanes.mmx8(p), d = dst(p); const r = fpu_packedInteger.pmullw(v128.load_zero<u64>(d), b); lanes.putLow(d, r); return next(p); }
export function h_pmullw(p: usize): usize { const b = v128.load(lanes.sse(p)), d = dst(p); const r = fpu_packedInteger.pmullw(v128.load(d), b); v128.store(d, r); return next(p); }
export function h_movq_store(p: usize): usize { return fpu_sseMove.movqStore(p); }
export function h_movq2dq(p: usize): usize { return fpu_sseMove.movq2dq(p); }
export function h_movdq2q(p: usize): usize { return fpu_sseMove.movdq2q(p); }
export function h_pmovmskbMmx(p: usize): usize { return fpu_sseMove.pmovmskbMmx(p); }
export function h_pmovmskb(p: usize): usize { return fpu_sseMove.pmovmskb(p); }
export function h_psubusb_mmx(p: usize): usize { const b = lanes.mmx8(p), d = dst(p); const r = fpu_packedInteger.psubusb(v128.load_zero<u64>(d), b); lanes.putLow(d, r); return next(p); }
export function h_psubusb(p: usize): usize { const b = v128.load(lanes.sse(p)), d = dst(p); const r = fpu_packedInteger.psubusb(v128.load(d), b); v128.store(d, r); return next(p); }
export function h_psubusw_mmx(p: usize): usize { const b = lanes.mmx8(p), d = dst(p); const r = fpu_packedInteger.psubusw(v128.load_zero<u64>(d), b); lanes.putLow(d, r); return next(p); }
export function h_psubusw(p: usize): usize { const b = v128.load(lanes.sse(p)), d = dst(p); const r = fpu_packedInteger.psubusw(v128.load(d), b); v128.store(d, r); return next(p); }
export function h_pminub_mmx(p: usize): usize { const b = lanes.mmx8(p), d = dst(p); const r = fpu_packedInteger.pminub(v128.load_zero<u64>(d), b); lanes.putLow(d, r); return next(p); }
export function h_pminub(p: usize): usize { const b = v128.load(lanes.sse(p)), d = dst(p); const r = fpu_packedInteger.pminub(v128.load(d), b); v128.store(d, r); return next(p); }
export function h_pand_mmx(p: usize): usize { const b = lanes.mmx8(p), d = dst(p); const r = fpu_packedInteger.pand(v128.load_zero<u64>(d), b); lanes.putLow(d, r); return next(p); }
export function h_paddusb_mmx(p: usize): usize { const b = lanes.mmx8(p), d = dst(p); const r = fpu_packedInteger.paddusb(v128.load_zero<u64>(d), b); lanes.putLow(d, r); return next(p); }
export function h_paddusb(p: usize): usize { const b = v128.load(lanes.sse(p)), d = dst(p); const r = fpu_packedInteger.paddusb(v128.load(d), b); v128.store(d, r); return next(p); }
export function h_paddusw_mmx(p: usize): usize { const b = lanes.mmx8(p), d = dst(p); const r = fpu_packedInteger.paddusw(v128.load_zero<u64>(d), b); lanes.putLow(d, r); return next(p); }
export function h_paddusw(p: usize): usize { const b = v128.load(lanes.sse(p)), d = dst(p); const r = fpu_packedInteger.paddusw(v128.load(d), b); v128.store(d, r); return next(p); }
export function h_pmaxub_mmx(p: usize): usize { const b = lanes.mmx8(p), d = dst(p); const r = fpu_packedInteger.pmaxub(v128.load_zero<u64>(d), b); lanes.putLow(d, r); return next(p); }
export function h_pmaxub(p: usize): usize { const b = v128.load(lanes.sse(p)), d = dst(p); const r = fpu_packedInteger.pmaxub(v128.load(d), b); v128.store(d, r); return next(p); }
export function h_pandn_mmx(p: usize): usize { const b = lanes.mmx8(p), d = dst(p); const r = fpu_packedInteger.pandn(v128.load_zero<u64>(d), b); lanes.putLow(d, r); return next(p); }
export function h_pavgb_mmx(p: usize): usize { const b = lanes.mmx8(p), d = dst(p); const r = fpu_packedInteger.pavgb(v128.load_zero<u64>(d), b); lanes.putLow(d, r); return next(p); }
export function h_pavgb(p: usize): usize { const b = v128.load(lanes.sse(p)), d = dst(p); const r = fpu_packedInteger.pavgb(v128.load(d), b); v128.store(d, r); return next(p); }
export function h_psraw_mmx(p: usize): usize { const b = lanes.mmx8(p), d = dst(p); const r = fpu_vectorShift.psraw(v128.load_zero<u64>(d), b); lanes.putLow(d, r); return next(p); }
export function h_psraw(p: usize): usize { const b = lanes.sseCount(p), d = dst(p); const r = fpu_vectorShift.psraw(v128.load(d), b); v128.store(d, r); return next(p); }
export function h_psrad_mmx(p: usize): usize { const b = lanes.mmx8(p), d = dst(p); const r = fpu_vectorShift.psrad(v128.load_zero<u64>(d), b); lanes.putLow(d, r); return next(p); }
export function h_psrad(p: usize): usize { const b = lanes.sseCount(p), d = dst(p); const r = fpu_vectorShift.psrad(v128.load(d), b); v128.store(d, r); return next(p); }
export function h_pavgw_mmx(p: usize): usize { const b = lanes.mmx8(p), d = dst(p); const r = fpu_packedInteger.pavgw(v128.load_zero<u64>(d), b); lanes.putLow(d, r); return next(p); }
export function h_pavgw(p: usize): usize { const b = v128.load(lanes.sse(p)), d = dst(p); const r = fpu_packedInteger.pavgw(v128.load(d), b); v128.store(d, r); return next(p); }
export function h_pmulhuw_mmx(p: usize): usize { const b = lanes.mmx8(p), d = dst(p); const r = fpu_packedInteger.pmulhuw(v128.load_zero<u64>(d), b); lanes.putLow(d, r); return next(p); }
export function h_pmulhuw(p: usize): usize { const b = v128.load(lanes.sse(p)), d = dst(p); const r = fpu_packedInteger.pmulhuw(v128.load(d), b); v128.store(d, r); return next(p); }
export function h_pmulhw_mmx(p: usize): usize { const b = lanes.mmx8(p), d = dst(p); const r = fpu_packedInteger.pmulhw(v128.load_zero<u64>(d), b); lanes.putLow(d, r); return next(p); }
export function h_pmulhw(p: usize): usize { const b = v128.load(lanes.sse(p)), d = dst(p); const r = fpu_packedInteger.pmulhw(v128.load(d), b); v128.store(d, r); return next(p); }
export function h_cvttpd2dq(p: usize): usize { const b = v128.load(lanes.sse(p)), d = dst(p); lanes.begin(); const r = fpu_sseConvert.cvttpd2dq(b); lanes.settle(p); v128.store(d, r); return next(p); }
export function h_cvtdq2pd(p: usize): usize { const b = lanes.sse8(p), d = dst(p); const r = fpu_sseConvert.cvtdq2pd(b); v128.store(d, r); return next(p); }
export function h_cvtpd2dq(p: usize): usize { const b = v128.load(lanes.sse(p)), d = dst(p); lanes.begin(); const r = fpu_sseConvert.cvtpd2dq(b); lanes.settle(p); v128.store(d, r); return next(p); }
export function h_psubsb_mmx(p: usize): usize { const b = lanes.mmx8(p), d = dst(p); const r = fpu_packedInteger.psubsb(v128.load_zero<u64>(d), b); lanes.putLow(d, r); return next(p); }
export function h_psubsb(p: usize): usize { const b = v128.load(lanes.sse(p)), d = dst(p); const r = fpu_packedInteger.psubsb(v128.load(d), b); v128.store(d, r); return next(p); }
export function h_psubsw_mmx(p: usize): usize { const b = lanes.mmx8(p), d = dst(p); const r = fpu_packedInteger.psubsw(v128.load_zero<u64>(d), b); lanes.putLow(d, r); return next(p); }
export function h_psubsw(p: usize): usize { const b = v128.load(lanes.sse(p)), d = dst(p); const r = fpu_packedInteger.psubsw(v128.load(d), b); v128.store(d, r); return next(p); }
export function h_pminsw_mmx(p: usize): usize { const b = lanes.mmx8(p), d = dst(p); const r = fpu_packedInteger.pminsw(v128.load_zero<u64>(d), b); lanes.putLow(d, r); return next(p); }
export function h_pminsw(p: usize): usize { const b = v128.load(lanes.sse(p)), d = dst(p); const r = fpu_packedInteger.pminsw(v128.load(d), b); v128.store(d, r); return next(p); }
export function h_por_mmx(p: usize): usize { const b = lanes.mmx8(p), d = dst(p); const r = fpu_packedInteger.por(v128.load_zero<u64>(d), b); lanes.putLow(d, r); return next(p); }
export function h_paddsb_mmx(p: usize): usize { const b = lanes.mmx8(p), d = dst(p); const r = fpu_packedInteger.paddsb(v128.load_zero<u64>(d), b); lanes.putLow(d, r); return next(p); }
export function h_paddsb(p: usize): usize { const b = v128.load(lanes.sse(p)), d = dst(p); const r = fpu_packedInteger.paddsb(v128.load(d), b); v128.store(d, r); return next(p); }
export function h_paddsw_mmx(p: usize): usize { const b = lanes.mmx8(p), d = dst(p); const r = fpu_packedInteger.paddsw(v128.load_zero<u64>(d), b); lanes.putLow(d, r); return next(p); }
export function h_paddsw(p: usize): usize { const b = v128.load(lanes.sse(p)), d = dst(p); const r = fpu_packedInteger.paddsw(v128.load(d), b); v128.store(d, r); return next(p); }
export function h_pmaxsw_mmx(p: usize): usize { const b = lanes.mmx8(p), d = dst(p); const r = fpu_packedInteger.pmaxsw(v128.load_zero<u64>(d), b); lanes.putLow(d, r); return next(p); }
export function h_pmaxsw(p: usize): usize { const b = v128.load(lanes.sse(p)), d = dst(p); const r = fpu_packedInteger.pmaxsw(v128.load(d), b); v128.store(d, r); return next(p); }
export function h_pxor_mmx(p: usize): usize { const b = lanes.mmx8(p), d = dst(p); const r = fpu_packedInteger.pxor(v128.load_zero<u64>(d), b); lanes.putLow(d, r); return next(p); }
export function h_lddqu(p: usize): usize { return fpu_sseMove.loadUnaligned(p); }
export function h_psllw_mmx(p: usize): usize { const b = lanes.mmx8(p), d = dst(p); const r = fpu_vectorShift.psllw(v128.load_zero<u64>(d), b); lanes.putLow(d, r); return next(p); }
export function h_psllw(p: usize): usize { const b = lanes.sseCount(p), d = dst(p); const r = fpu_vectorShift.psllw(v128.load(d), b); v128.store(d, r); return next(p); }
export function h_pslld_mmx(p: usize): usize { const b = lanes.mmx8(p), d = dst(p); const r = fpu_vectorShift.pslld(v128.load_zero<u64>(d), b); lanes.putLow(d, r); return next(p); }
export function h_pslld(p: usize): usize { const b = lanes.sseCount(p), d = dst(p); const r = fpu_vectorShift.pslld(v128.load(d), b); v128.store(d, r); return next(p); }
export function h_psllq_mmx(p: usize): usize { const b = lanes.mmx8(p), d = dst(p); const r = fpu_vectorShift.psllq(v128.load_zero<u64>(d), b); lanes.putLow(d, r); return next(p); }
export function h_psllq(p: usize): usize { const b = lanes.sseCount(p), d = dst(p); const r = fpu_vectorShift.psllq(v128.load(d), b); v128.store(d, r); return next(p); }
export function h_pmuludq_mmx(p: usize): usize { const b = lanes.mmx8(p), d = dst(p); const r = fpu_packedInteger.pmuludq(v128.load_zero<u64>(d), b); lanes.putLow(d, r); return next(p); }
export function h_pmuludq(p: usize): usize { const b = v128.load(lanes.sse(p)), d = dst(p); const r = fpu_packedInteger.pmuludq(v128.load(d), b); v128.store(d, r); return next(p); }
export function h_pmaddwd_mmx(p: usize): usize { const b = lanes.mmx8(p), d = dst(p); const r = fpu_packedInteger.pmaddwd(v128.load_zero<u64>(d), b); lanes.putLow(d, r); return next(p); }
export function h_pmaddwd(p: usize): usize { const b = v128.load(lanes.sse(p)), d = dst(p); const r = fpu_packedInteger.pmaddwd(v128.load(d), b); v128.store(d, r); return next(p); }
export function h_psadbw_mmx(p: usize): usize { const b = lanes.mmx8(p), d = dst(p); const r = fpu_packedInteger.psadbw(v128.load_zero<u64>(d), b); lanes.putLow(d, r); return next(p); }
export function h_psadbw(p: usize): usize { const b = v128.load(lanes.sse(p)), d = dst(p); const r = fpu_packedInteger.psadbw(v128.load(d), b); v128.store(d, r); return next(p); }
export function h_maskmovq(p: usize): usize { return fpu_sseMove.maskmovq(p); }
export function h_maskmovdqu(p: usize): usize { return fpu_sseMove.maskmovdqu(p); }
export function h_psubb_mmx(p: usize): usize { const b = lanes.mmx8(p), d = dst(p); const r = fpu_packedInteger.psubb(v128.load_zero<u64>(d), b); lanes.putLow(d, r); return next(p); }
export function h_psubb(p: usize): usize { const b = v128.load(lanes.sse(p)), d = dst(p); const r = fpu_packedInteger.psubb(v128.load(d), b); v128.store(d, r); return next(p); }
export function h_psubw_mmx(p: usize): usize { const b = lanes.mmx8(p), d = dst(p); const r = fpu_packedInteger.psubw(v128.load_zero<u64>(d), b); lanes.putLow(d, r); return next(p); }
export function h_psubw(p: usize): usize { const b = v128.load(lanes.sse(p)), d = dst(p); const r = fpu_packedInteger.psubw(v128.load(d), b); v128.store(d, r); return next(p); }
export function h_psubd_mmx(p: usize): usize { const b = lanes.mmx8(p), d = dst(p); const r = fpu_packedInteger.psubd(v128.load_zero<u64>(d), b); lanes.putLow(d, r); return next(p); }
export function h_psubd(p: usize): usize { const b = v128.load(lanes.sse(p)), d = dst(p); const r = fpu_packedInteger.psubd(v128.load(d), b); v128.store(d, r); return next(p); }
export function h_psubq_mmx(p: usize): usize { const b = lanes.mmx8(p), d = dst(p); const r = fpu_packedInteger.psubq(v128.load_zero<u64>(d), b); lanes.putLow(d, r); return next(p); }
export function h_psubq(p: usize): usize { const b = v128.load(lanes.sse(p)), d = dst(p); const r = fpu_packedInteger.psubq(v128.load(d), b); v128.store(d, r); return next(p); }
export function h_paddb_mmx(p: usize): usize { const b = lanes.mmx8(p), d = dst(p); const r = fpu_packedInteger.paddb(v128.load_zero<u64>(d), b); lanes.putLow(d, r); return next(p); }
export function h_paddb(p: usize): usize { const b = v128.load(lanes.sse(p)), d = dst(p); const r = fpu_packedInteger.paddb(v128.load(d), b); v128.store(d, r); return next(p); }
export function h_paddw_mmx(p: usize): usize { const b = lanes.mmx8(p), d = dst(p); const r = fpu_packedInteger.paddw(v128.load_zero<u64>(d), b); lanes.putLow(d, r); return next(p); }
export function h_paddw(p: usize): usize { const b = v128.load(lanes.sse(p)), d = dst(p); const r = fpu_packedInteger.paddw(v128.load(d), b); v128.store(d, r); return next(p); }
export function h_paddd_mmx(p: usize): usize { const b = lanes.mmx8(p), d = dst(p); const r = fpu_packedInteger.paddd(v128.load_zero<u64>(d), b); lanes.putLow(d, r); return next(p); }
export function h_paddd(p: usize): usize { const b = v128.load(lanes.sse(p)), d = dst(p); const r = fpu_packedInteger.paddd(v128.load(d), b); v128.store(d, r); return next(p); }
export function h_ud0(p: usize): usize { return exec_illegal.illegalOpcode(p); }
export function h_pshufb_mmx(p: usize): usize { const b = lanes.mmx8(p), d = dst(p); const r = vector_supplemental.pshufbMmx(v128.load_zero<u64>(d), b); lanes.putLow(d, r); return next(p); }
export function h_pshufb(p: usize): usize { const b = v128.load(lanes.sse(p)), d = dst(p); const r = vector_supplemental.pshufb(v128.load(d), b); v128.store(d, r); return next(p); }
export function h_phaddw_mmx(p: usize): usize { const b = lanes.mmx8(p), d = dst(p); const r = vector_supplemental.phaddwMmx(v128.load_zero<u64>(d), b); lanes.putLow(d, r); return next(p); }
export function h_phaddw(p: usize): usize { const b = v128.load(lanes.sse(p)), d = dst(p); const r = vector_supplemental.phaddw(v128.load(d), b); v128.store(d, r); return next(p); }
export function h_phaddd_mmx(p: usize): usize { const b = lanes.mmx8(p), d = dst(p); const r = vector_supplemental.phadddMmx(v128.load_zero<u64>(d), b); lanes.putLow(d, r); return next(p); }
export function h_phaddd(p: usize): usize { const b = v128.load(lanes.sse(p)), d = dst(p); const r = vector_supplemental.phaddd(v128.load(d), b); v128.store(d, r); return next(p); }
export function h_phaddsw_mmx(p: usize): usize { const b = lanes.mmx8(p), d = dst(p); const r = vector_supplemental.phaddswMmx(v128.load_zero<u64>(d), b); lanes.putLow(d, r); return next(p); }
export function h_phaddsw(p: usize): usize { const b = v128.load(lanes.sse(p)), d = dst(p); const r = vector_supplemental.phaddsw(v128.load(d), b); v128.store(d, r); return next(p); }
export function h_pmaddubsw_mmx(p: usize): usize { const b = lanes.mmx8(p), d = dst(p); const r = vector_supplemental.pmaddubsw(v128.load_zero<u64>(d), b); lanes.putLow(d, r); return next(p); }
export function h_pmaddubsw(p: usize): usize { const b = v128.load(lanes.sse(p)), d = dst(p); const r = vector_supplemental.pmaddubsw(v128.load(d), b); v128.store(d, r); return next(p); }
export function h_phsubw_mmx(p: usize): usize { const b = lanes.mmx8(p), d = dst(p); const r = vector_supplemental.phsubwMmx(v128.load_zero<u64>(d), b); lanes.putLow(d, r); return next(p); }
export function h_phsubw(p: usize): usize { const b = v128.load(lanes.sse(p)), d = dst(p); const r = vector_supplemental.phsubw(v128.load(d), b); v128.store(d, r); return next(p); }
export function h_phsubd_mmx(p: usize): usize { const b = lanes.mmx8(p), d = dst(p); const r = vector_supplemental.phsubdMmx(v128.load_zero<u64>(d), b); lanes.putLow(d, r); return next(p); }
export function h_phsubd(p: usize): usize { const b = v128.load(lanes.sse(p)), d = dst(p); const r = vector_supplemental.phsubd(v128.load(d), b); v128.store(d, r); return next(p); }
export function h_phsubsw_mmx(p: usize): usize { const b = lanes.mmx8(p), d = dst(p); const r = vector_supplemental.phsubswMmx(v128.load_zero<u64>(d), b); lanes.putLow(d, r); return next(p); }
export function h_phsubsw(p: usize): usize { const b = v128.load(lanes.sse(p)), d = dst(p); const r = vector_supplemental.phsubsw(v128.load(d), b); v128.store(d, r); return next(p); }
export function h_psignb_mmx(p: usize): usize { const b = lanes.mmx8(p), d = dst(p); const r = vector_supplemental.psignb(v128.load_zero<u64>(d), b); lanes.putLow(d, r); return next(p); }
export function h_psignb(p: usize): usize { const b = v128.load(lanes.sse(p)), d = dst(p); const r = vector_supplemental.psignb(v128.load(d), b); v128.store(d, r); return next(p); }
export function h_psignw_mmx(p: usize): usize { const b = lanes.mmx8(p), d = dst(p); const r = vector_supplemental.psignw(v128.load_zero<u64>(d), b); lanes.putLow(d, r); return next(p); }
export function h_psignw(p: usize): usize { const b = v128.load(lanes.sse(p)), d = dst(p); const r = vector_supplemental.psignw(v128.load(d), b); v128.store(d, r); return next(p); }
export function h_psignd_mmx(p: usize): usize { const b = lanes.mmx8(p), d = dst(p); const r = vector_supplemental.psignd(v128.load_zero<u64>(d), b); lanes.putLow(d, r); return next(p); }
export function h_psignd(p: usize): usize { const b = v128.load(lanes.sse(p)), d = dst(p); const r = vector_supplemental.psignd(v128.load(d), b); v128.store(d, r); return next(p); }
export function h_pmulhrsw_mmx(p: usize): usize { const b = lanes.mmx8(p), d = dst(p); const r = vector_supplemental.pmulhrsw(v128.load_zero<u64>(d), b); lanes.putLow(d, r); return next(p); }
export function h_pmulhrsw(p: usize): usize { const b = v128.load(lanes.sse(p)), d = dst(p); const r = vector_supplemental.pmulhrsw(v128.load(d), b); v128.store(d, r); return next(p); }
export function h_pblendvb(p: usize): usize { const b = v128.load(lanes.sse(p)), d = dst(p); const r = vector_extended.pblendvb(v128.load(d), b, v128.load(lanes.XMM0)); v128.store(d, r); return next(p); }
export function h_blendvps(p: usize): usize { const b = v128.load(lanes.sse(p)), d = dst(p); const r = vector_extended.blendvps(v128.load(d), b, v128.load(lanes.XMM0)); v128.store(d, r); return next(p); }
export function h_blendvpd(p: usize): usize { const b = v128.load(lanes.sse(p)), d = dst(p); const r = vector_extended.blendvpd(v128.load(d), b, v128.load(lanes.XMM0)); v128.store(d, r); return next(p); }
export function h_ptest(p: usize): usize { return vector_fields.ptest(p); }
export function h_pabsb_mmx(p: usize): usize { const b = lanes.mmx8(p), d = dst(p); const r = vector_supplemental.pabsb(b); lanes.putLow(d, r); return next(p); }
export function h_pabsb(p: usize): usize { const b = v128.load(lanes.sse(p)), d = dst(p); const r = vector_supplemental.pabsb(b); v128.store(d, r); return next(p); }
export function h_pabsw_mmx(p: usize): usize { const b = lanes.mmx8(p), d = dst(p); const r = vector_supplemental.pabsw(b); lanes.putLow(d, r); return next(p); }
export function h_pabsw(p: usize): usize { const b = v128.load(lanes.sse(p)), d = dst(p); const r = vector_supplemental.pabsw(b); v128.store(d, r); return next(p); }
export function h_pabsd_mmx(p: usize): usize { const b = lanes.mmx8(p), d = dst(p); const r = vector_supplemental.pabsd(b); lanes.putLow(d, r); return next(p); }
export function h_pabsd(p: usize): usize { const b = v128.load(lanes.sse(p)), d = dst(p); const r = vector_supplemental.pabsd(b); v128.store(d, r); return next(p); }
export function h_pmovsxbw(p: usize): usize { const b = lanes.sse8(p), d = dst(p); const r = vector_extended.pmovsxbw(b); v128.store(d, r); return next(p); }
export function h_pmovsxbd(p: usize): usize { const b = lanes.sse4(p), d = dst(p); const r = vector_extended.pmovsxbd(b); v128.store(d, r); return next(p); }
export function h_pmovsxbq(p: usize): usize { const b = lanes.sse2(p), d = dst(p); const r = vector_extended.pmovsxbq(b); v128.store(d, r); return next(p); }
export function h_pmovsxwd(p: usize): usize { const b = lanes.sse8(p), d = dst(p); const r = vector_extended.pmovsxwd(b); v128.store(d, r); return next(p); }
export function h_pmovsxwq(p: usize): usize { const b = lanes.sse4(p), d = dst(p); const r = vector_extended.pmovsxwq(b); v128.store(d, r); return next(p); }
export function h_pmovsxdq(p: usize): usize { const b = lanes.sse8(p), d = dst(p); const r = vector_extended.pmovsxdq(b); v128.store(d, r); return next(p); }
export function h_pmuldq(p: usize): usize { const b = v128.load(lanes.sse(p)), d = dst(p); const r = vector_extended.pmuldq(v128.load(d), b); v128.store(d, r); return next(p); }
export function h_pcmpeqq(p: usize): usize { const b = v128.load(lanes.sse(p)), d = dst(p); const r = vector_extended.pcmpeqq(v128.load(d), b); v128.store(d, r); return next(p); }
export function h_movntdqa(p: usize): usize { return fpu_sseMove.loadAligned(p); }
export function h_packusdw(p: usize): usize { const b = v128.load(lanes.sse(p)), d = dst(p); const r = vector_extended.packusdw(v128.load(d), b); v128.store(d, r); return next(p); }
export function h_pmovzxbw(p: usize): usize { const b = lanes.sse8(p), d = dst(p); const r = vector_extended.pmovzxbw(b); v128.store(d, r); return next(p); }
export function h_pmovzxbd(p: usize): usize { const b = lanes.sse4(p), d = dst(p); const r = vector_extended.pmovzxbd(b); v128.store(d, r); return next(p); }
export function h_pmovzxbq(p: usize): usize { const b = lanes.sse2(p), d = dst(p); const r = vector_extended.pmovzxbq(b); v128.store(d, r); return next(p); }
export function h_pmovzxwd(p: usize): usize { const b = lanes.sse8(p), d = dst(p); const r = vector_extended.pmovzxwd(b); v128.store(d, r); return next(p); }
export function h_pmovzxwq(p: usize): usize { const b = lanes.sse4(p), d = dst(p); const r = vector_extended.pmovzxwq(b); v128.store(d, r); return next(p); }
export function h_pmovzxdq(p: usize): usize { const b = lanes.sse8(p), d = dst(p); const r = vector_extended.pmovzxdq(b); v128.store(d, r); return next(p); }
export function h_pcmpgtq(p: usize): usize { const b = v128.load(lanes.sse(p)), d = dst(p); const r = vector_extended.pcmpgtq(v128.load(d), b); v128.store(d, r); return next(p); }
export function h_pminsb(p: usize): usize { const b = v128.load(lanes.sse(p)), d = dst(p); const r = vector_extended.pminsb(v128.load(d), b); v128.store(d, r); return next(p); }
export function h_pminsd(p: usize): usize { const b = v128.load(lanes.sse(p)), d = dst(p); const r = vector_extended.pminsd(v128.load(d), b); v128.store(d, r); return next(p); }
export function h_pminuw(p: usize): usize { const b = v128.load(lanes.sse(p)), d = dst(p); const r = vector_extended.pminuw(v128.load(d), b); v128.store(d, r); return next(p); }
export function h_pminud(p: usize): usize { const b = v128.load(lanes.sse(p)), d = dst(p); const r = vector_extended.pminud(v128.load(d), b); v128.store(d, r); return next(p); }
export function h_pmaxsb(p: usize): usize { const b = v128.load(lanes.sse(p)), d = dst(p); const r = vector_extended.pmaxsb(v128.load(d), b); v128.store(d, r); return next(p); }
export function h_pmaxsd(p: usize): usize { const b = v128.load(lanes.sse(p)), d = dst(p); const r = vector_extended.pmaxsd(v128.load(d), b); v128.store(d, r); return next(p); }
export function h_pmaxuw(p: usize): usize { const b = v128.load(lanes.sse(p)), d = dst(p); const r = vector_extended.pmaxuw(v128.load(d), b); v128.store(d, r); return next(p); }
export function h_pmaxud(p: usize): usize { const b = v128.load(lanes.sse(p)), d = dst(p); const r = vector_extended.pmaxud(v128.load(d), b); v128.store(d, r); return next(p); }
export function h_pmulld(p: usize): usize { const b = v128.load(lanes.sse(p)), d = dst(p); const r = vector_extended.pmulld(v128.load(d), b); v128.store(d, r); return next(p); }
export function h_phminposuw(p: usize): usize { const b = v128.load(lanes.sse(p)), d = dst(p); const r = vector_extended.phminposuw(b); v128.store(d, r); return next(p); }
export function h_invpcid(p: usize): usize { return system_tlbControl.invpcid(p); }
export function h_sha1nexte(p: usize): usize { const b = v128.load(lanes.sseAnywhere(p)), d = dst(p); const r = vector_sha.sha1nexte(v128.load(d), b); v128.store(d, r); return next(p); }
export function h_sha1msg1(p: usize): usize { const b = v128.load(lanes.sseAnywhere(p)), d = dst(p); const r = vector_sha.sha1msg1(v128.load(d), b); v128.store(d, r); return next(p); }
export function h_sha1msg2(p: usize): usize { const b = v128.load(lanes.sseAnywhere(p)), d = dst(p); const r = vector_sha.sha1msg2(v128.load(d), b); v128.store(d, r); return next(p); }
export function h_sha256rnds2(p: usize): usize { const b = v128.load(lanes.sseAnywhere(p)), d = dst(p); const r = vector_sha.sha256rnds2(v128.load(d), b, v128.load(lanes.XMM0)); v128.store(d, r); return next(p); }
export function h_sha256msg1(p: usize): usize { const b = v128.load(lanes.sseAnywhere(p)), d = dst(p); const r = vector_sha.sha256msg1(v128.load(d), b); v128.store(d, r); return next(p); }
export function h_sha256msg2(p: usize): usize { const b = v128.load(lanes.sseAnywhere(p)), d = dst(p); const r = vector_sha.sha256msg2(v128.load(d), b); v128.store(d, r); return next(p); }
export function h_gf2p8mulb(p: usize): usize { const b = v128.load(lanes.sse(p)), d = dst(p); const r = vector_galois.gf2p8mulb(v128.load(d), b); v128.store(d, r); return next(p); }
export function h_aesimc(p: usize): usize { const b = v128.load(lanes.sse(p)), d = dst(p); const r = vector_galois.aesimc(b); v128.store(d, r); return next(p); }
export function h_aesenc(p: usize): usize { const b = v128.load(lanes.sse(p)), d = dst(p); const r = vector_galois.aesenc(v128.load(d), b); v128.store(d, r); return next(p); }
export function h_aesenclast(p: usize): usize { const b = v128.load(lanes.sse(p)), d = dst(p); const r = vector_galois.aesenclast(v128.load(d), b); v128.store(d, r); return next(p); }
export function h_aesdec(p: usize): usize { const b = v128.load(lanes.sse(p)), d = dst(p); const r = vector_galois.aesdec(v128.load(d), b); v128.store(d, r); return next(p); }
export function h_aesdeclast(p: usize): usize { const b = v128.load(lanes.sse(p)), d = dst(p); const r = vector_galois.aesdeclast(v128.load(d), b); v128.store(d, r); return next(p); }
export function h_movbeLoad_16(p: usize): usize { return exec_bmi.movbeLoad<u16>(p); }
export function h_movbeLoad_32(p: usize): usize { return exec_bmi.movbeLoad<u32>(p); }
export function h_movbeLoad_64(p: usize): usize { return exec_bmi.movbeLoad<u64>(p); }
export function h_crc32Byte_16(p: usize): usize { return exec_bmi.crc32Byte<u16>(p); }
export function h_crc32Byte_32(p: usize): usize { return exec_bmi.crc32Byte<u32>(p); }
export function h_crc32Byte_64(p: usize): usize { return exec_bmi.crc32Byte<u64>(p); }
export function h_movbeStore_16(p: usize): usize { return exec_bmi.movbeStore<u16>(p); }
export function h_movbeStore_32(p: usize): usize { return exec_bmi.movbeStore<u32>(p); }
export function h_movbeStore_64(p: usize): usize { return exec_bmi.movbeStore<u64>(p); }
export function h_crc32_16(p: usize): usize { return exec_bmi.crc32<u16>(p); }
export function h_crc32_32(p: usize): usize { return exec_bmi.crc32<u32>(p); }
export function h_crc32_64(p: usize): usize { return exec_bmi.crc32<u64>(p); }
export function h_adcx_16(p: usize): usize { return exec_bmi.adcx<u16>(p); }
export function h_adcx_32(p: usize): usize { return exec_bmi.adcx<u32>(p); }
export function h_adcx_64(p: usize): usize { return exec_bmi.adcx<u64>(p); }
export function h_adox_16(p: usize): usize { return exec_bmi.adox<u16>(p); }
export function h_adox_32(p: usize): usize { return exec_bmi.adox<u32>(p); }
export function h_adox_64(p: usize): usize { return exec_bmi.adox<u64>(p); }
export function h_roundps(p: usize): usize { const b = v128.load(lanes.sse(p)), d = dst(p); lanes.begin(); const r = vector_integral.roundps(b, <u32>imm(p)); lanes.settle(p); v128.store(d, r); return next(p); }
export function h_roundpd(p: usize): usize { const b = v128.load(lanes.sse(p)), d = dst(p); lanes.begin(); const r = vector_integral.roundpd(b, <u32>imm(p)); lanes.settle(p); v128.store(d, r); return next(p); }
export function h_roundss(p: usize): usize { const b = lanes.sseElement<u32>(p), d = dst(p); lanes.begin(); const r = vector_integral.roundss(b, <u32>imm(p)); lanes.settle(p); store<u32>(d, r); return next(p); }
export function h_roundsd(p: usize): usize { const b = lanes.sseElement<u64>(p), d = dst(p); lanes.begin(); const r = vector_integral.roundsd(b, <u32>imm(p)); lanes.settle(p); store<u64>(d, r); return next(p); }
export function h_blendps(p: usize): usize { const b = v128.load(lanes.sse(p)), d = dst(p); const r = vector_extended.blendps(v128.load(d), b, <u32>imm(p)); v128.store(d, r); return next(p); }
export function h_blendpd(p: usize): usize { const b = v128.load(lanes.sse(p)), d = dst(p); const r = vector_extended.blendpd(v128.load(d), b, <u32>imm(p)); v128.store(d, r); return next(p); }
export function h_pblendw(p: usize): usize { const b = v128.load(lanes.sse(p)), d = dst(p); const r = vector_extended.pblendw(v128.load(d), b, <u32>imm(p)); v128.store(d, r); return next(p); }
export function h_palignr_mmx(p: usize): usize { const b = lanes.mmx8(p), d = dst(p); const r = vector_supplemental.palignrMmx(v128.load_zero<u64>(d), b, <u32>imm(p)); lanes.putLow(d, r); return next(p); }
export function h_palignr(p: usize): usize { const b = v128.load(lanes.sse(p)), d = dst(p); const r = vector_supplemental.palignr(v128.load(d), b, <u32>imm(p)); v128.store(d, r); return next(p); }
export function h_pextrb(p: usize): usize { return vector_fields.extractElement<u8>(p); }
export function h_pextrw_sse41(p: usize): usize { return vector_fields.extractElement<u16>(p); }
export function h_pextr_16(p: usize): usize { return vector_fields.extractElement<u16>(p); }
export function h_pextr_32(p: usize): usize { return vector_fields.extractElement<u32>(p); }
export function h_pextr_64(p: usize): usize { return vector_fields.extractElement<u64>(p); }
export function h_extractps(p: usize): usize { return vector_fields.extractElement<u32>(p); }
export function h_pinsrb(p: usize): usize { return vector_fields.insertElement<u8>(p); }
export function h_insertps(p: usize): usize { return vector_fields.insertSingle(p); }
export function h_pinsr_16(p: usize): usize { return vector_fields.insertElement<u16>(p); }
export function h_pinsr_32(p: usize): usize { return vector_fields.insertElement<u32>(p); }
export function h_pinsr_64(p: usize): usize { return vector_fields.insertElement<u64>(p); }
export function h_dpps(p: usize): usize { const b = v128.load(lanes.sse(p)), d = dst(p); lanes.begin(); const r = vector_pairs.dpps(v128.load(d), b, <u32>imm(p)); lanes.settle(p); v128.store(d, r); return next(p); }
export function h_dppd(p: usize): usize { const b = v128.load(lanes.sse(p)), d = dst(p); lanes.begin(); const r = vector_pairs.dppd(v128.load(d), b, <u32>imm(p)); lanes.settle(p); v128.store(d, r); return next(p); }
export function h_mpsadbw(p: usize): usize { const b = v128.load(lanes.sse(p)), d = dst(p); const r = vector_extended.mpsadbw(v128.load(d), b, <u32>imm(p)); v128.store(d, r); return next(p); }
export function h_pclmulqdq(p: usize): usize { const b = v128.load(lanes.sse(p)), d = dst(p); const r = vector_galois.pclmulqdq(v128.load(d), b, <u32>imm(p)); v128.store(d, r); return next(p); }
export function h_pcmpestrm_16(p: usize): usize { return vector_strings.pcmpestrm<u16>(p); }
export function h_pcmpestrm_32(p: usize): usize { return vector_strings.pcmpestrm<u32>(p); }
export function h_pcmpestrm_64(p: usize): usize { return vector_strings.pcmpestrm<u64>(p); }
export function h_pcmpestri_16(p: usize): usize { return vector_strings.pcmpestri<u16>(p); }
export function h_pcmpestri_32(p: usize): usize { return vector_strings.pcmpestri<u32>(p); }
export function h_pcmpestri_64(p: usize): usize { return vector_strings.pcmpestri<u64>(p); }
export function h_pcmpistrm(p: usize): usize { return vector_strings.pcmpistrm(p); }
export function h_pcmpistri(p: usize): usize { return vector_strings.pcmpistri(p); }
export function h_sha1rnds4(p: usize): usize { const b = v128.load(lanes.sseAnywhere(p)), d = dst(p); const r = vector_sha.sha1rnds4(v128.load(d), b, <u32>imm(p)); v128.store(d, r); return next(p); }
export function h_gf2p8affineqb(p: usize): usize { const b = v128.load(lanes.sse(p)), d = dst(p); const r = vector_galois.gf2p8affineqb(v128.load(d), b, <u32>imm(p)); v128.store(d, r); return next(p); }
export function h_gf2p8affineinvqb(p: usize): usize { const b = v128.load(lanes.sse(p)), d = dst(p); const r = vector_galois.gf2p8affineinvqb(v128.load(d), b, <u32>imm(p)); v128.store(d, r); return next(p); }
export function h_aeskeygenassist(p: usize): usize { const b = v128.load(lanes.sse(p)), d = dst(p); const r = vector_galois.aeskeygenassist(b, <u32>imm(p)); v128.store(d, r); return next(p); }
export function h_vmovu_load(p: usize): usize { return vector_vexMove.vloadUnaligned(p); }
export function h_vmovss_load(p: usize): usize { return vector_vexMove.vloadScalar<u32>(p); }
export function h_vmovss_merge(p: usize): usize { return vector_vexMove.vmergeScalar<u32>(p); }
export function h_vmovsd_load(p: usize): usize { return vector_vexMove.vloadScalar<u64>(p); }
export function h_vmovsd_merge(p: usize): usize { return vector_vexMove.vmergeScalar<u64>(p); }
export function h_vmovu_store(p: usize): usize { return vector_vexMove.vstoreUnaligned(p); }
export function h_vmovss_store(p: usize): usize { return vector_vexMove.vstoreScalar<u32>(p); }
export function h_vmovsd_store(p: usize): usize { return vector_vexMove.vstoreScalar<u64>(p); }
export function h_vmovlps_load(p: usize): usize { return vector_vexMove.vloadHalf(p, 0); }
export function h_vmovsldup(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); const r = vector_extended.movsldup(v128.load(m)); if (!lanes.wide(p)) { lanes.put128(d, r); return next(p); } const h = vector_extended.movsldup(v128.load(m + lanes.gap(p))); lanes.put256(d, r, h); return next(p); }
export function h_vmovddup(p: usize): usize { const b = lanes.vexWider(p, 8), a = lanes.vvvv(p), d = dst(p); const r = vector_extended.movddup(b); if (!lanes.wide(p)) { lanes.put128(d, r); return next(p); } const h = vector_extended.movddup(lanes.above8(b)); lanes.put256(d, r, h); return next(p); }
export function h_vmovddup256(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); const r = vector_extended.movddup(v128.load(m)); if (!lanes.wide(p)) { lanes.put128(d, r); return next(p); } const h = vector_extended.movddup(v128.load(m + lanes.gap(p))); lanes.put256(d, r, h); return next(p); }
export function h_vmovlps_store(p: usize): usize { return vector_vexMove.vstoreHalf(p, 0); }
export function h_vpunpckldq(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); const r = fpu_shuffle.punpckldq(v128.load(a), v128.load(m)); if (!lanes.wide(p)) { lanes.put128(d, r); return next(p); } const h = fpu_shuffle.punpckldq(v128.load(a, 256), v128.load(m + lanes.gap(p))); lanes.put256(d, r, h); return next(p); }
export function h_vpunpcklqdq(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); const r = fpu_shuffle.punpcklqdq(v128.load(a), v128.load(m)); if (!lanes.wide(p)) { lanes.put128(d, r); return next(p); } const h = fpu_shuffle.punpcklqdq(v128.load(a, 256), v128.load(m + lanes.gap(p))); lanes.put256(d, r, h); return next(p); }
export function h_vpunpckhdq(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); const r = fpu_shuffle.punpckhdq(v128.load(a), v128.load(m)); if (!lanes.wide(p)) { lanes.put128(d, r); return next(p); } const h = fpu_shuffle.punpckhdq(v128.load(a, 256), v128.load(m + lanes.gap(p))); lanes.put256(d, r, h); return next(p); }
export function h_vpunpckhqdq(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); const r = fpu_shuffle.punpckhqdq(v128.load(a), v128.load(m)); if (!lanes.wide(p)) { lanes.put128(d, r); return next(p); } const h = fpu_shuffle.punpckhqdq(v128.load(a, 256), v128.load(m + lanes.gap(p))); lanes.put256(d, r, h); return next(p); }
export function h_vmovhps_load(p: usize): usize { return vector_vexMove.vloadHalf(p, 8); }
export function h_vmovshdup(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); const r = vector_extended.movshdup(v128.load(m)); if (!lanes.wide(p)) { lanes.put128(d, r); return next(p); } const h = vector_extended.movshdup(v128.load(m + lanes.gap(p))); lanes.put256(d, r, h); return next(p); }
export function h_vmovhps_store(p: usize): usize { return vector_vexMove.vstoreHalf(p, 8); }
export function h_vmova_load(p: usize): usize { return vector_vexMove.vloadAligned(p); }
export function h_vmova_store(p: usize): usize { return vector_vexMove.vstoreAligned(p); }
export function h_vcvtsi2ss_16(p: usize): usize { return fpu_sseConvert.vcvtG2S<u16>(p); }
export function h_vcvtsi2ss_32(p: usize): usize { return fpu_sseConvert.vcvtG2S<u32>(p); }
export function h_vcvtsi2ss_64(p: usize): usize { return fpu_sseConvert.vcvtG2S<u64>(p); }
export function h_vcvtsi2sd_16(p: usize): usize { return fpu_sseConvert.vcvtG2D<u16>(p); }
export function h_vcvtsi2sd_32(p: usize): usize { return fpu_sseConvert.vcvtG2D<u32>(p); }
export function h_vcvtsi2sd_64(p: usize): usize { return fpu_sseConvert.vcvtG2D<u64>(p); }
export function h_vcvttss2si_16(p: usize): usize { return fpu_sseConvert.vcvttS2G<u16>(p); }
export function h_vcvttss2si_32(p: usize): usize { return fpu_sseConvert.vcvttS2G<u32>(p); }
export function h_vcvttss2si_64(p: usize): usize { return fpu_sseConvert.vcvttS2G<u64>(p); }
export function h_vcvttsd2si_16(p: usize): usize { return fpu_sseConvert.vcvttD2G<u16>(p); }
export function h_vcvttsd2si_32(p: usize): usize { return fpu_sseConvert.vcvttD2G<u32>(p); }
export function h_vcvttsd2si_64(p: usize): usize { return fpu_sseConvert.vcvttD2G<u64>(p); }
export function h_vcvtss2si_16(p: usize): usize { return fpu_sseConvert.vcvtS2G<u16>(p); }
export function h_vcvtss2si_32(p: usize): usize { return fpu_sseConvert.vcvtS2G<u32>(p); }
export function h_vcvtss2si_64(p: usize): usize { return fpu_sseConvert.vcvtS2G<u64>(p); }
export function h_vcvtsd2si_16(p: usize): usize { return fpu_sseConvert.vcvtD2G<u16>(p); }
export function h_vcvtsd2si_32(p: usize): usize { return fpu_sseConvert.vcvtD2G<u32>(p); }
export function h_vcvtsd2si_64(p: usize): usize { return fpu_sseConvert.vcvtD2G<u64>(p); }
export function h_vucomiss(p: usize): usize { return fpu_sseCompare.vucomi<u32>(p); }
export function h_vucomisd(p: usize): usize { return fpu_sseCompare.vucomi<u64>(p); }
export function h_vcomiss(p: usize): usize { return fpu_sseCompare.vcomi<u32>(p); }
export function h_vcomisd(p: usize): usize { return fpu_sseCompare.vcomi<u64>(p); }
export function h_vmovmskps(p: usize): usize { return vector_vexMove.vmovmskps(p); }
export function h_vmovmskpd(p: usize): usize { return vector_vexMove.vmovmskpd(p); }
export function h_vsqrtps(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); lanes.begin(); const r = fpu_sseArithmetic.sqrtLanes<u32>(v128.load(m)); if (!lanes.wide(p)) { lanes.settle(p); lanes.put128(d, r); return next(p); } const h = fpu_sseArithmetic.sqrtLanes<u32>(v128.load(m + lanes.gap(p))); lanes.settle(p); lanes.put256(d, r, h); return next(p); }
export function h_vsqrtpd(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); lanes.begin(); const r = fpu_sseArithmetic.sqrtLanes<u64>(v128.load(m)); if (!lanes.wide(p)) { lanes.settle(p); lanes.put128(d, r); return next(p); } const h = fpu_sseArithmetic.sqrtLanes<u64>(v128.load(m + lanes.gap(p))); lanes.settle(p); lanes.put256(d, r, h); return next(p); }
export function h_vsqrtss(p: usize): usize { const b = lanes.vexElement<u32>(p), a = lanes.vvvv(p), d = dst(p); lanes.begin(); const r = fpu_sseArithmetic.sqrtElement<u32>(b); lanes.settle(p); lanes.put128(d, v128.load(a)); store<u32>(d, r); return next(p); }
export function h_vsqrtsd(p: usize): usize { const b = lanes.vexElement<u64>(p), a = lanes.vvvv(p), d = dst(p); lanes.begin(); const r = fpu_sseArithmetic.sqrtElement<u64>(b); lanes.settle(p); lanes.put128(d, v128.load(a)); store<u64>(d, r); return next(p); }
export function h_vrsqrtps(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); const r = fpu_approximate.rsqrtps(v128.load(m)); if (!lanes.wide(p)) { lanes.put128(d, r); return next(p); } const h = fpu_approximate.rsqrtps(v128.load(m + lanes.gap(p))); lanes.put256(d, r, h); return next(p); }
export function h_vrsqrtss(p: usize): usize { const b = lanes.vexElement<u32>(p), a = lanes.vvvv(p), d = dst(p); const r = fpu_approximate.rsqrtss(b); lanes.put128(d, v128.load(a)); store<u32>(d, r); return next(p); }
export function h_vrcpps(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); const r = fpu_approximate.rcpps(v128.load(m)); if (!lanes.wide(p)) { lanes.put128(d, r); return next(p); } const h = fpu_approximate.rcpps(v128.load(m + lanes.gap(p))); lanes.put256(d, r, h); return next(p); }
export function h_vrcpss(p: usize): usize { const b = lanes.vexElement<u32>(p), a = lanes.vvvv(p), d = dst(p); const r = fpu_approximate.rcpss(b); lanes.put128(d, v128.load(a)); store<u32>(d, r); return next(p); }
export function h_vpand(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); const r = fpu_packedInteger.pand(v128.load(a), v128.load(m)); if (!lanes.wide(p)) { lanes.put128(d, r); return next(p); } const h = fpu_packedInteger.pand(v128.load(a, 256), v128.load(m + lanes.gap(p))); lanes.put256(d, r, h); return next(p); }
export function h_vpandn(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); const r = fpu_packedInteger.pandn(v128.load(a), v128.load(m)); if (!lanes.wide(p)) { lanes.put128(d, r); return next(p); } const h = fpu_packedInteger.pandn(v128.load(a, 256), v128.load(m + lanes.gap(p))); lanes.put256(d, r, h); return next(p); }
export function h_vpor(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); const r = fpu_packedInteger.por(v128.load(a), v128.load(m)); if (!lanes.wide(p)) { lanes.put128(d, r); return next(p); } const h = fpu_packedInteger.por(v128.load(a, 256), v128.load(m + lanes.gap(p))); lanes.put256(d, r, h); return next(p); }
export function h_vpxor(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); const r = fpu_packedInteger.pxor(v128.load(a), v128.load(m)); if (!lanes.wide(p)) { lanes.put128(d, r); return next(p); } const h = fpu_packedInteger.pxor(v128.load(a, 256), v128.load(m + lanes.gap(p))); lanes.put256(d, r, h); return next(p); }
export function h_vaddps(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); lanes.begin(); const r = fpu_sseArithmetic.addLanes<u32>(v128.load(a), v128.load(m)); if (!lanes.wide(p)) { lanes.settle(p); lanes.put128(d, r); return next(p); } const h = fpu_sseArithmetic.addLanes<u32>(v128.load(a, 256), v128.load(m + lanes.gap(p))); lanes.settle(p); lanes.put256(d, r, h); return next(p); }
export function h_vaddpd(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); lanes.begin(); const r = fpu_sseArithmetic.addLanes<u64>(v128.load(a), v128.load(m)); if (!lanes.wide(p)) { lanes.settle(p); lanes.put128(d, r); return next(p); } const h = fpu_sseArithmetic.addLanes<u64>(v128.load(a, 256), v128.load(m + lanes.gap(p))); lanes.settle(p); lanes.put256(d, r, h); return next(p); }
export function h_vaddss(p: usize): usize { const b = lanes.vexElement<u32>(p), a = lanes.vvvv(p), d = dst(p); lanes.begin(); const r = fpu_sseArithmetic.addElement<u32>(load<u32>(a), b); lanes.settle(p); lanes.put128(d, v128.load(a)); store<u32>(d, r); return next(p); }
export function h_vaddsd(p: usize): usize { const b = lanes.vexElement<u64>(p), a = lanes.vvvv(p), d = dst(p); lanes.begin(); const r = fpu_sseArithmetic.addElement<u64>(load<u64>(a), b); lanes.settle(p); lanes.put128(d, v128.load(a)); store<u64>(d, r); return next(p); }
export function h_vmulps(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); lanes.begin(); const r = fpu_sseArithmetic.mulLanes<u32>(v128.load(a), v128.load(m)); if (!lanes.wide(p)) { lanes.settle(p); lanes.put128(d, r); return next(p); } const h = fpu_sseArithmetic.mulLanes<u32>(v128.load(a, 256), v128.load(m + lanes.gap(p))); lanes.settle(p); lanes.put256(d, r, h); return next(p); }
export function h_vmulpd(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); lanes.begin(); const r = fpu_sseArithmetic.mulLanes<u64>(v128.load(a), v128.load(m)); if (!lanes.wide(p)) { lanes.settle(p); lanes.put128(d, r); return next(p); } const h = fpu_sseArithmetic.mulLanes<u64>(v128.load(a, 256), v128.load(m + lanes.gap(p))); lanes.settle(p); lanes.put256(d, r, h); return next(p); }
export function h_vmulss(p: usize): usize { const b = lanes.vexElement<u32>(p), a = lanes.vvvv(p), d = dst(p); lanes.begin(); const r = fpu_sseArithmetic.mulElement<u32>(load<u32>(a), b); lanes.settle(p); lanes.put128(d, v128.load(a)); store<u32>(d, r); return next(p); }
export function h_vmulsd(p: usize): usize { const b = lanes.vexElement<u64>(p), a = lanes.vvvv(p), d = dst(p); lanes.begin(); const r = fpu_sseArithmetic.mulElement<u64>(load<u64>(a), b); lanes.settle(p); lanes.put128(d, v128.load(a)); store<u64>(d, r); return next(p); }
export function h_vcvtps2pd(p: usize): usize { const b = lanes.vexWider(p, 8), a = lanes.vvvv(p), d = dst(p); lanes.begin(); const r = fpu_sseConvert.cvtps2pd(b); if (!lanes.wide(p)) { lanes.settle(p); lanes.put128(d, r); return next(p); } const h = fpu_sseConvert.cvtps2pd(lanes.above8(b)); lanes.settle(p); lanes.put256(d, r, h); return next(p); }
export function h_vcvtpd2ps(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); lanes.begin(); const r = fpu_sseConvert.cvtpd2ps(v128.load(m)); if (!lanes.wide(p)) { lanes.settle(p); lanes.put128(d, r); return next(p); } const h = fpu_sseConvert.cvtpd2ps(v128.load(m + lanes.gap(p))); lanes.settle(p); lanes.put128(d, lanes.join(r, h)); return next(p); }
export function h_vcvtss2sd(p: usize): usize { const b = lanes.vexElement<u32>(p), a = lanes.vvvv(p), d = dst(p); lanes.begin(); const r = fpu_sseConvert.widened(b); lanes.settle(p); lanes.put128(d, v128.load(a)); store<u64>(d, r); return next(p); }
export function h_vcvtsd2ss(p: usize): usize { const b = lanes.vexElement<u64>(p), a = lanes.vvvv(p), d = dst(p); lanes.begin(); const r = fpu_sseConvert.narrowed(b); lanes.settle(p); lanes.put128(d, v128.load(a)); store<u32>(d, r); return next(p); }
export function h_vcvtdq2ps(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); lanes.begin(); const r = fpu_sseConvert.cvtdq2ps(v128.load(m)); if (!lanes.wide(p)) { lanes.settle(p); lanes.put128(d, r); return next(p); } const h = fpu_sseConvert.cvtdq2ps(v128.load(m + lanes.gap(p))); lanes.settle(p); lanes.put256(d, r, h); return next(p); }
export function h_vcvtps2dq(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); lanes.begin(); const r = fpu_sseConvert.cvtps2dq(v128.load(m)); if (!lanes.wide(p)) { lanes.settle(p); lanes.put128(d, r); return next(p); } const h = fpu_sseConvert.cvtps2dq(v128.load(m + lanes.gap(p))); lanes.settle(p); lanes.put256(d, r, h); return next(p); }
export function h_vcvttps2dq(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); lanes.begin(); const r = fpu_sseConvert.cvttps2dq(v128.load(m)); if (!lanes.wide(p)) { lanes.settle(p); lanes.put128(d, r); return next(p); } const h = fpu_sseConvert.cvttps2dq(v128.load(m + lanes.gap(p))); lanes.settle(p); lanes.put256(d, r, h); return next(p); }
export function h_vsubps(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); lanes.begin(); const r = fpu_sseArithmetic.subLanes<u32>(v128.load(a), v128.load(m)); if (!lanes.wide(p)) { lanes.settle(p); lanes.put128(d, r); return next(p); } const h = fpu_sseArithmetic.subLanes<u32>(v128.load(a, 256), v128.load(m + lanes.gap(p))); lanes.settle(p); lanes.put256(d, r, h); return next(p); }
export function h_vsubpd(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); lanes.begin(); const r = fpu_sseArithmetic.subLanes<u64>(v128.load(a), v128.load(m)); if (!lanes.wide(p)) { lanes.settle(p); lanes.put128(d, r); return next(p); } const h = fpu_sseArithmetic.subLanes<u64>(v128.load(a, 256), v128.load(m + lanes.gap(p))); lanes.settle(p); lanes.put256(d, r, h); return next(p); }
export function h_vsubss(p: usize): usize { const b = lanes.vexElement<u32>(p), a = lanes.vvvv(p), d = dst(p); lanes.begin(); const r = fpu_sseArithmetic.subElement<u32>(load<u32>(a), b); lanes.settle(p); lanes.put128(d, v128.load(a)); store<u32>(d, r); return next(p); }
export function h_vsubsd(p: usize): usize { const b = lanes.vexElement<u64>(p), a = lanes.vvvv(p), d = dst(p); lanes.begin(); const r = fpu_sseArithmetic.subElement<u64>(load<u64>(a), b); lanes.settle(p); lanes.put128(d, v128.load(a)); store<u64>(d, r); return next(p); }
export function h_vminps(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); lanes.begin(); const r = fpu_sseArithmetic.minLanes<u32>(v128.load(a), v128.load(m)); if (!lanes.wide(p)) { lanes.settle(p); lanes.put128(d, r); return next(p); } const h = fpu_sseArithmetic.minLanes<u32>(v128.load(a, 256), v128.load(m + lanes.gap(p))); lanes.settle(p); lanes.put256(d, r, h); return next(p); }
export function h_vminpd(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); lanes.begin(); const r = fpu_sseArithmetic.minLanes<u64>(v128.load(a), v128.load(m)); if (!lanes.wide(p)) { lanes.settle(p); lanes.put128(d, r); return next(p); } const h = fpu_sseArithmetic.minLanes<u64>(v128.load(a, 256), v128.load(m + lanes.gap(p))); lanes.settle(p); lanes.put256(d, r, h); return next(p); }
export function h_vminss(p: usize): usize { const b = lanes.vexElement<u32>(p), a = lanes.vvvv(p), d = dst(p); lanes.begin(); const r = fpu_sseArithmetic.minElement<u32>(load<u32>(a), b); lanes.settle(p); lanes.put128(d, v128.load(a)); store<u32>(d, r); return next(p); }
export function h_vminsd(p: usize): usize { const b = lanes.vexElement<u64>(p), a = lanes.vvvv(p), d = dst(p); lanes.begin(); const r = fpu_sseArithmetic.minElement<u64>(load<u64>(a), b); lanes.settle(p); lanes.put128(d, v128.load(a)); store<u64>(d, r); return next(p); }
export function h_vdivps(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); lanes.begin(); const r = fpu_sseArithmetic.divLanes<u32>(v128.load(a), v128.load(m)); if (!lanes.wide(p)) { lanes.settle(p); lanes.put128(d, r); return next(p); } const h = fpu_sseArithmetic.divLanes<u32>(v128.load(a, 256), v128.load(m + lanes.gap(p))); lanes.settle(p); lanes.put256(d, r, h); return next(p); }
export function h_vdivpd(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); lanes.begin(); const r = fpu_sseArithmetic.divLanes<u64>(v128.load(a), v128.load(m)); if (!lanes.wide(p)) { lanes.settle(p); lanes.put128(d, r); return next(p); } const h = fpu_sseArithmetic.divLanes<u64>(v128.load(a, 256), v128.load(m + lanes.gap(p))); lanes.settle(p); lanes.put256(d, r, h); return next(p); }
export function h_vdivss(p: usize): usize { const b = lanes.vexElement<u32>(p), a = lanes.vvvv(p), d = dst(p); lanes.begin(); const r = fpu_sseArithmetic.divElement<u32>(load<u32>(a), b); lanes.settle(p); lanes.put128(d, v128.load(a)); store<u32>(d, r); return next(p); }
export function h_vdivsd(p: usize): usize { const b = lanes.vexElement<u64>(p), a = lanes.vvvv(p), d = dst(p); lanes.begin(); const r = fpu_sseArithmetic.divElement<u64>(load<u64>(a), b); lanes.settle(p); lanes.put128(d, v128.load(a)); store<u64>(d, r); return next(p); }
export function h_vmaxps(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); lanes.begin(); const r = fpu_sseArithmetic.maxLanes<u32>(v128.load(a), v128.load(m)); if (!lanes.wide(p)) { lanes.settle(p); lanes.put128(d, r); return next(p); } const h = fpu_sseArithmetic.maxLanes<u32>(v128.load(a, 256), v128.load(m + lanes.gap(p))); lanes.settle(p); lanes.put256(d, r, h); return next(p); }
export function h_vmaxpd(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); lanes.begin(); const r = fpu_sseArithmetic.maxLanes<u64>(v128.load(a), v128.load(m)); if (!lanes.wide(p)) { lanes.settle(p); lanes.put128(d, r); return next(p); } const h = fpu_sseArithmetic.maxLanes<u64>(v128.load(a, 256), v128.load(m + lanes.gap(p))); lanes.settle(p); lanes.put256(d, r, h); return next(p); }
export function h_vmaxss(p: usize): usize { const b = lanes.vexElement<u32>(p), a = lanes.vvvv(p), d = dst(p); lanes.begin(); const r = fpu_sseArithmetic.maxElement<u32>(load<u32>(a), b); lanes.settle(p); lanes.put128(d, v128.load(a)); store<u32>(d, r); return next(p); }
export function h_vmaxsd(p: usize): usize { const b = lanes.vexElement<u64>(p), a = lanes.vvvv(p), d = dst(p); lanes.begin(); const r = fpu_sseArithmetic.maxElement<u64>(load<u64>(a), b); lanes.settle(p); lanes.put128(d, v128.load(a)); store<u64>(d, r); return next(p); }
export function h_vpunpcklbw(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); const r = fpu_shuffle.punpcklbw(v128.load(a), v128.load(m)); if (!lanes.wide(p)) { lanes.put128(d, r); return next(p); } const h = fpu_shuffle.punpcklbw(v128.load(a, 256), v128.load(m + lanes.gap(p))); lanes.put256(d, r, h); return next(p); }
export function h_vpunpcklwd(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); const r = fpu_shuffle.punpcklwd(v128.load(a), v128.load(m)); if (!lanes.wide(p)) { lanes.put128(d, r); return next(p); } const h = fpu_shuffle.punpcklwd(v128.load(a, 256), v128.load(m + lanes.gap(p))); lanes.put256(d, r, h); return next(p); }
export function h_vpacksswb(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); const r = fpu_shuffle.packsswb(v128.load(a), v128.load(m)); if (!lanes.wide(p)) { lanes.put128(d, r); return next(p); } const h = fpu_shuffle.packsswb(v128.load(a, 256), v128.load(m + lanes.gap(p))); lanes.put256(d, r, h); return next(p); }
export function h_vpcmpgtb(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); const r = fpu_packedInteger.pcmpgtb(v128.load(a), v128.load(m)); if (!lanes.wide(p)) { lanes.put128(d, r); return next(p); } const h = fpu_packedInteger.pcmpgtb(v128.load(a, 256), v128.load(m + lanes.gap(p))); lanes.put256(d, r, h); return next(p); }
export function h_vpcmpgtw(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); const r = fpu_packedInteger.pcmpgtw(v128.load(a), v128.load(m)); if (!lanes.wide(p)) { lanes.put128(d, r); return next(p); } const h = fpu_packedInteger.pcmpgtw(v128.load(a, 256), v128.load(m + lanes.gap(p))); lanes.put256(d, r, h); return next(p); }
export function h_vpcmpgtd(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); const r = fpu_packedInteger.pcmpgtd(v128.load(a), v128.load(m)); if (!lanes.wide(p)) { lanes.put128(d, r); return next(p); } const h = fpu_packedInteger.pcmpgtd(v128.load(a, 256), v128.load(m + lanes.gap(p))); lanes.put256(d, r, h); return next(p); }
export function h_vpackuswb(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); const r = fpu_shuffle.packuswb(v128.load(a), v128.load(m)); if (!lanes.wide(p)) { lanes.put128(d, r); return next(p); } const h = fpu_shuffle.packuswb(v128.load(a, 256), v128.load(m + lanes.gap(p))); lanes.put256(d, r, h); return next(p); }
export function h_vpunpckhbw(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); const r = fpu_shuffle.punpckhbw(v128.load(a), v128.load(m)); if (!lanes.wide(p)) { lanes.put128(d, r); return next(p); } const h = fpu_shuffle.punpckhbw(v128.load(a, 256), v128.load(m + lanes.gap(p))); lanes.put256(d, r, h); return next(p); }
export function h_vpunpckhwd(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); const r = fpu_shuffle.punpckhwd(v128.load(a), v128.load(m)); if (!lanes.wide(p)) { lanes.put128(d, r); return next(p); } const h = fpu_shuffle.punpckhwd(v128.load(a, 256), v128.load(m + lanes.gap(p))); lanes.put256(d, r, h); return next(p); }
export function h_vpackssdw(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); const r = fpu_shuffle.packssdw(v128.load(a), v128.load(m)); if (!lanes.wide(p)) { lanes.put128(d, r); return next(p); } const h = fpu_shuffle.packssdw(v128.load(a, 256), v128.load(m + lanes.gap(p))); lanes.put256(d, r, h); return next(p); }
export function h_vmovToXmm_16(p: usize): usize { return vector_vexMove.vloadScalar<u16>(p); }
export function h_vmovToXmm_32(p: usize): usize { return vector_vexMove.vloadScalar<u32>(p); }
export function h_vmovToXmm_64(p: usize): usize { return vector_vexMove.vloadScalar<u64>(p); }
export function h_vpshufd(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); const r = fpu_shuffle.pshufd(v128.load(m), lanes.immediate(p)); if (!lanes.wide(p)) { lanes.put128(d, r); return next(p); } const h = fpu_shuffle.pshufd(v128.load(m + lanes.gap(p)), lanes.immediate(p)); lanes.put256(d, r, h); return next(p); }
export function h_vpshufhw(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); const r = fpu_shuffle.pshufhw(v128.load(m), lanes.immediate(p)); if (!lanes.wide(p)) { lanes.put128(d, r); return next(p); } const h = fpu_shuffle.pshufhw(v128.load(m + lanes.gap(p)), lanes.immediate(p)); lanes.put256(d, r, h); return next(p); }
export function h_vpshuflw(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); const r = fpu_shuffle.pshuflw(v128.load(m), lanes.immediate(p)); if (!lanes.wide(p)) { lanes.put128(d, r); return next(p); } const h = fpu_shuffle.pshuflw(v128.load(m + lanes.gap(p)), lanes.immediate(p)); lanes.put256(d, r, h); return next(p); }
export function h_vpsrlwImm(p: usize): usize { lanes.beginVex(p); const a = lanes.vvvv(p), d = dst(p); const r = fpu_vectorShift.psrlwImm(v128.load(d), lanes.immediate(p)); if (!lanes.wide(p)) { lanes.put128(a, r); return next(p); } const h = fpu_vectorShift.psrlwImm(v128.load(d, 256), lanes.immediate(p)); lanes.put256(a, r, h); return next(p); }
export function h_vpsrawImm(p: usize): usize { lanes.beginVex(p); const a = lanes.vvvv(p), d = dst(p); const r = fpu_vectorShift.psrawImm(v128.load(d), lanes.immediate(p)); if (!lanes.wide(p)) { lanes.put128(a, r); return next(p); } const h = fpu_vectorShift.psrawImm(v128.load(d, 256), lanes.immediate(p)); lanes.put256(a, r, h); return next(p); }
export function h_vpsllwImm(p: usize): usize { lanes.beginVex(p); const a = lanes.vvvv(p), d = dst(p); const r = fpu_vectorShift.psllwImm(v128.load(d), lanes.immediate(p)); if (!lanes.wide(p)) { lanes.put128(a, r); return next(p); } const h = fpu_vectorShift.psllwImm(v128.load(d, 256), lanes.immediate(p)); lanes.put256(a, r, h); return next(p); }
export function h_vpsrldImm(p: usize): usize { lanes.beginVex(p); const a = lanes.vvvv(p), d = dst(p); const r = fpu_vectorShift.psrldImm(v128.load(d), lanes.immediate(p)); if (!lanes.wide(p)) { lanes.put128(a, r); return next(p); } const h = fpu_vectorShift.psrldImm(v128.load(d, 256), lanes.immediate(p)); lanes.put256(a, r, h); return next(p); }
export function h_vpsradImm(p: usize): usize { lanes.beginVex(p); const a = lanes.vvvv(p), d = dst(p); const r = fpu_vectorShift.psradImm(v128.load(d), lanes.immediate(p)); if (!lanes.wide(p)) { lanes.put128(a, r); return next(p); } const h = fpu_vectorShift.psradImm(v128.load(d, 256), lanes.immediate(p)); lanes.put256(a, r, h); return next(p); }
export function h_vpslldImm(p: usize): usize { lanes.beginVex(p); const a = lanes.vvvv(p), d = dst(p); const r = fpu_vectorShift.pslldImm(v128.load(d), lanes.immediate(p)); if (!lanes.wide(p)) { lanes.put128(a, r); return next(p); } const h = fpu_vectorShift.pslldImm(v128.load(d, 256), lanes.immediate(p)); lanes.put256(a, r, h); return next(p); }
export function h_vpsrlqImm(p: usize): usize { lanes.beginVex(p); const a = lanes.vvvv(p), d = dst(p); const r = fpu_vectorShift.psrlqImm(v128.load(d), lanes.immediate(p)); if (!lanes.wide(p)) { lanes.put128(a, r); return next(p); } const h = fpu_vectorShift.psrlqImm(v128.load(d, 256), lanes.immediate(p)); lanes.put256(a, r, h); return next(p); }
export function h_vpsrldq(p: usize): usize { lanes.beginVex(p); const a = lanes.vvvv(p), d = dst(p); const r = fpu_vectorShift.psrldq(v128.load(d), lanes.immediate(p)); if (!lanes.wide(p)) { lanes.put128(a, r); return next(p); } const h = fpu_vectorShift.psrldq(v128.load(d, 256), lanes.immediate(p)); lanes.put256(a, r, h); return next(p); }
export function h_vpsllqImm(p: usize): usize { lanes.beginVex(p); const a = lanes.vvvv(p), d = dst(p); const r = fpu_vectorShift.psllqImm(v128.load(d), lanes.immediate(p)); if (!lanes.wide(p)) { lanes.put128(a, r); return next(p); } const h = fpu_vectorShift.psllqImm(v128.load(d, 256), lanes.immediate(p)); lanes.put256(a, r, h); return next(p); }
export function h_vpslldq(p: usize): usize { lanes.beginVex(p); const a = lanes.vvvv(p), d = dst(p); const r = fpu_vectorShift.pslldq(v128.load(d), lanes.immediate(p)); if (!lanes.wide(p)) { lanes.put128(a, r); return next(p); } const h = fpu_vectorShift.pslldq(v128.load(d, 256), lanes.immediate(p)); lanes.put256(a, r, h); return next(p); }
export function h_vpcmpeqb(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); const r = fpu_packedInteger.pcmpeqb(v128.load(a), v128.load(m)); if (!lanes.wide(p)) { lanes.put128(d, r); return next(p); } const h = fpu_packedInteger.pcmpeqb(v128.load(a, 256), v128.load(m + lanes.gap(p))); lanes.put256(d, r, h); return next(p); }
export function h_vpcmpeqw(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); const r = fpu_packedInteger.pcmpeqw(v128.load(a), v128.load(m)); if (!lanes.wide(p)) { lanes.put128(d, r); return next(p); } const h = fpu_packedInteger.pcmpeqw(v128.load(a, 256), v128.load(m + lanes.gap(p))); lanes.put256(d, r, h); return next(p); }
export function h_vpcmpeqd(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); const r = fpu_packedInteger.pcmpeqd(v128.load(a), v128.load(m)); if (!lanes.wide(p)) { lanes.put128(d, r); return next(p); } const h = fpu_packedInteger.pcmpeqd(v128.load(a, 256), v128.load(m + lanes.gap(p))); lanes.put256(d, r, h); return next(p); }
export function h_vzero(p: usize): usize { return vector_vexMove.vzero(p); }
export function h_vhaddpd(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); lanes.begin(); const r = vector_pairs.haddpd(v128.load(a), v128.load(m)); if (!lanes.wide(p)) { lanes.settle(p); lanes.put128(d, r); return next(p); } const h = vector_pairs.haddpd(v128.load(a, 256), v128.load(m + lanes.gap(p))); lanes.settle(p); lanes.put256(d, r, h); return next(p); }
export function h_vhaddps(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); lanes.begin(); const r = vector_pairs.haddps(v128.load(a), v128.load(m)); if (!lanes.wide(p)) { lanes.settle(p); lanes.put128(d, r); return next(p); } const h = vector_pairs.haddps(v128.load(a, 256), v128.load(m + lanes.gap(p))); lanes.settle(p); lanes.put256(d, r, h); return next(p); }
export function h_vhsubpd(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); lanes.begin(); const r = vector_pairs.hsubpd(v128.load(a), v128.load(m)); if (!lanes.wide(p)) { lanes.settle(p); lanes.put128(d, r); return next(p); } const h = vector_pairs.hsubpd(v128.load(a, 256), v128.load(m + lanes.gap(p))); lanes.settle(p); lanes.put256(d, r, h); return next(p); }
export function h_vhsubps(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); lanes.begin(); const r = vector_pairs.hsubps(v128.load(a), v128.load(m)); if (!lanes.wide(p)) { lanes.settle(p); lanes.put128(d, r); return next(p); } const h = vector_pairs.hsubps(v128.load(a, 256), v128.load(m + lanes.gap(p))); lanes.settle(p); lanes.put256(d, r, h); return next(p); }
export function h_vmovFromXmm_16(p: usize): usize { return vector_vexMove.vmovFromXmm<u16>(p); }
export function h_vmovFromXmm_32(p: usize): usize { return vector_vexMove.vmovFromXmm<u32>(p); }
export function h_vmovFromXmm_64(p: usize): usize { return vector_vexMove.vmovFromXmm<u64>(p); }
export function h_vmovq_load(p: usize): usize { return vector_vexMove.vloadScalar<u64>(p); }
export function h_vldmxcsr(p: usize): usize { return vector_vexMove.vldmxcsr(p); }
export function h_vstmxcsr(p: usize): usize { return vector_vexMove.vstmxcsr(p); }
export function h_vcmpps(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); lanes.begin(); const r = fpu_sseCompare.cmpLanes<u32>(v128.load(a), v128.load(m), lanes.immediate(p)); if (!lanes.wide(p)) { lanes.settle(p); lanes.put128(d, r); return next(p); } const h = fpu_sseCompare.cmpLanes<u32>(v128.load(a, 256), v128.load(m + lanes.gap(p)), lanes.immediate(p)); lanes.settle(p); lanes.put256(d, r, h); return next(p); }
export function h_vcmppd(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); lanes.begin(); const r = fpu_sseCompare.cmpLanes<u64>(v128.load(a), v128.load(m), lanes.immediate(p)); if (!lanes.wide(p)) { lanes.settle(p); lanes.put128(d, r); return next(p); } const h = fpu_sseCompare.cmpLanes<u64>(v128.load(a, 256), v128.load(m + lanes.gap(p)), lanes.immediate(p)); lanes.settle(p); lanes.put256(d, r, h); return next(p); }
export function h_vcmpss(p: usize): usize { const b = lanes.vexElement<u32>(p), a = lanes.vvvv(p), d = dst(p); lanes.begin(); const r = fpu_sseCompare.cmpElement<u32>(load<u32>(a), b, lanes.immediate(p)); lanes.settle(p); lanes.put128(d, v128.load(a)); store<u32>(d, r); return next(p); }
export function h_vcmpsd(p: usize): usize { const b = lanes.vexElement<u64>(p), a = lanes.vvvv(p), d = dst(p); lanes.begin(); const r = fpu_sseCompare.cmpElement<u64>(load<u64>(a), b, lanes.immediate(p)); lanes.settle(p); lanes.put128(d, v128.load(a)); store<u64>(d, r); return next(p); }
export function h_vpinsrw(p: usize): usize { return fpu_shuffle.vpinsrw(p); }
export function h_vpextrw(p: usize): usize { return fpu_shuffle.vpextrw(p); }
export function h_vshufps(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); const r = fpu_shuffle.shufps(v128.load(a), v128.load(m), lanes.immediate(p)); if (!lanes.wide(p)) { lanes.put128(d, r); return next(p); } const h = fpu_shuffle.shufps(v128.load(a, 256), v128.load(m + lanes.gap(p)), lanes.immediate(p)); lanes.put256(d, r, h); return next(p); }
export function h_vshufpd(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); const r = fpu_shuffle.shufpd(v128.load(a), v128.load(m), lanes.immediate(p)); if (!lanes.wide(p)) { lanes.put128(d, r); return next(p); } const h = fpu_shuffle.shufpd(v128.load(a, 256), v128.load(m + lanes.gap(p)), lanes.immediate(p) >> 2); lanes.put256(d, r, h); return next(p); }
export function h_vaddsubpd(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); lanes.begin(); const r = vector_pairs.addsubpd(v128.load(a), v128.load(m)); if (!lanes.wide(p)) { lanes.settle(p); lanes.put128(d, r); return next(p); } const h = vector_pairs.addsubpd(v128.load(a, 256), v128.load(m + lanes.gap(p))); lanes.settle(p); lanes.put256(d, r, h); return next(p); }
export function h_vaddsubps(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); lanes.begin(); const r = vector_pairs.addsubps(v128.load(a), v128.load(m)); if (!lanes.wide(p)) { lanes.settle(p); lanes.put128(d, r); return next(p); } const h = vector_pairs.addsubps(v128.load(a, 256), v128.load(m + lanes.gap(p))); lanes.settle(p); lanes.put256(d, r, h); return next(p); }
export function h_vpsrlw(p: usize): usize { const m = lanes.vex16(p), a = lanes.vvvv(p), d = dst(p); const r = fpu_vectorShift.psrlw(v128.load(a), v128.load(m)); if (!lanes.wide(p)) { lanes.put128(d, r); return next(p); } const h = fpu_vectorShift.psrlw(v128.load(a, 256), v128.load(m)); lanes.put256(d, r, h); return next(p); }
export function h_vpsrld(p: usize): usize { const m = lanes.vex16(p), a = lanes.vvvv(p), d = dst(p); const r = fpu_vectorShift.psrld(v128.load(a), v128.load(m)); if (!lanes.wide(p)) { lanes.put128(d, r); return next(p); } const h = fpu_vectorShift.psrld(v128.load(a, 256), v128.load(m)); lanes.put256(d, r, h); return next(p); }
export function h_vpsrlq(p: usize): usize { const m = lanes.vex16(p), a = lanes.vvvv(p), d = dst(p); const r = fpu_vectorShift.psrlq(v128.load(a), v128.load(m)); if (!lanes.wide(p)) { lanes.put128(d, r); return next(p); } const h = fpu_vectorShift.psrlq(v128.load(a, 256), v128.load(m)); lanes.put256(d, r, h); return next(p); }
export function h_vpaddq(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); const r = fpu_packedInteger.paddq(v128.load(a), v128.load(m)); if (!lanes.wide(p)) { lanes.put128(d, r); return next(p); } const h = fpu_packedInteger.paddq(v128.load(a, 256), v128.load(m + lanes.gap(p))); lanes.put256(d, r, h); return next(p); }
export function h_vpmullw(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); const r = fpu_packedInteger.pmullw(v128.load(a), v128.load(m)); if (!lanes.wide(p)) { lanes.put128(d, r); return next(p); } const h = fpu_packedInteger.pmullw(v128.load(a, 256), v128.load(m + lanes.gap(p))); lanes.put256(d, r, h); return next(p); }
export function h_vmovq_store(p: usize): usize { return vector_vexMove.vmovqStore(p); }
export function h_vpmovmskb(p: usize): usize { return vector_vexMove.vpmovmskb(p); }
export function h_vpsubusb(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); const r = fpu_packedInteger.psubusb(v128.load(a), v128.load(m)); if (!lanes.wide(p)) { lanes.put128(d, r); return next(p); } const h = fpu_packedInteger.psubusb(v128.load(a, 256), v128.load(m + lanes.gap(p))); lanes.put256(d, r, h); return next(p); }
export function h_vpsubusw(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); const r = fpu_packedInteger.psubusw(v128.load(a), v128.load(m)); if (!lanes.wide(p)) { lanes.put128(d, r); return next(p); } const h = fpu_packedInteger.psubusw(v128.load(a, 256), v128.load(m + lanes.gap(p))); lanes.put256(d, r, h); return next(p); }
export function h_vpminub(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); const r = fpu_packedInteger.pminub(v128.load(a), v128.load(m)); if (!lanes.wide(p)) { lanes.put128(d, r); return next(p); } const h = fpu_packedInteger.pminub(v128.load(a, 256), v128.load(m + lanes.gap(p))); lanes.put256(d, r, h); return next(p); }
export function h_vpaddusb(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); const r = fpu_packedInteger.paddusb(v128.load(a), v128.load(m)); if (!lanes.wide(p)) { lanes.put128(d, r); return next(p); } const h = fpu_packedInteger.paddusb(v128.load(a, 256), v128.load(m + lanes.gap(p))); lanes.put256(d, r, h); return next(p); }
export function h_vpaddusw(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); const r = fpu_packedInteger.paddusw(v128.load(a), v128.load(m)); if (!lanes.wide(p)) { lanes.put128(d, r); return next(p); } const h = fpu_packedInteger.paddusw(v128.load(a, 256), v128.load(m + lanes.gap(p))); lanes.put256(d, r, h); return next(p); }
export function h_vpmaxub(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); const r = fpu_packedInteger.pmaxub(v128.load(a), v128.load(m)); if (!lanes.wide(p)) { lanes.put128(d, r); return next(p); } const h = fpu_packedInteger.pmaxub(v128.load(a, 256), v128.load(m + lanes.gap(p))); lanes.put256(d, r, h); return next(p); }
export function h_vpavgb(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); const r = fpu_packedInteger.pavgb(v128.load(a), v128.load(m)); if (!lanes.wide(p)) { lanes.put128(d, r); return next(p); } const h = fpu_packedInteger.pavgb(v128.load(a, 256), v128.load(m + lanes.gap(p))); lanes.put256(d, r, h); return next(p); }
export function h_vpsraw(p: usize): usize { const m = lanes.vex16(p), a = lanes.vvvv(p), d = dst(p); const r = fpu_vectorShift.psraw(v128.load(a), v128.load(m)); if (!lanes.wide(p)) { lanes.put128(d, r); return next(p); } const h = fpu_vectorShift.psraw(v128.load(a, 256), v128.load(m)); lanes.put256(d, r, h); return next(p); }
export function h_vpsrad(p: usize): usize { const m = lanes.vex16(p), a = lanes.vvvv(p), d = dst(p); const r = fpu_vectorShift.psrad(v128.load(a), v128.load(m)); if (!lanes.wide(p)) { lanes.put128(d, r); return next(p); } const h = fpu_vectorShift.psrad(v128.load(a, 256), v128.load(m)); lanes.put256(d, r, h); return next(p); }
export function h_vpavgw(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); const r = fpu_packedInteger.pavgw(v128.load(a), v128.load(m)); if (!lanes.wide(p)) { lanes.put128(d, r); return next(p); } const h = fpu_packedInteger.pavgw(v128.load(a, 256), v128.load(m + lanes.gap(p))); lanes.put256(d, r, h); return next(p); }
export function h_vpmulhuw(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); const r = fpu_packedInteger.pmulhuw(v128.load(a), v128.load(m)); if (!lanes.wide(p)) { lanes.put128(d, r); return next(p); } const h = fpu_packedInteger.pmulhuw(v128.load(a, 256), v128.load(m + lanes.gap(p))); lanes.put256(d, r, h); return next(p); }
export function h_vpmulhw(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); const r = fpu_packedInteger.pmulhw(v128.load(a), v128.load(m)); if (!lanes.wide(p)) { lanes.put128(d, r); return next(p); } const h = fpu_packedInteger.pmulhw(v128.load(a, 256), v128.load(m + lanes.gap(p))); lanes.put256(d, r, h); return next(p); }
export function h_vcvttpd2dq(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); lanes.begin(); const r = fpu_sseConvert.cvttpd2dq(v128.load(m)); if (!lanes.wide(p)) { lanes.settle(p); lanes.put128(d, r); return next(p); } const h = fpu_sseConvert.cvttpd2dq(v128.load(m + lanes.gap(p))); lanes.settle(p); lanes.put128(d, lanes.join(r, h)); return next(p); }
export function h_vcvtdq2pd(p: usize): usize { const b = lanes.vexWider(p, 8), a = lanes.vvvv(p), d = dst(p); const r = fpu_sseConvert.cvtdq2pd(b); if (!lanes.wide(p)) { lanes.put128(d, r); return next(p); } const h = fpu_sseConvert.cvtdq2pd(lanes.above8(b)); lanes.put256(d, r, h); return next(p); }
export function h_vcvtpd2dq(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); lanes.begin(); const r = fpu_sseConvert.cvtpd2dq(v128.load(m)); if (!lanes.wide(p)) { lanes.settle(p); lanes.put128(d, r); return next(p); } const h = fpu_sseConvert.cvtpd2dq(v128.load(m + lanes.gap(p))); lanes.settle(p); lanes.put128(d, lanes.join(r, h)); return next(p); }
export function h_vpsubsb(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); const r = fpu_packedInteger.psubsb(v128.load(a), v128.load(m)); if (!lanes.wide(p)) { lanes.put128(d, r); return next(p); } const h = fpu_packedInteger.psubsb(v128.load(a, 256), v128.load(m + lanes.gap(p))); lanes.put256(d, r, h); return next(p); }
export function h_vpsubsw(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); const r = fpu_packedInteger.psubsw(v128.load(a), v128.load(m)); if (!lanes.wide(p)) { lanes.put128(d, r); return next(p); } const h = fpu_packedInteger.psubsw(v128.load(a, 256), v128.load(m + lanes.gap(p))); lanes.put256(d, r, h); return next(p); }
export function h_vpminsw(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); const r = fpu_packedInteger.pminsw(v128.load(a), v128.load(m)); if (!lanes.wide(p)) { lanes.put128(d, r); return next(p); } const h = fpu_packedInteger.pminsw(v128.load(a, 256), v128.load(m + lanes.gap(p))); lanes.put256(d, r, h); return next(p); }
export function h_vpaddsb(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); const r = fpu_packedInteger.paddsb(v128.load(a), v128.load(m)); if (!lanes.wide(p)) { lanes.put128(d, r); return next(p); } const h = fpu_packedInteger.paddsb(v128.load(a, 256), v128.load(m + lanes.gap(p))); lanes.put256(d, r, h); return next(p); }
export function h_vpaddsw(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); const r = fpu_packedInteger.paddsw(v128.load(a), v128.load(m)); if (!lanes.wide(p)) { lanes.put128(d, r); return next(p); } const h = fpu_packedInteger.paddsw(v128.load(a, 256), v128.load(m + lanes.gap(p))); lanes.put256(d, r, h); return next(p); }
export function h_vpmaxsw(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); const r = fpu_packedInteger.pmaxsw(v128.load(a), v128.load(m)); if (!lanes.wide(p)) { lanes.put128(d, r); return next(p); } const h = fpu_packedInteger.pmaxsw(v128.load(a, 256), v128.load(m + lanes.gap(p))); lanes.put256(d, r, h); return next(p); }
export function h_vpsllw(p: usize): usize { const m = lanes.vex16(p), a = lanes.vvvv(p), d = dst(p); const r = fpu_vectorShift.psllw(v128.load(a), v128.load(m)); if (!lanes.wide(p)) { lanes.put128(d, r); return next(p); } const h = fpu_vectorShift.psllw(v128.load(a, 256), v128.load(m)); lanes.put256(d, r, h); return next(p); }
export function h_vpslld(p: usize): usize { const m = lanes.vex16(p), a = lanes.vvvv(p), d = dst(p); const r = fpu_vectorShift.pslld(v128.load(a), v128.load(m)); if (!lanes.wide(p)) { lanes.put128(d, r); return next(p); } const h = fpu_vectorShift.pslld(v128.load(a, 256), v128.load(m)); lanes.put256(d, r, h); return next(p); }
export function h_vpsllq(p: usize): usize { const m = lanes.vex16(p), a = lanes.vvvv(p), d = dst(p); const r = fpu_vectorShift.psllq(v128.load(a), v128.load(m)); if (!lanes.wide(p)) { lanes.put128(d, r); return next(p); } const h = fpu_vectorShift.psllq(v128.load(a, 256), v128.load(m)); lanes.put256(d, r, h); return next(p); }
export function h_vpmuludq(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); const r = fpu_packedInteger.pmuludq(v128.load(a), v128.load(m)); if (!lanes.wide(p)) { lanes.put128(d, r); return next(p); } const h = fpu_packedInteger.pmuludq(v128.load(a, 256), v128.load(m + lanes.gap(p))); lanes.put256(d, r, h); return next(p); }
export function h_vpmaddwd(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); const r = fpu_packedInteger.pmaddwd(v128.load(a), v128.load(m)); if (!lanes.wide(p)) { lanes.put128(d, r); return next(p); } const h = fpu_packedInteger.pmaddwd(v128.load(a, 256), v128.load(m + lanes.gap(p))); lanes.put256(d, r, h); return next(p); }
export function h_vpsadbw(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); const r = fpu_packedInteger.psadbw(v128.load(a), v128.load(m)); if (!lanes.wide(p)) { lanes.put128(d, r); return next(p); } const h = fpu_packedInteger.psadbw(v128.load(a, 256), v128.load(m + lanes.gap(p))); lanes.put256(d, r, h); return next(p); }
export function h_vmaskmovdqu(p: usize): usize { return vector_vexMove.vmaskmovdqu(p); }
export function h_vpsubb(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); const r = fpu_packedInteger.psubb(v128.load(a), v128.load(m)); if (!lanes.wide(p)) { lanes.put128(d, r); return next(p); } const h = fpu_packedInteger.psubb(v128.load(a, 256), v128.load(m + lanes.gap(p))); lanes.put256(d, r, h); return next(p); }
export function h_vpsubw(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); const r = fpu_packedInteger.psubw(v128.load(a), v128.load(m)); if (!lanes.wide(p)) { lanes.put128(d, r); return next(p); } const h = fpu_packedInteger.psubw(v128.load(a, 256), v128.load(m + lanes.gap(p))); lanes.put256(d, r, h); return next(p); }
export function h_vpsubd(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); const r = fpu_packedInteger.psubd(v128.load(a), v128.load(m)); if (!lanes.wide(p)) { lanes.put128(d, r); return next(p); } const h = fpu_packedInteger.psubd(v128.load(a, 256), v128.load(m + lanes.gap(p))); lanes.put256(d, r, h); return next(p); }
export function h_vpsubq(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); const r = fpu_packedInteger.psubq(v128.load(a), v128.load(m)); if (!lanes.wide(p)) { lanes.put128(d, r); return next(p); } const h = fpu_packedInteger.psubq(v128.load(a, 256), v128.load(m + lanes.gap(p))); lanes.put256(d, r, h); return next(p); }
export function h_vpaddb(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); const r = fpu_packedInteger.paddb(v128.load(a), v128.load(m)); if (!lanes.wide(p)) { lanes.put128(d, r); return next(p); } const h = fpu_packedInteger.paddb(v128.load(a, 256), v128.load(m + lanes.gap(p))); lanes.put256(d, r, h); return next(p); }
export function h_vpaddw(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); const r = fpu_packedInteger.paddw(v128.load(a), v128.load(m)); if (!lanes.wide(p)) { lanes.put128(d, r); return next(p); } const h = fpu_packedInteger.paddw(v128.load(a, 256), v128.load(m + lanes.gap(p))); lanes.put256(d, r, h); return next(p); }
export function h_vpaddd(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); const r = fpu_packedInteger.paddd(v128.load(a), v128.load(m)); if (!lanes.wide(p)) { lanes.put128(d, r); return next(p); } const h = fpu_packedInteger.paddd(v128.load(a, 256), v128.load(m + lanes.gap(p))); lanes.put256(d, r, h); return next(p); }
export function h_vpshufb(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); const r = vector_supplemental.pshufb(v128.load(a), v128.load(m)); if (!lanes.wide(p)) { lanes.put128(d, r); return next(p); } const h = vector_supplemental.pshufb(v128.load(a, 256), v128.load(m + lanes.gap(p))); lanes.put256(d, r, h); return next(p); }
export function h_vphaddw(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); const r = vector_supplemental.phaddw(v128.load(a), v128.load(m)); if (!lanes.wide(p)) { lanes.put128(d, r); return next(p); } const h = vector_supplemental.phaddw(v128.load(a, 256), v128.load(m + lanes.gap(p))); lanes.put256(d, r, h); return next(p); }
export function h_vphaddd(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); const r = vector_supplemental.phaddd(v128.load(a), v128.load(m)); if (!lanes.wide(p)) { lanes.put128(d, r); return next(p); } const h = vector_supplemental.phaddd(v128.load(a, 256), v128.load(m + lanes.gap(p))); lanes.put256(d, r, h); return next(p); }
export function h_vphaddsw(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); const r = vector_supplemental.phaddsw(v128.load(a), v128.load(m)); if (!lanes.wide(p)) { lanes.put128(d, r); return next(p); } const h = vector_supplemental.phaddsw(v128.load(a, 256), v128.load(m + lanes.gap(p))); lanes.put256(d, r, h); return next(p); }
export function h_vpmaddubsw(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); const r = vector_supplemental.pmaddubsw(v128.load(a), v128.load(m)); if (!lanes.wide(p)) { lanes.put128(d, r); return next(p); } const h = vector_supplemental.pmaddubsw(v128.load(a, 256), v128.load(m + lanes.gap(p))); lanes.put256(d, r, h); return next(p); }
export function h_vphsubw(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); const r = vector_supplemental.phsubw(v128.load(a), v128.load(m)); if (!lanes.wide(p)) { lanes.put128(d, r); return next(p); } const h = vector_supplemental.phsubw(v128.load(a, 256), v128.load(m + lanes.gap(p))); lanes.put256(d, r, h); return next(p); }
export function h_vphsubd(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); const r = vector_supplemental.phsubd(v128.load(a), v128.load(m)); if (!lanes.wide(p)) { lanes.put128(d, r); return next(p); } const h = vector_supplemental.phsubd(v128.load(a, 256), v128.load(m + lanes.gap(p))); lanes.put256(d, r, h); return next(p); }
export function h_vphsubsw(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); const r = vector_supplemental.phsubsw(v128.load(a), v128.load(m)); if (!lanes.wide(p)) { lanes.put128(d, r); return next(p); } const h = vector_supplemental.phsubsw(v128.load(a, 256), v128.load(m + lanes.gap(p))); lanes.put256(d, r, h); return next(p); }
export function h_vpsignb(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); const r = vector_supplemental.psignb(v128.load(a), v128.load(m)); if (!lanes.wide(p)) { lanes.put128(d, r); return next(p); } const h = vector_supplemental.psignb(v128.load(a, 256), v128.load(m + lanes.gap(p))); lanes.put256(d, r, h); return next(p); }
export function h_vpsignw(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); const r = vector_supplemental.psignw(v128.load(a), v128.load(m)); if (!lanes.wide(p)) { lanes.put128(d, r); return next(p); } const h = vector_supplemental.psignw(v128.load(a, 256), v128.load(m + lanes.gap(p))); lanes.put256(d, r, h); return next(p); }
export function h_vpsignd(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); const r = vector_supplemental.psignd(v128.load(a), v128.load(m)); if (!lanes.wide(p)) { lanes.put128(d, r); return next(p); } const h = vector_supplemental.psignd(v128.load(a, 256), v128.load(m + lanes.gap(p))); lanes.put256(d, r, h); return next(p); }
export function h_vpmulhrsw(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); const r = vector_supplemental.pmulhrsw(v128.load(a), v128.load(m)); if (!lanes.wide(p)) { lanes.put128(d, r); return next(p); } const h = vector_supplemental.pmulhrsw(v128.load(a, 256), v128.load(m + lanes.gap(p))); lanes.put256(d, r, h); return next(p); }
export function h_vpermilps(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); const r = vector_permute.permutePsBy(v128.load(a), v128.load(m)); if (!lanes.wide(p)) { lanes.put128(d, r); return next(p); } const h = vector_permute.permutePsBy(v128.load(a, 256), v128.load(m + lanes.gap(p))); lanes.put256(d, r, h); return next(p); }
export function h_vpermilpd(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); const r = vector_permute.permutePdBy(v128.load(a), v128.load(m)); if (!lanes.wide(p)) { lanes.put128(d, r); return next(p); } const h = vector_permute.permutePdBy(v128.load(a, 256), v128.load(m + lanes.gap(p))); lanes.put256(d, r, h); return next(p); }
export function h_vtestps(p: usize): usize { return vector_vexMove.vtestps(p); }
export function h_vtestpd(p: usize): usize { return vector_vexMove.vtestpd(p); }
export function h_vcvtph2ps(p: usize): usize { const b = lanes.vexWider(p, 8), a = lanes.vvvv(p), d = dst(p); lanes.begin(); const r = vector_halfFloat.vcvtph2ps(b); if (!lanes.wide(p)) { lanes.settle(p); lanes.put128(d, r); return next(p); } const h = vector_halfFloat.vcvtph2ps(lanes.above8(b)); lanes.settle(p); lanes.put256(d, r, h); return next(p); }
export function h_permute32(p: usize): usize { return vector_permute.permute32(p); }
export function h_vptest(p: usize): usize { return vector_fields.vptest(p); }
export function h_broadcast32(p: usize): usize { return vector_permute.broadcast32(p); }
export function h_broadcast64(p: usize): usize { return vector_permute.broadcast64(p); }
export function h_broadcast128(p: usize): usize { return vector_permute.broadcast128(p); }
export function h_vpabsb(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); const r = vector_supplemental.pabsb(v128.load(m)); if (!lanes.wide(p)) { lanes.put128(d, r); return next(p); } const h = vector_supplemental.pabsb(v128.load(m + lanes.gap(p))); lanes.put256(d, r, h); return next(p); }
export function h_vpabsw(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); const r = vector_supplemental.pabsw(v128.load(m)); if (!lanes.wide(p)) { lanes.put128(d, r); return next(p); } const h = vector_supplemental.pabsw(v128.load(m + lanes.gap(p))); lanes.put256(d, r, h); return next(p); }
export function h_vpabsd(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); const r = vector_supplemental.pabsd(v128.load(m)); if (!lanes.wide(p)) { lanes.put128(d, r); return next(p); } const h = vector_supplemental.pabsd(v128.load(m + lanes.gap(p))); lanes.put256(d, r, h); return next(p); }
export function h_vpmovsxbw(p: usize): usize { const b = lanes.vexWider(p, 8), a = lanes.vvvv(p), d = dst(p); const r = vector_extended.pmovsxbw(b); if (!lanes.wide(p)) { lanes.put128(d, r); return next(p); } const h = vector_extended.pmovsxbw(lanes.above8(b)); lanes.put256(d, r, h); return next(p); }
export function h_vpmovsxbd(p: usize): usize { const b = lanes.vexWider(p, 4), a = lanes.vvvv(p), d = dst(p); const r = vector_extended.pmovsxbd(b); if (!lanes.wide(p)) { lanes.put128(d, r); return next(p); } const h = vector_extended.pmovsxbd(lanes.above4(b)); lanes.put256(d, r, h); return next(p); }
export function h_vpmovsxbq(p: usize): usize { const b = lanes.vexWider(p, 2), a = lanes.vvvv(p), d = dst(p); const r = vector_extended.pmovsxbq(b); if (!lanes.wide(p)) { lanes.put128(d, r); return next(p); } const h = vector_extended.pmovsxbq(lanes.above2(b)); lanes.put256(d, r, h); return next(p); }
export function h_vpmovsxwd(p: usize): usize { const b = lanes.vexWider(p, 8), a = lanes.vvvv(p), d = dst(p); const r = vector_extended.pmovsxwd(b); if (!lanes.wide(p)) { lanes.put128(d, r); return next(p); } const h = vector_extended.pmovsxwd(lanes.above8(b)); lanes.put256(d, r, h); return next(p); }
export function h_vpmovsxwq(p: usize): usize { const b = lanes.vexWider(p, 4), a = lanes.vvvv(p), d = dst(p); const r = vector_extended.pmovsxwq(b); if (!lanes.wide(p)) { lanes.put128(d, r); return next(p); } const h = vector_extended.pmovsxwq(lanes.above4(b)); lanes.put256(d, r, h); return next(p); }
export function h_vpmovsxdq(p: usize): usize { const b = lanes.vexWider(p, 8), a = lanes.vvvv(p), d = dst(p); const r = vector_extended.pmovsxdq(b); if (!lanes.wide(p)) { lanes.put128(d, r); return next(p); } const h = vector_extended.pmovsxdq(lanes.above8(b)); lanes.put256(d, r, h); return next(p); }
export function h_vpmuldq(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); const r = vector_extended.pmuldq(v128.load(a), v128.load(m)); if (!lanes.wide(p)) { lanes.put128(d, r); return next(p); } const h = vector_extended.pmuldq(v128.load(a, 256), v128.load(m + lanes.gap(p))); lanes.put256(d, r, h); return next(p); }
export function h_vpcmpeqq(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); const r = vector_extended.pcmpeqq(v128.load(a), v128.load(m)); if (!lanes.wide(p)) { lanes.put128(d, r); return next(p); } const h = vector_extended.pcmpeqq(v128.load(a, 256), v128.load(m + lanes.gap(p))); lanes.put256(d, r, h); return next(p); }
export function h_vpackusdw(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); const r = vector_extended.packusdw(v128.load(a), v128.load(m)); if (!lanes.wide(p)) { lanes.put128(d, r); return next(p); } const h = vector_extended.packusdw(v128.load(a, 256), v128.load(m + lanes.gap(p))); lanes.put256(d, r, h); return next(p); }
export function h_maskLoad_u32(p: usize): usize { return vector_masked.maskLoad<u32>(p); }
export function h_maskLoad_u64(p: usize): usize { return vector_masked.maskLoad<u64>(p); }
export function h_maskStore_u32(p: usize): usize { return vector_masked.maskStore<u32>(p); }
export function h_maskStore_u64(p: usize): usize { return vector_masked.maskStore<u64>(p); }
export function h_vpmovzxbw(p: usize): usize { const b = lanes.vexWider(p, 8), a = lanes.vvvv(p), d = dst(p); const r = vector_extended.pmovzxbw(b); if (!lanes.wide(p)) { lanes.put128(d, r); return next(p); } const h = vector_extended.pmovzxbw(lanes.above8(b)); lanes.put256(d, r, h); return next(p); }
export function h_vpmovzxbd(p: usize): usize { const b = lanes.vexWider(p, 4), a = lanes.vvvv(p), d = dst(p); const r = vector_extended.pmovzxbd(b); if (!lanes.wide(p)) { lanes.put128(d, r); return next(p); } const h = vector_extended.pmovzxbd(lanes.above4(b)); lanes.put256(d, r, h); return next(p); }
export function h_vpmovzxbq(p: usize): usize { const b = lanes.vexWider(p, 2), a = lanes.vvvv(p), d = dst(p); const r = vector_extended.pmovzxbq(b); if (!lanes.wide(p)) { lanes.put128(d, r); return next(p); } const h = vector_extended.pmovzxbq(lanes.above2(b)); lanes.put256(d, r, h); return next(p); }
export function h_vpmovzxwd(p: usize): usize { const b = lanes.vexWider(p, 8), a = lanes.vvvv(p), d = dst(p); const r = vector_extended.pmovzxwd(b); if (!lanes.wide(p)) { lanes.put128(d, r); return next(p); } const h = vector_extended.pmovzxwd(lanes.above8(b)); lanes.put256(d, r, h); return next(p); }
export function h_vpmovzxwq(p: usize): usize { const b = lanes.vexWider(p, 4), a = lanes.vvvv(p), d = dst(p); const r = vector_extended.pmovzxwq(b); if (!lanes.wide(p)) { lanes.put128(d, r); return next(p); } const h = vector_extended.pmovzxwq(lanes.above4(b)); lanes.put256(d, r, h); return next(p); }
export function h_vpmovzxdq(p: usize): usize { const b = lanes.vexWider(p, 8), a = lanes.vvvv(p), d = dst(p); const r = vector_extended.pmovzxdq(b); if (!lanes.wide(p)) { lanes.put128(d, r); return next(p); } const h = vector_extended.pmovzxdq(lanes.above8(b)); lanes.put256(d, r, h); return next(p); }
export function h_vpcmpgtq(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); const r = vector_extended.pcmpgtq(v128.load(a), v128.load(m)); if (!lanes.wide(p)) { lanes.put128(d, r); return next(p); } const h = vector_extended.pcmpgtq(v128.load(a, 256), v128.load(m + lanes.gap(p))); lanes.put256(d, r, h); return next(p); }
export function h_vpminsb(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); const r = vector_extended.pminsb(v128.load(a), v128.load(m)); if (!lanes.wide(p)) { lanes.put128(d, r); return next(p); } const h = vector_extended.pminsb(v128.load(a, 256), v128.load(m + lanes.gap(p))); lanes.put256(d, r, h); return next(p); }
export function h_vpminsd(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); const r = vector_extended.pminsd(v128.load(a), v128.load(m)); if (!lanes.wide(p)) { lanes.put128(d, r); return next(p); } const h = vector_extended.pminsd(v128.load(a, 256), v128.load(m + lanes.gap(p))); lanes.put256(d, r, h); return next(p); }
export function h_vpminuw(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); const r = vector_extended.pminuw(v128.load(a), v128.load(m)); if (!lanes.wide(p)) { lanes.put128(d, r); return next(p); } const h = vector_extended.pminuw(v128.load(a, 256), v128.load(m + lanes.gap(p))); lanes.put256(d, r, h); return next(p); }
export function h_vpminud(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); const r = vector_extended.pminud(v128.load(a), v128.load(m)); if (!lanes.wide(p)) { lanes.put128(d, r); return next(p); } const h = vector_extended.pminud(v128.load(a, 256), v128.load(m + lanes.gap(p))); lanes.put256(d, r, h); return next(p); }
export function h_vpmaxsb(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); const r = vector_extended.pmaxsb(v128.load(a), v128.load(m)); if (!lanes.wide(p)) { lanes.put128(d, r); return next(p); } const h = vector_extended.pmaxsb(v128.load(a, 256), v128.load(m + lanes.gap(p))); lanes.put256(d, r, h); return next(p); }
export function h_vpmaxsd(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); const r = vector_extended.pmaxsd(v128.load(a), v128.load(m)); if (!lanes.wide(p)) { lanes.put128(d, r); return next(p); } const h = vector_extended.pmaxsd(v128.load(a, 256), v128.load(m + lanes.gap(p))); lanes.put256(d, r, h); return next(p); }
export function h_vpmaxuw(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); const r = vector_extended.pmaxuw(v128.load(a), v128.load(m)); if (!lanes.wide(p)) { lanes.put128(d, r); return next(p); } const h = vector_extended.pmaxuw(v128.load(a, 256), v128.load(m + lanes.gap(p))); lanes.put256(d, r, h); return next(p); }
export function h_vpmaxud(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); const r = vector_extended.pmaxud(v128.load(a), v128.load(m)); if (!lanes.wide(p)) { lanes.put128(d, r); return next(p); } const h = vector_extended.pmaxud(v128.load(a, 256), v128.load(m + lanes.gap(p))); lanes.put256(d, r, h); return next(p); }
export function h_vpmulld(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); const r = vector_extended.pmulld(v128.load(a), v128.load(m)); if (!lanes.wide(p)) { lanes.put128(d, r); return next(p); } const h = vector_extended.pmulld(v128.load(a, 256), v128.load(m + lanes.gap(p))); lanes.put256(d, r, h); return next(p); }
export function h_vphminposuw(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); const r = vector_extended.phminposuw(v128.load(m)); if (!lanes.wide(p)) { lanes.put128(d, r); return next(p); } const h = vector_extended.phminposuw(v128.load(m + lanes.gap(p))); lanes.put256(d, r, h); return next(p); }
export function h_vpsrlvd(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); const r = fpu_vectorShift.psrlvd(v128.load(a), v128.load(m)); if (!lanes.wide(p)) { lanes.put128(d, r); return next(p); } const h = fpu_vectorShift.psrlvd(v128.load(a, 256), v128.load(m + lanes.gap(p))); lanes.put256(d, r, h); return next(p); }
export function h_vpsrlvq(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); const r = fpu_vectorShift.psrlvq(v128.load(a), v128.load(m)); if (!lanes.wide(p)) { lanes.put128(d, r); return next(p); } const h = fpu_vectorShift.psrlvq(v128.load(a, 256), v128.load(m + lanes.gap(p))); lanes.put256(d, r, h); return next(p); }
export function h_vpsravd(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); const r = fpu_vectorShift.psravd(v128.load(a), v128.load(m)); if (!lanes.wide(p)) { lanes.put128(d, r); return next(p); } const h = fpu_vectorShift.psravd(v128.load(a, 256), v128.load(m + lanes.gap(p))); lanes.put256(d, r, h); return next(p); }
export function h_vpsllvd(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); const r = fpu_vectorShift.psllvd(v128.load(a), v128.load(m)); if (!lanes.wide(p)) { lanes.put128(d, r); return next(p); } const h = fpu_vectorShift.psllvd(v128.load(a, 256), v128.load(m + lanes.gap(p))); lanes.put256(d, r, h); return next(p); }
export function h_vpsllvq(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); const r = fpu_vectorShift.psllvq(v128.load(a), v128.load(m)); if (!lanes.wide(p)) { lanes.put128(d, r); return next(p); } const h = fpu_vectorShift.psllvq(v128.load(a, 256), v128.load(m + lanes.gap(p))); lanes.put256(d, r, h); return next(p); }
export function h_broadcast8(p: usize): usize { return vector_permute.broadcast8(p); }
export function h_broadcast16(p: usize): usize { return vector_permute.broadcast16(p); }
export function h_vgatherdd(p: usize): usize { return vector_masked.gather<u32, u32>(p); }
export function h_vgatherdq(p: usize): usize { return vector_masked.gather<u64, u32>(p); }
export function h_vgatherqd(p: usize): usize { return vector_masked.gather<u32, u64>(p); }
export function h_vgatherqq(p: usize): usize { return vector_masked.gather<u64, u64>(p); }
export function h_vfmaddsub132ps(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); lanes.begin(); const r = vector_fma.fmaddsub132Lanes<u32>(v128.load(d), v128.load(a), v128.load(m)); if (!lanes.wide(p)) { lanes.settle(p); lanes.put128(d, r); return next(p); } const h = vector_fma.fmaddsub132Lanes<u32>(v128.load(d, 256), v128.load(a, 256), v128.load(m + lanes.gap(p))); lanes.settle(p); lanes.put256(d, r, h); return next(p); }
export function h_vfmaddsub132pd(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); lanes.begin(); const r = vector_fma.fmaddsub132Lanes<u64>(v128.load(d), v128.load(a), v128.load(m)); if (!lanes.wide(p)) { lanes.settle(p); lanes.put128(d, r); return next(p); } const h = vector_fma.fmaddsub132Lanes<u64>(v128.load(d, 256), v128.load(a, 256), v128.load(m + lanes.gap(p))); lanes.settle(p); lanes.put256(d, r, h); return next(p); }
export function h_vfmsubadd132ps(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); lanes.begin(); const r = vector_fma.fmsubadd132Lanes<u32>(v128.load(d), v128.load(a), v128.load(m)); if (!lanes.wide(p)) { lanes.settle(p); lanes.put128(d, r); return next(p); } const h = vector_fma.fmsubadd132Lanes<u32>(v128.load(d, 256), v128.load(a, 256), v128.load(m + lanes.gap(p))); lanes.settle(p); lanes.put256(d, r, h); return next(p); }
export function h_vfmsubadd132pd(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); lanes.begin(); const r = vector_fma.fmsubadd132Lanes<u64>(v128.load(d), v128.load(a), v128.load(m)); if (!lanes.wide(p)) { lanes.settle(p); lanes.put128(d, r); return next(p); } const h = vector_fma.fmsubadd132Lanes<u64>(v128.load(d, 256), v128.load(a, 256), v128.load(m + lanes.gap(p))); lanes.settle(p); lanes.put256(d, r, h); return next(p); }
export function h_vfmadd132ps(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); lanes.begin(); const r = vector_fma.fmadd132Lanes<u32>(v128.load(d), v128.load(a), v128.load(m)); if (!lanes.wide(p)) { lanes.settle(p); lanes.put128(d, r); return next(p); } const h = vector_fma.fmadd132Lanes<u32>(v128.load(d, 256), v128.load(a, 256), v128.load(m + lanes.gap(p))); lanes.settle(p); lanes.put256(d, r, h); return next(p); }
export function h_vfmadd132pd(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); lanes.begin(); const r = vector_fma.fmadd132Lanes<u64>(v128.load(d), v128.load(a), v128.load(m)); if (!lanes.wide(p)) { lanes.settle(p); lanes.put128(d, r); return next(p); } const h = vector_fma.fmadd132Lanes<u64>(v128.load(d, 256), v128.load(a, 256), v128.load(m + lanes.gap(p))); lanes.settle(p); lanes.put256(d, r, h); return next(p); }
export function h_vfmadd132ss(p: usize): usize { const b = lanes.vexElement<u32>(p), a = lanes.vvvv(p), d = dst(p); lanes.begin(); const r = vector_fma.fmadd132Element<u32>(load<u32>(d), load<u32>(a), b); lanes.settle(p); lanes.clearUpper(d); store<u32>(d, r); return next(p); }
export function h_vfmadd132sd(p: usize): usize { const b = lanes.vexElement<u64>(p), a = lanes.vvvv(p), d = dst(p); lanes.begin(); const r = vector_fma.fmadd132Element<u64>(load<u64>(d), load<u64>(a), b); lanes.settle(p); lanes.clearUpper(d); store<u64>(d, r); return next(p); }
export function h_vfmsub132ps(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); lanes.begin(); const r = vector_fma.fmsub132Lanes<u32>(v128.load(d), v128.load(a), v128.load(m)); if (!lanes.wide(p)) { lanes.settle(p); lanes.put128(d, r); return next(p); } const h = vector_fma.fmsub132Lanes<u32>(v128.load(d, 256), v128.load(a, 256), v128.load(m + lanes.gap(p))); lanes.settle(p); lanes.put256(d, r, h); return next(p); }
export function h_vfmsub132pd(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); lanes.begin(); const r = vector_fma.fmsub132Lanes<u64>(v128.load(d), v128.load(a), v128.load(m)); if (!lanes.wide(p)) { lanes.settle(p); lanes.put128(d, r); return next(p); } const h = vector_fma.fmsub132Lanes<u64>(v128.load(d, 256), v128.load(a, 256), v128.load(m + lanes.gap(p))); lanes.settle(p); lanes.put256(d, r, h); return next(p); }
export function h_vfmsub132ss(p: usize): usize { const b = lanes.vexElement<u32>(p), a = lanes.vvvv(p), d = dst(p); lanes.begin(); const r = vector_fma.fmsub132Element<u32>(load<u32>(d), load<u32>(a), b); lanes.settle(p); lanes.clearUpper(d); store<u32>(d, r); return next(p); }
export function h_vfmsub132sd(p: usize): usize { const b = lanes.vexElement<u64>(p), a = lanes.vvvv(p), d = dst(p); lanes.begin(); const r = vector_fma.fmsub132Element<u64>(load<u64>(d), load<u64>(a), b); lanes.settle(p); lanes.clearUpper(d); store<u64>(d, r); return next(p); }
export function h_vfnmadd132ps(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); lanes.begin(); const r = vector_fma.fnmadd132Lanes<u32>(v128.load(d), v128.load(a), v128.load(m)); if (!lanes.wide(p)) { lanes.settle(p); lanes.put128(d, r); return next(p); } const h = vector_fma.fnmadd132Lanes<u32>(v128.load(d, 256), v128.load(a, 256), v128.load(m + lanes.gap(p))); lanes.settle(p); lanes.put256(d, r, h); return next(p); }
export function h_vfnmadd132pd(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); lanes.begin(); const r = vector_fma.fnmadd132Lanes<u64>(v128.load(d), v128.load(a), v128.load(m)); if (!lanes.wide(p)) { lanes.settle(p); lanes.put128(d, r); return next(p); } const h = vector_fma.fnmadd132Lanes<u64>(v128.load(d, 256), v128.load(a, 256), v128.load(m + lanes.gap(p))); lanes.settle(p); lanes.put256(d, r, h); return next(p); }
export function h_vfnmadd132ss(p: usize): usize { const b = lanes.vexElement<u32>(p), a = lanes.vvvv(p), d = dst(p); lanes.begin(); const r = vector_fma.fnmadd132Element<u32>(load<u32>(d), load<u32>(a), b); lanes.settle(p); lanes.clearUpper(d); store<u32>(d, r); return next(p); }
export function h_vfnmadd132sd(p: usize): usize { const b = lanes.vexElement<u64>(p), a = lanes.vvvv(p), d = dst(p); lanes.begin(); const r = vector_fma.fnmadd132Element<u64>(load<u64>(d), load<u64>(a), b); lanes.settle(p); lanes.clearUpper(d); store<u64>(d, r); return next(p); }
export function h_vfnmsub132ps(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); lanes.begin(); const r = vector_fma.fnmsub132Lanes<u32>(v128.load(d), v128.load(a), v128.load(m)); if (!lanes.wide(p)) { lanes.settle(p); lanes.put128(d, r); return next(p); } const h = vector_fma.fnmsub132Lanes<u32>(v128.load(d, 256), v128.load(a, 256), v128.load(m + lanes.gap(p))); lanes.settle(p); lanes.put256(d, r, h); return next(p); }
export function h_vfnmsub132pd(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); lanes.begin(); const r = vector_fma.fnmsub132Lanes<u64>(v128.load(d), v128.load(a), v128.load(m)); if (!lanes.wide(p)) { lanes.settle(p); lanes.put128(d, r); return next(p); } const h = vector_fma.fnmsub132Lanes<u64>(v128.load(d, 256), v128.load(a, 256), v128.load(m + lanes.gap(p))); lanes.settle(p); lanes.put256(d, r, h); return next(p); }
export function h_vfnmsub132ss(p: usize): usize { const b = lanes.vexElement<u32>(p), a = lanes.vvvv(p), d = dst(p); lanes.begin(); const r = vector_fma.fnmsub132Element<u32>(load<u32>(d), load<u32>(a), b); lanes.settle(p); lanes.clearUpper(d); store<u32>(d, r); return next(p); }
export function h_vfnmsub132sd(p: usize): usize { const b = lanes.vexElement<u64>(p), a = lanes.vvvv(p), d = dst(p); lanes.begin(); const r = vector_fma.fnmsub132Element<u64>(load<u64>(d), load<u64>(a), b); lanes.settle(p); lanes.clearUpper(d); store<u64>(d, r); return next(p); }
export function h_vfmaddsub213ps(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); lanes.begin(); const r = vector_fma.fmaddsub213Lanes<u32>(v128.load(d), v128.load(a), v128.load(m)); if (!lanes.wide(p)) { lanes.settle(p); lanes.put128(d, r); return next(p); } const h = vector_fma.fmaddsub213Lanes<u32>(v128.load(d, 256), v128.load(a, 256), v128.load(m + lanes.gap(p))); lanes.settle(p); lanes.put256(d, r, h); return next(p); }
export function h_vfmaddsub213pd(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); lanes.begin(); const r = vector_fma.fmaddsub213Lanes<u64>(v128.load(d), v128.load(a), v128.load(m)); if (!lanes.wide(p)) { lanes.settle(p); lanes.put128(d, r); return next(p); } const h = vector_fma.fmaddsub213Lanes<u64>(v128.load(d, 256), v128.load(a, 256), v128.load(m + lanes.gap(p))); lanes.settle(p); lanes.put256(d, r, h); return next(p); }
export function h_vfmsubadd213ps(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); lanes.begin(); const r = vector_fma.fmsubadd213Lanes<u32>(v128.load(d), v128.load(a), v128.load(m)); if (!lanes.wide(p)) { lanes.settle(p); lanes.put128(d, r); return next(p); } const h = vector_fma.fmsubadd213Lanes<u32>(v128.load(d, 256), v128.load(a, 256), v128.load(m + lanes.gap(p))); lanes.settle(p); lanes.put256(d, r, h); return next(p); }
export function h_vfmsubadd213pd(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); lanes.begin(); const r = vector_fma.fmsubadd213Lanes<u64>(v128.load(d), v128.load(a), v128.load(m)); if (!lanes.wide(p)) { lanes.settle(p); lanes.put128(d, r); return next(p); } const h = vector_fma.fmsubadd213Lanes<u64>(v128.load(d, 256), v128.load(a, 256), v128.load(m + lanes.gap(p))); lanes.settle(p); lanes.put256(d, r, h); return next(p); }
export function h_vfmadd213ps(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); lanes.begin(); const r = vector_fma.fmadd213Lanes<u32>(v128.load(d), v128.load(a), v128.load(m)); if (!lanes.wide(p)) { lanes.settle(p); lanes.put128(d, r); return next(p); } const h = vector_fma.fmadd213Lanes<u32>(v128.load(d, 256), v128.load(a, 256), v128.load(m + lanes.gap(p))); lanes.settle(p); lanes.put256(d, r, h); return next(p); }
export function h_vfmadd213pd(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); lanes.begin(); const r = vector_fma.fmadd213Lanes<u64>(v128.load(d), v128.load(a), v128.load(m)); if (!lanes.wide(p)) { lanes.settle(p); lanes.put128(d, r); return next(p); } const h = vector_fma.fmadd213Lanes<u64>(v128.load(d, 256), v128.load(a, 256), v128.load(m + lanes.gap(p))); lanes.settle(p); lanes.put256(d, r, h); return next(p); }
export function h_vfmadd213ss(p: usize): usize { const b = lanes.vexElement<u32>(p), a = lanes.vvvv(p), d = dst(p); lanes.begin(); const r = vector_fma.fmadd213Element<u32>(load<u32>(d), load<u32>(a), b); lanes.settle(p); lanes.clearUpper(d); store<u32>(d, r); return next(p); }
export function h_vfmadd213sd(p: usize): usize { const b = lanes.vexElement<u64>(p), a = lanes.vvvv(p), d = dst(p); lanes.begin(); const r = vector_fma.fmadd213Element<u64>(load<u64>(d), load<u64>(a), b); lanes.settle(p); lanes.clearUpper(d); store<u64>(d, r); return next(p); }
export function h_vfmsub213ps(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); lanes.begin(); const r = vector_fma.fmsub213Lanes<u32>(v128.load(d), v128.load(a), v128.load(m)); if (!lanes.wide(p)) { lanes.settle(p); lanes.put128(d, r); return next(p); } const h = vector_fma.fmsub213Lanes<u32>(v128.load(d, 256), v128.load(a, 256), v128.load(m + lanes.gap(p))); lanes.settle(p); lanes.put256(d, r, h); return next(p); }
export function h_vfmsub213pd(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); lanes.begin(); const r = vector_fma.fmsub213Lanes<u64>(v128.load(d), v128.load(a), v128.load(m)); if (!lanes.wide(p)) { lanes.settle(p); lanes.put128(d, r); return next(p); } const h = vector_fma.fmsub213Lanes<u64>(v128.load(d, 256), v128.load(a, 256), v128.load(m + lanes.gap(p))); lanes.settle(p); lanes.put256(d, r, h); return next(p); }
export function h_vfmsub213ss(p: usize): usize { const b = lanes.vexElement<u32>(p), a = lanes.vvvv(p), d = dst(p); lanes.begin(); const r = vector_fma.fmsub213Element<u32>(load<u32>(d), load<u32>(a), b); lanes.settle(p); lanes.clearUpper(d); store<u32>(d, r); return next(p); }
export function h_vfmsub213sd(p: usize): usize { const b = lanes.vexElement<u64>(p), a = lanes.vvvv(p), d = dst(p); lanes.begin(); const r = vector_fma.fmsub213Element<u64>(load<u64>(d), load<u64>(a), b); lanes.settle(p); lanes.clearUpper(d); store<u64>(d, r); return next(p); }
export function h_vfnmadd213ps(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); lanes.begin(); const r = vector_fma.fnmadd213Lanes<u32>(v128.load(d), v128.load(a), v128.load(m)); if (!lanes.wide(p)) { lanes.settle(p); lanes.put128(d, r); return next(p); } const h = vector_fma.fnmadd213Lanes<u32>(v128.load(d, 256), v128.load(a, 256), v128.load(m + lanes.gap(p))); lanes.settle(p); lanes.put256(d, r, h); return next(p); }
export function h_vfnmadd213pd(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); lanes.begin(); const r = vector_fma.fnmadd213Lanes<u64>(v128.load(d), v128.load(a), v128.load(m)); if (!lanes.wide(p)) { lanes.settle(p); lanes.put128(d, r); return next(p); } const h = vector_fma.fnmadd213Lanes<u64>(v128.load(d, 256), v128.load(a, 256), v128.load(m + lanes.gap(p))); lanes.settle(p); lanes.put256(d, r, h); return next(p); }
export function h_vfnmadd213ss(p: usize): usize { const b = lanes.vexElement<u32>(p), a = lanes.vvvv(p), d = dst(p); lanes.begin(); const r = vector_fma.fnmadd213Element<u32>(load<u32>(d), load<u32>(a), b); lanes.settle(p); lanes.clearUpper(d); store<u32>(d, r); return next(p); }
export function h_vfnmadd213sd(p: usize): usize { const b = lanes.vexElement<u64>(p), a = lanes.vvvv(p), d = dst(p); lanes.begin(); const r = vector_fma.fnmadd213Element<u64>(load<u64>(d), load<u64>(a), b); lanes.settle(p); lanes.clearUpper(d); store<u64>(d, r); return next(p); }
export function h_vfnmsub213ps(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); lanes.begin(); const r = vector_fma.fnmsub213Lanes<u32>(v128.load(d), v128.load(a), v128.load(m)); if (!lanes.wide(p)) { lanes.settle(p); lanes.put128(d, r); return next(p); } const h = vector_fma.fnmsub213Lanes<u32>(v128.load(d, 256), v128.load(a, 256), v128.load(m + lanes.gap(p))); lanes.settle(p); lanes.put256(d, r, h); return next(p); }
export function h_vfnmsub213pd(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); lanes.begin(); const r = vector_fma.fnmsub213Lanes<u64>(v128.load(d), v128.load(a), v128.load(m)); if (!lanes.wide(p)) { lanes.settle(p); lanes.put128(d, r); return next(p); } const h = vector_fma.fnmsub213Lanes<u64>(v128.load(d, 256), v128.load(a, 256), v128.load(m + lanes.gap(p))); lanes.settle(p); lanes.put256(d, r, h); return next(p); }
export function h_vfnmsub213ss(p: usize): usize { const b = lanes.vexElement<u32>(p), a = lanes.vvvv(p), d = dst(p); lanes.begin(); const r = vector_fma.fnmsub213Element<u32>(load<u32>(d), load<u32>(a), b); lanes.settle(p); lanes.clearUpper(d); store<u32>(d, r); return next(p); }
export function h_vfnmsub213sd(p: usize): usize { const b = lanes.vexElement<u64>(p), a = lanes.vvvv(p), d = dst(p); lanes.begin(); const r = vector_fma.fnmsub213Element<u64>(load<u64>(d), load<u64>(a), b); lanes.settle(p); lanes.clearUpper(d); store<u64>(d, r); return next(p); }
export function h_vfmaddsub231ps(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); lanes.begin(); const r = vector_fma.fmaddsub231Lanes<u32>(v128.load(d), v128.load(a), v128.load(m)); if (!lanes.wide(p)) { lanes.settle(p); lanes.put128(d, r); return next(p); } const h = vector_fma.fmaddsub231Lanes<u32>(v128.load(d, 256), v128.load(a, 256), v128.load(m + lanes.gap(p))); lanes.settle(p); lanes.put256(d, r, h); return next(p); }
export function h_vfmaddsub231pd(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); lanes.begin(); const r = vector_fma.fmaddsub231Lanes<u64>(v128.load(d), v128.load(a), v128.load(m)); if (!lanes.wide(p)) { lanes.settle(p); lanes.put128(d, r); return next(p); } const h = vector_fma.fmaddsub231Lanes<u64>(v128.load(d, 256), v128.load(a, 256), v128.load(m + lanes.gap(p))); lanes.settle(p); lanes.put256(d, r, h); return next(p); }
export function h_vfmsubadd231ps(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); lanes.begin(); const r = vector_fma.fmsubadd231Lanes<u32>(v128.load(d), v128.load(a), v128.load(m)); if (!lanes.wide(p)) { lanes.settle(p); lanes.put128(d, r); return next(p); } const h = vector_fma.fmsubadd231Lanes<u32>(v128.load(d, 256), v128.load(a, 256), v128.load(m + lanes.gap(p))); lanes.settle(p); lanes.put256(d, r, h); return next(p); }
export function h_vfmsubadd231pd(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); lanes.begin(); const r = vector_fma.fmsubadd231Lanes<u64>(v128.load(d), v128.load(a), v128.load(m)); if (!lanes.wide(p)) { lanes.settle(p); lanes.put128(d, r); return next(p); } const h = vector_fma.fmsubadd231Lanes<u64>(v128.load(d, 256), v128.load(a, 256), v128.load(m + lanes.gap(p))); lanes.settle(p); lanes.put256(d, r, h); return next(p); }
export function h_vfmadd231ps(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); lanes.begin(); const r = vector_fma.fmadd231Lanes<u32>(v128.load(d), v128.load(a), v128.load(m)); if (!lanes.wide(p)) { lanes.settle(p); lanes.put128(d, r); return next(p); } const h = vector_fma.fmadd231Lanes<u32>(v128.load(d, 256), v128.load(a, 256), v128.load(m + lanes.gap(p))); lanes.settle(p); lanes.put256(d, r, h); return next(p); }
export function h_vfmadd231pd(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); lanes.begin(); const r = vector_fma.fmadd231Lanes<u64>(v128.load(d), v128.load(a), v128.load(m)); if (!lanes.wide(p)) { lanes.settle(p); lanes.put128(d, r); return next(p); } const h = vector_fma.fmadd231Lanes<u64>(v128.load(d, 256), v128.load(a, 256), v128.load(m + lanes.gap(p))); lanes.settle(p); lanes.put256(d, r, h); return next(p); }
export function h_vfmadd231ss(p: usize): usize { const b = lanes.vexElement<u32>(p), a = lanes.vvvv(p), d = dst(p); lanes.begin(); const r = vector_fma.fmadd231Element<u32>(load<u32>(d), load<u32>(a), b); lanes.settle(p); lanes.clearUpper(d); store<u32>(d, r); return next(p); }
export function h_vfmadd231sd(p: usize): usize { const b = lanes.vexElement<u64>(p), a = lanes.vvvv(p), d = dst(p); lanes.begin(); const r = vector_fma.fmadd231Element<u64>(load<u64>(d), load<u64>(a), b); lanes.settle(p); lanes.clearUpper(d); store<u64>(d, r); return next(p); }
export function h_vfmsub231ps(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); lanes.begin(); const r = vector_fma.fmsub231Lanes<u32>(v128.load(d), v128.load(a), v128.load(m)); if (!lanes.wide(p)) { lanes.settle(p); lanes.put128(d, r); return next(p); } const h = vector_fma.fmsub231Lanes<u32>(v128.load(d, 256), v128.load(a, 256), v128.load(m + lanes.gap(p))); lanes.settle(p); lanes.put256(d, r, h); return next(p); }
export function h_vfmsub231pd(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); lanes.begin(); const r = vector_fma.fmsub231Lanes<u64>(v128.load(d), v128.load(a), v128.load(m)); if (!lanes.wide(p)) { lanes.settle(p); lanes.put128(d, r); return next(p); } const h = vector_fma.fmsub231Lanes<u64>(v128.load(d, 256), v128.load(a, 256), v128.load(m + lanes.gap(p))); lanes.settle(p); lanes.put256(d, r, h); return next(p); }
export function h_vfmsub231ss(p: usize): usize { const b = lanes.vexElement<u32>(p), a = lanes.vvvv(p), d = dst(p); lanes.begin(); const r = vector_fma.fmsub231Element<u32>(load<u32>(d), load<u32>(a), b); lanes.settle(p); lanes.clearUpper(d); store<u32>(d, r); return next(p); }
export function h_vfmsub231sd(p: usize): usize { const b = lanes.vexElement<u64>(p), a = lanes.vvvv(p), d = dst(p); lanes.begin(); const r = vector_fma.fmsub231Element<u64>(load<u64>(d), load<u64>(a), b); lanes.settle(p); lanes.clearUpper(d); store<u64>(d, r); return next(p); }
export function h_vfnmadd231ps(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); lanes.begin(); const r = vector_fma.fnmadd231Lanes<u32>(v128.load(d), v128.load(a), v128.load(m)); if (!lanes.wide(p)) { lanes.settle(p); lanes.put128(d, r); return next(p); } const h = vector_fma.fnmadd231Lanes<u32>(v128.load(d, 256), v128.load(a, 256), v128.load(m + lanes.gap(p))); lanes.settle(p); lanes.put256(d, r, h); return next(p); }
export function h_vfnmadd231pd(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); lanes.begin(); const r = vector_fma.fnmadd231Lanes<u64>(v128.load(d), v128.load(a), v128.load(m)); if (!lanes.wide(p)) { lanes.settle(p); lanes.put128(d, r); return next(p); } const h = vector_fma.fnmadd231Lanes<u64>(v128.load(d, 256), v128.load(a, 256), v128.load(m + lanes.gap(p))); lanes.settle(p); lanes.put256(d, r, h); return next(p); }
export function h_vfnmadd231ss(p: usize): usize { const b = lanes.vexElement<u32>(p), a = lanes.vvvv(p), d = dst(p); lanes.begin(); const r = vector_fma.fnmadd231Element<u32>(load<u32>(d), load<u32>(a), b); lanes.settle(p); lanes.clearUpper(d); store<u32>(d, r); return next(p); }
export function h_vfnmadd231sd(p: usize): usize { const b = lanes.vexElement<u64>(p), a = lanes.vvvv(p), d = dst(p); lanes.begin(); const r = vector_fma.fnmadd231Element<u64>(load<u64>(d), load<u64>(a), b); lanes.settle(p); lanes.clearUpper(d); store<u64>(d, r); return next(p); }
export function h_vfnmsub231ps(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); lanes.begin(); const r = vector_fma.fnmsub231Lanes<u32>(v128.load(d), v128.load(a), v128.load(m)); if (!lanes.wide(p)) { lanes.settle(p); lanes.put128(d, r); return next(p); } const h = vector_fma.fnmsub231Lanes<u32>(v128.load(d, 256), v128.load(a, 256), v128.load(m + lanes.gap(p))); lanes.settle(p); lanes.put256(d, r, h); return next(p); }
export function h_vfnmsub231pd(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); lanes.begin(); const r = vector_fma.fnmsub231Lanes<u64>(v128.load(d), v128.load(a), v128.load(m)); if (!lanes.wide(p)) { lanes.settle(p); lanes.put128(d, r); return next(p); } const h = vector_fma.fnmsub231Lanes<u64>(v128.load(d, 256), v128.load(a, 256), v128.load(m + lanes.gap(p))); lanes.settle(p); lanes.put256(d, r, h); return next(p); }
export function h_vfnmsub231ss(p: usize): usize { const b = lanes.vexElement<u32>(p), a = lanes.vvvv(p), d = dst(p); lanes.begin(); const r = vector_fma.fnmsub231Element<u32>(load<u32>(d), load<u32>(a), b); lanes.settle(p); lanes.clearUpper(d); store<u32>(d, r); return next(p); }
export function h_vfnmsub231sd(p: usize): usize { const b = lanes.vexElement<u64>(p), a = lanes.vvvv(p), d = dst(p); lanes.begin(); const r = vector_fma.fnmsub231Element<u64>(load<u64>(d), load<u64>(a), b); lanes.settle(p); lanes.clearUpper(d); store<u64>(d, r); return next(p); }
export function h_vgf2p8mulb(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); const r = vector_galois.gf2p8mulb(v128.load(a), v128.load(m)); if (!lanes.wide(p)) { lanes.put128(d, r); return next(p); } const h = vector_galois.gf2p8mulb(v128.load(a, 256), v128.load(m + lanes.gap(p))); lanes.put256(d, r, h); return next(p); }
export function h_vaesimc(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); const r = vector_galois.aesimc(v128.load(m)); if (!lanes.wide(p)) { lanes.put128(d, r); return next(p); } const h = vector_galois.aesimc(v128.load(m + lanes.gap(p))); lanes.put256(d, r, h); return next(p); }
export function h_vaesenc(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); const r = vector_galois.aesenc(v128.load(a), v128.load(m)); if (!lanes.wide(p)) { lanes.put128(d, r); return next(p); } const h = vector_galois.aesenc(v128.load(a, 256), v128.load(m + lanes.gap(p))); lanes.put256(d, r, h); return next(p); }
export function h_vaesenclast(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); const r = vector_galois.aesenclast(v128.load(a), v128.load(m)); if (!lanes.wide(p)) { lanes.put128(d, r); return next(p); } const h = vector_galois.aesenclast(v128.load(a, 256), v128.load(m + lanes.gap(p))); lanes.put256(d, r, h); return next(p); }
export function h_vaesdec(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); const r = vector_galois.aesdec(v128.load(a), v128.load(m)); if (!lanes.wide(p)) { lanes.put128(d, r); return next(p); } const h = vector_galois.aesdec(v128.load(a, 256), v128.load(m + lanes.gap(p))); lanes.put256(d, r, h); return next(p); }
export function h_vaesdeclast(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); const r = vector_galois.aesdeclast(v128.load(a), v128.load(m)); if (!lanes.wide(p)) { lanes.put128(d, r); return next(p); } const h = vector_galois.aesdeclast(v128.load(a, 256), v128.load(m + lanes.gap(p))); lanes.put256(d, r, h); return next(p); }
export function h_andn_16(p: usize): usize { return exec_bmi.andn<u16>(p); }
export function h_andn_32(p: usize): usize { return exec_bmi.andn<u32>(p); }
export function h_andn_64(p: usize): usize { return exec_bmi.andn<u64>(p); }
export function h_blsr_16(p: usize): usize { return exec_bmi.lowestSet<u16>(p, 1); }
export function h_blsr_32(p: usize): usize { return exec_bmi.lowestSet<u32>(p, 1); }
export function h_blsr_64(p: usize): usize { return exec_bmi.lowestSet<u64>(p, 1); }
export function h_blsmsk_16(p: usize): usize { return exec_bmi.lowestSet<u16>(p, 2); }
export function h_blsmsk_32(p: usize): usize { return exec_bmi.lowestSet<u32>(p, 2); }
export function h_blsmsk_64(p: usize): usize { return exec_bmi.lowestSet<u64>(p, 2); }
export function h_blsi_16(p: usize): usize { return exec_bmi.lowestSet<u16>(p, 3); }
export function h_blsi_32(p: usize): usize { return exec_bmi.lowestSet<u32>(p, 3); }
export function h_blsi_64(p: usize): usize { return exec_bmi.lowestSet<u64>(p, 3); }
export function h_bzhi_16(p: usize): usize { return exec_bmi.bzhi<u16>(p); }
export function h_bzhi_32(p: usize): usize { return exec_bmi.bzhi<u32>(p); }
export function h_bzhi_64(p: usize): usize { return exec_bmi.bzhi<u64>(p); }
export function h_pext_16(p: usize): usize { return exec_bmi.pext<u16>(p); }
export function h_pext_32(p: usize): usize { return exec_bmi.pext<u32>(p); }
export function h_pext_64(p: usize): usize { return exec_bmi.pext<u64>(p); }
export function h_pdep_16(p: usize): usize { return exec_bmi.pdep<u16>(p); }
export function h_pdep_32(p: usize): usize { return exec_bmi.pdep<u32>(p); }
export function h_pdep_64(p: usize): usize { return exec_bmi.pdep<u64>(p); }
export function h_mulx_16(p: usize): usize { return exec_bmi.mulx<u16>(p); }
export function h_mulx_32(p: usize): usize { return exec_bmi.mulx<u32>(p); }
export function h_mulx_64(p: usize): usize { return exec_bmi.mulx<u64>(p); }
export function h_bextr_16(p: usize): usize { return exec_bmi.bextr<u16>(p); }
export function h_bextr_32(p: usize): usize { return exec_bmi.bextr<u32>(p); }
export function h_bextr_64(p: usize): usize { return exec_bmi.bextr<u64>(p); }
export function h_shlx_16(p: usize): usize { return exec_bmi.shiftx<u16>(p, 1); }
export function h_shlx_32(p: usize): usize { return exec_bmi.shiftx<u32>(p, 1); }
export function h_shlx_64(p: usize): usize { return exec_bmi.shiftx<u64>(p, 1); }
export function h_sarx_16(p: usize): usize { return exec_bmi.shiftx<u16>(p, 2); }
export function h_sarx_32(p: usize): usize { return exec_bmi.shiftx<u32>(p, 2); }
export function h_sarx_64(p: usize): usize { return exec_bmi.shiftx<u64>(p, 2); }
export function h_shrx_16(p: usize): usize { return exec_bmi.shiftx<u16>(p, 3); }
export function h_shrx_32(p: usize): usize { return exec_bmi.shiftx<u32>(p, 3); }
export function h_shrx_64(p: usize): usize { return exec_bmi.shiftx<u64>(p, 3); }
export function h_permute64(p: usize): usize { return vector_permute.permute64(p); }
export function h_vpblendd(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); const r = vector_permute.blendDwords(v128.load(a), v128.load(m), lanes.immediate(p)); if (!lanes.wide(p)) { lanes.put128(d, r); return next(p); } const h = vector_permute.blendDwords(v128.load(a, 256), v128.load(m + lanes.gap(p)), lanes.immediate(p) >> 4); lanes.put256(d, r, h); return next(p); }
export function h_vpermilpsImm(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); const r = vector_permute.permutePs(v128.load(m), lanes.immediate(p)); if (!lanes.wide(p)) { lanes.put128(d, r); return next(p); } const h = vector_permute.permutePs(v128.load(m + lanes.gap(p)), lanes.immediate(p)); lanes.put256(d, r, h); return next(p); }
export function h_vpermilpdImm(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); const r = vector_permute.permutePd(v128.load(m), lanes.immediate(p)); if (!lanes.wide(p)) { lanes.put128(d, r); return next(p); } const h = vector_permute.permutePd(v128.load(m + lanes.gap(p)), lanes.immediate(p) >> 2); lanes.put256(d, r, h); return next(p); }
export function h_permute128(p: usize): usize { return vector_permute.permute128(p); }
export function h_vroundps(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); lanes.begin(); const r = vector_integral.roundps(v128.load(m), lanes.immediate(p)); if (!lanes.wide(p)) { lanes.settle(p); lanes.put128(d, r); return next(p); } const h = vector_integral.roundps(v128.load(m + lanes.gap(p)), lanes.immediate(p)); lanes.settle(p); lanes.put256(d, r, h); return next(p); }
export function h_vroundpd(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); lanes.begin(); const r = vector_integral.roundpd(v128.load(m), lanes.immediate(p)); if (!lanes.wide(p)) { lanes.settle(p); lanes.put128(d, r); return next(p); } const h = vector_integral.roundpd(v128.load(m + lanes.gap(p)), lanes.immediate(p)); lanes.settle(p); lanes.put256(d, r, h); return next(p); }
export function h_vroundss(p: usize): usize { const b = lanes.vexElement<u32>(p), a = lanes.vvvv(p), d = dst(p); lanes.begin(); const r = vector_integral.roundss(b, lanes.immediate(p)); lanes.settle(p); lanes.put128(d, v128.load(a)); store<u32>(d, r); return next(p); }
export function h_vroundsd(p: usize): usize { const b = lanes.vexElement<u64>(p), a = lanes.vvvv(p), d = dst(p); lanes.begin(); const r = vector_integral.roundsd(b, lanes.immediate(p)); lanes.settle(p); lanes.put128(d, v128.load(a)); store<u64>(d, r); return next(p); }
export function h_vblendps(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); const r = vector_extended.blendps(v128.load(a), v128.load(m), lanes.immediate(p)); if (!lanes.wide(p)) { lanes.put128(d, r); return next(p); } const h = vector_extended.blendps(v128.load(a, 256), v128.load(m + lanes.gap(p)), lanes.immediate(p) >> 4); lanes.put256(d, r, h); return next(p); }
export function h_vblendpd(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); const r = vector_extended.blendpd(v128.load(a), v128.load(m), lanes.immediate(p)); if (!lanes.wide(p)) { lanes.put128(d, r); return next(p); } const h = vector_extended.blendpd(v128.load(a, 256), v128.load(m + lanes.gap(p)), lanes.immediate(p) >> 2); lanes.put256(d, r, h); return next(p); }
export function h_vpblendw(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); const r = vector_extended.pblendw(v128.load(a), v128.load(m), lanes.immediate(p)); if (!lanes.wide(p)) { lanes.put128(d, r); return next(p); } const h = vector_extended.pblendw(v128.load(a, 256), v128.load(m + lanes.gap(p)), lanes.immediate(p)); lanes.put256(d, r, h); return next(p); }
export function h_vpalignr(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); const r = vector_supplemental.palignr(v128.load(a), v128.load(m), lanes.immediate(p)); if (!lanes.wide(p)) { lanes.put128(d, r); return next(p); } const h = vector_supplemental.palignr(v128.load(a, 256), v128.load(m + lanes.gap(p)), lanes.immediate(p)); lanes.put256(d, r, h); return next(p); }
export function h_vpextrb(p: usize): usize { return vector_fields.vextractElement<u8>(p); }
export function h_vpextrw_sse41(p: usize): usize { return vector_fields.vextractElement<u16>(p); }
export function h_vpextr_16(p: usize): usize { return vector_fields.vextractElement<u16>(p); }
export function h_vpextr_32(p: usize): usize { return vector_fields.vextractElement<u32>(p); }
export function h_vpextr_64(p: usize): usize { return vector_fields.vextractElement<u64>(p); }
export function h_vextractps(p: usize): usize { return vector_fields.vextractElement<u32>(p); }
export function h_insert128(p: usize): usize { return vector_permute.insert128(p); }
export function h_extract128(p: usize): usize { return vector_permute.extract128(p); }
export function h_vcvtps2ph(p: usize): usize { return vector_halfFloat.vcvtps2ph(p); }
export function h_vpinsrb(p: usize): usize { return vector_fields.vinsertElement<u8>(p); }
export function h_vinsertps(p: usize): usize { return vector_fields.vinsertSingle(p); }
export function h_vpinsr_16(p: usize): usize { return vector_fields.vinsertElement<u16>(p); }
export function h_vpinsr_32(p: usize): usize { return vector_fields.vinsertElement<u32>(p); }
export function h_vpinsr_64(p: usize): usize { return vector_fields.vinsertElement<u64>(p); }
export function h_vdpps(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); lanes.begin(); const r = vector_pairs.dpps(v128.load(a), v128.load(m), lanes.immediate(p)); if (!lanes.wide(p)) { lanes.settle(p); lanes.put128(d, r); return next(p); } const h = vector_pairs.dpps(v128.load(a, 256), v128.load(m + lanes.gap(p)), lanes.immediate(p)); lanes.settle(p); lanes.put256(d, r, h); return next(p); }
export function h_vdppd(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); lanes.begin(); const r = vector_pairs.dppd(v128.load(a), v128.load(m), lanes.immediate(p)); if (!lanes.wide(p)) { lanes.settle(p); lanes.put128(d, r); return next(p); } const h = vector_pairs.dppd(v128.load(a, 256), v128.load(m + lanes.gap(p)), lanes.immediate(p)); lanes.settle(p); lanes.put256(d, r, h); return next(p); }
export function h_vmpsadbw(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); const r = vector_extended.mpsadbw(v128.load(a), v128.load(m), lanes.immediate(p)); if (!lanes.wide(p)) { lanes.put128(d, r); return next(p); } const h = vector_extended.mpsadbw(v128.load(a, 256), v128.load(m + lanes.gap(p)), lanes.immediate(p) >> 3); lanes.put256(d, r, h); return next(p); }
export function h_vpclmulqdq(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); const r = vector_galois.pclmulqdq(v128.load(a), v128.load(m), lanes.immediate(p)); if (!lanes.wide(p)) { lanes.put128(d, r); return next(p); } const h = vector_galois.pclmulqdq(v128.load(a, 256), v128.load(m + lanes.gap(p)), lanes.immediate(p)); lanes.put256(d, r, h); return next(p); }
export function h_vblendvps(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p), c = lanes.third(p); const r = vector_extended.blendvps(v128.load(a), v128.load(m), v128.load(c)); if (!lanes.wide(p)) { lanes.put128(d, r); return next(p); } const h = vector_extended.blendvps(v128.load(a, 256), v128.load(m + lanes.gap(p)), v128.load(c, 256)); lanes.put256(d, r, h); return next(p); }
export function h_vblendvpd(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p), c = lanes.third(p); const r = vector_extended.blendvpd(v128.load(a), v128.load(m), v128.load(c)); if (!lanes.wide(p)) { lanes.put128(d, r); return next(p); } const h = vector_extended.blendvpd(v128.load(a, 256), v128.load(m + lanes.gap(p)), v128.load(c, 256)); lanes.put256(d, r, h); return next(p); }
export function h_vpblendvb(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p), c = lanes.third(p); const r = vector_extended.pblendvb(v128.load(a), v128.load(m), v128.load(c)); if (!lanes.wide(p)) { lanes.put128(d, r); return next(p); } const h = vector_extended.pblendvb(v128.load(a, 256), v128.load(m + lanes.gap(p)), v128.load(c, 256)); lanes.put256(d, r, h); return next(p); }
export function h_vpcmpestrm_16(p: usize): usize { return vector_strings.vpcmpestrm<u16>(p); }
export function h_vpcmpestrm_32(p: usize): usize { return vector_strings.vpcmpestrm<u32>(p); }
export function h_vpcmpestrm_64(p: usize): usize { return vector_strings.vpcmpestrm<u64>(p); }
export function h_vpcmpestri_16(p: usize): usize { return vector_strings.vpcmpestri<u16>(p); }
export function h_vpcmpestri_32(p: usize): usize { return vector_strings.vpcmpestri<u32>(p); }
export function h_vpcmpestri_64(p: usize): usize { return vector_strings.vpcmpestri<u64>(p); }
export function h_vpcmpistrm(p: usize): usize { return vector_strings.vpcmpistrm(p); }
export function h_vpcmpistri(p: usize): usize { return vector_strings.vpcmpistri(p); }
export function h_vgf2p8affineqb(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); const r = vector_galois.gf2p8affineqb(v128.load(a), v128.load(m), lanes.immediate(p)); if (!lanes.wide(p)) { lanes.put128(d, r); return next(p); } const h = vector_galois.gf2p8affineqb(v128.load(a, 256), v128.load(m + lanes.gap(p)), lanes.immediate(p)); lanes.put256(d, r, h); return next(p); }
export function h_vgf2p8affineinvqb(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); const r = vector_galois.gf2p8affineinvqb(v128.load(a), v128.load(m), lanes.immediate(p)); if (!lanes.wide(p)) { lanes.put128(d, r); return next(p); } const h = vector_galois.gf2p8affineinvqb(v128.load(a, 256), v128.load(m + lanes.gap(p)), lanes.immediate(p)); lanes.put256(d, r, h); return next(p); }
export function h_vaeskeygenassist(p: usize): usize { const m = lanes.vex(p), a = lanes.vvvv(p), d = dst(p); const r = vector_galois.aeskeygenassist(v128.load(m), lanes.immediate(p)); if (!lanes.wide(p)) { lanes.put128(d, r); return next(p); } const h = vector_galois.aeskeygenassist(v128.load(m + lanes.gap(p)), lanes.immediate(p)); lanes.put256(d, r, h); return next(p); }
export function h_rorx_16(p: usize): usize { return exec_bmi.rorx<u16>(p); }
export function h_rorx_32(p: usize): usize { return exec_bmi.rorx<u32>(p); }
export function h_rorx_64(p: usize): usize { return exec_bmi.rorx<u64>(p); }

/** Enters the function-table index of every handler, by handler number. */
export function installHandlers(): void {
  store<u16>(HANDLER_TABLE, h_exit.index, 0);
  store<u16>(HANDLER_TABLE, h_goto.index, 2);
  store<u16>(HANDLER_TABLE, h_next_page.index, 4);
  store<u16>(HANDLER_TABLE, h_cross.index, 6);
  store<u16>(HANDLER_TABLE, h_segment_micro.index, 8);
  store<u16>(HANDLER_TABLE, h_fsgs_micro.index, 10);
  store<u16>(HANDLER_TABLE, h_bus_lock_micro.index, 12);
  store<u16>(HANDLER_TABLE, h_ud.index, 14);
  store<u16>(HANDLER_TABLE, h_too_long.index, 16);
  store<u16>(HANDLER_TABLE, h_vex_legacy.index, 18);
  store<u16>(HANDLER_TABLE, h_add_rs_8.index, 20);
  store<u16>(HANDLER_TABLE, h_add_rs_8_nf.index, 22);
  store<u16>(HANDLER_TABLE, h_add_ms_8.index, 24);
  store<u16>(HANDLER_TABLE, h_add_ms_8_nf.index, 26);
  store<u16>(HANDLER_TABLE, h_add_rs_16.index, 28);
  store<u16>(HANDLER_TABLE, h_add_rs_32.index, 30);
  store<u16>(HANDLER_TABLE, h_add_rs_64.index, 32);
  store<u16>(HANDLER_TABLE, h_add_rs_16_nf.index, 34);
  store<u16>(HANDLER_TABLE, h_add_rs_32_nf.index, 36);
  store<u16>(HANDLER_TABLE, h_add_rs_64_nf.index, 38);
  store<u16>(HANDLER_TABLE, h_add_ms_16.index, 40);
  store<u16>(HANDLER_TABLE, h_add_ms_32.index, 42);
  store<u16>(HANDLER_TABLE, h_add_ms_64.index, 44);
  store<u16>(HANDLER_TABLE, h_add_ms_16_nf.index, 46);
  store<u16>(HANDLER_TABLE, h_add_ms_32_nf.index, 48);
  store<u16>(HANDLER_TABLE, h_add_ms_64_nf.index, 50);
  store<u16>(HANDLER_TABLE, h_add_rm_8.index, 52);
  store<u16>(HANDLER_TABLE, h_add_rm_8_nf.index, 54);
  store<u16>(HANDLER_TABLE, h_add_rm_16.index, 56);
  store<u16>(HANDLER_TABLE, h_add_rm_32.index, 58);
  store<u16>(HANDLER_TABLE, h_add_rm_64.index, 60);
  store<u16>(HANDLER_TABLE, h_add_rm_16_nf.index, 62);
  store<u16>(HANDLER_TABLE, h_add_rm_32_nf.index, 64);
  store<u16>(HANDLER_TABLE, h_add_rm_64_nf.index, 66);
  store<u16>(HANDLER_TABLE, h_push_es_16.index, 68);
  store<u16>(HANDLER_TABLE, h_push_es_32.index, 70);
  store<u16>(HANDLER_TABLE, h_push_es_64.index, 72);
  store<u16>(HANDLER_TABLE, h_pop_es_16.index, 74);
  store<u16>(HANDLER_TABLE, h_pop_es_32.index, 76);
  store<u16>(HANDLER_TABLE, h_pop_es_64.index, 78);
  store<u16>(HANDLER_TABLE, h_or_rs_8.index, 80);
  store<u16>(HANDLER_TABLE, h_or_rs_8_nf.index, 82);
  store<u16>(HANDLER_TABLE, h_or_ms_8.index, 84);
  store<u16>(HANDLER_TABLE, h_or_ms_8_nf.index, 86);
  store<u16>(HANDLER_TABLE, h_or_rs_16.index, 88);
  store<u16>(HANDLER_TABLE, h_or_rs_32.index, 90);
  store<u16>(HANDLER_TABLE, h_or_rs_64.index, 92);
  store<u16>(HANDLER_TABLE, h_or_rs_16_nf.index, 94);
  store<u16>(HANDLER_TABLE, h_or_rs_32_nf.index, 96);
  store<u16>(HANDLER_TABLE, h_or_rs_64_nf.index, 98);
  store<u16>(HANDLER_TABLE, h_or_ms_16.index, 100);
  store<u16>(HANDLER_TABLE, h_or_ms_32.index, 102);
  store<u16>(HANDLER_TABLE, h_or_ms_64.index, 104);
  store<u16>(HANDLER_TABLE, h_or_ms_16_nf.index, 106);
  store<u16>(HANDLER_TABLE, h_or_ms_32_nf.index, 108);
  store<u16>(HANDLER_TABLE, h_or_ms_64_nf.index, 110);
  store<u16>(HANDLER_TABLE, h_or_rm_8.index, 112);
  store<u16>(HANDLER_TABLE, h_or_rm_8_nf.index, 114);
  store<u16>(HANDLER_TABLE, h_or_rm_16.index, 116);
  store<u16>(HANDLER_TABLE, h_or_rm_32.index, 118);
  store<u16>(HANDLER_TABLE, h_or_rm_64.index, 120);
  store<u16>(HANDLER_TABLE, h_or_rm_16_nf.index, 122);
  store<u16>(HANDLER_TABLE, h_or_rm_32_nf.index, 124);
  store<u16>(HANDLER_TABLE, h_or_rm_64_nf.index, 126);
  store<u16>(HANDLER_TABLE, h_push_cs_16.index, 128);
  store<u16>(HANDLER_TABLE, h_push_cs_32.index, 130);
  store<u16>(HANDLER_TABLE, h_push_cs_64.index, 132);
  store<u16>(HANDLER_TABLE, h_adc_rs_8.index, 134);
  store<u16>(HANDLER_TABLE, h_adc_rs_8_nf.index, 136);
  store<u16>(HANDLER_TABLE, h_adc_ms_8.index, 138);
  store<u16>(HANDLER_TABLE, h_adc_ms_8_nf.index, 140);
  store<u16>(HANDLER_TABLE, h_adc_rs_16.index, 142);
  store<u16>(HANDLER_TABLE, h_adc_rs_32.index, 144);
  store<u16>(HANDLER_TABLE, h_adc_rs_64.index, 146);
  store<u16>(HANDLER_TABLE, h_adc_rs_16_nf.index, 148);
  store<u16>(HANDLER_TABLE, h_adc_rs_32_nf.index, 150);
  store<u16>(HANDLER_TABLE, h_adc_rs_64_nf.index, 152);
  store<u16>(HANDLER_TABLE, h_adc_ms_16.index, 154);
  store<u16>(HANDLER_TABLE, h_adc_ms_32.index, 156);
  store<u16>(HANDLER_TABLE, h_adc_ms_64.index, 158);
  store<u16>(HANDLER_TABLE, h_adc_ms_16_nf.index, 160);
  store<u16>(HANDLER_TABLE, h_adc_ms_32_nf.index, 162);
  store<u16>(HANDLER_TABLE, h_adc_ms_64_nf.index, 164);
  store<u16>(HANDLER_TABLE, h_adc_rm_8.index, 166);
  store<u16>(HANDLER_TABLE, h_adc_rm_8_nf.index, 168);
  store<u16>(HANDLER_TABLE, h_adc_rm_16.index, 170);
  store<u16>(HANDLER_TABLE, h_adc_rm_32.index, 172);
  store<u16>(HANDLER_TABLE, h_adc_rm_64.index, 174);
  store<u16>(HANDLER_TABLE, h_adc_rm_16_nf.index, 176);
  store<u16>(HANDLER_TABLE, h_adc_rm_32_nf.index, 178);
  store<u16>(HANDLER_TABLE, h_adc_rm_64_nf.index, 180);
  store<u16>(HANDLER_TABLE, h_push_ss_16.index, 182);
  store<u16>(HANDLER_TABLE, h_push_ss_32.index, 184);
  store<u16>(HANDLER_TABLE, h_push_ss_64.index, 186);
  store<u16>(HANDLER_TABLE, h_pop_ss_16.index, 188);
  store<u16>(HANDLER_TABLE, h_pop_ss_32.index, 190);
  store<u16>(HANDLER_TABLE, h_pop_ss_64.index, 192);
  store<u16>(HANDLER_TABLE, h_sbb_rs_8.index, 194);
  store<u16>(HANDLER_TABLE, h_sbb_rs_8_nf.index, 196);
  store<u16>(HANDLER_TABLE, h_sbb_ms_8.index, 198);
  store<u16>(HANDLER_TABLE, h_sbb_ms_8_nf.index, 200);
  store<u16>(HANDLER_TABLE, h_sbb_rs_16.index, 202);
  store<u16>(HANDLER_TABLE, h_sbb_rs_32.index, 204);
  store<u16>(HANDLER_TABLE, h_sbb_rs_64.index, 206);
  store<u16>(HANDLER_TABLE, h_sbb_rs_16_nf.index, 208);
  store<u16>(HANDLER_TABLE, h_sbb_rs_32_nf.index, 210);
  store<u16>(HANDLER_TABLE, h_sbb_rs_64_nf.index, 212);
  store<u16>(HANDLER_TABLE, h_sbb_ms_16.index, 214);
  store<u16>(HANDLER_TABLE, h_sbb_ms_32.index, 216);
  store<u16>(HANDLER_TABLE, h_sbb_ms_64.index, 218);
  store<u16>(HANDLER_TABLE, h_sbb_ms_16_nf.index, 220);
  store<u16>(HANDLER_TABLE, h_sbb_ms_32_nf.index, 222);
  store<u16>(HANDLER_TABLE, h_sbb_ms_64_nf.index, 224);
  store<u16>(HANDLER_TABLE, h_sbb_rm_8.index, 226);
  store<u16>(HANDLER_TABLE, h_sbb_rm_8_nf.index, 228);
  store<u16>(HANDLER_TABLE, h_sbb_rm_16.index, 230);
  store<u16>(HANDLER_TABLE, h_sbb_rm_32.index, 232);
  store<u16>(HANDLER_TABLE, h_sbb_rm_64.index, 234);
  store<u16>(HANDLER_TABLE, h_sbb_rm_16_nf.index, 236);
  store<u16>(HANDLER_TABLE, h_sbb_rm_32_nf.index, 238);
  store<u16>(HANDLER_TABLE, h_sbb_rm_64_nf.index, 240);
  store<u16>(HANDLER_TABLE, h_push_ds_16.index, 242);
  store<u16>(HANDLER_TABLE, h_push_ds_32.index, 244);
  store<u16>(HANDLER_TABLE, h_push_ds_64.index, 246);
  store<u16>(HANDLER_TABLE, h_pop_ds_16.index, 248);
  store<u16>(HANDLER_TABLE, h_pop_ds_32.index, 250);
  store<u16>(HANDLER_TABLE, h_pop_ds_64.index, 252);
  store<u16>(HANDLER_TABLE, h_and_rs_8.index, 254);
  store<u16>(HANDLER_TABLE, h_and_rs_8_nf.index, 256);
  store<u16>(HANDLER_TABLE, h_and_ms_8.index, 258);
  store<u16>(HANDLER_TABLE, h_and_ms_8_nf.index, 260);
  store<u16>(HANDLER_TABLE, h_and_rs_16.index, 262);
  store<u16>(HANDLER_TABLE, h_and_rs_32.index, 264);
  store<u16>(HANDLER_TABLE, h_and_rs_64.index, 266);
  store<u16>(HANDLER_TABLE, h_and_rs_16_nf.index, 268);
  store<u16>(HANDLER_TABLE, h_and_rs_32_nf.index, 270);
  store<u16>(HANDLER_TABLE, h_and_rs_64_nf.index, 272);
  store<u16>(HANDLER_TABLE, h_and_ms_16.index, 274);
  store<u16>(HANDLER_TABLE, h_and_ms_32.index, 276);
  store<u16>(HANDLER_TABLE, h_and_ms_64.index, 278);
  store<u16>(HANDLER_TABLE, h_and_ms_16_nf.index, 280);
  store<u16>(HANDLER_TABLE, h_and_ms_32_nf.index, 282);
  store<u16>(HANDLER_TABLE, h_and_ms_64_nf.index, 284);
  store<u16>(HANDLER_TABLE, h_and_rm_8.index, 286);
  store<u16>(HANDLER_TABLE, h_and_rm_8_nf.index, 288);
  store<u16>(HANDLER_TABLE, h_and_rm_16.index, 290);
  store<u16>(HANDLER_TABLE, h_and_rm_32.index, 292);
  store<u16>(HANDLER_TABLE, h_and_rm_64.index, 294);
  store<u16>(HANDLER_TABLE, h_and_rm_16_nf.index, 296);
  store<u16>(HANDLER_TABLE, h_and_rm_32_nf.index, 298);
  store<u16>(HANDLER_TABLE, h_and_rm_64_nf.index, 300);
  store<u16>(HANDLER_TABLE, h_daa.index, 302);
  store<u16>(HANDLER_TABLE, h_sub_rs_8.index, 304);
  store<u16>(HANDLER_TABLE, h_sub_rs_8_nf.index, 306);
  store<u16>(HANDLER_TABLE, h_sub_ms_8.index, 308);
  store<u16>(HANDLER_TABLE, h_sub_ms_8_nf.index, 310);
  store<u16>(HANDLER_TABLE, h_sub_rs_16.index, 312);
  store<u16>(HANDLER_TABLE, h_sub_rs_32.index, 314);
  store<u16>(HANDLER_TABLE, h_sub_rs_64.index, 316);
  store<u16>(HANDLER_TABLE, h_sub_rs_16_nf.index, 318);
  store<u16>(HANDLER_TABLE, h_sub_rs_32_nf.index, 320);
  store<u16>(HANDLER_TABLE, h_sub_rs_64_nf.index, 322);
  store<u16>(HANDLER_TABLE, h_sub_ms_16.index, 324);
  store<u16>(HANDLER_TABLE, h_sub_ms_32.index, 326);
  store<u16>(HANDLER_TABLE, h_sub_ms_64.index, 328);
  store<u16>(HANDLER_TABLE, h_sub_ms_16_nf.index, 330);
  store<u16>(HANDLER_TABLE, h_sub_ms_32_nf.index, 332);
  store<u16>(HANDLER_TABLE, h_sub_ms_64_nf.index, 334);
  store<u16>(HANDLER_TABLE, h_sub_rm_8.index, 336);
  store<u16>(HANDLER_TABLE, h_sub_rm_8_nf.index, 338);
  store<u16>(HANDLER_TABLE, h_sub_rm_16.index, 340);
  store<u16>(HANDLER_TABLE, h_sub_rm_32.index, 342);
  store<u16>(HANDLER_TABLE, h_sub_rm_64.index, 344);
  store<u16>(HANDLER_TABLE, h_sub_rm_16_nf.index, 346);
  store<u16>(HANDLER_TABLE, h_sub_rm_32_nf.index, 348);
  store<u16>(HANDLER_TABLE, h_sub_rm_64_nf.index, 350);
  store<u16>(HANDLER_TABLE, h_das.index, 352);
  store<u16>(HANDLER_TABLE, h_xor_rs_8.index, 354);
  store<u16>(HANDLER_TABLE, h_xor_rs_8_nf.index, 356);
  store<u16>(HANDLER_TABLE, h_xor_ms_8.index, 358);
  store<u16>(HANDLER_TABLE, h_xor_ms_8_nf.index, 360);
  store<u16>(HANDLER_TABLE, h_xor_rs_16.index, 362);
  store<u16>(HANDLER_TABLE, h_xor_rs_32.index, 364);
  store<u16>(HANDLER_TABLE, h_xor_rs_64.index, 366);
  store<u16>(HANDLER_TABLE, h_xor_rs_16_nf.index, 368);
  store<u16>(HANDLER_TABLE, h_xor_rs_32_nf.index, 370);
  store<u16>(HANDLER_TABLE, h_xor_rs_64_nf.index, 372);
  store<u16>(HANDLER_TABLE, h_xor_ms_16.index, 374);
  store<u16>(HANDLER_TABLE, h_xor_ms_32.index, 376);
  store<u16>(HANDLER_TABLE, h_xor_ms_64.index, 378);
  store<u16>(HANDLER_TABLE, h_xor_ms_16_nf.index, 380);
  store<u16>(HANDLER_TABLE, h_xor_ms_32_nf.index, 382);
  store<u16>(HANDLER_TABLE, h_xor_ms_64_nf.index, 384);
  store<u16>(HANDLER_TABLE, h_xor_rm_8.index, 386);
  store<u16>(HANDLER_TABLE, h_xor_rm_8_nf.index, 388);
  store<u16>(HANDLER_TABLE, h_xor_rm_16.index, 390);
  store<u16>(HANDLER_TABLE, h_xor_rm_32.index, 392);
  store<u16>(HANDLER_TABLE, h_xor_rm_64.index, 394);
  store<u16>(HANDLER_TABLE, h_xor_rm_16_nf.index, 396);
  store<u16>(HANDLER_TABLE, h_xor_rm_32_nf.index, 398);
  store<u16>(HANDLER_TABLE, h_xor_rm_64_nf.index, 400);
  store<u16>(HANDLER_TABLE, h_aaa.index, 402);
  store<u16>(HANDLER_TABLE, h_cmp_rs_8.index, 404);
  store<u16>(HANDLER_TABLE, h_cmp_rs_8_j0.index, 406);
  store<u16>(HANDLER_TABLE, h_cmp_rs_8_j1.index, 408);
  store<u16>(HANDLER_TABLE, h_cmp_rs_8_j2.index, 410);
  store<u16>(HANDLER_TABLE, h_cmp_rs_8_j3.index, 412);
  store<u16>(HANDLER_TABLE, h_cmp_rs_8_j4.index, 414);
  store<u16>(HANDLER_TABLE, h_cmp_rs_8_j5.index, 416);
  store<u16>(HANDLER_TABLE, h_cmp_rs_8_j6.index, 418);
  store<u16>(HANDLER_TABLE, h_cmp_rs_8_j7.index, 420);
  store<u16>(HANDLER_TABLE, h_cmp_rs_8_j8.index, 422);
  store<u16>(HANDLER_TABLE, h_cmp_rs_8_j9.index, 424);
  store<u16>(HANDLER_TABLE, h_cmp_rs_8_j10.index, 426);
  store<u16>(HANDLER_TABLE, h_cmp_rs_8_j11.index, 428);
  store<u16>(HANDLER_TABLE, h_cmp_rs_8_j12.index, 430);
  store<u16>(HANDLER_TABLE, h_cmp_rs_8_j13.index, 432);
  store<u16>(HANDLER_TABLE, h_cmp_rs_8_j14.index, 434);
  store<u16>(HANDLER_TABLE, h_cmp_rs_8_j15.index, 436);
  store<u16>(HANDLER_TABLE, h_cmp_ms_8.index, 438);
  store<u16>(HANDLER_TABLE, h_cmp_rs_16.index, 440);
  store<u16>(HANDLER_TABLE, h_cmp_rs_32.index, 442);
  store<u16>(HANDLER_TABLE, h_cmp_rs_64.index, 444);
  store<u16>(HANDLER_TABLE, h_cmp_rs_32_j0.index, 446);
  store<u16>(HANDLER_TABLE, h_cmp_rs_32_j1.index, 448);
  store<u16>(HANDLER_TABLE, h_cmp_rs_32_j2.index, 450);
  store<u16>(HANDLER_TABLE, h_cmp_rs_32_j3.index, 452);
  store<u16>(HANDLER_TABLE, h_cmp_rs_32_j4.index, 454);
  store<u16>(HANDLER_TABLE, h_cmp_rs_32_j5.index, 456);
  store<u16>(HANDLER_TABLE, h_cmp_rs_32_j6.index, 458);
  store<u16>(HANDLER_TABLE, h_cmp_rs_32_j7.index, 460);
  store<u16>(HANDLER_TABLE, h_cmp_rs_32_j8.index, 462);
  store<u16>(HANDLER_TABLE, h_cmp_rs_32_j9.index, 464);
  store<u16>(HANDLER_TABLE, h_cmp_rs_32_j10.index, 466);
  store<u16>(HANDLER_TABLE, h_cmp_rs_32_j11.index, 468);
  store<u16>(HANDLER_TABLE, h_cmp_rs_32_j12.index, 470);
  store<u16>(HANDLER_TABLE, h_cmp_rs_32_j13.index, 472);
  store<u16>(HANDLER_TABLE, h_cmp_rs_32_j14.index, 474);
  store<u16>(HANDLER_TABLE, h_cmp_rs_32_j15.index, 476);
  store<u16>(HANDLER_TABLE, h_cmp_rs_64_j0.index, 478);
  store<u16>(HANDLER_TABLE, h_cmp_rs_64_j1.index, 480);
  store<u16>(HANDLER_TABLE, h_cmp_rs_64_j2.index, 482);
  store<u16>(HANDLER_TABLE, h_cmp_rs_64_j3.index, 484);
  store<u16>(HANDLER_TABLE, h_cmp_rs_64_j4.index, 486);
  store<u16>(HANDLER_TABLE, h_cmp_rs_64_j5.index, 488);
  store<u16>(HANDLER_TABLE, h_cmp_rs_64_j6.index, 490);
  store<u16>(HANDLER_TABLE, h_cmp_rs_64_j7.index, 492);
  store<u16>(HANDLER_TABLE, h_cmp_rs_64_j8.index, 494);
  store<u16>(HANDLER_TABLE, h_cmp_rs_64_j9.index, 496);
  store<u16>(HANDLER_TABLE, h_cmp_rs_64_j10.index, 498);
  store<u16>(HANDLER_TABLE, h_cmp_rs_64_j11.index, 500);
  store<u16>(HANDLER_TABLE, h_cmp_rs_64_j12.index, 502);
  store<u16>(HANDLER_TABLE, h_cmp_rs_64_j13.index, 504);
  store<u16>(HANDLER_TABLE, h_cmp_rs_64_j14.index, 506);
  store<u16>(HANDLER_TABLE, h_cmp_rs_64_j15.index, 508);
  store<u16>(HANDLER_TABLE, h_cmp_ms_16.index, 510);
  store<u16>(HANDLER_TABLE, h_cmp_ms_32.index, 512);
  store<u16>(HANDLER_TABLE, h_cmp_ms_64.index, 514);
  store<u16>(HANDLER_TABLE, h_cmp_rm_8.index, 516);
  store<u16>(HANDLER_TABLE, h_cmp_rm_16.index, 518);
  store<u16>(HANDLER_TABLE, h_cmp_rm_32.index, 520);
  store<u16>(HANDLER_TABLE, h_cmp_rm_64.index, 522);
  store<u16>(HANDLER_TABLE, h_aas.index, 524);
  store<u16>(HANDLER_TABLE, h_inc_rs_16.index, 526);
  store<u16>(HANDLER_TABLE, h_inc_rs_32.index, 528);
  store<u16>(HANDLER_TABLE, h_inc_rs_64.index, 530);
  store<u16>(HANDLER_TABLE, h_inc_rs_16_nf.index, 532);
  store<u16>(HANDLER_TABLE, h_inc_rs_32_nf.index, 534);
  store<u16>(HANDLER_TABLE, h_inc_rs_64_nf.index, 536);
  store<u16>(HANDLER_TABLE, h_dec_rs_16.index, 538);
  store<u16>(HANDLER_TABLE, h_dec_rs_32.index, 540);
  store<u16>(HANDLER_TABLE, h_dec_rs_64.index, 542);
  store<u16>(HANDLER_TABLE, h_dec_rs_16_nf.index, 544);
  store<u16>(HANDLER_TABLE, h_dec_rs_32_nf.index, 546);
  store<u16>(HANDLER_TABLE, h_dec_rs_32_j0.index, 548);
  store<u16>(HANDLER_TABLE, h_dec_rs_32_j1.index, 550);
  store<u16>(HANDLER_TABLE, h_dec_rs_32_j2.index, 552);
  store<u16>(HANDLER_TABLE, h_dec_rs_32_j3.index, 554);
  store<u16>(HANDLER_TABLE, h_dec_rs_32_j4.index, 556);
  store<u16>(HANDLER_TABLE, h_dec_rs_32_j5.index, 558);
  store<u16>(HANDLER_TABLE, h_dec_rs_32_j6.index, 560);
  store<u16>(HANDLER_TABLE, h_dec_rs_32_j7.index, 562);
  store<u16>(HANDLER_TABLE, h_dec_rs_32_j8.index, 564);
  store<u16>(HANDLER_TABLE, h_dec_rs_32_j9.index, 566);
  store<u16>(HANDLER_TABLE, h_dec_rs_32_j10.index, 568);
  store<u16>(HANDLER_TABLE, h_dec_rs_32_j11.index, 570);
  store<u16>(HANDLER_TABLE, h_dec_rs_32_j12.index, 572);
  store<u16>(HANDLER_TABLE, h_dec_rs_32_j13.index, 574);
  store<u16>(HANDLER_TABLE, h_dec_rs_32_j14.index, 576);
  store<u16>(HANDLER_TABLE, h_dec_rs_32_j15.index, 578);
  store<u16>(HANDLER_TABLE, h_dec_rs_64_nf.index, 580);
  store<u16>(HANDLER_TABLE, h_dec_rs_64_j0.index, 582);
  store<u16>(HANDLER_TABLE, h_dec_rs_64_j1.index, 584);
  store<u16>(HANDLER_TABLE, h_dec_rs_64_j2.index, 586);
  store<u16>(HANDLER_TABLE, h_dec_rs_64_j3.index, 588);
  store<u16>(HANDLER_TABLE, h_dec_rs_64_j4.index, 590);
  store<u16>(HANDLER_TABLE, h_dec_rs_64_j5.index, 592);
  store<u16>(HANDLER_TABLE, h_dec_rs_64_j6.index, 594);
  store<u16>(HANDLER_TABLE, h_dec_rs_64_j7.index, 596);
  store<u16>(HANDLER_TABLE, h_dec_rs_64_j8.index, 598);
  store<u16>(HANDLER_TABLE, h_dec_rs_64_j9.index, 600);
  store<u16>(HANDLER_TABLE, h_dec_rs_64_j10.index, 602);
  store<u16>(HANDLER_TABLE, h_dec_rs_64_j11.index, 604);
  store<u16>(HANDLER_TABLE, h_dec_rs_64_j12.index, 606);
  store<u16>(HANDLER_TABLE, h_dec_rs_64_j13.index, 608);
  store<u16>(HANDLER_TABLE, h_dec_rs_64_j14.index, 610);
  store<u16>(HANDLER_TABLE, h_dec_rs_64_j15.index, 612);
  store<u16>(HANDLER_TABLE, h_push_rs_16.index, 614);
  store<u16>(HANDLER_TABLE, h_push_rs_32.index, 616);
  store<u16>(HANDLER_TABLE, h_push_rs_64.index, 618);
  store<u16>(HANDLER_TABLE, h_pop_rs_16.index, 620);
  store<u16>(HANDLER_TABLE, h_pop_rs_32.index, 622);
  store<u16>(HANDLER_TABLE, h_pop_rs_64.index, 624);
  store<u16>(HANDLER_TABLE, h_pusha_16.index, 626);
  store<u16>(HANDLER_TABLE, h_pusha_32.index, 628);
  store<u16>(HANDLER_TABLE, h_pusha_64.index, 630);
  store<u16>(HANDLER_TABLE, h_popa_16.index, 632);
  store<u16>(HANDLER_TABLE, h_popa_32.index, 634);
  store<u16>(HANDLER_TABLE, h_popa_64.index, 636);
  store<u16>(HANDLER_TABLE, h_bound_16.index, 638);
  store<u16>(HANDLER_TABLE, h_bound_32.index, 640);
  store<u16>(HANDLER_TABLE, h_bound_64.index, 642);
  store<u16>(HANDLER_TABLE, h_arpl.index, 644);
  store<u16>(HANDLER_TABLE, h_movsxd_rs_16.index, 646);
  store<u16>(HANDLER_TABLE, h_movsxd_rs_32.index, 648);
  store<u16>(HANDLER_TABLE, h_movsxd_rs_64.index, 650);
  store<u16>(HANDLER_TABLE, h_movsxd_rm_16.index, 652);
  store<u16>(HANDLER_TABLE, h_movsxd_rm_32.index, 654);
  store<u16>(HANDLER_TABLE, h_movsxd_rm_64.index, 656);
  store<u16>(HANDLER_TABLE, h_imulImm_rs_16.index, 658);
  store<u16>(HANDLER_TABLE, h_imulImm_rs_32.index, 660);
  store<u16>(HANDLER_TABLE, h_imulImm_rs_64.index, 662);
  store<u16>(HANDLER_TABLE, h_imulImm_rs_16_nf.index, 664);
  store<u16>(HANDLER_TABLE, h_imulImm_rs_32_nf.index, 666);
  store<u16>(HANDLER_TABLE, h_imulImm_rs_64_nf.index, 668);
  store<u16>(HANDLER_TABLE, h_imulImm_rm_16.index, 670);
  store<u16>(HANDLER_TABLE, h_imulImm_rm_32.index, 672);
  store<u16>(HANDLER_TABLE, h_imulImm_rm_64.index, 674);
  store<u16>(HANDLER_TABLE, h_imulImm_rm_16_nf.index, 676);
  store<u16>(HANDLER_TABLE, h_imulImm_rm_32_nf.index, 678);
  store<u16>(HANDLER_TABLE, h_imulImm_rm_64_nf.index, 680);
  store<u16>(HANDLER_TABLE, h_ins_8.index, 682);
  store<u16>(HANDLER_TABLE, h_ins_16.index, 684);
  store<u16>(HANDLER_TABLE, h_ins_32.index, 686);
  store<u16>(HANDLER_TABLE, h_ins_64.index, 688);
  store<u16>(HANDLER_TABLE, h_outs_8.index, 690);
  store<u16>(HANDLER_TABLE, h_outs_16.index, 692);
  store<u16>(HANDLER_TABLE, h_outs_32.index, 694);
  store<u16>(HANDLER_TABLE, h_outs_64.index, 696);
  store<u16>(HANDLER_TABLE, h_jo.index, 698);
  store<u16>(HANDLER_TABLE, h_jno.index, 700);
  store<u16>(HANDLER_TABLE, h_jb.index, 702);
  store<u16>(HANDLER_TABLE, h_jnb.index, 704);
  store<u16>(HANDLER_TABLE, h_jz.index, 706);
  store<u16>(HANDLER_TABLE, h_jnz.index, 708);
  store<u16>(HANDLER_TABLE, h_jbe.index, 710);
  store<u16>(HANDLER_TABLE, h_jnbe.index, 712);
  store<u16>(HANDLER_TABLE, h_js.index, 714);
  store<u16>(HANDLER_TABLE, h_jns.index, 716);
  store<u16>(HANDLER_TABLE, h_jp.index, 718);
  store<u16>(HANDLER_TABLE, h_jnp.index, 720);
  store<u16>(HANDLER_TABLE, h_jl.index, 722);
  store<u16>(HANDLER_TABLE, h_jnl.index, 724);
  store<u16>(HANDLER_TABLE, h_jle.index, 726);
  store<u16>(HANDLER_TABLE, h_jnle.index, 728);
  store<u16>(HANDLER_TABLE, h_test_rs_8.index, 730);
  store<u16>(HANDLER_TABLE, h_test_rs_8_j0.index, 732);
  store<u16>(HANDLER_TABLE, h_test_rs_8_j1.index, 734);
  store<u16>(HANDLER_TABLE, h_test_rs_8_j2.index, 736);
  store<u16>(HANDLER_TABLE, h_test_rs_8_j3.index, 738);
  store<u16>(HANDLER_TABLE, h_test_rs_8_j4.index, 740);
  store<u16>(HANDLER_TABLE, h_test_rs_8_j5.index, 742);
  store<u16>(HANDLER_TABLE, h_test_rs_8_j6.index, 744);
  store<u16>(HANDLER_TABLE, h_test_rs_8_j7.index, 746);
  store<u16>(HANDLER_TABLE, h_test_rs_8_j8.index, 748);
  store<u16>(HANDLER_TABLE, h_test_rs_8_j9.index, 750);
  store<u16>(HANDLER_TABLE, h_test_rs_8_j10.index, 752);
  store<u16>(HANDLER_TABLE, h_test_rs_8_j11.index, 754);
  store<u16>(HANDLER_TABLE, h_test_rs_8_j12.index, 756);
  store<u16>(HANDLER_TABLE, h_test_rs_8_j13.index, 758);
  store<u16>(HANDLER_TABLE, h_test_rs_8_j14.index, 760);
  store<u16>(HANDLER_TABLE, h_test_rs_8_j15.index, 762);
  store<u16>(HANDLER_TABLE, h_test_ms_8.index, 764);
  store<u16>(HANDLER_TABLE, h_test_rs_16.index, 766);
  store<u16>(HANDLER_TABLE, h_test_rs_32.index, 768);
  store<u16>(HANDLER_TABLE, h_test_rs_64.index, 770);
  store<u16>(HANDLER_TABLE, h_test_rs_32_j0.index, 772);
  store<u16>(HANDLER_TABLE, h_test_rs_32_j1.index, 774);
  store<u16>(HANDLER_TABLE, h_test_rs_32_j2.index, 776);
  store<u16>(HANDLER_TABLE, h_test_rs_32_j3.index, 778);
  store<u16>(HANDLER_TABLE, h_test_rs_32_j4.index, 780);
  store<u16>(HANDLER_TABLE, h_test_rs_32_j5.index, 782);
  store<u16>(HANDLER_TABLE, h_test_rs_32_j6.index, 784);
  store<u16>(HANDLER_TABLE, h_test_rs_32_j7.index, 786);
  store<u16>(HANDLER_TABLE, h_test_rs_32_j8.index, 788);
  store<u16>(HANDLER_TABLE, h_test_rs_32_j9.index, 790);
  store<u16>(HANDLER_TABLE, h_test_rs_32_j10.index, 792);
  store<u16>(HANDLER_TABLE, h_test_rs_32_j11.index, 794);
  store<u16>(HANDLER_TABLE, h_test_rs_32_j12.index, 796);
  store<u16>(HANDLER_TABLE, h_test_rs_32_j13.index, 798);
  store<u16>(HANDLER_TABLE, h_test_rs_32_j14.index, 800);
  store<u16>(HANDLER_TABLE, h_test_rs_32_j15.index, 802);
  store<u16>(HANDLER_TABLE, h_test_rs_64_j0.index, 804);
  store<u16>(HANDLER_TABLE, h_test_rs_64_j1.index, 806);
  store<u16>(HANDLER_TABLE, h_test_rs_64_j2.index, 808);
  store<u16>(HANDLER_TABLE, h_test_rs_64_j3.index, 810);
  store<u16>(HANDLER_TABLE, h_test_rs_64_j4.index, 812);
  store<u16>(HANDLER_TABLE, h_test_rs_64_j5.index, 814);
  store<u16>(HANDLER_TABLE, h_test_rs_64_j6.index, 816);
  store<u16>(HANDLER_TABLE, h_test_rs_64_j7.index, 818);
  store<u16>(HANDLER_TABLE, h_test_rs_64_j8.index, 820);
  store<u16>(HANDLER_TABLE, h_test_rs_64_j9.index, 822);
  store<u16>(HANDLER_TABLE, h_test_rs_64_j10.index, 824);
  store<u16>(HANDLER_TABLE, h_test_rs_64_j11.index, 826);
  store<u16>(HANDLER_TABLE, h_test_rs_64_j12.index, 828);
  store<u16>(HANDLER_TABLE, h_test_rs_64_j13.index, 830);
  store<u16>(HANDLER_TABLE, h_test_rs_64_j14.index, 832);
  store<u16>(HANDLER_TABLE, h_test_rs_64_j15.index, 834);
  store<u16>(HANDLER_TABLE, h_test_ms_16.index, 836);
  store<u16>(HANDLER_TABLE, h_test_ms_32.index, 838);
  store<u16>(HANDLER_TABLE, h_test_ms_64.index, 840);
  store<u16>(HANDLER_TABLE, h_xchg_8.index, 842);
  store<u16>(HANDLER_TABLE, h_xchg_16.index, 844);
  store<u16>(HANDLER_TABLE, h_xchg_32.index, 846);
  store<u16>(HANDLER_TABLE, h_xchg_64.index, 848);
  store<u16>(HANDLER_TABLE, h_mov_rs_8.index, 850);
  store<u16>(HANDLER_TABLE, h_mov_ms_8.index, 852);
  store<u16>(HANDLER_TABLE, h_mov_rs_16.index, 854);
  store<u16>(HANDLER_TABLE, h_mov_rs_32.index, 856);
  store<u16>(HANDLER_TABLE, h_mov_rs_64.index, 858);
  store<u16>(HANDLER_TABLE, h_mov_ms_16.index, 860);
  store<u16>(HANDLER_TABLE, h_mov_ms_32.index, 862);
  store<u16>(HANDLER_TABLE, h_mov_ms_64.index, 864);
  store<u16>(HANDLER_TABLE, h_mov_rm_8.index, 866);
  store<u16>(HANDLER_TABLE, h_mov_rm_16.index, 868);
  store<u16>(HANDLER_TABLE, h_mov_rm_32.index, 870);
  store<u16>(HANDLER_TABLE, h_mov_rm_64.index, 872);
  store<u16>(HANDLER_TABLE, h_mov_from_sreg_16.index, 874);
  store<u16>(HANDLER_TABLE, h_mov_from_sreg_32.index, 876);
  store<u16>(HANDLER_TABLE, h_mov_from_sreg_64.index, 878);
  store<u16>(HANDLER_TABLE, h_lea_16.index, 880);
  store<u16>(HANDLER_TABLE, h_lea_32.index, 882);
  store<u16>(HANDLER_TABLE, h_lea_64.index, 884);
  store<u16>(HANDLER_TABLE, h_mov_to_sreg.index, 886);
  store<u16>(HANDLER_TABLE, h_pop_ms_16.index, 888);
  store<u16>(HANDLER_TABLE, h_pop_ms_32.index, 890);
  store<u16>(HANDLER_TABLE, h_pop_ms_64.index, 892);
  store<u16>(HANDLER_TABLE, h_xchgAcc_16.index, 894);
  store<u16>(HANDLER_TABLE, h_xchgAcc_32.index, 896);
  store<u16>(HANDLER_TABLE, h_xchgAcc_64.index, 898);
  store<u16>(HANDLER_TABLE, h_pause.index, 900);
  store<u16>(HANDLER_TABLE, h_cbw_16.index, 902);
  store<u16>(HANDLER_TABLE, h_cbw_32.index, 904);
  store<u16>(HANDLER_TABLE, h_cbw_64.index, 906);
  store<u16>(HANDLER_TABLE, h_cwd_16.index, 908);
  store<u16>(HANDLER_TABLE, h_cwd_32.index, 910);
  store<u16>(HANDLER_TABLE, h_cwd_64.index, 912);
  store<u16>(HANDLER_TABLE, h_call_far_16.index, 914);
  store<u16>(HANDLER_TABLE, h_call_far_32.index, 916);
  store<u16>(HANDLER_TABLE, h_call_far_64.index, 918);
  store<u16>(HANDLER_TABLE, h_fwait.index, 920);
  store<u16>(HANDLER_TABLE, h_pushf_16.index, 922);
  store<u16>(HANDLER_TABLE, h_pushf_32.index, 924);
  store<u16>(HANDLER_TABLE, h_pushf_64.index, 926);
  store<u16>(HANDLER_TABLE, h_popf_16.index, 928);
  store<u16>(HANDLER_TABLE, h_popf_32.index, 930);
  store<u16>(HANDLER_TABLE, h_popf_64.index, 932);
  store<u16>(HANDLER_TABLE, h_sahf.index, 934);
  store<u16>(HANDLER_TABLE, h_lahf.index, 936);
  store<u16>(HANDLER_TABLE, h_movs_8.index, 938);
  store<u16>(HANDLER_TABLE, h_movs_16.index, 940);
  store<u16>(HANDLER_TABLE, h_movs_32.index, 942);
  store<u16>(HANDLER_TABLE, h_movs_64.index, 944);
  store<u16>(HANDLER_TABLE, h_cmps_8.index, 946);
  store<u16>(HANDLER_TABLE, h_cmps_16.index, 948);
  store<u16>(HANDLER_TABLE, h_cmps_32.index, 950);
  store<u16>(HANDLER_TABLE, h_cmps_64.index, 952);
  store<u16>(HANDLER_TABLE, h_stos_8.index, 954);
  store<u16>(HANDLER_TABLE, h_stos_16.index, 956);
  store<u16>(HANDLER_TABLE, h_stos_32.index, 958);
  store<u16>(HANDLER_TABLE, h_stos_64.index, 960);
  store<u16>(HANDLER_TABLE, h_lods_8.index, 962);
  store<u16>(HANDLER_TABLE, h_lods_16.index, 964);
  store<u16>(HANDLER_TABLE, h_lods_32.index, 966);
  store<u16>(HANDLER_TABLE, h_lods_64.index, 968);
  store<u16>(HANDLER_TABLE, h_scas_8.index, 970);
  store<u16>(HANDLER_TABLE, h_scas_16.index, 972);
  store<u16>(HANDLER_TABLE, h_scas_32.index, 974);
  store<u16>(HANDLER_TABLE, h_scas_64.index, 976);
  store<u16>(HANDLER_TABLE, h_rol_rs_8.index, 978);
  store<u16>(HANDLER_TABLE, h_rol_rs_8_nf.index, 980);
  store<u16>(HANDLER_TABLE, h_rol_ms_8.index, 982);
  store<u16>(HANDLER_TABLE, h_rol_ms_8_nf.index, 984);
  store<u16>(HANDLER_TABLE, h_ror_rs_8.index, 986);
  store<u16>(HANDLER_TABLE, h_ror_rs_8_nf.index, 988);
  store<u16>(HANDLER_TABLE, h_ror_ms_8.index, 990);
  store<u16>(HANDLER_TABLE, h_ror_ms_8_nf.index, 992);
  store<u16>(HANDLER_TABLE, h_rcl_rs_8.index, 994);
  store<u16>(HANDLER_TABLE, h_rcl_rs_8_nf.index, 996);
  store<u16>(HANDLER_TABLE, h_rcl_ms_8.index, 998);
  store<u16>(HANDLER_TABLE, h_rcl_ms_8_nf.index, 1000);
  store<u16>(HANDLER_TABLE, h_rcr_rs_8.index, 1002);
  store<u16>(HANDLER_TABLE, h_rcr_rs_8_nf.index, 1004);
  store<u16>(HANDLER_TABLE, h_rcr_ms_8.index, 1006);
  store<u16>(HANDLER_TABLE, h_rcr_ms_8_nf.index, 1008);
  store<u16>(HANDLER_TABLE, h_shl_rs_8.index, 1010);
  store<u16>(HANDLER_TABLE, h_shl_rs_8_nf.index, 1012);
  store<u16>(HANDLER_TABLE, h_shl_ms_8.index, 1014);
  store<u16>(HANDLER_TABLE, h_shl_ms_8_nf.index, 1016);
  store<u16>(HANDLER_TABLE, h_shr_rs_8.index, 1018);
  store<u16>(HANDLER_TABLE, h_shr_rs_8_nf.index, 1020);
  store<u16>(HANDLER_TABLE, h_shr_ms_8.index, 1022);
  store<u16>(HANDLER_TABLE, h_shr_ms_8_nf.index, 1024);
  store<u16>(HANDLER_TABLE, h_sar_rs_8.index, 1026);
  store<u16>(HANDLER_TABLE, h_sar_rs_8_nf.index, 1028);
  store<u16>(HANDLER_TABLE, h_sar_ms_8.index, 1030);
  store<u16>(HANDLER_TABLE, h_sar_ms_8_nf.index, 1032);
  store<u16>(HANDLER_TABLE, h_rol_rs_16.index, 1034);
  store<u16>(HANDLER_TABLE, h_rol_rs_32.index, 1036);
  store<u16>(HANDLER_TABLE, h_rol_rs_64.index, 1038);
  store<u16>(HANDLER_TABLE, h_rol_rs_16_nf.index, 1040);
  store<u16>(HANDLER_TABLE, h_rol_rs_32_nf.index, 1042);
  store<u16>(HANDLER_TABLE, h_rol_rs_64_nf.index, 1044);
  store<u16>(HANDLER_TABLE, h_rol_ms_16.index, 1046);
  store<u16>(HANDLER_TABLE, h_rol_ms_32.index, 1048);
  store<u16>(HANDLER_TABLE, h_rol_ms_64.index, 1050);
  store<u16>(HANDLER_TABLE, h_rol_ms_16_nf.index, 1052);
  store<u16>(HANDLER_TABLE, h_rol_ms_32_nf.index, 1054);
  store<u16>(HANDLER_TABLE, h_rol_ms_64_nf.index, 1056);
  store<u16>(HANDLER_TABLE, h_ror_rs_16.index, 1058);
  store<u16>(HANDLER_TABLE, h_ror_rs_32.index, 1060);
  store<u16>(HANDLER_TABLE, h_ror_rs_64.index, 1062);
  store<u16>(HANDLER_TABLE, h_ror_rs_16_nf.index, 1064);
  store<u16>(HANDLER_TABLE, h_ror_rs_32_nf.index, 1066);
  store<u16>(HANDLER_TABLE, h_ror_rs_64_nf.index, 1068);
  store<u16>(HANDLER_TABLE, h_ror_ms_16.index, 1070);
  store<u16>(HANDLER_TABLE, h_ror_ms_32.index, 1072);
  store<u16>(HANDLER_TABLE, h_ror_ms_64.index, 1074);
  store<u16>(HANDLER_TABLE, h_ror_ms_16_nf.index, 1076);
  store<u16>(HANDLER_TABLE, h_ror_ms_32_nf.index, 1078);
  store<u16>(HANDLER_TABLE, h_ror_ms_64_nf.index, 1080);
  store<u16>(HANDLER_TABLE, h_rcl_rs_16.index, 1082);
  store<u16>(HANDLER_TABLE, h_rcl_rs_32.index, 1084);
  store<u16>(HANDLER_TABLE, h_rcl_rs_64.index, 1086);
  store<u16>(HANDLER_TABLE, h_rcl_rs_16_nf.index, 1088);
  store<u16>(HANDLER_TABLE, h_rcl_rs_32_nf.index, 1090);
  store<u16>(HANDLER_TABLE, h_rcl_rs_64_nf.index, 1092);
  store<u16>(HANDLER_TABLE, h_rcl_ms_16.index, 1094);
  store<u16>(HANDLER_TABLE, h_rcl_ms_32.index, 1096);
  store<u16>(HANDLER_TABLE, h_rcl_ms_64.index, 1098);
  store<u16>(HANDLER_TABLE, h_rcl_ms_16_nf.index, 1100);
  store<u16>(HANDLER_TABLE, h_rcl_ms_32_nf.index, 1102);
  store<u16>(HANDLER_TABLE, h_rcl_ms_64_nf.index, 1104);
  store<u16>(HANDLER_TABLE, h_rcr_rs_16.index, 1106);
  store<u16>(HANDLER_TABLE, h_rcr_rs_32.index, 1108);
  store<u16>(HANDLER_TABLE, h_rcr_rs_64.index, 1110);
  store<u16>(HANDLER_TABLE, h_rcr_rs_16_nf.index, 1112);
  store<u16>(HANDLER_TABLE, h_rcr_rs_32_nf.index, 1114);
  store<u16>(HANDLER_TABLE, h_rcr_rs_64_nf.index, 1116);
  store<u16>(HANDLER_TABLE, h_rcr_ms_16.index, 1118);
  store<u16>(HANDLER_TABLE, h_rcr_ms_32.index, 1120);
  store<u16>(HANDLER_TABLE, h_rcr_ms_64.index, 1122);
  store<u16>(HANDLER_TABLE, h_rcr_ms_16_nf.index, 1124);
  store<u16>(HANDLER_TABLE, h_rcr_ms_32_nf.index, 1126);
  store<u16>(HANDLER_TABLE, h_rcr_ms_64_nf.index, 1128);
  store<u16>(HANDLER_TABLE, h_shl_rs_16.index, 1130);
  store<u16>(HANDLER_TABLE, h_shl_rs_32.index, 1132);
  store<u16>(HANDLER_TABLE, h_shl_rs_64.index, 1134);
  store<u16>(HANDLER_TABLE, h_shl_rs_16_nf.index, 1136);
  store<u16>(HANDLER_TABLE, h_shl_rs_32_nf.index, 1138);
  store<u16>(HANDLER_TABLE, h_shl_rs_64_nf.index, 1140);
  store<u16>(HANDLER_TABLE, h_shl_ms_16.index, 1142);
  store<u16>(HANDLER_TABLE, h_shl_ms_32.index, 1144);
  store<u16>(HANDLER_TABLE, h_shl_ms_64.index, 1146);
  store<u16>(HANDLER_TABLE, h_shl_ms_16_nf.index, 1148);
  store<u16>(HANDLER_TABLE, h_shl_ms_32_nf.index, 1150);
  store<u16>(HANDLER_TABLE, h_shl_ms_64_nf.index, 1152);
  store<u16>(HANDLER_TABLE, h_shr_rs_16.index, 1154);
  store<u16>(HANDLER_TABLE, h_shr_rs_32.index, 1156);
  store<u16>(HANDLER_TABLE, h_shr_rs_64.index, 1158);
  store<u16>(HANDLER_TABLE, h_shr_rs_16_nf.index, 1160);
  store<u16>(HANDLER_TABLE, h_shr_rs_32_nf.index, 1162);
  store<u16>(HANDLER_TABLE, h_shr_rs_64_nf.index, 1164);
  store<u16>(HANDLER_TABLE, h_shr_ms_16.index, 1166);
  store<u16>(HANDLER_TABLE, h_shr_ms_32.index, 1168);
  store<u16>(HANDLER_TABLE, h_shr_ms_64.index, 1170);
  store<u16>(HANDLER_TABLE, h_shr_ms_16_nf.index, 1172);
  store<u16>(HANDLER_TABLE, h_shr_ms_32_nf.index, 1174);
  store<u16>(HANDLER_TABLE, h_shr_ms_64_nf.index, 1176);
  store<u16>(HANDLER_TABLE, h_sar_rs_16.index, 1178);
  store<u16>(HANDLER_TABLE, h_sar_rs_32.index, 1180);
  store<u16>(HANDLER_TABLE, h_sar_rs_64.index, 1182);
  store<u16>(HANDLER_TABLE, h_sar_rs_16_nf.index, 1184);
  store<u16>(HANDLER_TABLE, h_sar_rs_32_nf.index, 1186);
  store<u16>(HANDLER_TABLE, h_sar_rs_64_nf.index, 1188);
  store<u16>(HANDLER_TABLE, h_sar_ms_16.index, 1190);
  store<u16>(HANDLER_TABLE, h_sar_ms_32.index, 1192);
  store<u16>(HANDLER_TABLE, h_sar_ms_64.index, 1194);
  store<u16>(HANDLER_TABLE, h_sar_ms_16_nf.index, 1196);
  store<u16>(HANDLER_TABLE, h_sar_ms_32_nf.index, 1198);
  store<u16>(HANDLER_TABLE, h_sar_ms_64_nf.index, 1200);
  store<u16>(HANDLER_TABLE, h_retn_16.index, 1202);
  store<u16>(HANDLER_TABLE, h_retn_32.index, 1204);
  store<u16>(HANDLER_TABLE, h_retn_64.index, 1206);
  store<u16>(HANDLER_TABLE, h_ret_16.index, 1208);
  store<u16>(HANDLER_TABLE, h_ret_32.index, 1210);
  store<u16>(HANDLER_TABLE, h_ret_64.index, 1212);
  store<u16>(HANDLER_TABLE, h_les_16.index, 1214);
  store<u16>(HANDLER_TABLE, h_les_32.index, 1216);
  store<u16>(HANDLER_TABLE, h_les_64.index, 1218);
  store<u16>(HANDLER_TABLE, h_lds_16.index, 1220);
  store<u16>(HANDLER_TABLE, h_lds_32.index, 1222);
  store<u16>(HANDLER_TABLE, h_lds_64.index, 1224);
  store<u16>(HANDLER_TABLE, h_enter_16.index, 1226);
  store<u16>(HANDLER_TABLE, h_enter_32.index, 1228);
  store<u16>(HANDLER_TABLE, h_enter_64.index, 1230);
  store<u16>(HANDLER_TABLE, h_leave_16.index, 1232);
  store<u16>(HANDLER_TABLE, h_leave_32.index, 1234);
  store<u16>(HANDLER_TABLE, h_leave_64.index, 1236);
  store<u16>(HANDLER_TABLE, h_retf_imm_16.index, 1238);
  store<u16>(HANDLER_TABLE, h_retf_imm_32.index, 1240);
  store<u16>(HANDLER_TABLE, h_retf_imm_64.index, 1242);
  store<u16>(HANDLER_TABLE, h_retf_16.index, 1244);
  store<u16>(HANDLER_TABLE, h_retf_32.index, 1246);
  store<u16>(HANDLER_TABLE, h_retf_64.index, 1248);
  store<u16>(HANDLER_TABLE, h_int3.index, 1250);
  store<u16>(HANDLER_TABLE, h_intn.index, 1252);
  store<u16>(HANDLER_TABLE, h_into.index, 1254);
  store<u16>(HANDLER_TABLE, h_iret_16.index, 1256);
  store<u16>(HANDLER_TABLE, h_iret_32.index, 1258);
  store<u16>(HANDLER_TABLE, h_iret_64.index, 1260);
  store<u16>(HANDLER_TABLE, h_rol1_rs_8.index, 1262);
  store<u16>(HANDLER_TABLE, h_rol1_rs_8_nf.index, 1264);
  store<u16>(HANDLER_TABLE, h_rol1_ms_8.index, 1266);
  store<u16>(HANDLER_TABLE, h_rol1_ms_8_nf.index, 1268);
  store<u16>(HANDLER_TABLE, h_ror1_rs_8.index, 1270);
  store<u16>(HANDLER_TABLE, h_ror1_rs_8_nf.index, 1272);
  store<u16>(HANDLER_TABLE, h_ror1_ms_8.index, 1274);
  store<u16>(HANDLER_TABLE, h_ror1_ms_8_nf.index, 1276);
  store<u16>(HANDLER_TABLE, h_rcl1_rs_8.index, 1278);
  store<u16>(HANDLER_TABLE, h_rcl1_rs_8_nf.index, 1280);
  store<u16>(HANDLER_TABLE, h_rcl1_ms_8.index, 1282);
  store<u16>(HANDLER_TABLE, h_rcl1_ms_8_nf.index, 1284);
  store<u16>(HANDLER_TABLE, h_rcr1_rs_8.index, 1286);
  store<u16>(HANDLER_TABLE, h_rcr1_rs_8_nf.index, 1288);
  store<u16>(HANDLER_TABLE, h_rcr1_ms_8.index, 1290);
  store<u16>(HANDLER_TABLE, h_rcr1_ms_8_nf.index, 1292);
  store<u16>(HANDLER_TABLE, h_shl1_rs_8.index, 1294);
  store<u16>(HANDLER_TABLE, h_shl1_rs_8_nf.index, 1296);
  store<u16>(HANDLER_TABLE, h_shl1_ms_8.index, 1298);
  store<u16>(HANDLER_TABLE, h_shl1_ms_8_nf.index, 1300);
  store<u16>(HANDLER_TABLE, h_shr1_rs_8.index, 1302);
  store<u16>(HANDLER_TABLE, h_shr1_rs_8_nf.index, 1304);
  store<u16>(HANDLER_TABLE, h_shr1_ms_8.index, 1306);
  store<u16>(HANDLER_TABLE, h_shr1_ms_8_nf.index, 1308);
  store<u16>(HANDLER_TABLE, h_sar1_rs_8.index, 1310);
  store<u16>(HANDLER_TABLE, h_sar1_rs_8_nf.index, 1312);
  store<u16>(HANDLER_TABLE, h_sar1_ms_8.index, 1314);
  store<u16>(HANDLER_TABLE, h_sar1_ms_8_nf.index, 1316);
  store<u16>(HANDLER_TABLE, h_rol1_rs_16.index, 1318);
  store<u16>(HANDLER_TABLE, h_rol1_rs_32.index, 1320);
  store<u16>(HANDLER_TABLE, h_rol1_rs_64.index, 1322);
  store<u16>(HANDLER_TABLE, h_rol1_rs_16_nf.index, 1324);
  store<u16>(HANDLER_TABLE, h_rol1_rs_32_nf.index, 1326);
  store<u16>(HANDLER_TABLE, h_rol1_rs_64_nf.index, 1328);
  store<u16>(HANDLER_TABLE, h_rol1_ms_16.index, 1330);
  store<u16>(HANDLER_TABLE, h_rol1_ms_32.index, 1332);
  store<u16>(HANDLER_TABLE, h_rol1_ms_64.index, 1334);
  store<u16>(HANDLER_TABLE, h_rol1_ms_16_nf.index, 1336);
  store<u16>(HANDLER_TABLE, h_rol1_ms_32_nf.index, 1338);
  store<u16>(HANDLER_TABLE, h_rol1_ms_64_nf.index, 1340);
  store<u16>(HANDLER_TABLE, h_ror1_rs_16.index, 1342);
  store<u16>(HANDLER_TABLE, h_ror1_rs_32.index, 1344);
  store<u16>(HANDLER_TABLE, h_ror1_rs_64.index, 1346);
  store<u16>(HANDLER_TABLE, h_ror1_rs_16_nf.index, 1348);
  store<u16>(HANDLER_TABLE, h_ror1_rs_32_nf.index, 1350);
  store<u16>(HANDLER_TABLE, h_ror1_rs_64_nf.index, 1352);
  store<u16>(HANDLER_TABLE, h_ror1_ms_16.index, 1354);
  store<u16>(HANDLER_TABLE, h_ror1_ms_32.index, 1356);
  store<u16>(HANDLER_TABLE, h_ror1_ms_64.index, 1358);
  store<u16>(HANDLER_TABLE, h_ror1_ms_16_nf.index, 1360);
  store<u16>(HANDLER_TABLE, h_ror1_ms_32_nf.index, 1362);
  store<u16>(HANDLER_TABLE, h_ror1_ms_64_nf.index, 1364);
  store<u16>(HANDLER_TABLE, h_rcl1_rs_16.index, 1366);
  store<u16>(HANDLER_TABLE, h_rcl1_rs_32.index, 1368);
  store<u16>(HANDLER_TABLE, h_rcl1_rs_64.index, 1370);
  store<u16>(HANDLER_TABLE, h_rcl1_rs_16_nf.index, 1372);
  store<u16>(HANDLER_TABLE, h_rcl1_rs_32_nf.index, 1374);
  store<u16>(HANDLER_TABLE, h_rcl1_rs_64_nf.index, 1376);
  store<u16>(HANDLER_TABLE, h_rcl1_ms_16.index, 1378);
  store<u16>(HANDLER_TABLE, h_rcl1_ms_32.index, 1380);
  store<u16>(HANDLER_TABLE, h_rcl1_ms_64.index, 1382);
  store<u16>(HANDLER_TABLE, h_rcl1_ms_16_nf.index, 1384);
  store<u16>(HANDLER_TABLE, h_rcl1_ms_32_nf.index, 1386);
  store<u16>(HANDLER_TABLE, h_rcl1_ms_64_nf.index, 1388);
  store<u16>(HANDLER_TABLE, h_rcr1_rs_16.index, 1390);
  store<u16>(HANDLER_TABLE, h_rcr1_rs_32.index, 1392);
  store<u16>(HANDLER_TABLE, h_rcr1_rs_64.index, 1394);
  store<u16>(HANDLER_TABLE, h_rcr1_rs_16_nf.index, 1396);
  store<u16>(HANDLER_TABLE, h_rcr1_rs_32_nf.index, 1398);
  store<u16>(HANDLER_TABLE, h_rcr1_rs_64_nf.index, 1400);
  store<u16>(HANDLER_TABLE, h_rcr1_ms_16.index, 1402);
  store<u16>(HANDLER_TABLE, h_rcr1_ms_32.index, 1404);
  store<u16>(HANDLER_TABLE, h_rcr1_ms_64.index, 1406);
  store<u16>(HANDLER_TABLE, h_rcr1_ms_16_nf.index, 1408);
  store<u16>(HANDLER_TABLE, h_rcr1_ms_32_nf.index, 1410);
  store<u16>(HANDLER_TABLE, h_rcr1_ms_64_nf.index, 1412);
  store<u16>(HANDLER_TABLE, h_shl1_rs_16.index, 1414);
  store<u16>(HANDLER_TABLE, h_shl1_rs_32.index, 1416);
  store<u16>(HANDLER_TABLE, h_shl1_rs_64.index, 1418);
  store<u16>(HANDLER_TABLE, h_shl1_rs_16_nf.index, 1420);
  store<u16>(HANDLER_TABLE, h_shl1_rs_32_nf.index, 1422);
  store<u16>(HANDLER_TABLE, h_shl1_rs_64_nf.index, 1424);
  store<u16>(HANDLER_TABLE, h_shl1_ms_16.index, 1426);
  store<u16>(HANDLER_TABLE, h_shl1_ms_32.index, 1428);
  store<u16>(HANDLER_TABLE, h_shl1_ms_64.index, 1430);
  store<u16>(HANDLER_TABLE, h_shl1_ms_16_nf.index, 1432);
  store<u16>(HANDLER_TABLE, h_shl1_ms_32_nf.index, 1434);
  store<u16>(HANDLER_TABLE, h_shl1_ms_64_nf.index, 1436);
  store<u16>(HANDLER_TABLE, h_shr1_rs_16.index, 1438);
  store<u16>(HANDLER_TABLE, h_shr1_rs_32.index, 1440);
  store<u16>(HANDLER_TABLE, h_shr1_rs_64.index, 1442);
  store<u16>(HANDLER_TABLE, h_shr1_rs_16_nf.index, 1444);
  store<u16>(HANDLER_TABLE, h_shr1_rs_32_nf.index, 1446);
  store<u16>(HANDLER_TABLE, h_shr1_rs_64_nf.index, 1448);
  store<u16>(HANDLER_TABLE, h_shr1_ms_16.index, 1450);
  store<u16>(HANDLER_TABLE, h_shr1_ms_32.index, 1452);
  store<u16>(HANDLER_TABLE, h_shr1_ms_64.index, 1454);
  store<u16>(HANDLER_TABLE, h_shr1_ms_16_nf.index, 1456);
  store<u16>(HANDLER_TABLE, h_shr1_ms_32_nf.index, 1458);
  store<u16>(HANDLER_TABLE, h_shr1_ms_64_nf.index, 1460);
  store<u16>(HANDLER_TABLE, h_sar1_rs_16.index, 1462);
  store<u16>(HANDLER_TABLE, h_sar1_rs_32.index, 1464);
  store<u16>(HANDLER_TABLE, h_sar1_rs_64.index, 1466);
  store<u16>(HANDLER_TABLE, h_sar1_rs_16_nf.index, 1468);
  store<u16>(HANDLER_TABLE, h_sar1_rs_32_nf.index, 1470);
  store<u16>(HANDLER_TABLE, h_sar1_rs_64_nf.index, 1472);
  store<u16>(HANDLER_TABLE, h_sar1_ms_16.index, 1474);
  store<u16>(HANDLER_TABLE, h_sar1_ms_32.index, 1476);
  store<u16>(HANDLER_TABLE, h_sar1_ms_64.index, 1478);
  store<u16>(HANDLER_TABLE, h_sar1_ms_16_nf.index, 1480);
  store<u16>(HANDLER_TABLE, h_sar1_ms_32_nf.index, 1482);
  store<u16>(HANDLER_TABLE, h_sar1_ms_64_nf.index, 1484);
  store<u16>(HANDLER_TABLE, h_rolcl_8.index, 1486);
  store<u16>(HANDLER_TABLE, h_rorcl_8.index, 1488);
  store<u16>(HANDLER_TABLE, h_rclcl_8.index, 1490);
  store<u16>(HANDLER_TABLE, h_rcrcl_8.index, 1492);
  store<u16>(HANDLER_TABLE, h_shlcl_8.index, 1494);
  store<u16>(HANDLER_TABLE, h_shrcl_8.index, 1496);
  store<u16>(HANDLER_TABLE, h_sarcl_8.index, 1498);
  store<u16>(HANDLER_TABLE, h_rolcl_16.index, 1500);
  store<u16>(HANDLER_TABLE, h_rolcl_32.index, 1502);
  store<u16>(HANDLER_TABLE, h_rolcl_64.index, 1504);
  store<u16>(HANDLER_TABLE, h_rorcl_16.index, 1506);
  store<u16>(HANDLER_TABLE, h_rorcl_32.index, 1508);
  store<u16>(HANDLER_TABLE, h_rorcl_64.index, 1510);
  store<u16>(HANDLER_TABLE, h_rclcl_16.index, 1512);
  store<u16>(HANDLER_TABLE, h_rclcl_32.index, 1514);
  store<u16>(HANDLER_TABLE, h_rclcl_64.index, 1516);
  store<u16>(HANDLER_TABLE, h_rcrcl_16.index, 1518);
  store<u16>(HANDLER_TABLE, h_rcrcl_32.index, 1520);
  store<u16>(HANDLER_TABLE, h_rcrcl_64.index, 1522);
  store<u16>(HANDLER_TABLE, h_shlcl_16.index, 1524);
  store<u16>(HANDLER_TABLE, h_shlcl_32.index, 1526);
  store<u16>(HANDLER_TABLE, h_shlcl_64.index, 1528);
  store<u16>(HANDLER_TABLE, h_shrcl_16.index, 1530);
  store<u16>(HANDLER_TABLE, h_shrcl_32.index, 1532);
  store<u16>(HANDLER_TABLE, h_shrcl_64.index, 1534);
  store<u16>(HANDLER_TABLE, h_sarcl_16.index, 1536);
  store<u16>(HANDLER_TABLE, h_sarcl_32.index, 1538);
  store<u16>(HANDLER_TABLE, h_sarcl_64.index, 1540);
  store<u16>(HANDLER_TABLE, h_aam.index, 1542);
  store<u16>(HANDLER_TABLE, h_aad.index, 1544);
  store<u16>(HANDLER_TABLE, h_salc.index, 1546);
  store<u16>(HANDLER_TABLE, h_xlat.index, 1548);
  store<u16>(HANDLER_TABLE, h_fadd_s.index, 1550);
  store<u16>(HANDLER_TABLE, h_fmul_s.index, 1552);
  store<u16>(HANDLER_TABLE, h_fcom_s.index, 1554);
  store<u16>(HANDLER_TABLE, h_fcomp_s.index, 1556);
  store<u16>(HANDLER_TABLE, h_fsub_s.index, 1558);
  store<u16>(HANDLER_TABLE, h_fsubr_s.index, 1560);
  store<u16>(HANDLER_TABLE, h_fdiv_s.index, 1562);
  store<u16>(HANDLER_TABLE, h_fdivr_s.index, 1564);
  store<u16>(HANDLER_TABLE, h_fadd_top.index, 1566);
  store<u16>(HANDLER_TABLE, h_fmul_top.index, 1568);
  store<u16>(HANDLER_TABLE, h_fcom.index, 1570);
  store<u16>(HANDLER_TABLE, h_fcomp.index, 1572);
  store<u16>(HANDLER_TABLE, h_fsub_top.index, 1574);
  store<u16>(HANDLER_TABLE, h_fsubr_top.index, 1576);
  store<u16>(HANDLER_TABLE, h_fdiv_top.index, 1578);
  store<u16>(HANDLER_TABLE, h_fdivr_top.index, 1580);
  store<u16>(HANDLER_TABLE, h_fld_s.index, 1582);
  store<u16>(HANDLER_TABLE, h_fst_s.index, 1584);
  store<u16>(HANDLER_TABLE, h_fstp_s.index, 1586);
  store<u16>(HANDLER_TABLE, h_fldenv_16.index, 1588);
  store<u16>(HANDLER_TABLE, h_fldenv_32.index, 1590);
  store<u16>(HANDLER_TABLE, h_fldenv_64.index, 1592);
  store<u16>(HANDLER_TABLE, h_fldcw.index, 1594);
  store<u16>(HANDLER_TABLE, h_fnstenv_16.index, 1596);
  store<u16>(HANDLER_TABLE, h_fnstenv_32.index, 1598);
  store<u16>(HANDLER_TABLE, h_fnstenv_64.index, 1600);
  store<u16>(HANDLER_TABLE, h_fnstcw.index, 1602);
  store<u16>(HANDLER_TABLE, h_fldRegister.index, 1604);
  store<u16>(HANDLER_TABLE, h_fxch.index, 1606);
  store<u16>(HANDLER_TABLE, h_fnop.index, 1608);
  store<u16>(HANDLER_TABLE, h_fstpQuietly.index, 1610);
  store<u16>(HANDLER_TABLE, h_fchs.index, 1612);
  store<u16>(HANDLER_TABLE, h_fabs.index, 1614);
  store<u16>(HANDLER_TABLE, h_ftst.index, 1616);
  store<u16>(HANDLER_TABLE, h_fxam.index, 1618);
  store<u16>(HANDLER_TABLE, h_fld1.index, 1620);
  store<u16>(HANDLER_TABLE, h_fldl2t.index, 1622);
  store<u16>(HANDLER_TABLE, h_fldl2e.index, 1624);
  store<u16>(HANDLER_TABLE, h_fldpi.index, 1626);
  store<u16>(HANDLER_TABLE, h_fldlg2.index, 1628);
  store<u16>(HANDLER_TABLE, h_fldln2.index, 1630);
  store<u16>(HANDLER_TABLE, h_fldz.index, 1632);
  store<u16>(HANDLER_TABLE, h_f2xm1.index, 1634);
  store<u16>(HANDLER_TABLE, h_fyl2x.index, 1636);
  store<u16>(HANDLER_TABLE, h_fptan.index, 1638);
  store<u16>(HANDLER_TABLE, h_fpatan.index, 1640);
  store<u16>(HANDLER_TABLE, h_fxtract.index, 1642);
  store<u16>(HANDLER_TABLE, h_fprem1.index, 1644);
  store<u16>(HANDLER_TABLE, h_fdecstp.index, 1646);
  store<u16>(HANDLER_TABLE, h_fincstp.index, 1648);
  store<u16>(HANDLER_TABLE, h_fprem.index, 1650);
  store<u16>(HANDLER_TABLE, h_fyl2xp1.index, 1652);
  store<u16>(HANDLER_TABLE, h_fsqrt.index, 1654);
  store<u16>(HANDLER_TABLE, h_fsincos.index, 1656);
  store<u16>(HANDLER_TABLE, h_frndint.index, 1658);
  store<u16>(HANDLER_TABLE, h_fscale.index, 1660);
  store<u16>(HANDLER_TABLE, h_fsin.index, 1662);
  store<u16>(HANDLER_TABLE, h_fcos.index, 1664);
  store<u16>(HANDLER_TABLE, h_fadd_i32.index, 1666);
  store<u16>(HANDLER_TABLE, h_fmul_i32.index, 1668);
  store<u16>(HANDLER_TABLE, h_fcom_i32.index, 1670);
  store<u16>(HANDLER_TABLE, h_fcomp_i32.index, 1672);
  store<u16>(HANDLER_TABLE, h_fsub_i32.index, 1674);
  store<u16>(HANDLER_TABLE, h_fsubr_i32.index, 1676);
  store<u16>(HANDLER_TABLE, h_fdiv_i32.index, 1678);
  store<u16>(HANDLER_TABLE, h_fdivr_i32.index, 1680);
  store<u16>(HANDLER_TABLE, h_fcmovb.index, 1682);
  store<u16>(HANDLER_TABLE, h_fcmove.index, 1684);
  store<u16>(HANDLER_TABLE, h_fcmovbe.index, 1686);
  store<u16>(HANDLER_TABLE, h_fcmovu.index, 1688);
  store<u16>(HANDLER_TABLE, h_fucompp.index, 1690);
  store<u16>(HANDLER_TABLE, h_fild_32.index, 1692);
  store<u16>(HANDLER_TABLE, h_fisttp_32.index, 1694);
  store<u16>(HANDLER_TABLE, h_fist_32.index, 1696);
  store<u16>(HANDLER_TABLE, h_fistp_32.index, 1698);
  store<u16>(HANDLER_TABLE, h_fldExtended.index, 1700);
  store<u16>(HANDLER_TABLE, h_fstpExtended.index, 1702);
  store<u16>(HANDLER_TABLE, h_fcmovnb.index, 1704);
  store<u16>(HANDLER_TABLE, h_fcmovne.index, 1706);
  store<u16>(HANDLER_TABLE, h_fcmovnbe.index, 1708);
  store<u16>(HANDLER_TABLE, h_fcmovnu.index, 1710);
  store<u16>(HANDLER_TABLE, h_fneni.index, 1712);
  store<u16>(HANDLER_TABLE, h_fnclex.index, 1714);
  store<u16>(HANDLER_TABLE, h_fninit.index, 1716);
  store<u16>(HANDLER_TABLE, h_fucomi.index, 1718);
  store<u16>(HANDLER_TABLE, h_fcomi.index, 1720);
  store<u16>(HANDLER_TABLE, h_fadd_d.index, 1722);
  store<u16>(HANDLER_TABLE, h_fmul_d.index, 1724);
  store<u16>(HANDLER_TABLE, h_fcom_d.index, 1726);
  store<u16>(HANDLER_TABLE, h_fcomp_d.index, 1728);
  store<u16>(HANDLER_TABLE, h_fsub_d.index, 1730);
  store<u16>(HANDLER_TABLE, h_fsubr_d.index, 1732);
  store<u16>(HANDLER_TABLE, h_fdiv_d.index, 1734);
  store<u16>(HANDLER_TABLE, h_fdivr_d.index, 1736);
  store<u16>(HANDLER_TABLE, h_fadd_register.index, 1738);
  store<u16>(HANDLER_TABLE, h_fmul_register.index, 1740);
  store<u16>(HANDLER_TABLE, h_fsub_register.index, 1742);
  store<u16>(HANDLER_TABLE, h_fsubr_register.index, 1744);
  store<u16>(HANDLER_TABLE, h_fdiv_register.index, 1746);
  store<u16>(HANDLER_TABLE, h_fdivr_register.index, 1748);
  store<u16>(HANDLER_TABLE, h_fld_d.index, 1750);
  store<u16>(HANDLER_TABLE, h_fisttp_64.index, 1752);
  store<u16>(HANDLER_TABLE, h_fst_d.index, 1754);
  store<u16>(HANDLER_TABLE, h_fstp_d.index, 1756);
  store<u16>(HANDLER_TABLE, h_frstor_16.index, 1758);
  store<u16>(HANDLER_TABLE, h_frstor_32.index, 1760);
  store<u16>(HANDLER_TABLE, h_frstor_64.index, 1762);
  store<u16>(HANDLER_TABLE, h_fnsave_16.index, 1764);
  store<u16>(HANDLER_TABLE, h_fnsave_32.index, 1766);
  store<u16>(HANDLER_TABLE, h_fnsave_64.index, 1768);
  store<u16>(HANDLER_TABLE, h_fnstsw.index, 1770);
  store<u16>(HANDLER_TABLE, h_ffree.index, 1772);
  store<u16>(HANDLER_TABLE, h_fst_register.index, 1774);
  store<u16>(HANDLER_TABLE, h_fstp_register.index, 1776);
  store<u16>(HANDLER_TABLE, h_fucom.index, 1778);
  store<u16>(HANDLER_TABLE, h_fucomp.index, 1780);
  store<u16>(HANDLER_TABLE, h_fadd_i16.index, 1782);
  store<u16>(HANDLER_TABLE, h_fmul_i16.index, 1784);
  store<u16>(HANDLER_TABLE, h_fcom_i16.index, 1786);
  store<u16>(HANDLER_TABLE, h_fcomp_i16.index, 1788);
  store<u16>(HANDLER_TABLE, h_fsub_i16.index, 1790);
  store<u16>(HANDLER_TABLE, h_fsubr_i16.index, 1792);
  store<u16>(HANDLER_TABLE, h_fdiv_i16.index, 1794);
  store<u16>(HANDLER_TABLE, h_fdivr_i16.index, 1796);
  store<u16>(HANDLER_TABLE, h_fadd_pop.index, 1798);
  store<u16>(HANDLER_TABLE, h_fmul_pop.index, 1800);
  store<u16>(HANDLER_TABLE, h_fcompp.index, 1802);
  store<u16>(HANDLER_TABLE, h_fsub_pop.index, 1804);
  store<u16>(HANDLER_TABLE, h_fsubr_pop.index, 1806);
  store<u16>(HANDLER_TABLE, h_fdiv_pop.index, 1808);
  store<u16>(HANDLER_TABLE, h_fdivr_pop.index, 1810);
  store<u16>(HANDLER_TABLE, h_fild_16.index, 1812);
  store<u16>(HANDLER_TABLE, h_fisttp_16.index, 1814);
  store<u16>(HANDLER_TABLE, h_fist_16.index, 1816);
  store<u16>(HANDLER_TABLE, h_fistp_16.index, 1818);
  store<u16>(HANDLER_TABLE, h_fbld.index, 1820);
  store<u16>(HANDLER_TABLE, h_fild_64.index, 1822);
  store<u16>(HANDLER_TABLE, h_fbstp.index, 1824);
  store<u16>(HANDLER_TABLE, h_fistp_64.index, 1826);
  store<u16>(HANDLER_TABLE, h_ffreep.index, 1828);
  store<u16>(HANDLER_TABLE, h_fnstswAx.index, 1830);
  store<u16>(HANDLER_TABLE, h_fucomip.index, 1832);
  store<u16>(HANDLER_TABLE, h_fcomip.index, 1834);
  store<u16>(HANDLER_TABLE, h_loopne.index, 1836);
  store<u16>(HANDLER_TABLE, h_loope.index, 1838);
  store<u16>(HANDLER_TABLE, h_loop.index, 1840);
  store<u16>(HANDLER_TABLE, h_jcxz.index, 1842);
  store<u16>(HANDLER_TABLE, h_in_8.index, 1844);
  store<u16>(HANDLER_TABLE, h_in_16.index, 1846);
  store<u16>(HANDLER_TABLE, h_in_32.index, 1848);
  store<u16>(HANDLER_TABLE, h_in_64.index, 1850);
  store<u16>(HANDLER_TABLE, h_out_8.index, 1852);
  store<u16>(HANDLER_TABLE, h_out_16.index, 1854);
  store<u16>(HANDLER_TABLE, h_out_32.index, 1856);
  store<u16>(HANDLER_TABLE, h_out_64.index, 1858);
  store<u16>(HANDLER_TABLE, h_call_16.index, 1860);
  store<u16>(HANDLER_TABLE, h_call_32.index, 1862);
  store<u16>(HANDLER_TABLE, h_call_64.index, 1864);
  store<u16>(HANDLER_TABLE, h_jmp.index, 1866);
  store<u16>(HANDLER_TABLE, h_jmp_far_16.index, 1868);
  store<u16>(HANDLER_TABLE, h_jmp_far_32.index, 1870);
  store<u16>(HANDLER_TABLE, h_jmp_far_64.index, 1872);
  store<u16>(HANDLER_TABLE, h_in_dx_8.index, 1874);
  store<u16>(HANDLER_TABLE, h_in_dx_16.index, 1876);
  store<u16>(HANDLER_TABLE, h_in_dx_32.index, 1878);
  store<u16>(HANDLER_TABLE, h_in_dx_64.index, 1880);
  store<u16>(HANDLER_TABLE, h_out_dx_8.index, 1882);
  store<u16>(HANDLER_TABLE, h_out_dx_16.index, 1884);
  store<u16>(HANDLER_TABLE, h_out_dx_32.index, 1886);
  store<u16>(HANDLER_TABLE, h_out_dx_64.index, 1888);
  store<u16>(HANDLER_TABLE, h_icebp.index, 1890);
  store<u16>(HANDLER_TABLE, h_hlt.index, 1892);
  store<u16>(HANDLER_TABLE, h_cmc.index, 1894);
  store<u16>(HANDLER_TABLE, h_not_8.index, 1896);
  store<u16>(HANDLER_TABLE, h_neg_8.index, 1898);
  store<u16>(HANDLER_TABLE, h_mul_8.index, 1900);
  store<u16>(HANDLER_TABLE, h_imulWide_8.index, 1902);
  store<u16>(HANDLER_TABLE, h_div_8.index, 1904);
  store<u16>(HANDLER_TABLE, h_idiv_8.index, 1906);
  store<u16>(HANDLER_TABLE, h_not_16.index, 1908);
  store<u16>(HANDLER_TABLE, h_not_32.index, 1910);
  store<u16>(HANDLER_TABLE, h_not_64.index, 1912);
  store<u16>(HANDLER_TABLE, h_neg_16.index, 1914);
  store<u16>(HANDLER_TABLE, h_neg_32.index, 1916);
  store<u16>(HANDLER_TABLE, h_neg_64.index, 1918);
  store<u16>(HANDLER_TABLE, h_mul_16.index, 1920);
  store<u16>(HANDLER_TABLE, h_mul_32.index, 1922);
  store<u16>(HANDLER_TABLE, h_mul_64.index, 1924);
  store<u16>(HANDLER_TABLE, h_imulWide_16.index, 1926);
  store<u16>(HANDLER_TABLE, h_imulWide_32.index, 1928);
  store<u16>(HANDLER_TABLE, h_imulWide_64.index, 1930);
  store<u16>(HANDLER_TABLE, h_div_16.index, 1932);
  store<u16>(HANDLER_TABLE, h_div_32.index, 1934);
  store<u16>(HANDLER_TABLE, h_div_64.index, 1936);
  store<u16>(HANDLER_TABLE, h_idiv_16.index, 1938);
  store<u16>(HANDLER_TABLE, h_idiv_32.index, 1940);
  store<u16>(HANDLER_TABLE, h_idiv_64.index, 1942);
  store<u16>(HANDLER_TABLE, h_clc.index, 1944);
  store<u16>(HANDLER_TABLE, h_stc.index, 1946);
  store<u16>(HANDLER_TABLE, h_cli.index, 1948);
  store<u16>(HANDLER_TABLE, h_sti.index, 1950);
  store<u16>(HANDLER_TABLE, h_cld.index, 1952);
  store<u16>(HANDLER_TABLE, h_std.index, 1954);
  store<u16>(HANDLER_TABLE, h_inc_rs_8.index, 1956);
  store<u16>(HANDLER_TABLE, h_inc_rs_8_nf.index, 1958);
  store<u16>(HANDLER_TABLE, h_inc_ms_8.index, 1960);
  store<u16>(HANDLER_TABLE, h_inc_ms_8_nf.index, 1962);
  store<u16>(HANDLER_TABLE, h_dec_rs_8.index, 1964);
  store<u16>(HANDLER_TABLE, h_dec_rs_8_nf.index, 1966);
  store<u16>(HANDLER_TABLE, h_dec_rs_8_j0.index, 1968);
  store<u16>(HANDLER_TABLE, h_dec_rs_8_j1.index, 1970);
  store<u16>(HANDLER_TABLE, h_dec_rs_8_j2.index, 1972);
  store<u16>(HANDLER_TABLE, h_dec_rs_8_j3.index, 1974);
  store<u16>(HANDLER_TABLE, h_dec_rs_8_j4.index, 1976);
  store<u16>(HANDLER_TABLE, h_dec_rs_8_j5.index, 1978);
  store<u16>(HANDLER_TABLE, h_dec_rs_8_j6.index, 1980);
  store<u16>(HANDLER_TABLE, h_dec_rs_8_j7.index, 1982);
  store<u16>(HANDLER_TABLE, h_dec_rs_8_j8.index, 1984);
  store<u16>(HANDLER_TABLE, h_dec_rs_8_j9.index, 1986);
  store<u16>(HANDLER_TABLE, h_dec_rs_8_j10.index, 1988);
  store<u16>(HANDLER_TABLE, h_dec_rs_8_j11.index, 1990);
  store<u16>(HANDLER_TABLE, h_dec_rs_8_j12.index, 1992);
  store<u16>(HANDLER_TABLE, h_dec_rs_8_j13.index, 1994);
  store<u16>(HANDLER_TABLE, h_dec_rs_8_j14.index, 1996);
  store<u16>(HANDLER_TABLE, h_dec_rs_8_j15.index, 1998);
  store<u16>(HANDLER_TABLE, h_dec_ms_8.index, 2000);
  store<u16>(HANDLER_TABLE, h_dec_ms_8_nf.index, 2002);
  store<u16>(HANDLER_TABLE, h_inc_ms_16.index, 2004);
  store<u16>(HANDLER_TABLE, h_inc_ms_32.index, 2006);
  store<u16>(HANDLER_TABLE, h_inc_ms_64.index, 2008);
  store<u16>(HANDLER_TABLE, h_inc_ms_16_nf.index, 2010);
  store<u16>(HANDLER_TABLE, h_inc_ms_32_nf.index, 2012);
  store<u16>(HANDLER_TABLE, h_inc_ms_64_nf.index, 2014);
  store<u16>(HANDLER_TABLE, h_dec_ms_16.index, 2016);
  store<u16>(HANDLER_TABLE, h_dec_ms_32.index, 2018);
  store<u16>(HANDLER_TABLE, h_dec_ms_64.index, 2020);
  store<u16>(HANDLER_TABLE, h_dec_ms_16_nf.index, 2022);
  store<u16>(HANDLER_TABLE, h_dec_ms_32_nf.index, 2024);
  store<u16>(HANDLER_TABLE, h_dec_ms_64_nf.index, 2026);
  store<u16>(HANDLER_TABLE, h_calle_rs_16.index, 2028);
  store<u16>(HANDLER_TABLE, h_calle_rs_32.index, 2030);
  store<u16>(HANDLER_TABLE, h_calle_rs_64.index, 2032);
  store<u16>(HANDLER_TABLE, h_calle_ms_16.index, 2034);
  store<u16>(HANDLER_TABLE, h_calle_ms_32.index, 2036);
  store<u16>(HANDLER_TABLE, h_calle_ms_64.index, 2038);
  store<u16>(HANDLER_TABLE, h_call_far_indirect_16.index, 2040);
  store<u16>(HANDLER_TABLE, h_call_far_indirect_32.index, 2042);
  store<u16>(HANDLER_TABLE, h_call_far_indirect_64.index, 2044);
  store<u16>(HANDLER_TABLE, h_jmpe_rs_16.index, 2046);
  store<u16>(HANDLER_TABLE, h_jmpe_rs_32.index, 2048);
  store<u16>(HANDLER_TABLE, h_jmpe_rs_64.index, 2050);
  store<u16>(HANDLER_TABLE, h_jmpe_ms_16.index, 2052);
  store<u16>(HANDLER_TABLE, h_jmpe_ms_32.index, 2054);
  store<u16>(HANDLER_TABLE, h_jmpe_ms_64.index, 2056);
  store<u16>(HANDLER_TABLE, h_jmp_far_indirect_16.index, 2058);
  store<u16>(HANDLER_TABLE, h_jmp_far_indirect_32.index, 2060);
  store<u16>(HANDLER_TABLE, h_jmp_far_indirect_64.index, 2062);
  store<u16>(HANDLER_TABLE, h_push_ms_16.index, 2064);
  store<u16>(HANDLER_TABLE, h_push_ms_32.index, 2066);
  store<u16>(HANDLER_TABLE, h_push_ms_64.index, 2068);
  store<u16>(HANDLER_TABLE, h_sldt_16.index, 2070);
  store<u16>(HANDLER_TABLE, h_sldt_32.index, 2072);
  store<u16>(HANDLER_TABLE, h_sldt_64.index, 2074);
  store<u16>(HANDLER_TABLE, h_str_16.index, 2076);
  store<u16>(HANDLER_TABLE, h_str_32.index, 2078);
  store<u16>(HANDLER_TABLE, h_str_64.index, 2080);
  store<u16>(HANDLER_TABLE, h_lldt.index, 2082);
  store<u16>(HANDLER_TABLE, h_ltr.index, 2084);
  store<u16>(HANDLER_TABLE, h_verr.index, 2086);
  store<u16>(HANDLER_TABLE, h_verw.index, 2088);
  store<u16>(HANDLER_TABLE, h_sgdt.index, 2090);
  store<u16>(HANDLER_TABLE, h_sidt.index, 2092);
  store<u16>(HANDLER_TABLE, h_lgdt_16.index, 2094);
  store<u16>(HANDLER_TABLE, h_lgdt_32.index, 2096);
  store<u16>(HANDLER_TABLE, h_lgdt_64.index, 2098);
  store<u16>(HANDLER_TABLE, h_lidt_16.index, 2100);
  store<u16>(HANDLER_TABLE, h_lidt_32.index, 2102);
  store<u16>(HANDLER_TABLE, h_lidt_64.index, 2104);
  store<u16>(HANDLER_TABLE, h_smsw_m.index, 2106);
  store<u16>(HANDLER_TABLE, h_lmsw.index, 2108);
  store<u16>(HANDLER_TABLE, h_invlpg.index, 2110);
  store<u16>(HANDLER_TABLE, h_monitor.index, 2112);
  store<u16>(HANDLER_TABLE, h_mwait.index, 2114);
  store<u16>(HANDLER_TABLE, h_clac.index, 2116);
  store<u16>(HANDLER_TABLE, h_stac.index, 2118);
  store<u16>(HANDLER_TABLE, h_xgetbv.index, 2120);
  store<u16>(HANDLER_TABLE, h_xsetbv.index, 2122);
  store<u16>(HANDLER_TABLE, h_vmrun.index, 2124);
  store<u16>(HANDLER_TABLE, h_vmmcall.index, 2126);
  store<u16>(HANDLER_TABLE, h_vmload.index, 2128);
  store<u16>(HANDLER_TABLE, h_vmsave.index, 2130);
  store<u16>(HANDLER_TABLE, h_stgi.index, 2132);
  store<u16>(HANDLER_TABLE, h_clgi.index, 2134);
  store<u16>(HANDLER_TABLE, h_skinit.index, 2136);
  store<u16>(HANDLER_TABLE, h_invlpga.index, 2138);
  store<u16>(HANDLER_TABLE, h_smsw_16.index, 2140);
  store<u16>(HANDLER_TABLE, h_smsw_32.index, 2142);
  store<u16>(HANDLER_TABLE, h_smsw_64.index, 2144);
  store<u16>(HANDLER_TABLE, h_rdpkru.index, 2146);
  store<u16>(HANDLER_TABLE, h_wrpkru.index, 2148);
  store<u16>(HANDLER_TABLE, h_rdtscp.index, 2150);
  store<u16>(HANDLER_TABLE, h_monitorx.index, 2152);
  store<u16>(HANDLER_TABLE, h_mwaitx.index, 2154);
  store<u16>(HANDLER_TABLE, h_clzero.index, 2156);
  store<u16>(HANDLER_TABLE, h_rdpru.index, 2158);
  store<u16>(HANDLER_TABLE, h_invlpgb.index, 2160);
  store<u16>(HANDLER_TABLE, h_tlbsync.index, 2162);
  store<u16>(HANDLER_TABLE, h_mcommit.index, 2164);
  store<u16>(HANDLER_TABLE, h_swapgs.index, 2166);
  store<u16>(HANDLER_TABLE, h_lar_16.index, 2168);
  store<u16>(HANDLER_TABLE, h_lar_32.index, 2170);
  store<u16>(HANDLER_TABLE, h_lar_64.index, 2172);
  store<u16>(HANDLER_TABLE, h_lsl_16.index, 2174);
  store<u16>(HANDLER_TABLE, h_lsl_32.index, 2176);
  store<u16>(HANDLER_TABLE, h_lsl_64.index, 2178);
  store<u16>(HANDLER_TABLE, h_syscall.index, 2180);
  store<u16>(HANDLER_TABLE, h_clts.index, 2182);
  store<u16>(HANDLER_TABLE, h_sysret_16.index, 2184);
  store<u16>(HANDLER_TABLE, h_sysret_32.index, 2186);
  store<u16>(HANDLER_TABLE, h_sysret_64.index, 2188);
  store<u16>(HANDLER_TABLE, h_invd.index, 2190);
  store<u16>(HANDLER_TABLE, h_wbinvd.index, 2192);
  store<u16>(HANDLER_TABLE, h_wbnoinvd.index, 2194);
  store<u16>(HANDLER_TABLE, h_ud2.index, 2196);
  store<u16>(HANDLER_TABLE, h_prefetch.index, 2198);
  store<u16>(HANDLER_TABLE, h_movups_load.index, 2200);
  store<u16>(HANDLER_TABLE, h_movss_load.index, 2202);
  store<u16>(HANDLER_TABLE, h_movsd_load.index, 2204);
  store<u16>(HANDLER_TABLE, h_movups_store.index, 2206);
  store<u16>(HANDLER_TABLE, h_movss_store.index, 2208);
  store<u16>(HANDLER_TABLE, h_movsd_store.index, 2210);
  store<u16>(HANDLER_TABLE, h_movlps_load.index, 2212);
  store<u16>(HANDLER_TABLE, h_movsldup.index, 2214);
  store<u16>(HANDLER_TABLE, h_movddup.index, 2216);
  store<u16>(HANDLER_TABLE, h_movlps_store.index, 2218);
  store<u16>(HANDLER_TABLE, h_punpckldq.index, 2220);
  store<u16>(HANDLER_TABLE, h_punpcklqdq.index, 2222);
  store<u16>(HANDLER_TABLE, h_punpckhdq.index, 2224);
  store<u16>(HANDLER_TABLE, h_punpckhqdq.index, 2226);
  store<u16>(HANDLER_TABLE, h_movhps_load.index, 2228);
  store<u16>(HANDLER_TABLE, h_movshdup.index, 2230);
  store<u16>(HANDLER_TABLE, h_movhps_store.index, 2232);
  store<u16>(HANDLER_TABLE, h_nop.index, 2234);
  store<u16>(HANDLER_TABLE, h_mov_from_cr.index, 2236);
  store<u16>(HANDLER_TABLE, h_mov_from_dr.index, 2238);
  store<u16>(HANDLER_TABLE, h_mov_to_cr.index, 2240);
  store<u16>(HANDLER_TABLE, h_mov_to_dr.index, 2242);
  store<u16>(HANDLER_TABLE, h_movaps_load.index, 2244);
  store<u16>(HANDLER_TABLE, h_movaps_store.index, 2246);
  store<u16>(HANDLER_TABLE, h_cvtpi2ps.index, 2248);
  store<u16>(HANDLER_TABLE, h_cvtpi2pd.index, 2250);
  store<u16>(HANDLER_TABLE, h_cvtsi2ss_16.index, 2252);
  store<u16>(HANDLER_TABLE, h_cvtsi2ss_32.index, 2254);
  store<u16>(HANDLER_TABLE, h_cvtsi2ss_64.index, 2256);
  store<u16>(HANDLER_TABLE, h_cvtsi2sd_16.index, 2258);
  store<u16>(HANDLER_TABLE, h_cvtsi2sd_32.index, 2260);
  store<u16>(HANDLER_TABLE, h_cvtsi2sd_64.index, 2262);
  store<u16>(HANDLER_TABLE, h_movntss.index, 2264);
  store<u16>(HANDLER_TABLE, h_movntsd.index, 2266);
  store<u16>(HANDLER_TABLE, h_cvttps2pi.index, 2268);
  store<u16>(HANDLER_TABLE, h_cvttpd2pi.index, 2270);
  store<u16>(HANDLER_TABLE, h_cvttss2si_16.index, 2272);
  store<u16>(HANDLER_TABLE, h_cvttss2si_32.index, 2274);
  store<u16>(HANDLER_TABLE, h_cvttss2si_64.index, 2276);
  store<u16>(HANDLER_TABLE, h_cvttsd2si_16.index, 2278);
  store<u16>(HANDLER_TABLE, h_cvttsd2si_32.index, 2280);
  store<u16>(HANDLER_TABLE, h_cvttsd2si_64.index, 2282);
  store<u16>(HANDLER_TABLE, h_cvtps2pi.index, 2284);
  store<u16>(HANDLER_TABLE, h_cvtpd2pi.index, 2286);
  store<u16>(HANDLER_TABLE, h_cvtss2si_16.index, 2288);
  store<u16>(HANDLER_TABLE, h_cvtss2si_32.index, 2290);
  store<u16>(HANDLER_TABLE, h_cvtss2si_64.index, 2292);
  store<u16>(HANDLER_TABLE, h_cvtsd2si_16.index, 2294);
  store<u16>(HANDLER_TABLE, h_cvtsd2si_32.index, 2296);
  store<u16>(HANDLER_TABLE, h_cvtsd2si_64.index, 2298);
  store<u16>(HANDLER_TABLE, h_ucomiss.index, 2300);
  store<u16>(HANDLER_TABLE, h_ucomisd.index, 2302);
  store<u16>(HANDLER_TABLE, h_comiss.index, 2304);
  store<u16>(HANDLER_TABLE, h_comisd.index, 2306);
  store<u16>(HANDLER_TABLE, h_wrmsr.index, 2308);
  store<u16>(HANDLER_TABLE, h_rdtsc.index, 2310);
  store<u16>(HANDLER_TABLE, h_rdmsr.index, 2312);
  store<u16>(HANDLER_TABLE, h_rdpmc.index, 2314);
  store<u16>(HANDLER_TABLE, h_sysenter.index, 2316);
  store<u16>(HANDLER_TABLE, h_sysexit_16.index, 2318);
  store<u16>(HANDLER_TABLE, h_sysexit_32.index, 2320);
  store<u16>(HANDLER_TABLE, h_sysexit_64.index, 2322);
  store<u16>(HANDLER_TABLE, h_cmovo_rs_16.index, 2324);
  store<u16>(HANDLER_TABLE, h_cmovo_rs_32.index, 2326);
  store<u16>(HANDLER_TABLE, h_cmovo_rs_64.index, 2328);
  store<u16>(HANDLER_TABLE, h_cmovo_rm_16.index, 2330);
  store<u16>(HANDLER_TABLE, h_cmovo_rm_32.index, 2332);
  store<u16>(HANDLER_TABLE, h_cmovo_rm_64.index, 2334);
  store<u16>(HANDLER_TABLE, h_cmovno_rs_16.index, 2336);
  store<u16>(HANDLER_TABLE, h_cmovno_rs_32.index, 2338);
  store<u16>(HANDLER_TABLE, h_cmovno_rs_64.index, 2340);
  store<u16>(HANDLER_TABLE, h_cmovno_rm_16.index, 2342);
  store<u16>(HANDLER_TABLE, h_cmovno_rm_32.index, 2344);
  store<u16>(HANDLER_TABLE, h_cmovno_rm_64.index, 2346);
  store<u16>(HANDLER_TABLE, h_cmovb_rs_16.index, 2348);
  store<u16>(HANDLER_TABLE, h_cmovb_rs_32.index, 2350);
  store<u16>(HANDLER_TABLE, h_cmovb_rs_64.index, 2352);
  store<u16>(HANDLER_TABLE, h_cmovb_rm_16.index, 2354);
  store<u16>(HANDLER_TABLE, h_cmovb_rm_32.index, 2356);
  store<u16>(HANDLER_TABLE, h_cmovb_rm_64.index, 2358);
  store<u16>(HANDLER_TABLE, h_cmovnb_rs_16.index, 2360);
  store<u16>(HANDLER_TABLE, h_cmovnb_rs_32.index, 2362);
  store<u16>(HANDLER_TABLE, h_cmovnb_rs_64.index, 2364);
  store<u16>(HANDLER_TABLE, h_cmovnb_rm_16.index, 2366);
  store<u16>(HANDLER_TABLE, h_cmovnb_rm_32.index, 2368);
  store<u16>(HANDLER_TABLE, h_cmovnb_rm_64.index, 2370);
  store<u16>(HANDLER_TABLE, h_cmovz_rs_16.index, 2372);
  store<u16>(HANDLER_TABLE, h_cmovz_rs_32.index, 2374);
  store<u16>(HANDLER_TABLE, h_cmovz_rs_64.index, 2376);
  store<u16>(HANDLER_TABLE, h_cmovz_rm_16.index, 2378);
  store<u16>(HANDLER_TABLE, h_cmovz_rm_32.index, 2380);
  store<u16>(HANDLER_TABLE, h_cmovz_rm_64.index, 2382);
  store<u16>(HANDLER_TABLE, h_cmovnz_rs_16.index, 2384);
  store<u16>(HANDLER_TABLE, h_cmovnz_rs_32.index, 2386);
  store<u16>(HANDLER_TABLE, h_cmovnz_rs_64.index, 2388);
  store<u16>(HANDLER_TABLE, h_cmovnz_rm_16.index, 2390);
  store<u16>(HANDLER_TABLE, h_cmovnz_rm_32.index, 2392);
  store<u16>(HANDLER_TABLE, h_cmovnz_rm_64.index, 2394);
  store<u16>(HANDLER_TABLE, h_cmovbe_rs_16.index, 2396);
  store<u16>(HANDLER_TABLE, h_cmovbe_rs_32.index, 2398);
  store<u16>(HANDLER_TABLE, h_cmovbe_rs_64.index, 2400);
  store<u16>(HANDLER_TABLE, h_cmovbe_rm_16.index, 2402);
  store<u16>(HANDLER_TABLE, h_cmovbe_rm_32.index, 2404);
  store<u16>(HANDLER_TABLE, h_cmovbe_rm_64.index, 2406);
  store<u16>(HANDLER_TABLE, h_cmovnbe_rs_16.index, 2408);
  store<u16>(HANDLER_TABLE, h_cmovnbe_rs_32.index, 2410);
  store<u16>(HANDLER_TABLE, h_cmovnbe_rs_64.index, 2412);
  store<u16>(HANDLER_TABLE, h_cmovnbe_rm_16.index, 2414);
  store<u16>(HANDLER_TABLE, h_cmovnbe_rm_32.index, 2416);
  store<u16>(HANDLER_TABLE, h_cmovnbe_rm_64.index, 2418);
  store<u16>(HANDLER_TABLE, h_cmovs_rs_16.index, 2420);
  store<u16>(HANDLER_TABLE, h_cmovs_rs_32.index, 2422);
  store<u16>(HANDLER_TABLE, h_cmovs_rs_64.index, 2424);
  store<u16>(HANDLER_TABLE, h_cmovs_rm_16.index, 2426);
  store<u16>(HANDLER_TABLE, h_cmovs_rm_32.index, 2428);
  store<u16>(HANDLER_TABLE, h_cmovs_rm_64.index, 2430);
  store<u16>(HANDLER_TABLE, h_cmovns_rs_16.index, 2432);
  store<u16>(HANDLER_TABLE, h_cmovns_rs_32.index, 2434);
  store<u16>(HANDLER_TABLE, h_cmovns_rs_64.index, 2436);
  store<u16>(HANDLER_TABLE, h_cmovns_rm_16.index, 2438);
  store<u16>(HANDLER_TABLE, h_cmovns_rm_32.index, 2440);
  store<u16>(HANDLER_TABLE, h_cmovns_rm_64.index, 2442);
  store<u16>(HANDLER_TABLE, h_cmovp_rs_16.index, 2444);
  store<u16>(HANDLER_TABLE, h_cmovp_rs_32.index, 2446);
  store<u16>(HANDLER_TABLE, h_cmovp_rs_64.index, 2448);
  store<u16>(HANDLER_TABLE, h_cmovp_rm_16.index, 2450);
  store<u16>(HANDLER_TABLE, h_cmovp_rm_32.index, 2452);
  store<u16>(HANDLER_TABLE, h_cmovp_rm_64.index, 2454);
  store<u16>(HANDLER_TABLE, h_cmovnp_rs_16.index, 2456);
  store<u16>(HANDLER_TABLE, h_cmovnp_rs_32.index, 2458);
  store<u16>(HANDLER_TABLE, h_cmovnp_rs_64.index, 2460);
  store<u16>(HANDLER_TABLE, h_cmovnp_rm_16.index, 2462);
  store<u16>(HANDLER_TABLE, h_cmovnp_rm_32.index, 2464);
  store<u16>(HANDLER_TABLE, h_cmovnp_rm_64.index, 2466);
  store<u16>(HANDLER_TABLE, h_cmovl_rs_16.index, 2468);
  store<u16>(HANDLER_TABLE, h_cmovl_rs_32.index, 2470);
  store<u16>(HANDLER_TABLE, h_cmovl_rs_64.index, 2472);
  store<u16>(HANDLER_TABLE, h_cmovl_rm_16.index, 2474);
  store<u16>(HANDLER_TABLE, h_cmovl_rm_32.index, 2476);
  store<u16>(HANDLER_TABLE, h_cmovl_rm_64.index, 2478);
  store<u16>(HANDLER_TABLE, h_cmovnl_rs_16.index, 2480);
  store<u16>(HANDLER_TABLE, h_cmovnl_rs_32.index, 2482);
  store<u16>(HANDLER_TABLE, h_cmovnl_rs_64.index, 2484);
  store<u16>(HANDLER_TABLE, h_cmovnl_rm_16.index, 2486);
  store<u16>(HANDLER_TABLE, h_cmovnl_rm_32.index, 2488);
  store<u16>(HANDLER_TABLE, h_cmovnl_rm_64.index, 2490);
  store<u16>(HANDLER_TABLE, h_cmovle_rs_16.index, 2492);
  store<u16>(HANDLER_TABLE, h_cmovle_rs_32.index, 2494);
  store<u16>(HANDLER_TABLE, h_cmovle_rs_64.index, 2496);
  store<u16>(HANDLER_TABLE, h_cmovle_rm_16.index, 2498);
  store<u16>(HANDLER_TABLE, h_cmovle_rm_32.index, 2500);
  store<u16>(HANDLER_TABLE, h_cmovle_rm_64.index, 2502);
  store<u16>(HANDLER_TABLE, h_cmovnle_rs_16.index, 2504);
  store<u16>(HANDLER_TABLE, h_cmovnle_rs_32.index, 2506);
  store<u16>(HANDLER_TABLE, h_cmovnle_rs_64.index, 2508);
  store<u16>(HANDLER_TABLE, h_cmovnle_rm_16.index, 2510);
  store<u16>(HANDLER_TABLE, h_cmovnle_rm_32.index, 2512);
  store<u16>(HANDLER_TABLE, h_cmovnle_rm_64.index, 2514);
  store<u16>(HANDLER_TABLE, h_movmskps.index, 2516);
  store<u16>(HANDLER_TABLE, h_movmskpd.index, 2518);
  store<u16>(HANDLER_TABLE, h_sqrtps.index, 2520);
  store<u16>(HANDLER_TABLE, h_sqrtpd.index, 2522);
  store<u16>(HANDLER_TABLE, h_sqrtss.index, 2524);
  store<u16>(HANDLER_TABLE, h_sqrtsd.index, 2526);
  store<u16>(HANDLER_TABLE, h_rsqrtps.index, 2528);
  store<u16>(HANDLER_TABLE, h_rsqrtss.index, 2530);
  store<u16>(HANDLER_TABLE, h_rcpps.index, 2532);
  store<u16>(HANDLER_TABLE, h_rcpss.index, 2534);
  store<u16>(HANDLER_TABLE, h_pand.index, 2536);
  store<u16>(HANDLER_TABLE, h_pandn.index, 2538);
  store<u16>(HANDLER_TABLE, h_por.index, 2540);
  store<u16>(HANDLER_TABLE, h_pxor.index, 2542);
  store<u16>(HANDLER_TABLE, h_addps.index, 2544);
  store<u16>(HANDLER_TABLE, h_addpd.index, 2546);
  store<u16>(HANDLER_TABLE, h_addss.index, 2548);
  store<u16>(HANDLER_TABLE, h_addsd.index, 2550);
  store<u16>(HANDLER_TABLE, h_mulps.index, 2552);
  store<u16>(HANDLER_TABLE, h_mulpd.index, 2554);
  store<u16>(HANDLER_TABLE, h_mulss.index, 2556);
  store<u16>(HANDLER_TABLE, h_mulsd.index, 2558);
  store<u16>(HANDLER_TABLE, h_cvtps2pd.index, 2560);
  store<u16>(HANDLER_TABLE, h_cvtpd2ps.index, 2562);
  store<u16>(HANDLER_TABLE, h_cvtss2sd.index, 2564);
  store<u16>(HANDLER_TABLE, h_cvtsd2ss.index, 2566);
  store<u16>(HANDLER_TABLE, h_cvtdq2ps.index, 2568);
  store<u16>(HANDLER_TABLE, h_cvtps2dq.index, 2570);
  store<u16>(HANDLER_TABLE, h_cvttps2dq.index, 2572);
  store<u16>(HANDLER_TABLE, h_subps.index, 2574);
  store<u16>(HANDLER_TABLE, h_subpd.index, 2576);
  store<u16>(HANDLER_TABLE, h_subss.index, 2578);
  store<u16>(HANDLER_TABLE, h_subsd.index, 2580);
  store<u16>(HANDLER_TABLE, h_minps.index, 2582);
  store<u16>(HANDLER_TABLE, h_minpd.index, 2584);
  store<u16>(HANDLER_TABLE, h_minss.index, 2586);
  store<u16>(HANDLER_TABLE, h_minsd.index, 2588);
  store<u16>(HANDLER_TABLE, h_divps.index, 2590);
  store<u16>(HANDLER_TABLE, h_divpd.index, 2592);
  store<u16>(HANDLER_TABLE, h_divss.index, 2594);
  store<u16>(HANDLER_TABLE, h_divsd.index, 2596);
  store<u16>(HANDLER_TABLE, h_maxps.index, 2598);
  store<u16>(HANDLER_TABLE, h_maxpd.index, 2600);
  store<u16>(HANDLER_TABLE, h_maxss.index, 2602);
  store<u16>(HANDLER_TABLE, h_maxsd.index, 2604);
  store<u16>(HANDLER_TABLE, h_punpcklbw_mmx.index, 2606);
  store<u16>(HANDLER_TABLE, h_punpcklbw.index, 2608);
  store<u16>(HANDLER_TABLE, h_punpcklwd_mmx.index, 2610);
  store<u16>(HANDLER_TABLE, h_punpcklwd.index, 2612);
  store<u16>(HANDLER_TABLE, h_punpckldq_mmx.index, 2614);
  store<u16>(HANDLER_TABLE, h_packsswb_mmx.index, 2616);
  store<u16>(HANDLER_TABLE, h_packsswb.index, 2618);
  store<u16>(HANDLER_TABLE, h_pcmpgtb_mmx.index, 2620);
  store<u16>(HANDLER_TABLE, h_pcmpgtb.index, 2622);
  store<u16>(HANDLER_TABLE, h_pcmpgtw_mmx.index, 2624);
  store<u16>(HANDLER_TABLE, h_pcmpgtw.index, 2626);
  store<u16>(HANDLER_TABLE, h_pcmpgtd_mmx.index, 2628);
  store<u16>(HANDLER_TABLE, h_pcmpgtd.index, 2630);
  store<u16>(HANDLER_TABLE, h_packuswb_mmx.index, 2632);
  store<u16>(HANDLER_TABLE, h_packuswb.index, 2634);
  store<u16>(HANDLER_TABLE, h_punpckhbw_mmx.index, 2636);
  store<u16>(HANDLER_TABLE, h_punpckhbw.index, 2638);
  store<u16>(HANDLER_TABLE, h_punpckhwd_mmx.index, 2640);
  store<u16>(HANDLER_TABLE, h_punpckhwd.index, 2642);
  store<u16>(HANDLER_TABLE, h_punpckhdq_mmx.index, 2644);
  store<u16>(HANDLER_TABLE, h_packssdw_mmx.index, 2646);
  store<u16>(HANDLER_TABLE, h_packssdw.index, 2648);
  store<u16>(HANDLER_TABLE, h_movToMmx_16.index, 2650);
  store<u16>(HANDLER_TABLE, h_movToMmx_32.index, 2652);
  store<u16>(HANDLER_TABLE, h_movToMmx_64.index, 2654);
  store<u16>(HANDLER_TABLE, h_movToXmm_16.index, 2656);
  store<u16>(HANDLER_TABLE, h_movToXmm_32.index, 2658);
  store<u16>(HANDLER_TABLE, h_movToXmm_64.index, 2660);
  store<u16>(HANDLER_TABLE, h_mmxLoad.index, 2662);
  store<u16>(HANDLER_TABLE, h_pshufw_mmx.index, 2664);
  store<u16>(HANDLER_TABLE, h_pshufd.index, 2666);
  store<u16>(HANDLER_TABLE, h_pshufhw.index, 2668);
  store<u16>(HANDLER_TABLE, h_pshuflw.index, 2670);
  store<u16>(HANDLER_TABLE, h_psrlwImm_mmx.index, 2672);
  store<u16>(HANDLER_TABLE, h_psrawImm_mmx.index, 2674);
  store<u16>(HANDLER_TABLE, h_psllwImm_mmx.index, 2676);
  store<u16>(HANDLER_TABLE, h_psrlwImm.index, 2678);
  store<u16>(HANDLER_TABLE, h_psrawImm.index, 2680);
  store<u16>(HANDLER_TABLE, h_psllwImm.index, 2682);
  store<u16>(HANDLER_TABLE, h_psrldImm_mmx.index, 2684);
  store<u16>(HANDLER_TABLE, h_psradImm_mmx.index, 2686);
  store<u16>(HANDLER_TABLE, h_pslldImm_mmx.index, 2688);
  store<u16>(HANDLER_TABLE, h_psrldImm.index, 2690);
  store<u16>(HANDLER_TABLE, h_psradImm.index, 2692);
  store<u16>(HANDLER_TABLE, h_pslldImm.index, 2694);
  store<u16>(HANDLER_TABLE, h_psrlqImm_mmx.index, 2696);
  store<u16>(HANDLER_TABLE, h_psllqImm_mmx.index, 2698);
  store<u16>(HANDLER_TABLE, h_psrlqImm.index, 2700);
  store<u16>(HANDLER_TABLE, h_psrldq.index, 2702);
  store<u16>(HANDLER_TABLE, h_psllqImm.index, 2704);
  store<u16>(HANDLER_TABLE, h_pslldq.index, 2706);
  store<u16>(HANDLER_TABLE, h_pcmpeqb_mmx.index, 2708);
  store<u16>(HANDLER_TABLE, h_pcmpeqb.index, 2710);
  store<u16>(HANDLER_TABLE, h_pcmpeqw_mmx.index, 2712);
  store<u16>(HANDLER_TABLE, h_pcmpeqw.index, 2714);
  store<u16>(HANDLER_TABLE, h_pcmpeqd_mmx.index, 2716);
  store<u16>(HANDLER_TABLE, h_pcmpeqd.index, 2718);
  store<u16>(HANDLER_TABLE, h_emms.index, 2720);
  store<u16>(HANDLER_TABLE, h_extrqImm.index, 2722);
  store<u16>(HANDLER_TABLE, h_insertqImm.index, 2724);
  store<u16>(HANDLER_TABLE, h_extrq.index, 2726);
  store<u16>(HANDLER_TABLE, h_insertq.index, 2728);
  store<u16>(HANDLER_TABLE, h_haddpd.index, 2730);
  store<u16>(HANDLER_TABLE, h_haddps.index, 2732);
  store<u16>(HANDLER_TABLE, h_hsubpd.index, 2734);
  store<u16>(HANDLER_TABLE, h_hsubps.index, 2736);
  store<u16>(HANDLER_TABLE, h_movFromMmx_16.index, 2738);
  store<u16>(HANDLER_TABLE, h_movFromMmx_32.index, 2740);
  store<u16>(HANDLER_TABLE, h_movFromMmx_64.index, 2742);
  store<u16>(HANDLER_TABLE, h_movFromXmm_16.index, 2744);
  store<u16>(HANDLER_TABLE, h_movFromXmm_32.index, 2746);
  store<u16>(HANDLER_TABLE, h_movFromXmm_64.index, 2748);
  store<u16>(HANDLER_TABLE, h_movq_load.index, 2750);
  store<u16>(HANDLER_TABLE, h_mmxStore.index, 2752);
  store<u16>(HANDLER_TABLE, h_seto_8.index, 2754);
  store<u16>(HANDLER_TABLE, h_setno_8.index, 2756);
  store<u16>(HANDLER_TABLE, h_setb_8.index, 2758);
  store<u16>(HANDLER_TABLE, h_setnb_8.index, 2760);
  store<u16>(HANDLER_TABLE, h_setz_8.index, 2762);
  store<u16>(HANDLER_TABLE, h_setnz_8.index, 2764);
  store<u16>(HANDLER_TABLE, h_setbe_8.index, 2766);
  store<u16>(HANDLER_TABLE, h_setnbe_8.index, 2768);
  store<u16>(HANDLER_TABLE, h_sets_8.index, 2770);
  store<u16>(HANDLER_TABLE, h_setns_8.index, 2772);
  store<u16>(HANDLER_TABLE, h_setp_8.index, 2774);
  store<u16>(HANDLER_TABLE, h_setnp_8.index, 2776);
  store<u16>(HANDLER_TABLE, h_setl_8.index, 2778);
  store<u16>(HANDLER_TABLE, h_setnl_8.index, 2780);
  store<u16>(HANDLER_TABLE, h_setle_8.index, 2782);
  store<u16>(HANDLER_TABLE, h_setnle_8.index, 2784);
  store<u16>(HANDLER_TABLE, h_push_fs_16.index, 2786);
  store<u16>(HANDLER_TABLE, h_push_fs_32.index, 2788);
  store<u16>(HANDLER_TABLE, h_push_fs_64.index, 2790);
  store<u16>(HANDLER_TABLE, h_pop_fs_16.index, 2792);
  store<u16>(HANDLER_TABLE, h_pop_fs_32.index, 2794);
  store<u16>(HANDLER_TABLE, h_pop_fs_64.index, 2796);
  store<u16>(HANDLER_TABLE, h_cpuid.index, 2798);
  store<u16>(HANDLER_TABLE, h_bt_16.index, 2800);
  store<u16>(HANDLER_TABLE, h_bt_32.index, 2802);
  store<u16>(HANDLER_TABLE, h_bt_64.index, 2804);
  store<u16>(HANDLER_TABLE, h_shld_16.index, 2806);
  store<u16>(HANDLER_TABLE, h_shld_32.index, 2808);
  store<u16>(HANDLER_TABLE, h_shld_64.index, 2810);
  store<u16>(HANDLER_TABLE, h_shldcl_16.index, 2812);
  store<u16>(HANDLER_TABLE, h_shldcl_32.index, 2814);
  store<u16>(HANDLER_TABLE, h_shldcl_64.index, 2816);
  store<u16>(HANDLER_TABLE, h_push_gs_16.index, 2818);
  store<u16>(HANDLER_TABLE, h_push_gs_32.index, 2820);
  store<u16>(HANDLER_TABLE, h_push_gs_64.index, 2822);
  store<u16>(HANDLER_TABLE, h_pop_gs_16.index, 2824);
  store<u16>(HANDLER_TABLE, h_pop_gs_32.index, 2826);
  store<u16>(HANDLER_TABLE, h_pop_gs_64.index, 2828);
  store<u16>(HANDLER_TABLE, h_rsm.index, 2830);
  store<u16>(HANDLER_TABLE, h_bts_16.index, 2832);
  store<u16>(HANDLER_TABLE, h_bts_32.index, 2834);
  store<u16>(HANDLER_TABLE, h_bts_64.index, 2836);
  store<u16>(HANDLER_TABLE, h_shrd_16.index, 2838);
  store<u16>(HANDLER_TABLE, h_shrd_32.index, 2840);
  store<u16>(HANDLER_TABLE, h_shrd_64.index, 2842);
  store<u16>(HANDLER_TABLE, h_shrdcl_16.index, 2844);
  store<u16>(HANDLER_TABLE, h_shrdcl_32.index, 2846);
  store<u16>(HANDLER_TABLE, h_shrdcl_64.index, 2848);
  store<u16>(HANDLER_TABLE, h_fxsave_16.index, 2850);
  store<u16>(HANDLER_TABLE, h_fxsave_32.index, 2852);
  store<u16>(HANDLER_TABLE, h_fxsave_64.index, 2854);
  store<u16>(HANDLER_TABLE, h_fxrstor_16.index, 2856);
  store<u16>(HANDLER_TABLE, h_fxrstor_32.index, 2858);
  store<u16>(HANDLER_TABLE, h_fxrstor_64.index, 2860);
  store<u16>(HANDLER_TABLE, h_ldmxcsr.index, 2862);
  store<u16>(HANDLER_TABLE, h_stmxcsr.index, 2864);
  store<u16>(HANDLER_TABLE, h_xsave_16.index, 2866);
  store<u16>(HANDLER_TABLE, h_xsave_32.index, 2868);
  store<u16>(HANDLER_TABLE, h_xsave_64.index, 2870);
  store<u16>(HANDLER_TABLE, h_xrstor_16.index, 2872);
  store<u16>(HANDLER_TABLE, h_xrstor_32.index, 2874);
  store<u16>(HANDLER_TABLE, h_xrstor_64.index, 2876);
  store<u16>(HANDLER_TABLE, h_xsaveopt_16.index, 2878);
  store<u16>(HANDLER_TABLE, h_xsaveopt_32.index, 2880);
  store<u16>(HANDLER_TABLE, h_xsaveopt_64.index, 2882);
  store<u16>(HANDLER_TABLE, h_clflush.index, 2884);
  store<u16>(HANDLER_TABLE, h_lfence.index, 2886);
  store<u16>(HANDLER_TABLE, h_mfence.index, 2888);
  store<u16>(HANDLER_TABLE, h_sfence.index, 2890);
  store<u16>(HANDLER_TABLE, h_clwb.index, 2892);
  store<u16>(HANDLER_TABLE, h_clflushopt.index, 2894);
  store<u16>(HANDLER_TABLE, h_rdfsbase_16.index, 2896);
  store<u16>(HANDLER_TABLE, h_rdfsbase_32.index, 2898);
  store<u16>(HANDLER_TABLE, h_rdfsbase_64.index, 2900);
  store<u16>(HANDLER_TABLE, h_rdgsbase_16.index, 2902);
  store<u16>(HANDLER_TABLE, h_rdgsbase_32.index, 2904);
  store<u16>(HANDLER_TABLE, h_rdgsbase_64.index, 2906);
  store<u16>(HANDLER_TABLE, h_wrfsbase_16.index, 2908);
  store<u16>(HANDLER_TABLE, h_wrfsbase_32.index, 2910);
  store<u16>(HANDLER_TABLE, h_wrfsbase_64.index, 2912);
  store<u16>(HANDLER_TABLE, h_wrgsbase_16.index, 2914);
  store<u16>(HANDLER_TABLE, h_wrgsbase_32.index, 2916);
  store<u16>(HANDLER_TABLE, h_wrgsbase_64.index, 2918);
  store<u16>(HANDLER_TABLE, h_imul_rs_16.index, 2920);
  store<u16>(HANDLER_TABLE, h_imul_rs_32.index, 2922);
  store<u16>(HANDLER_TABLE, h_imul_rs_64.index, 2924);
  store<u16>(HANDLER_TABLE, h_imul_rs_16_nf.index, 2926);
  store<u16>(HANDLER_TABLE, h_imul_rs_32_nf.index, 2928);
  store<u16>(HANDLER_TABLE, h_imul_rs_64_nf.index, 2930);
  store<u16>(HANDLER_TABLE, h_imul_rm_16.index, 2932);
  store<u16>(HANDLER_TABLE, h_imul_rm_32.index, 2934);
  store<u16>(HANDLER_TABLE, h_imul_rm_64.index, 2936);
  store<u16>(HANDLER_TABLE, h_imul_rm_16_nf.index, 2938);
  store<u16>(HANDLER_TABLE, h_imul_rm_32_nf.index, 2940);
  store<u16>(HANDLER_TABLE, h_imul_rm_64_nf.index, 2942);
  store<u16>(HANDLER_TABLE, h_cmpxchg_8.index, 2944);
  store<u16>(HANDLER_TABLE, h_cmpxchg_16.index, 2946);
  store<u16>(HANDLER_TABLE, h_cmpxchg_32.index, 2948);
  store<u16>(HANDLER_TABLE, h_cmpxchg_64.index, 2950);
  store<u16>(HANDLER_TABLE, h_lss_16.index, 2952);
  store<u16>(HANDLER_TABLE, h_lss_32.index, 2954);
  store<u16>(HANDLER_TABLE, h_lss_64.index, 2956);
  store<u16>(HANDLER_TABLE, h_btr_16.index, 2958);
  store<u16>(HANDLER_TABLE, h_btr_32.index, 2960);
  store<u16>(HANDLER_TABLE, h_btr_64.index, 2962);
  store<u16>(HANDLER_TABLE, h_lfs_16.index, 2964);
  store<u16>(HANDLER_TABLE, h_lfs_32.index, 2966);
  store<u16>(HANDLER_TABLE, h_lfs_64.index, 2968);
  store<u16>(HANDLER_TABLE, h_lgs_16.index, 2970);
  store<u16>(HANDLER_TABLE, h_lgs_32.index, 2972);
  store<u16>(HANDLER_TABLE, h_lgs_64.index, 2974);
  store<u16>(HANDLER_TABLE, h_movzx8_rs_16.index, 2976);
  store<u16>(HANDLER_TABLE, h_movzx8_rs_32.index, 2978);
  store<u16>(HANDLER_TABLE, h_movzx8_rs_64.index, 2980);
  store<u16>(HANDLER_TABLE, h_movzx8_rm_16.index, 2982);
  store<u16>(HANDLER_TABLE, h_movzx8_rm_32.index, 2984);
  store<u16>(HANDLER_TABLE, h_movzx8_rm_64.index, 2986);
  store<u16>(HANDLER_TABLE, h_movzx16_rs_16.index, 2988);
  store<u16>(HANDLER_TABLE, h_movzx16_rs_32.index, 2990);
  store<u16>(HANDLER_TABLE, h_movzx16_rs_64.index, 2992);
  store<u16>(HANDLER_TABLE, h_movzx16_rm_16.index, 2994);
  store<u16>(HANDLER_TABLE, h_movzx16_rm_32.index, 2996);
  store<u16>(HANDLER_TABLE, h_movzx16_rm_64.index, 2998);
  store<u16>(HANDLER_TABLE, h_popcnt_16.index, 3000);
  store<u16>(HANDLER_TABLE, h_popcnt_32.index, 3002);
  store<u16>(HANDLER_TABLE, h_popcnt_64.index, 3004);
  store<u16>(HANDLER_TABLE, h_ud1.index, 3006);
  store<u16>(HANDLER_TABLE, h_btImm_16.index, 3008);
  store<u16>(HANDLER_TABLE, h_btImm_32.index, 3010);
  store<u16>(HANDLER_TABLE, h_btImm_64.index, 3012);
  store<u16>(HANDLER_TABLE, h_btsImm_16.index, 3014);
  store<u16>(HANDLER_TABLE, h_btsImm_32.index, 3016);
  store<u16>(HANDLER_TABLE, h_btsImm_64.index, 3018);
  store<u16>(HANDLER_TABLE, h_btrImm_16.index, 3020);
  store<u16>(HANDLER_TABLE, h_btrImm_32.index, 3022);
  store<u16>(HANDLER_TABLE, h_btrImm_64.index, 3024);
  store<u16>(HANDLER_TABLE, h_btcImm_16.index, 3026);
  store<u16>(HANDLER_TABLE, h_btcImm_32.index, 3028);
  store<u16>(HANDLER_TABLE, h_btcImm_64.index, 3030);
  store<u16>(HANDLER_TABLE, h_btc_16.index, 3032);
  store<u16>(HANDLER_TABLE, h_btc_32.index, 3034);
  store<u16>(HANDLER_TABLE, h_btc_64.index, 3036);
  store<u16>(HANDLER_TABLE, h_bsf_16.index, 3038);
  store<u16>(HANDLER_TABLE, h_bsf_32.index, 3040);
  store<u16>(HANDLER_TABLE, h_bsf_64.index, 3042);
  store<u16>(HANDLER_TABLE, h_tzcnt_16.index, 3044);
  store<u16>(HANDLER_TABLE, h_tzcnt_32.index, 3046);
  store<u16>(HANDLER_TABLE, h_tzcnt_64.index, 3048);
  store<u16>(HANDLER_TABLE, h_bsr_16.index, 3050);
  store<u16>(HANDLER_TABLE, h_bsr_32.index, 3052);
  store<u16>(HANDLER_TABLE, h_bsr_64.index, 3054);
  store<u16>(HANDLER_TABLE, h_lzcnt_16.index, 3056);
  store<u16>(HANDLER_TABLE, h_lzcnt_32.index, 3058);
  store<u16>(HANDLER_TABLE, h_lzcnt_64.index, 3060);
  store<u16>(HANDLER_TABLE, h_movsx8_rs_16.index, 3062);
  store<u16>(HANDLER_TABLE, h_movsx8_rs_32.index, 3064);
  store<u16>(HANDLER_TABLE, h_movsx8_rs_64.index, 3066);
  store<u16>(HANDLER_TABLE, h_movsx8_rm_16.index, 3068);
  store<u16>(HANDLER_TABLE, h_movsx8_rm_32.index, 3070);
  store<u16>(HANDLER_TABLE, h_movsx8_rm_64.index, 3072);
  store<u16>(HANDLER_TABLE, h_movsx16_rs_16.index, 3074);
  store<u16>(HANDLER_TABLE, h_movsx16_rs_32.index, 3076);
  store<u16>(HANDLER_TABLE, h_movsx16_rs_64.index, 3078);
  store<u16>(HANDLER_TABLE, h_movsx16_rm_16.index, 3080);
  store<u16>(HANDLER_TABLE, h_movsx16_rm_32.index, 3082);
  store<u16>(HANDLER_TABLE, h_movsx16_rm_64.index, 3084);
  store<u16>(HANDLER_TABLE, h_xadd_8.index, 3086);
  store<u16>(HANDLER_TABLE, h_xadd_16.index, 3088);
  store<u16>(HANDLER_TABLE, h_xadd_32.index, 3090);
  store<u16>(HANDLER_TABLE, h_xadd_64.index, 3092);
  store<u16>(HANDLER_TABLE, h_cmpps.index, 3094);
  store<u16>(HANDLER_TABLE, h_cmppd.index, 3096);
  store<u16>(HANDLER_TABLE, h_cmpss.index, 3098);
  store<u16>(HANDLER_TABLE, h_cmpsd.index, 3100);
  store<u16>(HANDLER_TABLE, h_movnti_16.index, 3102);
  store<u16>(HANDLER_TABLE, h_movnti_32.index, 3104);
  store<u16>(HANDLER_TABLE, h_movnti_64.index, 3106);
  store<u16>(HANDLER_TABLE, h_pinsrwMmx.index, 3108);
  store<u16>(HANDLER_TABLE, h_pinsrw.index, 3110);
  store<u16>(HANDLER_TABLE, h_pextrwMmx.index, 3112);
  store<u16>(HANDLER_TABLE, h_pextrw.index, 3114);
  store<u16>(HANDLER_TABLE, h_shufps.index, 3116);
  store<u16>(HANDLER_TABLE, h_shufpd.index, 3118);
  store<u16>(HANDLER_TABLE, h_cmpxchgPair_16.index, 3120);
  store<u16>(HANDLER_TABLE, h_cmpxchgPair_32.index, 3122);
  store<u16>(HANDLER_TABLE, h_cmpxchgPair_64.index, 3124);
  store<u16>(HANDLER_TABLE, h_xrstors_16.index, 3126);
  store<u16>(HANDLER_TABLE, h_xrstors_32.index, 3128);
  store<u16>(HANDLER_TABLE, h_xrstors_64.index, 3130);
  store<u16>(HANDLER_TABLE, h_xsavec_16.index, 3132);
  store<u16>(HANDLER_TABLE, h_xsavec_32.index, 3134);
  store<u16>(HANDLER_TABLE, h_xsavec_64.index, 3136);
  store<u16>(HANDLER_TABLE, h_xsaves_16.index, 3138);
  store<u16>(HANDLER_TABLE, h_xsaves_32.index, 3140);
  store<u16>(HANDLER_TABLE, h_xsaves_64.index, 3142);
  store<u16>(HANDLER_TABLE, h_rdrand_16.index, 3144);
  store<u16>(HANDLER_TABLE, h_rdrand_32.index, 3146);
  store<u16>(HANDLER_TABLE, h_rdrand_64.index, 3148);
  store<u16>(HANDLER_TABLE, h_rdseed_16.index, 3150);
  store<u16>(HANDLER_TABLE, h_rdseed_32.index, 3152);
  store<u16>(HANDLER_TABLE, h_rdseed_64.index, 3154);
  store<u16>(HANDLER_TABLE, h_rdpid.index, 3156);
  store<u16>(HANDLER_TABLE, h_bswap_16.index, 3158);
  store<u16>(HANDLER_TABLE, h_bswap_32.index, 3160);
  store<u16>(HANDLER_TABLE, h_bswap_64.index, 3162);
  store<u16>(HANDLER_TABLE, h_addsubpd.index, 3164);
  store<u16>(HANDLER_TABLE, h_addsubps.index, 3166);
  store<u16>(HANDLER_TABLE, h_psrlw_mmx.index, 3168);
  store<u16>(HANDLER_TABLE, h_psrlw.index, 3170);
  store<u16>(HANDLER_TABLE, h_psrld_mmx.index, 3172);
  store<u16>(HANDLER_TABLE, h_psrld.index, 3174);
  store<u16>(HANDLER_TABLE, h_psrlq_mmx.index, 3176);
  store<u16>(HANDLER_TABLE, h_psrlq.index, 3178);
  store<u16>(HANDLER_TABLE, h_paddq_mmx.index, 3180);
  store<u16>(HANDLER_TABLE, h_paddq.index, 3182);
  store<u16>(HANDLER_TABLE, h_pmullw_mmx.index, 3184);
  store<u16>(HANDLER_TABLE, h_pmullw.index, 3186);
  store<u16>(HANDLER_TABLE, h_movq_store.index, 3188);
  store<u16>(HANDLER_TABLE, h_movq2dq.index, 3190);
  store<u16>(HANDLER_TABLE, h_movdq2q.index, 3192);
  store<u16>(HANDLER_TABLE, h_pmovmskbMmx.index, 3194);
  store<u16>(HANDLER_TABLE, h_pmovmskb.index, 3196);
  store<u16>(HANDLER_TABLE, h_psubusb_mmx.index, 3198);
  store<u16>(HANDLER_TABLE, h_psubusb.index, 3200);
  store<u16>(HANDLER_TABLE, h_psubusw_mmx.index, 3202);
  store<u16>(HANDLER_TABLE, h_psubusw.index, 3204);
  store<u16>(HANDLER_TABLE, h_pminub_mmx.index, 3206);
  store<u16>(HANDLER_TABLE, h_pminub.index, 3208);
  store<u16>(HANDLER_TABLE, h_pand_mmx.index, 3210);
  store<u16>(HANDLER_TABLE, h_paddusb_mmx.index, 3212);
  store<u16>(HANDLER_TABLE, h_paddusb.index, 3214);
  store<u16>(HANDLER_TABLE, h_paddusw_mmx.index, 3216);
  store<u16>(HANDLER_TABLE, h_paddusw.index, 3218);
  store<u16>(HANDLER_TABLE, h_pmaxub_mmx.index, 3220);
  store<u16>(HANDLER_TABLE, h_pmaxub.index, 3222);
  store<u16>(HANDLER_TABLE, h_pandn_mmx.index, 3224);
  store<u16>(HANDLER_TABLE, h_pavgb_mmx.index, 3226);
  store<u16>(HANDLER_TABLE, h_pavgb.index, 3228);
  store<u16>(HANDLER_TABLE, h_psraw_mmx.index, 3230);
  store<u16>(HANDLER_TABLE, h_psraw.index, 3232);
  store<u16>(HANDLER_TABLE, h_psrad_mmx.index, 3234);
  store<u16>(HANDLER_TABLE, h_psrad.index, 3236);
  store<u16>(HANDLER_TABLE, h_pavgw_mmx.index, 3238);
  store<u16>(HANDLER_TABLE, h_pavgw.index, 3240);
  store<u16>(HANDLER_TABLE, h_pmulhuw_mmx.index, 3242);
  store<u16>(HANDLER_TABLE, h_pmulhuw.index, 3244);
  store<u16>(HANDLER_TABLE, h_pmulhw_mmx.index, 3246);
  store<u16>(HANDLER_TABLE, h_pmulhw.index, 3248);
  store<u16>(HANDLER_TABLE, h_cvttpd2dq.index, 3250);
  store<u16>(HANDLER_TABLE, h_cvtdq2pd.index, 3252);
  store<u16>(HANDLER_TABLE, h_cvtpd2dq.index, 3254);
  store<u16>(HANDLER_TABLE, h_psubsb_mmx.index, 3256);
  store<u16>(HANDLER_TABLE, h_psubsb.index, 3258);
  store<u16>(HANDLER_TABLE, h_psubsw_mmx.index, 3260);
  store<u16>(HANDLER_TABLE, h_psubsw.index, 3262);
  store<u16>(HANDLER_TABLE, h_pminsw_mmx.index, 3264);
  store<u16>(HANDLER_TABLE, h_pminsw.index, 3266);
  store<u16>(HANDLER_TABLE, h_por_mmx.index, 3268);
  store<u16>(HANDLER_TABLE, h_paddsb_mmx.index, 3270);
  store<u16>(HANDLER_TABLE, h_paddsb.index, 3272);
  store<u16>(HANDLER_TABLE, h_paddsw_mmx.index, 3274);
  store<u16>(HANDLER_TABLE, h_paddsw.index, 3276);
  store<u16>(HANDLER_TABLE, h_pmaxsw_mmx.index, 3278);
  store<u16>(HANDLER_TABLE, h_pmaxsw.index, 3280);
  store<u16>(HANDLER_TABLE, h_pxor_mmx.index, 3282);
  store<u16>(HANDLER_TABLE, h_lddqu.index, 3284);
  store<u16>(HANDLER_TABLE, h_psllw_mmx.index, 3286);
  store<u16>(HANDLER_TABLE, h_psllw.index, 3288);
  store<u16>(HANDLER_TABLE, h_pslld_mmx.index, 3290);
  store<u16>(HANDLER_TABLE, h_pslld.index, 3292);
  store<u16>(HANDLER_TABLE, h_psllq_mmx.index, 3294);
  store<u16>(HANDLER_TABLE, h_psllq.index, 3296);
  store<u16>(HANDLER_TABLE, h_pmuludq_mmx.index, 3298);
  store<u16>(HANDLER_TABLE, h_pmuludq.index, 3300);
  store<u16>(HANDLER_TABLE, h_pmaddwd_mmx.index, 3302);
  store<u16>(HANDLER_TABLE, h_pmaddwd.index, 3304);
  store<u16>(HANDLER_TABLE, h_psadbw_mmx.index, 3306);
  store<u16>(HANDLER_TABLE, h_psadbw.index, 3308);
  store<u16>(HANDLER_TABLE, h_maskmovq.index, 3310);
  store<u16>(HANDLER_TABLE, h_maskmovdqu.index, 3312);
  store<u16>(HANDLER_TABLE, h_psubb_mmx.index, 3314);
  store<u16>(HANDLER_TABLE, h_psubb.index, 3316);
  store<u16>(HANDLER_TABLE, h_psubw_mmx.index, 3318);
  store<u16>(HANDLER_TABLE, h_psubw.index, 3320);
  store<u16>(HANDLER_TABLE, h_psubd_mmx.index, 3322);
  store<u16>(HANDLER_TABLE, h_psubd.index, 3324);
  store<u16>(HANDLER_TABLE, h_psubq_mmx.index, 3326);
  store<u16>(HANDLER_TABLE, h_psubq.index, 3328);
  store<u16>(HANDLER_TABLE, h_paddb_mmx.index, 3330);
  store<u16>(HANDLER_TABLE, h_paddb.index, 3332);
  store<u16>(HANDLER_TABLE, h_paddw_mmx.index, 3334);
  store<u16>(HANDLER_TABLE, h_paddw.index, 3336);
  store<u16>(HANDLER_TABLE, h_paddd_mmx.index, 3338);
  store<u16>(HANDLER_TABLE, h_paddd.index, 3340);
  store<u16>(HANDLER_TABLE, h_ud0.index, 3342);
  store<u16>(HANDLER_TABLE, h_pshufb_mmx.index, 3344);
  store<u16>(HANDLER_TABLE, h_pshufb.index, 3346);
  store<u16>(HANDLER_TABLE, h_phaddw_mmx.index, 3348);
  store<u16>(HANDLER_TABLE, h_phaddw.index, 3350);
  store<u16>(HANDLER_TABLE, h_phaddd_mmx.index, 3352);
  store<u16>(HANDLER_TABLE, h_phaddd.index, 3354);
  store<u16>(HANDLER_TABLE, h_phaddsw_mmx.index, 3356);
  store<u16>(HANDLER_TABLE, h_phaddsw.index, 3358);
  store<u16>(HANDLER_TABLE, h_pmaddubsw_mmx.index, 3360);
  store<u16>(HANDLER_TABLE, h_pmaddubsw.index, 3362);
  store<u16>(HANDLER_TABLE, h_phsubw_mmx.index, 3364);
  store<u16>(HANDLER_TABLE, h_phsubw.index, 3366);
  store<u16>(HANDLER_TABLE, h_phsubd_mmx.index, 3368);
  store<u16>(HANDLER_TABLE, h_phsubd.index, 3370);
  store<u16>(HANDLER_TABLE, h_phsubsw_mmx.index, 3372);
  store<u16>(HANDLER_TABLE, h_phsubsw.index, 3374);
  store<u16>(HANDLER_TABLE, h_psignb_mmx.index, 3376);
  store<u16>(HANDLER_TABLE, h_psignb.index, 3378);
  store<u16>(HANDLER_TABLE, h_psignw_mmx.index, 3380);
  store<u16>(HANDLER_TABLE, h_psignw.index, 3382);
  store<u16>(HANDLER_TABLE, h_psignd_mmx.index, 3384);
  store<u16>(HANDLER_TABLE, h_psignd.index, 3386);
  store<u16>(HANDLER_TABLE, h_pmulhrsw_mmx.index, 3388);
  store<u16>(HANDLER_TABLE, h_pmulhrsw.index, 3390);
  store<u16>(HANDLER_TABLE, h_pblendvb.index, 3392);
  store<u16>(HANDLER_TABLE, h_blendvps.index, 3394);
  store<u16>(HANDLER_TABLE, h_blendvpd.index, 3396);
  store<u16>(HANDLER_TABLE, h_ptest.index, 3398);
  store<u16>(HANDLER_TABLE, h_pabsb_mmx.index, 3400);
  store<u16>(HANDLER_TABLE, h_pabsb.index, 3402);
  store<u16>(HANDLER_TABLE, h_pabsw_mmx.index, 3404);
  store<u16>(HANDLER_TABLE, h_pabsw.index, 3406);
  store<u16>(HANDLER_TABLE, h_pabsd_mmx.index, 3408);
  store<u16>(HANDLER_TABLE, h_pabsd.index, 3410);
  store<u16>(HANDLER_TABLE, h_pmovsxbw.index, 3412);
  store<u16>(HANDLER_TABLE, h_pmovsxbd.index, 3414);
  store<u16>(HANDLER_TABLE, h_pmovsxbq.index, 3416);
  store<u16>(HANDLER_TABLE, h_pmovsxwd.index, 3418);
  store<u16>(HANDLER_TABLE, h_pmovsxwq.index, 3420);
  store<u16>(HANDLER_TABLE, h_pmovsxdq.index, 3422);
  store<u16>(HANDLER_TABLE, h_pmuldq.index, 3424);
  store<u16>(HANDLER_TABLE, h_pcmpeqq.index, 3426);
  store<u16>(HANDLER_TABLE, h_movntdqa.index, 3428);
  store<u16>(HANDLER_TABLE, h_packusdw.index, 3430);
  store<u16>(HANDLER_TABLE, h_pmovzxbw.index, 3432);
  store<u16>(HANDLER_TABLE, h_pmovzxbd.index, 3434);
  store<u16>(HANDLER_TABLE, h_pmovzxbq.index, 3436);
  store<u16>(HANDLER_TABLE, h_pmovzxwd.index, 3438);
  store<u16>(HANDLER_TABLE, h_pmovzxwq.index, 3440);
  store<u16>(HANDLER_TABLE, h_pmovzxdq.index, 3442);
  store<u16>(HANDLER_TABLE, h_pcmpgtq.index, 3444);
  store<u16>(HANDLER_TABLE, h_pminsb.index, 3446);
  store<u16>(HANDLER_TABLE, h_pminsd.index, 3448);
  store<u16>(HANDLER_TABLE, h_pminuw.index, 3450);
  store<u16>(HANDLER_TABLE, h_pminud.index, 3452);
  store<u16>(HANDLER_TABLE, h_pmaxsb.index, 3454);
  store<u16>(HANDLER_TABLE, h_pmaxsd.index, 3456);
  store<u16>(HANDLER_TABLE, h_pmaxuw.index, 3458);
  store<u16>(HANDLER_TABLE, h_pmaxud.index, 3460);
  store<u16>(HANDLER_TABLE, h_pmulld.index, 3462);
  store<u16>(HANDLER_TABLE, h_phminposuw.index, 3464);
  store<u16>(HANDLER_TABLE, h_invpcid.index, 3466);
  store<u16>(HANDLER_TABLE, h_sha1nexte.index, 3468);
  store<u16>(HANDLER_TABLE, h_sha1msg1.index, 3470);
  store<u16>(HANDLER_TABLE, h_sha1msg2.index, 3472);
  store<u16>(HANDLER_TABLE, h_sha256rnds2.index, 3474);
  store<u16>(HANDLER_TABLE, h_sha256msg1.index, 3476);
  store<u16>(HANDLER_TABLE, h_sha256msg2.index, 3478);
  store<u16>(HANDLER_TABLE, h_gf2p8mulb.index, 3480);
  store<u16>(HANDLER_TABLE, h_aesimc.index, 3482);
  store<u16>(HANDLER_TABLE, h_aesenc.index, 3484);
  store<u16>(HANDLER_TABLE, h_aesenclast.index, 3486);
  store<u16>(HANDLER_TABLE, h_aesdec.index, 3488);
  store<u16>(HANDLER_TABLE, h_aesdeclast.index, 3490);
  store<u16>(HANDLER_TABLE, h_movbeLoad_16.index, 3492);
  store<u16>(HANDLER_TABLE, h_movbeLoad_32.index, 3494);
  store<u16>(HANDLER_TABLE, h_movbeLoad_64.index, 3496);
  store<u16>(HANDLER_TABLE, h_crc32Byte_16.index, 3498);
  store<u16>(HANDLER_TABLE, h_crc32Byte_32.index, 3500);
  store<u16>(HANDLER_TABLE, h_crc32Byte_64.index, 3502);
  store<u16>(HANDLER_TABLE, h_movbeStore_16.index, 3504);
  store<u16>(HANDLER_TABLE, h_movbeStore_32.index, 3506);
  store<u16>(HANDLER_TABLE, h_movbeStore_64.index, 3508);
  store<u16>(HANDLER_TABLE, h_crc32_16.index, 3510);
  store<u16>(HANDLER_TABLE, h_crc32_32.index, 3512);
  store<u16>(HANDLER_TABLE, h_crc32_64.index, 3514);
  store<u16>(HANDLER_TABLE, h_adcx_16.index, 3516);
  store<u16>(HANDLER_TABLE, h_adcx_32.index, 3518);
  store<u16>(HANDLER_TABLE, h_adcx_64.index, 3520);
  store<u16>(HANDLER_TABLE, h_adox_16.index, 3522);
  store<u16>(HANDLER_TABLE, h_adox_32.index, 3524);
  store<u16>(HANDLER_TABLE, h_adox_64.index, 3526);
  store<u16>(HANDLER_TABLE, h_roundps.index, 3528);
  store<u16>(HANDLER_TABLE, h_roundpd.index, 3530);
  store<u16>(HANDLER_TABLE, h_roundss.index, 3532);
  store<u16>(HANDLER_TABLE, h_roundsd.index, 3534);
  store<u16>(HANDLER_TABLE, h_blendps.index, 3536);
  store<u16>(HANDLER_TABLE, h_blendpd.index, 3538);
  store<u16>(HANDLER_TABLE, h_pblendw.index, 3540);
  store<u16>(HANDLER_TABLE, h_palignr_mmx.index, 3542);
  store<u16>(HANDLER_TABLE, h_palignr.index, 3544);
  store<u16>(HANDLER_TABLE, h_pextrb.index, 3546);
  store<u16>(HANDLER_TABLE, h_pextrw_sse41.index, 3548);
  store<u16>(HANDLER_TABLE, h_pextr_16.index, 3550);
  store<u16>(HANDLER_TABLE, h_pextr_32.index, 3552);
  store<u16>(HANDLER_TABLE, h_pextr_64.index, 3554);
  store<u16>(HANDLER_TABLE, h_extractps.index, 3556);
  store<u16>(HANDLER_TABLE, h_pinsrb.index, 3558);
  store<u16>(HANDLER_TABLE, h_insertps.index, 3560);
  store<u16>(HANDLER_TABLE, h_pinsr_16.index, 3562);
  store<u16>(HANDLER_TABLE, h_pinsr_32.index, 3564);
  store<u16>(HANDLER_TABLE, h_pinsr_64.index, 3566);
  store<u16>(HANDLER_TABLE, h_dpps.index, 3568);
  store<u16>(HANDLER_TABLE, h_dppd.index, 3570);
  store<u16>(HANDLER_TABLE, h_mpsadbw.index, 3572);
  store<u16>(HANDLER_TABLE, h_pclmulqdq.index, 3574);
  store<u16>(HANDLER_TABLE, h_pcmpestrm_16.index, 3576);
  store<u16>(HANDLER_TABLE, h_pcmpestrm_32.index, 3578);
  store<u16>(HANDLER_TABLE, h_pcmpestrm_64.index, 3580);
  store<u16>(HANDLER_TABLE, h_pcmpestri_16.index, 3582);
  store<u16>(HANDLER_TABLE, h_pcmpestri_32.index, 3584);
  store<u16>(HANDLER_TABLE, h_pcmpestri_64.index, 3586);
  store<u16>(HANDLER_TABLE, h_pcmpistrm.index, 3588);
  store<u16>(HANDLER_TABLE, h_pcmpistri.index, 3590);
  store<u16>(HANDLER_TABLE, h_sha1rnds4.index, 3592);
  store<u16>(HANDLER_TABLE, h_gf2p8affineqb.index, 3594);
  store<u16>(HANDLER_TABLE, h_gf2p8affineinvqb.index, 3596);
  store<u16>(HANDLER_TABLE, h_aeskeygenassist.index, 3598);
  store<u16>(HANDLER_TABLE, h_vmovu_load.index, 3600);
  store<u16>(HANDLER_TABLE, h_vmovss_load.index, 3602);
  store<u16>(HANDLER_TABLE, h_vmovss_merge.index, 3604);
  store<u16>(HANDLER_TABLE, h_vmovsd_load.index, 3606);
  store<u16>(HANDLER_TABLE, h_vmovsd_merge.index, 3608);
  store<u16>(HANDLER_TABLE, h_vmovu_store.index, 3610);
  store<u16>(HANDLER_TABLE, h_vmovss_store.index, 3612);
  store<u16>(HANDLER_TABLE, h_vmovsd_store.index, 3614);
  store<u16>(HANDLER_TABLE, h_vmovlps_load.index, 3616);
  store<u16>(HANDLER_TABLE, h_vmovsldup.index, 3618);
  store<u16>(HANDLER_TABLE, h_vmovddup.index, 3620);
  store<u16>(HANDLER_TABLE, h_vmovddup256.index, 3622);
  store<u16>(HANDLER_TABLE, h_vmovlps_store.index, 3624);
  store<u16>(HANDLER_TABLE, h_vpunpckldq.index, 3626);
  store<u16>(HANDLER_TABLE, h_vpunpcklqdq.index, 3628);
  store<u16>(HANDLER_TABLE, h_vpunpckhdq.index, 3630);
  store<u16>(HANDLER_TABLE, h_vpunpckhqdq.index, 3632);
  store<u16>(HANDLER_TABLE, h_vmovhps_load.index, 3634);
  store<u16>(HANDLER_TABLE, h_vmovshdup.index, 3636);
  store<u16>(HANDLER_TABLE, h_vmovhps_store.index, 3638);
  store<u16>(HANDLER_TABLE, h_vmova_load.index, 3640);
  store<u16>(HANDLER_TABLE, h_vmova_store.index, 3642);
  store<u16>(HANDLER_TABLE, h_vcvtsi2ss_16.index, 3644);
  store<u16>(HANDLER_TABLE, h_vcvtsi2ss_32.index, 3646);
  store<u16>(HANDLER_TABLE, h_vcvtsi2ss_64.index, 3648);
  store<u16>(HANDLER_TABLE, h_vcvtsi2sd_16.index, 3650);
  store<u16>(HANDLER_TABLE, h_vcvtsi2sd_32.index, 3652);
  store<u16>(HANDLER_TABLE, h_vcvtsi2sd_64.index, 3654);
  store<u16>(HANDLER_TABLE, h_vcvttss2si_16.index, 3656);
  store<u16>(HANDLER_TABLE, h_vcvttss2si_32.index, 3658);
  store<u16>(HANDLER_TABLE, h_vcvttss2si_64.index, 3660);
  store<u16>(HANDLER_TABLE, h_vcvttsd2si_16.index, 3662);
  store<u16>(HANDLER_TABLE, h_vcvttsd2si_32.index, 3664);
  store<u16>(HANDLER_TABLE, h_vcvttsd2si_64.index, 3666);
  store<u16>(HANDLER_TABLE, h_vcvtss2si_16.index, 3668);
  store<u16>(HANDLER_TABLE, h_vcvtss2si_32.index, 3670);
  store<u16>(HANDLER_TABLE, h_vcvtss2si_64.index, 3672);
  store<u16>(HANDLER_TABLE, h_vcvtsd2si_16.index, 3674);
  store<u16>(HANDLER_TABLE, h_vcvtsd2si_32.index, 3676);
  store<u16>(HANDLER_TABLE, h_vcvtsd2si_64.index, 3678);
  store<u16>(HANDLER_TABLE, h_vucomiss.index, 3680);
  store<u16>(HANDLER_TABLE, h_vucomisd.index, 3682);
  store<u16>(HANDLER_TABLE, h_vcomiss.index, 3684);
  store<u16>(HANDLER_TABLE, h_vcomisd.index, 3686);
  store<u16>(HANDLER_TABLE, h_vmovmskps.index, 3688);
  store<u16>(HANDLER_TABLE, h_vmovmskpd.index, 3690);
  store<u16>(HANDLER_TABLE, h_vsqrtps.index, 3692);
  store<u16>(HANDLER_TABLE, h_vsqrtpd.index, 3694);
  store<u16>(HANDLER_TABLE, h_vsqrtss.index, 3696);
  store<u16>(HANDLER_TABLE, h_vsqrtsd.index, 3698);
  store<u16>(HANDLER_TABLE, h_vrsqrtps.index, 3700);
  store<u16>(HANDLER_TABLE, h_vrsqrtss.index, 3702);
  store<u16>(HANDLER_TABLE, h_vrcpps.index, 3704);
  store<u16>(HANDLER_TABLE, h_vrcpss.index, 3706);
  store<u16>(HANDLER_TABLE, h_vpand.index, 3708);
  store<u16>(HANDLER_TABLE, h_vpandn.index, 3710);
  store<u16>(HANDLER_TABLE, h_vpor.index, 3712);
  store<u16>(HANDLER_TABLE, h_vpxor.index, 3714);
  store<u16>(HANDLER_TABLE, h_vaddps.index, 3716);
  store<u16>(HANDLER_TABLE, h_vaddpd.index, 3718);
  store<u16>(HANDLER_TABLE, h_vaddss.index, 3720);
  store<u16>(HANDLER_TABLE, h_vaddsd.index, 3722);
  store<u16>(HANDLER_TABLE, h_vmulps.index, 3724);
  store<u16>(HANDLER_TABLE, h_vmulpd.index, 3726);
  store<u16>(HANDLER_TABLE, h_vmulss.index, 3728);
  store<u16>(HANDLER_TABLE, h_vmulsd.index, 3730);
  store<u16>(HANDLER_TABLE, h_vcvtps2pd.index, 3732);
  store<u16>(HANDLER_TABLE, h_vcvtpd2ps.index, 3734);
  store<u16>(HANDLER_TABLE, h_vcvtss2sd.index, 3736);
  store<u16>(HANDLER_TABLE, h_vcvtsd2ss.index, 3738);
  store<u16>(HANDLER_TABLE, h_vcvtdq2ps.index, 3740);
  store<u16>(HANDLER_TABLE, h_vcvtps2dq.index, 3742);
  store<u16>(HANDLER_TABLE, h_vcvttps2dq.index, 3744);
  store<u16>(HANDLER_TABLE, h_vsubps.index, 3746);
  store<u16>(HANDLER_TABLE, h_vsubpd.index, 3748);
  store<u16>(HANDLER_TABLE, h_vsubss.index, 3750);
  store<u16>(HANDLER_TABLE, h_vsubsd.index, 3752);
  store<u16>(HANDLER_TABLE, h_vminps.index, 3754);
  store<u16>(HANDLER_TABLE, h_vminpd.index, 3756);
  store<u16>(HANDLER_TABLE, h_vminss.index, 3758);
  store<u16>(HANDLER_TABLE, h_vminsd.index, 3760);
  store<u16>(HANDLER_TABLE, h_vdivps.index, 3762);
  store<u16>(HANDLER_TABLE, h_vdivpd.index, 3764);
  store<u16>(HANDLER_TABLE, h_vdivss.index, 3766);
  store<u16>(HANDLER_TABLE, h_vdivsd.index, 3768);
  store<u16>(HANDLER_TABLE, h_vmaxps.index, 3770);
  store<u16>(HANDLER_TABLE, h_vmaxpd.index, 3772);
  store<u16>(HANDLER_TABLE, h_vmaxss.index, 3774);
  store<u16>(HANDLER_TABLE, h_vmaxsd.index, 3776);
  store<u16>(HANDLER_TABLE, h_vpunpcklbw.index, 3778);
  store<u16>(HANDLER_TABLE, h_vpunpcklwd.index, 3780);
  store<u16>(HANDLER_TABLE, h_vpacksswb.index, 3782);
  store<u16>(HANDLER_TABLE, h_vpcmpgtb.index, 3784);
  store<u16>(HANDLER_TABLE, h_vpcmpgtw.index, 3786);
  store<u16>(HANDLER_TABLE, h_vpcmpgtd.index, 3788);
  store<u16>(HANDLER_TABLE, h_vpackuswb.index, 3790);
  store<u16>(HANDLER_TABLE, h_vpunpckhbw.index, 3792);
  store<u16>(HANDLER_TABLE, h_vpunpckhwd.index, 3794);
  store<u16>(HANDLER_TABLE, h_vpackssdw.index, 3796);
  store<u16>(HANDLER_TABLE, h_vmovToXmm_16.index, 3798);
  store<u16>(HANDLER_TABLE, h_vmovToXmm_32.index, 3800);
  store<u16>(HANDLER_TABLE, h_vmovToXmm_64.index, 3802);
  store<u16>(HANDLER_TABLE, h_vpshufd.index, 3804);
  store<u16>(HANDLER_TABLE, h_vpshufhw.index, 3806);
  store<u16>(HANDLER_TABLE, h_vpshuflw.index, 3808);
  store<u16>(HANDLER_TABLE, h_vpsrlwImm.index, 3810);
  store<u16>(HANDLER_TABLE, h_vpsrawImm.index, 3812);
  store<u16>(HANDLER_TABLE, h_vpsllwImm.index, 3814);
  store<u16>(HANDLER_TABLE, h_vpsrldImm.index, 3816);
  store<u16>(HANDLER_TABLE, h_vpsradImm.index, 3818);
  store<u16>(HANDLER_TABLE, h_vpslldImm.index, 3820);
  store<u16>(HANDLER_TABLE, h_vpsrlqImm.index, 3822);
  store<u16>(HANDLER_TABLE, h_vpsrldq.index, 3824);
  store<u16>(HANDLER_TABLE, h_vpsllqImm.index, 3826);
  store<u16>(HANDLER_TABLE, h_vpslldq.index, 3828);
  store<u16>(HANDLER_TABLE, h_vpcmpeqb.index, 3830);
  store<u16>(HANDLER_TABLE, h_vpcmpeqw.index, 3832);
  store<u16>(HANDLER_TABLE, h_vpcmpeqd.index, 3834);
  store<u16>(HANDLER_TABLE, h_vzero.index, 3836);
  store<u16>(HANDLER_TABLE, h_vhaddpd.index, 3838);
  store<u16>(HANDLER_TABLE, h_vhaddps.index, 3840);
  store<u16>(HANDLER_TABLE, h_vhsubpd.index, 3842);
  store<u16>(HANDLER_TABLE, h_vhsubps.index, 3844);
  store<u16>(HANDLER_TABLE, h_vmovFromXmm_16.index, 3846);
  store<u16>(HANDLER_TABLE, h_vmovFromXmm_32.index, 3848);
  store<u16>(HANDLER_TABLE, h_vmovFromXmm_64.index, 3850);
  store<u16>(HANDLER_TABLE, h_vmovq_load.index, 3852);
  store<u16>(HANDLER_TABLE, h_vldmxcsr.index, 3854);
  store<u16>(HANDLER_TABLE, h_vstmxcsr.index, 3856);
  store<u16>(HANDLER_TABLE, h_vcmpps.index, 3858);
  store<u16>(HANDLER_TABLE, h_vcmppd.index, 3860);
  store<u16>(HANDLER_TABLE, h_vcmpss.index, 3862);
  store<u16>(HANDLER_TABLE, h_vcmpsd.index, 3864);
  store<u16>(HANDLER_TABLE, h_vpinsrw.index, 3866);
  store<u16>(HANDLER_TABLE, h_vpextrw.index, 3868);
  store<u16>(HANDLER_TABLE, h_vshufps.index, 3870);
  store<u16>(HANDLER_TABLE, h_vshufpd.index, 3872);
  store<u16>(HANDLER_TABLE, h_vaddsubpd.index, 3874);
  store<u16>(HANDLER_TABLE, h_vaddsubps.index, 3876);
  store<u16>(HANDLER_TABLE, h_vpsrlw.index, 3878);
  store<u16>(HANDLER_TABLE, h_vpsrld.index, 3880);
  store<u16>(HANDLER_TABLE, h_vpsrlq.index, 3882);
  store<u16>(HANDLER_TABLE, h_vpaddq.index, 3884);
  store<u16>(HANDLER_TABLE, h_vpmullw.index, 3886);
  store<u16>(HANDLER_TABLE, h_vmovq_store.index, 3888);
  store<u16>(HANDLER_TABLE, h_vpmovmskb.index, 3890);
  store<u16>(HANDLER_TABLE, h_vpsubusb.index, 3892);
  store<u16>(HANDLER_TABLE, h_vpsubusw.index, 3894);
  store<u16>(HANDLER_TABLE, h_vpminub.index, 3896);
  store<u16>(HANDLER_TABLE, h_vpaddusb.index, 3898);
  store<u16>(HANDLER_TABLE, h_vpaddusw.index, 3900);
  store<u16>(HANDLER_TABLE, h_vpmaxub.index, 3902);
  store<u16>(HANDLER_TABLE, h_vpavgb.index, 3904);
  store<u16>(HANDLER_TABLE, h_vpsraw.index, 3906);
  store<u16>(HANDLER_TABLE, h_vpsrad.index, 3908);
  store<u16>(HANDLER_TABLE, h_vpavgw.index, 3910);
  store<u16>(HANDLER_TABLE, h_vpmulhuw.index, 3912);
  store<u16>(HANDLER_TABLE, h_vpmulhw.index, 3914);
  store<u16>(HANDLER_TABLE, h_vcvttpd2dq.index, 3916);
  store<u16>(HANDLER_TABLE, h_vcvtdq2pd.index, 3918);
  store<u16>(HANDLER_TABLE, h_vcvtpd2dq.index, 3920);
  store<u16>(HANDLER_TABLE, h_vpsubsb.index, 3922);
  store<u16>(HANDLER_TABLE, h_vpsubsw.index, 3924);
  store<u16>(HANDLER_TABLE, h_vpminsw.index, 3926);
  store<u16>(HANDLER_TABLE, h_vpaddsb.index, 3928);
  store<u16>(HANDLER_TABLE, h_vpaddsw.index, 3930);
  store<u16>(HANDLER_TABLE, h_vpmaxsw.index, 3932);
  store<u16>(HANDLER_TABLE, h_vpsllw.index, 3934);
  store<u16>(HANDLER_TABLE, h_vpslld.index, 3936);
  store<u16>(HANDLER_TABLE, h_vpsllq.index, 3938);
  store<u16>(HANDLER_TABLE, h_vpmuludq.index, 3940);
  store<u16>(HANDLER_TABLE, h_vpmaddwd.index, 3942);
  store<u16>(HANDLER_TABLE, h_vpsadbw.index, 3944);
  store<u16>(HANDLER_TABLE, h_vmaskmovdqu.index, 3946);
  store<u16>(HANDLER_TABLE, h_vpsubb.index, 3948);
  store<u16>(HANDLER_TABLE, h_vpsubw.index, 3950);
  store<u16>(HANDLER_TABLE, h_vpsubd.index, 3952);
  store<u16>(HANDLER_TABLE, h_vpsubq.index, 3954);
  store<u16>(HANDLER_TABLE, h_vpaddb.index, 3956);
  store<u16>(HANDLER_TABLE, h_vpaddw.index, 3958);
  store<u16>(HANDLER_TABLE, h_vpaddd.index, 3960);
  store<u16>(HANDLER_TABLE, h_vpshufb.index, 3962);
  store<u16>(HANDLER_TABLE, h_vphaddw.index, 3964);
  store<u16>(HANDLER_TABLE, h_vphaddd.index, 3966);
  store<u16>(HANDLER_TABLE, h_vphaddsw.index, 3968);
  store<u16>(HANDLER_TABLE, h_vpmaddubsw.index, 3970);
  store<u16>(HANDLER_TABLE, h_vphsubw.index, 3972);
  store<u16>(HANDLER_TABLE, h_vphsubd.index, 3974);
  store<u16>(HANDLER_TABLE, h_vphsubsw.index, 3976);
  store<u16>(HANDLER_TABLE, h_vpsignb.index, 3978);
  store<u16>(HANDLER_TABLE, h_vpsignw.index, 3980);
  store<u16>(HANDLER_TABLE, h_vpsignd.index, 3982);
  store<u16>(HANDLER_TABLE, h_vpmulhrsw.index, 3984);
  store<u16>(HANDLER_TABLE, h_vpermilps.index, 3986);
  store<u16>(HANDLER_TABLE, h_vpermilpd.index, 3988);
  store<u16>(HANDLER_TABLE, h_vtestps.index, 3990);
  store<u16>(HANDLER_TABLE, h_vtestpd.index, 3992);
  store<u16>(HANDLER_TABLE, h_vcvtph2ps.index, 3994);
  store<u16>(HANDLER_TABLE, h_permute32.index, 3996);
  store<u16>(HANDLER_TABLE, h_vptest.index, 3998);
  store<u16>(HANDLER_TABLE, h_broadcast32.index, 4000);
  store<u16>(HANDLER_TABLE, h_broadcast64.index, 4002);
  store<u16>(HANDLER_TABLE, h_broadcast128.index, 4004);
  store<u16>(HANDLER_TABLE, h_vpabsb.index, 4006);
  store<u16>(HANDLER_TABLE, h_vpabsw.index, 4008);
  store<u16>(HANDLER_TABLE, h_vpabsd.index, 4010);
  store<u16>(HANDLER_TABLE, h_vpmovsxbw.index, 4012);
  store<u16>(HANDLER_TABLE, h_vpmovsxbd.index, 4014);
  store<u16>(HANDLER_TABLE, h_vpmovsxbq.index, 4016);
  store<u16>(HANDLER_TABLE, h_vpmovsxwd.index, 4018);
  store<u16>(HANDLER_TABLE, h_vpmovsxwq.index, 4020);
  store<u16>(HANDLER_TABLE, h_vpmovsxdq.index, 4022);
  store<u16>(HANDLER_TABLE, h_vpmuldq.index, 4024);
  store<u16>(HANDLER_TABLE, h_vpcmpeqq.index, 4026);
  store<u16>(HANDLER_TABLE, h_vpackusdw.index, 4028);
  store<u16>(HANDLER_TABLE, h_maskLoad_u32.index, 4030);
  store<u16>(HANDLER_TABLE, h_maskLoad_u64.index, 4032);
  store<u16>(HANDLER_TABLE, h_maskStore_u32.index, 4034);
  store<u16>(HANDLER_TABLE, h_maskStore_u64.index, 4036);
  store<u16>(HANDLER_TABLE, h_vpmovzxbw.index, 4038);
  store<u16>(HANDLER_TABLE, h_vpmovzxbd.index, 4040);
  store<u16>(HANDLER_TABLE, h_vpmovzxbq.index, 4042);
  store<u16>(HANDLER_TABLE, h_vpmovzxwd.index, 4044);
  store<u16>(HANDLER_TABLE, h_vpmovzxwq.index, 4046);
  store<u16>(HANDLER_TABLE, h_vpmovzxdq.index, 4048);
  store<u16>(HANDLER_TABLE, h_vpcmpgtq.index, 4050);
  store<u16>(HANDLER_TABLE, h_vpminsb.index, 4052);
  store<u16>(HANDLER_TABLE, h_vpminsd.index, 4054);
  store<u16>(HANDLER_TABLE, h_vpminuw.index, 4056);
  store<u16>(HANDLER_TABLE, h_vpminud.index, 4058);
  store<u16>(HANDLER_TABLE, h_vpmaxsb.index, 4060);
  store<u16>(HANDLER_TABLE, h_vpmaxsd.index, 4062);
  store<u16>(HANDLER_TABLE, h_vpmaxuw.index, 4064);
  store<u16>(HANDLER_TABLE, h_vpmaxud.index, 4066);
  store<u16>(HANDLER_TABLE, h_vpmulld.index, 4068);
  store<u16>(HANDLER_TABLE, h_vphminposuw.index, 4070);
  store<u16>(HANDLER_TABLE, h_vpsrlvd.index, 4072);
  store<u16>(HANDLER_TABLE, h_vpsrlvq.index, 4074);
  store<u16>(HANDLER_TABLE, h_vpsravd.index, 4076);
  store<u16>(HANDLER_TABLE, h_vpsllvd.index, 4078);
  store<u16>(HANDLER_TABLE, h_vpsllvq.index, 4080);
  store<u16>(HANDLER_TABLE, h_broadcast8.index, 4082);
  store<u16>(HANDLER_TABLE, h_broadcast16.index, 4084);
  store<u16>(HANDLER_TABLE, h_vgatherdd.index, 4086);
  store<u16>(HANDLER_TABLE, h_vgatherdq.index, 4088);
  store<u16>(HANDLER_TABLE, h_vgatherqd.index, 4090);
  store<u16>(HANDLER_TABLE, h_vgatherqq.index, 4092);
  store<u16>(HANDLER_TABLE, h_vfmaddsub132ps.index, 4094);
  store<u16>(HANDLER_TABLE, h_vfmaddsub132pd.index, 4096);
  store<u16>(HANDLER_TABLE, h_vfmsubadd132ps.index, 4098);
  store<u16>(HANDLER_TABLE, h_vfmsubadd132pd.index, 4100);
  store<u16>(HANDLER_TABLE, h_vfmadd132ps.index, 4102);
  store<u16>(HANDLER_TABLE, h_vfmadd132pd.index, 4104);
  store<u16>(HANDLER_TABLE, h_vfmadd132ss.index, 4106);
  store<u16>(HANDLER_TABLE, h_vfmadd132sd.index, 4108);
  store<u16>(HANDLER_TABLE, h_vfmsub132ps.index, 4110);
  store<u16>(HANDLER_TABLE, h_vfmsub132pd.index, 4112);
  store<u16>(HANDLER_TABLE, h_vfmsub132ss.index, 4114);
  store<u16>(HANDLER_TABLE, h_vfmsub132sd.index, 4116);
  store<u16>(HANDLER_TABLE, h_vfnmadd132ps.index, 4118);
  store<u16>(HANDLER_TABLE, h_vfnmadd132pd.index, 4120);
  store<u16>(HANDLER_TABLE, h_vfnmadd132ss.index, 4122);
  store<u16>(HANDLER_TABLE, h_vfnmadd132sd.index, 4124);
  store<u16>(HANDLER_TABLE, h_vfnmsub132ps.index, 4126);
  store<u16>(HANDLER_TABLE, h_vfnmsub132pd.index, 4128);
  store<u16>(HANDLER_TABLE, h_vfnmsub132ss.index, 4130);
  store<u16>(HANDLER_TABLE, h_vfnmsub132sd.index, 4132);
  store<u16>(HANDLER_TABLE, h_vfmaddsub213ps.index, 4134);
  store<u16>(HANDLER_TABLE, h_vfmaddsub213pd.index, 4136);
  store<u16>(HANDLER_TABLE, h_vfmsubadd213ps.index, 4138);
  store<u16>(HANDLER_TABLE, h_vfmsubadd213pd.index, 4140);
  store<u16>(HANDLER_TABLE, h_vfmadd213ps.index, 4142);
  store<u16>(HANDLER_TABLE, h_vfmadd213pd.index, 4144);
  store<u16>(HANDLER_TABLE, h_vfmadd213ss.index, 4146);
  store<u16>(HANDLER_TABLE, h_vfmadd213sd.index, 4148);
  store<u16>(HANDLER_TABLE, h_vfmsub213ps.index, 4150);
  store<u16>(HANDLER_TABLE, h_vfmsub213pd.index, 4152);
  store<u16>(HANDLER_TABLE, h_vfmsub213ss.index, 4154);
  store<u16>(HANDLER_TABLE, h_vfmsub213sd.index, 4156);
  store<u16>(HANDLER_TABLE, h_vfnmadd213ps.index, 4158);
  store<u16>(HANDLER_TABLE, h_vfnmadd213pd.index, 4160);
  store<u16>(HANDLER_TABLE, h_vfnmadd213ss.index, 4162);
  store<u16>(HANDLER_TABLE, h_vfnmadd213sd.index, 4164);
  store<u16>(HANDLER_TABLE, h_vfnmsub213ps.index, 4166);
  store<u16>(HANDLER_TABLE, h_vfnmsub213pd.index, 4168);
  store<u16>(HANDLER_TABLE, h_vfnmsub213ss.index, 4170);
  store<u16>(HANDLER_TABLE, h_vfnmsub213sd.index, 4172);
  store<u16>(HANDLER_TABLE, h_vfmaddsub231ps.index, 4174);
  store<u16>(HANDLER_TABLE, h_vfmaddsub231pd.index, 4176);
  store<u16>(HANDLER_TABLE, h_vfmsubadd231ps.index, 4178);
  store<u16>(HANDLER_TABLE, h_vfmsubadd231pd.index, 4180);
  store<u16>(HANDLER_TABLE, h_vfmadd231ps.index, 4182);
  store<u16>(HANDLER_TABLE, h_vfmadd231pd.index, 4184);
  store<u16>(HANDLER_TABLE, h_vfmadd231ss.index, 4186);
  store<u16>(HANDLER_TABLE, h_vfmadd231sd.index, 4188);
  store<u16>(HANDLER_TABLE, h_vfmsub231ps.index, 4190);
  store<u16>(HANDLER_TABLE, h_vfmsub231pd.index, 4192);
  store<u16>(HANDLER_TABLE, h_vfmsub231ss.index, 4194);
  store<u16>(HANDLER_TABLE, h_vfmsub231sd.index, 4196);
  store<u16>(HANDLER_TABLE, h_vfnmadd231ps.index, 4198);
  store<u16>(HANDLER_TABLE, h_vfnmadd231pd.index, 4200);
  store<u16>(HANDLER_TABLE, h_vfnmadd231ss.index, 4202);
  store<u16>(HANDLER_TABLE, h_vfnmadd231sd.index, 4204);
  store<u16>(HANDLER_TABLE, h_vfnmsub231ps.index, 4206);
  store<u16>(HANDLER_TABLE, h_vfnmsub231pd.index, 4208);
  store<u16>(HANDLER_TABLE, h_vfnmsub231ss.index, 4210);
  store<u16>(HANDLER_TABLE, h_vfnmsub231sd.index, 4212);
  store<u16>(HANDLER_TABLE, h_vgf2p8mulb.index, 4214);
  store<u16>(HANDLER_TABLE, h_vaesimc.index, 4216);
  store<u16>(HANDLER_TABLE, h_vaesenc.index, 4218);
  store<u16>(HANDLER_TABLE, h_vaesenclast.index, 4220);
  store<u16>(HANDLER_TABLE, h_vaesdec.index, 4222);
  store<u16>(HANDLER_TABLE, h_vaesdeclast.index, 4224);
  store<u16>(HANDLER_TABLE, h_andn_16.index, 4226);
  store<u16>(HANDLER_TABLE, h_andn_32.index, 4228);
  store<u16>(HANDLER_TABLE, h_andn_64.index, 4230);
  store<u16>(HANDLER_TABLE, h_blsr_16.index, 4232);
  store<u16>(HANDLER_TABLE, h_blsr_32.index, 4234);
  store<u16>(HANDLER_TABLE, h_blsr_64.index, 4236);
  store<u16>(HANDLER_TABLE, h_blsmsk_16.index, 4238);
  store<u16>(HANDLER_TABLE, h_blsmsk_32.index, 4240);
  store<u16>(HANDLER_TABLE, h_blsmsk_64.index, 4242);
  store<u16>(HANDLER_TABLE, h_blsi_16.index, 4244);
  store<u16>(HANDLER_TABLE, h_blsi_32.index, 4246);
  store<u16>(HANDLER_TABLE, h_blsi_64.index, 4248);
  store<u16>(HANDLER_TABLE, h_bzhi_16.index, 4250);
  store<u16>(HANDLER_TABLE, h_bzhi_32.index, 4252);
  store<u16>(HANDLER_TABLE, h_bzhi_64.index, 4254);
  store<u16>(HANDLER_TABLE, h_pext_16.index, 4256);
  store<u16>(HANDLER_TABLE, h_pext_32.index, 4258);
  store<u16>(HANDLER_TABLE, h_pext_64.index, 4260);
  store<u16>(HANDLER_TABLE, h_pdep_16.index, 4262);
  store<u16>(HANDLER_TABLE, h_pdep_32.index, 4264);
  store<u16>(HANDLER_TABLE, h_pdep_64.index, 4266);
  store<u16>(HANDLER_TABLE, h_mulx_16.index, 4268);
  store<u16>(HANDLER_TABLE, h_mulx_32.index, 4270);
  store<u16>(HANDLER_TABLE, h_mulx_64.index, 4272);
  store<u16>(HANDLER_TABLE, h_bextr_16.index, 4274);
  store<u16>(HANDLER_TABLE, h_bextr_32.index, 4276);
  store<u16>(HANDLER_TABLE, h_bextr_64.index, 4278);
  store<u16>(HANDLER_TABLE, h_shlx_16.index, 4280);
  store<u16>(HANDLER_TABLE, h_shlx_32.index, 4282);
  store<u16>(HANDLER_TABLE, h_shlx_64.index, 4284);
  store<u16>(HANDLER_TABLE, h_sarx_16.index, 4286);
  store<u16>(HANDLER_TABLE, h_sarx_32.index, 4288);
  store<u16>(HANDLER_TABLE, h_sarx_64.index, 4290);
  store<u16>(HANDLER_TABLE, h_shrx_16.index, 4292);
  store<u16>(HANDLER_TABLE, h_shrx_32.index, 4294);
  store<u16>(HANDLER_TABLE, h_shrx_64.index, 4296);
  store<u16>(HANDLER_TABLE, h_permute64.index, 4298);
  store<u16>(HANDLER_TABLE, h_vpblendd.index, 4300);
  store<u16>(HANDLER_TABLE, h_vpermilpsImm.index, 4302);
  store<u16>(HANDLER_TABLE, h_vpermilpdImm.index, 4304);
  store<u16>(HANDLER_TABLE, h_permute128.index, 4306);
  store<u16>(HANDLER_TABLE, h_vroundps.index, 4308);
  store<u16>(HANDLER_TABLE, h_vroundpd.index, 4310);
  store<u16>(HANDLER_TABLE, h_vroundss.index, 4312);
  store<u16>(HANDLER_TABLE, h_vroundsd.index, 4314);
  store<u16>(HANDLER_TABLE, h_vblendps.index, 4316);
  store<u16>(HANDLER_TABLE, h_vblendpd.index, 4318);
  store<u16>(HANDLER_TABLE, h_vpblendw.index, 4320);
  store<u16>(HANDLER_TABLE, h_vpalignr.index, 4322);
  store<u16>(HANDLER_TABLE, h_vpextrb.index, 4324);
  store<u16>(HANDLER_TABLE, h_vpextrw_sse41.index, 4326);
  store<u16>(HANDLER_TABLE, h_vpextr_16.index, 4328);
  store<u16>(HANDLER_TABLE, h_vpextr_32.index, 4330);
  store<u16>(HANDLER_TABLE, h_vpextr_64.index, 4332);
  store<u16>(HANDLER_TABLE, h_vextractps.index, 4334);
  store<u16>(HANDLER_TABLE, h_insert128.index, 4336);
  store<u16>(HANDLER_TABLE, h_extract128.index, 4338);
  store<u16>(HANDLER_TABLE, h_vcvtps2ph.index, 4340);
  store<u16>(HANDLER_TABLE, h_vpinsrb.index, 4342);
  store<u16>(HANDLER_TABLE, h_vinsertps.index, 4344);
  store<u16>(HANDLER_TABLE, h_vpinsr_16.index, 4346);
  store<u16>(HANDLER_TABLE, h_vpinsr_32.index, 4348);
  store<u16>(HANDLER_TABLE, h_vpinsr_64.index, 4350);
  store<u16>(HANDLER_TABLE, h_vdpps.index, 4352);
  store<u16>(HANDLER_TABLE, h_vdppd.index, 4354);
  store<u16>(HANDLER_TABLE, h_vmpsadbw.index, 4356);
  store<u16>(HANDLER_TABLE, h_vpclmulqdq.index, 4358);
  store<u16>(HANDLER_TABLE, h_vblendvps.index, 4360);
  store<u16>(HANDLER_TABLE, h_vblendvpd.index, 4362);
  store<u16>(HANDLER_TABLE, h_vpblendvb.index, 4364);
  store<u16>(HANDLER_TABLE, h_vpcmpestrm_16.index, 4366);
  store<u16>(HANDLER_TABLE, h_vpcmpestrm_32.index, 4368);
  store<u16>(HANDLER_TABLE, h_vpcmpestrm_64.index, 4370);
  store<u16>(HANDLER_TABLE, h_vpcmpestri_16.index, 4372);
  store<u16>(HANDLER_TABLE, h_vpcmpestri_32.index, 4374);
  store<u16>(HANDLER_TABLE, h_vpcmpestri_64.index, 4376);
  store<u16>(HANDLER_TABLE, h_vpcmpistrm.index, 4378);
  store<u16>(HANDLER_TABLE, h_vpcmpistri.index, 4380);
  store<u16>(HANDLER_TABLE, h_vgf2p8affineqb.index, 4382);
  store<u16>(HANDLER_TABLE, h_vgf2p8affineinvqb.index, 4384);
  store<u16>(HANDLER_TABLE, h_vaeskeygenassist.index, 4386);
  store<u16>(HANDLER_TABLE, h_rorx_16.index, 4388);
  store<u16>(HANDLER_TABLE, h_rorx_32.index, 4390);
  store<u16>(HANDLER_TABLE, h_rorx_64.index, 4392);
}
