// Generated from spec/opcodes by `npm run gen`. Do not edit.

import * as exec_branch from "../exec/branch";
import * as decode_run from "../decode/run";
import * as system_segment from "../system/segment";
import * as exec_illegal from "../exec/illegal";
import * as exec_alu from "../exec/alu";
import * as exec_stack from "../exec/stack";
import * as exec_move from "../exec/move";

export function h_exit(p: usize): usize { return p; }
export function h_goto(p: usize): usize { return exec_branch.goto(p); }
export function h_next_page(p: usize): usize { return exec_branch.nextPage(p); }
export function h_cross(p: usize): usize { return decode_run.cross(p); }
export function h_segment_micro(p: usize): usize { return system_segment.segmentMicro(p); }
export function h_fsgs_micro(p: usize): usize { return system_segment.fsgsMicro(p); }
export function h_ud(p: usize): usize { return exec_illegal.illegalOpcode(p); }
export function h_too_long(p: usize): usize { return exec_illegal.tooLong(p); }
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
export function h_movsxd_rs_16(p: usize): usize { return exec_move.movsxd_rs<u16>(p); }
export function h_movsxd_rs_32(p: usize): usize { return exec_move.movsxd_rs<u32>(p); }
export function h_movsxd_rs_64(p: usize): usize { return exec_move.movsxd_rs<u64>(p); }
export function h_movsxd_rm_16(p: usize): usize { return exec_move.movsxd_rm<u16>(p); }
export function h_movsxd_rm_32(p: usize): usize { return exec_move.movsxd_rm<u32>(p); }
export function h_movsxd_rm_64(p: usize): usize { return exec_move.movsxd_rm<u64>(p); }
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
export function h_lea_16(p: usize): usize { return exec_move.lea<u16>(p); }
export function h_lea_32(p: usize): usize { return exec_move.lea<u32>(p); }
export function h_lea_64(p: usize): usize { return exec_move.lea<u64>(p); }
export function h_pop_ms_16(p: usize): usize { return exec_stack.pop_ms<u16>(p); }
export function h_pop_ms_32(p: usize): usize { return exec_stack.pop_ms<u32>(p); }
export function h_pop_ms_64(p: usize): usize { return exec_stack.pop_ms<u64>(p); }
export function h_retn_16(p: usize): usize { return exec_branch.retn<u16>(p); }
export function h_retn_32(p: usize): usize { return exec_branch.retn<u32>(p); }
export function h_retn_64(p: usize): usize { return exec_branch.retn<u64>(p); }
export function h_ret_16(p: usize): usize { return exec_branch.ret<u16>(p); }
export function h_ret_32(p: usize): usize { return exec_branch.ret<u32>(p); }
export function h_ret_64(p: usize): usize { return exec_branch.ret<u64>(p); }
export function h_enter_16(p: usize): usize { return exec_stack.enter<u16>(p); }
export function h_enter_32(p: usize): usize { return exec_stack.enter<u32>(p); }
export function h_enter_64(p: usize): usize { return exec_stack.enter<u64>(p); }
export function h_leave_16(p: usize): usize { return exec_stack.leave<u16>(p); }
export function h_leave_32(p: usize): usize { return exec_stack.leave<u32>(p); }
export function h_leave_64(p: usize): usize { return exec_stack.leave<u64>(p); }
export function h_loopne(p: usize): usize { return exec_branch.loop(p, 0); }
export function h_loope(p: usize): usize { return exec_branch.loop(p, 1); }
export function h_loop(p: usize): usize { return exec_branch.loop(p, 2); }
export function h_jcxz(p: usize): usize { return exec_branch.loop(p, 3); }
export function h_call_16(p: usize): usize { return exec_branch.call<u16>(p); }
export function h_call_32(p: usize): usize { return exec_branch.call<u32>(p); }
export function h_call_64(p: usize): usize { return exec_branch.call<u64>(p); }
export function h_jmp(p: usize): usize { return exec_branch.jmp(p); }
export function h_not_8(p: usize): usize { return exec_alu.not<u8>(p); }
export function h_neg_8(p: usize): usize { return exec_alu.neg<u8>(p); }
export function h_not_16(p: usize): usize { return exec_alu.not<u16>(p); }
export function h_not_32(p: usize): usize { return exec_alu.not<u32>(p); }
export function h_not_64(p: usize): usize { return exec_alu.not<u64>(p); }
export function h_neg_16(p: usize): usize { return exec_alu.neg<u16>(p); }
export function h_neg_32(p: usize): usize { return exec_alu.neg<u32>(p); }
export function h_neg_64(p: usize): usize { return exec_alu.neg<u64>(p); }
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
export function h_jmpe_rs_16(p: usize): usize { return exec_branch.jmpe_rs<u16>(p); }
export function h_jmpe_rs_32(p: usize): usize { return exec_branch.jmpe_rs<u32>(p); }
export function h_jmpe_rs_64(p: usize): usize { return exec_branch.jmpe_rs<u64>(p); }
export function h_jmpe_ms_16(p: usize): usize { return exec_branch.jmpe_ms<u16>(p); }
export function h_jmpe_ms_32(p: usize): usize { return exec_branch.jmpe_ms<u32>(p); }
export function h_jmpe_ms_64(p: usize): usize { return exec_branch.jmpe_ms<u64>(p); }
export function h_push_ms_16(p: usize): usize { return exec_stack.push_ms<u16>(p); }
export function h_push_ms_32(p: usize): usize { return exec_stack.push_ms<u32>(p); }
export function h_push_ms_64(p: usize): usize { return exec_stack.push_ms<u64>(p); }
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

/** Takes the address of every handler, in order: handler n is element n + 1 of the function table. */
export function handlerTable(): u32 {
  let sum: u32 = 0;
  sum += h_exit.index;
  sum += h_goto.index;
  sum += h_next_page.index;
  sum += h_cross.index;
  sum += h_segment_micro.index;
  sum += h_fsgs_micro.index;
  sum += h_ud.index;
  sum += h_too_long.index;
  sum += h_add_rs_8.index;
  sum += h_add_rs_8_nf.index;
  sum += h_add_ms_8.index;
  sum += h_add_ms_8_nf.index;
  sum += h_add_rs_16.index;
  sum += h_add_rs_32.index;
  sum += h_add_rs_64.index;
  sum += h_add_rs_16_nf.index;
  sum += h_add_rs_32_nf.index;
  sum += h_add_rs_64_nf.index;
  sum += h_add_ms_16.index;
  sum += h_add_ms_32.index;
  sum += h_add_ms_64.index;
  sum += h_add_ms_16_nf.index;
  sum += h_add_ms_32_nf.index;
  sum += h_add_ms_64_nf.index;
  sum += h_add_rm_8.index;
  sum += h_add_rm_8_nf.index;
  sum += h_add_rm_16.index;
  sum += h_add_rm_32.index;
  sum += h_add_rm_64.index;
  sum += h_add_rm_16_nf.index;
  sum += h_add_rm_32_nf.index;
  sum += h_add_rm_64_nf.index;
  sum += h_or_rs_8.index;
  sum += h_or_rs_8_nf.index;
  sum += h_or_ms_8.index;
  sum += h_or_ms_8_nf.index;
  sum += h_or_rs_16.index;
  sum += h_or_rs_32.index;
  sum += h_or_rs_64.index;
  sum += h_or_rs_16_nf.index;
  sum += h_or_rs_32_nf.index;
  sum += h_or_rs_64_nf.index;
  sum += h_or_ms_16.index;
  sum += h_or_ms_32.index;
  sum += h_or_ms_64.index;
  sum += h_or_ms_16_nf.index;
  sum += h_or_ms_32_nf.index;
  sum += h_or_ms_64_nf.index;
  sum += h_or_rm_8.index;
  sum += h_or_rm_8_nf.index;
  sum += h_or_rm_16.index;
  sum += h_or_rm_32.index;
  sum += h_or_rm_64.index;
  sum += h_or_rm_16_nf.index;
  sum += h_or_rm_32_nf.index;
  sum += h_or_rm_64_nf.index;
  sum += h_adc_rs_8.index;
  sum += h_adc_rs_8_nf.index;
  sum += h_adc_ms_8.index;
  sum += h_adc_ms_8_nf.index;
  sum += h_adc_rs_16.index;
  sum += h_adc_rs_32.index;
  sum += h_adc_rs_64.index;
  sum += h_adc_rs_16_nf.index;
  sum += h_adc_rs_32_nf.index;
  sum += h_adc_rs_64_nf.index;
  sum += h_adc_ms_16.index;
  sum += h_adc_ms_32.index;
  sum += h_adc_ms_64.index;
  sum += h_adc_ms_16_nf.index;
  sum += h_adc_ms_32_nf.index;
  sum += h_adc_ms_64_nf.index;
  sum += h_adc_rm_8.index;
  sum += h_adc_rm_8_nf.index;
  sum += h_adc_rm_16.index;
  sum += h_adc_rm_32.index;
  sum += h_adc_rm_64.index;
  sum += h_adc_rm_16_nf.index;
  sum += h_adc_rm_32_nf.index;
  sum += h_adc_rm_64_nf.index;
  sum += h_sbb_rs_8.index;
  sum += h_sbb_rs_8_nf.index;
  sum += h_sbb_ms_8.index;
  sum += h_sbb_ms_8_nf.index;
  sum += h_sbb_rs_16.index;
  sum += h_sbb_rs_32.index;
  sum += h_sbb_rs_64.index;
  sum += h_sbb_rs_16_nf.index;
  sum += h_sbb_rs_32_nf.index;
  sum += h_sbb_rs_64_nf.index;
  sum += h_sbb_ms_16.index;
  sum += h_sbb_ms_32.index;
  sum += h_sbb_ms_64.index;
  sum += h_sbb_ms_16_nf.index;
  sum += h_sbb_ms_32_nf.index;
  sum += h_sbb_ms_64_nf.index;
  sum += h_sbb_rm_8.index;
  sum += h_sbb_rm_8_nf.index;
  sum += h_sbb_rm_16.index;
  sum += h_sbb_rm_32.index;
  sum += h_sbb_rm_64.index;
  sum += h_sbb_rm_16_nf.index;
  sum += h_sbb_rm_32_nf.index;
  sum += h_sbb_rm_64_nf.index;
  sum += h_and_rs_8.index;
  sum += h_and_rs_8_nf.index;
  sum += h_and_ms_8.index;
  sum += h_and_ms_8_nf.index;
  sum += h_and_rs_16.index;
  sum += h_and_rs_32.index;
  sum += h_and_rs_64.index;
  sum += h_and_rs_16_nf.index;
  sum += h_and_rs_32_nf.index;
  sum += h_and_rs_64_nf.index;
  sum += h_and_ms_16.index;
  sum += h_and_ms_32.index;
  sum += h_and_ms_64.index;
  sum += h_and_ms_16_nf.index;
  sum += h_and_ms_32_nf.index;
  sum += h_and_ms_64_nf.index;
  sum += h_and_rm_8.index;
  sum += h_and_rm_8_nf.index;
  sum += h_and_rm_16.index;
  sum += h_and_rm_32.index;
  sum += h_and_rm_64.index;
  sum += h_and_rm_16_nf.index;
  sum += h_and_rm_32_nf.index;
  sum += h_and_rm_64_nf.index;
  sum += h_sub_rs_8.index;
  sum += h_sub_rs_8_nf.index;
  sum += h_sub_ms_8.index;
  sum += h_sub_ms_8_nf.index;
  sum += h_sub_rs_16.index;
  sum += h_sub_rs_32.index;
  sum += h_sub_rs_64.index;
  sum += h_sub_rs_16_nf.index;
  sum += h_sub_rs_32_nf.index;
  sum += h_sub_rs_64_nf.index;
  sum += h_sub_ms_16.index;
  sum += h_sub_ms_32.index;
  sum += h_sub_ms_64.index;
  sum += h_sub_ms_16_nf.index;
  sum += h_sub_ms_32_nf.index;
  sum += h_sub_ms_64_nf.index;
  sum += h_sub_rm_8.index;
  sum += h_sub_rm_8_nf.index;
  sum += h_sub_rm_16.index;
  sum += h_sub_rm_32.index;
  sum += h_sub_rm_64.index;
  sum += h_sub_rm_16_nf.index;
  sum += h_sub_rm_32_nf.index;
  sum += h_sub_rm_64_nf.index;
  sum += h_xor_rs_8.index;
  sum += h_xor_rs_8_nf.index;
  sum += h_xor_ms_8.index;
  sum += h_xor_ms_8_nf.index;
  sum += h_xor_rs_16.index;
  sum += h_xor_rs_32.index;
  sum += h_xor_rs_64.index;
  sum += h_xor_rs_16_nf.index;
  sum += h_xor_rs_32_nf.index;
  sum += h_xor_rs_64_nf.index;
  sum += h_xor_ms_16.index;
  sum += h_xor_ms_32.index;
  sum += h_xor_ms_64.index;
  sum += h_xor_ms_16_nf.index;
  sum += h_xor_ms_32_nf.index;
  sum += h_xor_ms_64_nf.index;
  sum += h_xor_rm_8.index;
  sum += h_xor_rm_8_nf.index;
  sum += h_xor_rm_16.index;
  sum += h_xor_rm_32.index;
  sum += h_xor_rm_64.index;
  sum += h_xor_rm_16_nf.index;
  sum += h_xor_rm_32_nf.index;
  sum += h_xor_rm_64_nf.index;
  sum += h_cmp_rs_8.index;
  sum += h_cmp_rs_8_j0.index;
  sum += h_cmp_rs_8_j1.index;
  sum += h_cmp_rs_8_j2.index;
  sum += h_cmp_rs_8_j3.index;
  sum += h_cmp_rs_8_j4.index;
  sum += h_cmp_rs_8_j5.index;
  sum += h_cmp_rs_8_j6.index;
  sum += h_cmp_rs_8_j7.index;
  sum += h_cmp_rs_8_j8.index;
  sum += h_cmp_rs_8_j9.index;
  sum += h_cmp_rs_8_j10.index;
  sum += h_cmp_rs_8_j11.index;
  sum += h_cmp_rs_8_j12.index;
  sum += h_cmp_rs_8_j13.index;
  sum += h_cmp_rs_8_j14.index;
  sum += h_cmp_rs_8_j15.index;
  sum += h_cmp_ms_8.index;
  sum += h_cmp_rs_16.index;
  sum += h_cmp_rs_32.index;
  sum += h_cmp_rs_64.index;
  sum += h_cmp_rs_32_j0.index;
  sum += h_cmp_rs_32_j1.index;
  sum += h_cmp_rs_32_j2.index;
  sum += h_cmp_rs_32_j3.index;
  sum += h_cmp_rs_32_j4.index;
  sum += h_cmp_rs_32_j5.index;
  sum += h_cmp_rs_32_j6.index;
  sum += h_cmp_rs_32_j7.index;
  sum += h_cmp_rs_32_j8.index;
  sum += h_cmp_rs_32_j9.index;
  sum += h_cmp_rs_32_j10.index;
  sum += h_cmp_rs_32_j11.index;
  sum += h_cmp_rs_32_j12.index;
  sum += h_cmp_rs_32_j13.index;
  sum += h_cmp_rs_32_j14.index;
  sum += h_cmp_rs_32_j15.index;
  sum += h_cmp_rs_64_j0.index;
  sum += h_cmp_rs_64_j1.index;
  sum += h_cmp_rs_64_j2.index;
  sum += h_cmp_rs_64_j3.index;
  sum += h_cmp_rs_64_j4.index;
  sum += h_cmp_rs_64_j5.index;
  sum += h_cmp_rs_64_j6.index;
  sum += h_cmp_rs_64_j7.index;
  sum += h_cmp_rs_64_j8.index;
  sum += h_cmp_rs_64_j9.index;
  sum += h_cmp_rs_64_j10.index;
  sum += h_cmp_rs_64_j11.index;
  sum += h_cmp_rs_64_j12.index;
  sum += h_cmp_rs_64_j13.index;
  sum += h_cmp_rs_64_j14.index;
  sum += h_cmp_rs_64_j15.index;
  sum += h_cmp_ms_16.index;
  sum += h_cmp_ms_32.index;
  sum += h_cmp_ms_64.index;
  sum += h_cmp_rm_8.index;
  sum += h_cmp_rm_16.index;
  sum += h_cmp_rm_32.index;
  sum += h_cmp_rm_64.index;
  sum += h_inc_rs_16.index;
  sum += h_inc_rs_32.index;
  sum += h_inc_rs_64.index;
  sum += h_inc_rs_16_nf.index;
  sum += h_inc_rs_32_nf.index;
  sum += h_inc_rs_64_nf.index;
  sum += h_dec_rs_16.index;
  sum += h_dec_rs_32.index;
  sum += h_dec_rs_64.index;
  sum += h_dec_rs_16_nf.index;
  sum += h_dec_rs_32_nf.index;
  sum += h_dec_rs_32_j0.index;
  sum += h_dec_rs_32_j1.index;
  sum += h_dec_rs_32_j2.index;
  sum += h_dec_rs_32_j3.index;
  sum += h_dec_rs_32_j4.index;
  sum += h_dec_rs_32_j5.index;
  sum += h_dec_rs_32_j6.index;
  sum += h_dec_rs_32_j7.index;
  sum += h_dec_rs_32_j8.index;
  sum += h_dec_rs_32_j9.index;
  sum += h_dec_rs_32_j10.index;
  sum += h_dec_rs_32_j11.index;
  sum += h_dec_rs_32_j12.index;
  sum += h_dec_rs_32_j13.index;
  sum += h_dec_rs_32_j14.index;
  sum += h_dec_rs_32_j15.index;
  sum += h_dec_rs_64_nf.index;
  sum += h_dec_rs_64_j0.index;
  sum += h_dec_rs_64_j1.index;
  sum += h_dec_rs_64_j2.index;
  sum += h_dec_rs_64_j3.index;
  sum += h_dec_rs_64_j4.index;
  sum += h_dec_rs_64_j5.index;
  sum += h_dec_rs_64_j6.index;
  sum += h_dec_rs_64_j7.index;
  sum += h_dec_rs_64_j8.index;
  sum += h_dec_rs_64_j9.index;
  sum += h_dec_rs_64_j10.index;
  sum += h_dec_rs_64_j11.index;
  sum += h_dec_rs_64_j12.index;
  sum += h_dec_rs_64_j13.index;
  sum += h_dec_rs_64_j14.index;
  sum += h_dec_rs_64_j15.index;
  sum += h_push_rs_16.index;
  sum += h_push_rs_32.index;
  sum += h_push_rs_64.index;
  sum += h_pop_rs_16.index;
  sum += h_pop_rs_32.index;
  sum += h_pop_rs_64.index;
  sum += h_pusha_16.index;
  sum += h_pusha_32.index;
  sum += h_pusha_64.index;
  sum += h_popa_16.index;
  sum += h_popa_32.index;
  sum += h_popa_64.index;
  sum += h_movsxd_rs_16.index;
  sum += h_movsxd_rs_32.index;
  sum += h_movsxd_rs_64.index;
  sum += h_movsxd_rm_16.index;
  sum += h_movsxd_rm_32.index;
  sum += h_movsxd_rm_64.index;
  sum += h_jo.index;
  sum += h_jno.index;
  sum += h_jb.index;
  sum += h_jnb.index;
  sum += h_jz.index;
  sum += h_jnz.index;
  sum += h_jbe.index;
  sum += h_jnbe.index;
  sum += h_js.index;
  sum += h_jns.index;
  sum += h_jp.index;
  sum += h_jnp.index;
  sum += h_jl.index;
  sum += h_jnl.index;
  sum += h_jle.index;
  sum += h_jnle.index;
  sum += h_test_rs_8.index;
  sum += h_test_rs_8_j0.index;
  sum += h_test_rs_8_j1.index;
  sum += h_test_rs_8_j2.index;
  sum += h_test_rs_8_j3.index;
  sum += h_test_rs_8_j4.index;
  sum += h_test_rs_8_j5.index;
  sum += h_test_rs_8_j6.index;
  sum += h_test_rs_8_j7.index;
  sum += h_test_rs_8_j8.index;
  sum += h_test_rs_8_j9.index;
  sum += h_test_rs_8_j10.index;
  sum += h_test_rs_8_j11.index;
  sum += h_test_rs_8_j12.index;
  sum += h_test_rs_8_j13.index;
  sum += h_test_rs_8_j14.index;
  sum += h_test_rs_8_j15.index;
  sum += h_test_ms_8.index;
  sum += h_test_rs_16.index;
  sum += h_test_rs_32.index;
  sum += h_test_rs_64.index;
  sum += h_test_rs_32_j0.index;
  sum += h_test_rs_32_j1.index;
  sum += h_test_rs_32_j2.index;
  sum += h_test_rs_32_j3.index;
  sum += h_test_rs_32_j4.index;
  sum += h_test_rs_32_j5.index;
  sum += h_test_rs_32_j6.index;
  sum += h_test_rs_32_j7.index;
  sum += h_test_rs_32_j8.index;
  sum += h_test_rs_32_j9.index;
  sum += h_test_rs_32_j10.index;
  sum += h_test_rs_32_j11.index;
  sum += h_test_rs_32_j12.index;
  sum += h_test_rs_32_j13.index;
  sum += h_test_rs_32_j14.index;
  sum += h_test_rs_32_j15.index;
  sum += h_test_rs_64_j0.index;
  sum += h_test_rs_64_j1.index;
  sum += h_test_rs_64_j2.index;
  sum += h_test_rs_64_j3.index;
  sum += h_test_rs_64_j4.index;
  sum += h_test_rs_64_j5.index;
  sum += h_test_rs_64_j6.index;
  sum += h_test_rs_64_j7.index;
  sum += h_test_rs_64_j8.index;
  sum += h_test_rs_64_j9.index;
  sum += h_test_rs_64_j10.index;
  sum += h_test_rs_64_j11.index;
  sum += h_test_rs_64_j12.index;
  sum += h_test_rs_64_j13.index;
  sum += h_test_rs_64_j14.index;
  sum += h_test_rs_64_j15.index;
  sum += h_test_ms_16.index;
  sum += h_test_ms_32.index;
  sum += h_test_ms_64.index;
  sum += h_mov_rs_8.index;
  sum += h_mov_ms_8.index;
  sum += h_mov_rs_16.index;
  sum += h_mov_rs_32.index;
  sum += h_mov_rs_64.index;
  sum += h_mov_ms_16.index;
  sum += h_mov_ms_32.index;
  sum += h_mov_ms_64.index;
  sum += h_mov_rm_8.index;
  sum += h_mov_rm_16.index;
  sum += h_mov_rm_32.index;
  sum += h_mov_rm_64.index;
  sum += h_lea_16.index;
  sum += h_lea_32.index;
  sum += h_lea_64.index;
  sum += h_pop_ms_16.index;
  sum += h_pop_ms_32.index;
  sum += h_pop_ms_64.index;
  sum += h_retn_16.index;
  sum += h_retn_32.index;
  sum += h_retn_64.index;
  sum += h_ret_16.index;
  sum += h_ret_32.index;
  sum += h_ret_64.index;
  sum += h_enter_16.index;
  sum += h_enter_32.index;
  sum += h_enter_64.index;
  sum += h_leave_16.index;
  sum += h_leave_32.index;
  sum += h_leave_64.index;
  sum += h_loopne.index;
  sum += h_loope.index;
  sum += h_loop.index;
  sum += h_jcxz.index;
  sum += h_call_16.index;
  sum += h_call_32.index;
  sum += h_call_64.index;
  sum += h_jmp.index;
  sum += h_not_8.index;
  sum += h_neg_8.index;
  sum += h_not_16.index;
  sum += h_not_32.index;
  sum += h_not_64.index;
  sum += h_neg_16.index;
  sum += h_neg_32.index;
  sum += h_neg_64.index;
  sum += h_inc_rs_8.index;
  sum += h_inc_rs_8_nf.index;
  sum += h_inc_ms_8.index;
  sum += h_inc_ms_8_nf.index;
  sum += h_dec_rs_8.index;
  sum += h_dec_rs_8_nf.index;
  sum += h_dec_rs_8_j0.index;
  sum += h_dec_rs_8_j1.index;
  sum += h_dec_rs_8_j2.index;
  sum += h_dec_rs_8_j3.index;
  sum += h_dec_rs_8_j4.index;
  sum += h_dec_rs_8_j5.index;
  sum += h_dec_rs_8_j6.index;
  sum += h_dec_rs_8_j7.index;
  sum += h_dec_rs_8_j8.index;
  sum += h_dec_rs_8_j9.index;
  sum += h_dec_rs_8_j10.index;
  sum += h_dec_rs_8_j11.index;
  sum += h_dec_rs_8_j12.index;
  sum += h_dec_rs_8_j13.index;
  sum += h_dec_rs_8_j14.index;
  sum += h_dec_rs_8_j15.index;
  sum += h_dec_ms_8.index;
  sum += h_dec_ms_8_nf.index;
  sum += h_inc_ms_16.index;
  sum += h_inc_ms_32.index;
  sum += h_inc_ms_64.index;
  sum += h_inc_ms_16_nf.index;
  sum += h_inc_ms_32_nf.index;
  sum += h_inc_ms_64_nf.index;
  sum += h_dec_ms_16.index;
  sum += h_dec_ms_32.index;
  sum += h_dec_ms_64.index;
  sum += h_dec_ms_16_nf.index;
  sum += h_dec_ms_32_nf.index;
  sum += h_dec_ms_64_nf.index;
  sum += h_calle_rs_16.index;
  sum += h_calle_rs_32.index;
  sum += h_calle_rs_64.index;
  sum += h_calle_ms_16.index;
  sum += h_calle_ms_32.index;
  sum += h_calle_ms_64.index;
  sum += h_jmpe_rs_16.index;
  sum += h_jmpe_rs_32.index;
  sum += h_jmpe_rs_64.index;
  sum += h_jmpe_ms_16.index;
  sum += h_jmpe_ms_32.index;
  sum += h_jmpe_ms_64.index;
  sum += h_push_ms_16.index;
  sum += h_push_ms_32.index;
  sum += h_push_ms_64.index;
  sum += h_cmovo_rs_16.index;
  sum += h_cmovo_rs_32.index;
  sum += h_cmovo_rs_64.index;
  sum += h_cmovo_rm_16.index;
  sum += h_cmovo_rm_32.index;
  sum += h_cmovo_rm_64.index;
  sum += h_cmovno_rs_16.index;
  sum += h_cmovno_rs_32.index;
  sum += h_cmovno_rs_64.index;
  sum += h_cmovno_rm_16.index;
  sum += h_cmovno_rm_32.index;
  sum += h_cmovno_rm_64.index;
  sum += h_cmovb_rs_16.index;
  sum += h_cmovb_rs_32.index;
  sum += h_cmovb_rs_64.index;
  sum += h_cmovb_rm_16.index;
  sum += h_cmovb_rm_32.index;
  sum += h_cmovb_rm_64.index;
  sum += h_cmovnb_rs_16.index;
  sum += h_cmovnb_rs_32.index;
  sum += h_cmovnb_rs_64.index;
  sum += h_cmovnb_rm_16.index;
  sum += h_cmovnb_rm_32.index;
  sum += h_cmovnb_rm_64.index;
  sum += h_cmovz_rs_16.index;
  sum += h_cmovz_rs_32.index;
  sum += h_cmovz_rs_64.index;
  sum += h_cmovz_rm_16.index;
  sum += h_cmovz_rm_32.index;
  sum += h_cmovz_rm_64.index;
  sum += h_cmovnz_rs_16.index;
  sum += h_cmovnz_rs_32.index;
  sum += h_cmovnz_rs_64.index;
  sum += h_cmovnz_rm_16.index;
  sum += h_cmovnz_rm_32.index;
  sum += h_cmovnz_rm_64.index;
  sum += h_cmovbe_rs_16.index;
  sum += h_cmovbe_rs_32.index;
  sum += h_cmovbe_rs_64.index;
  sum += h_cmovbe_rm_16.index;
  sum += h_cmovbe_rm_32.index;
  sum += h_cmovbe_rm_64.index;
  sum += h_cmovnbe_rs_16.index;
  sum += h_cmovnbe_rs_32.index;
  sum += h_cmovnbe_rs_64.index;
  sum += h_cmovnbe_rm_16.index;
  sum += h_cmovnbe_rm_32.index;
  sum += h_cmovnbe_rm_64.index;
  sum += h_cmovs_rs_16.index;
  sum += h_cmovs_rs_32.index;
  sum += h_cmovs_rs_64.index;
  sum += h_cmovs_rm_16.index;
  sum += h_cmovs_rm_32.index;
  sum += h_cmovs_rm_64.index;
  sum += h_cmovns_rs_16.index;
  sum += h_cmovns_rs_32.index;
  sum += h_cmovns_rs_64.index;
  sum += h_cmovns_rm_16.index;
  sum += h_cmovns_rm_32.index;
  sum += h_cmovns_rm_64.index;
  sum += h_cmovp_rs_16.index;
  sum += h_cmovp_rs_32.index;
  sum += h_cmovp_rs_64.index;
  sum += h_cmovp_rm_16.index;
  sum += h_cmovp_rm_32.index;
  sum += h_cmovp_rm_64.index;
  sum += h_cmovnp_rs_16.index;
  sum += h_cmovnp_rs_32.index;
  sum += h_cmovnp_rs_64.index;
  sum += h_cmovnp_rm_16.index;
  sum += h_cmovnp_rm_32.index;
  sum += h_cmovnp_rm_64.index;
  sum += h_cmovl_rs_16.index;
  sum += h_cmovl_rs_32.index;
  sum += h_cmovl_rs_64.index;
  sum += h_cmovl_rm_16.index;
  sum += h_cmovl_rm_32.index;
  sum += h_cmovl_rm_64.index;
  sum += h_cmovnl_rs_16.index;
  sum += h_cmovnl_rs_32.index;
  sum += h_cmovnl_rs_64.index;
  sum += h_cmovnl_rm_16.index;
  sum += h_cmovnl_rm_32.index;
  sum += h_cmovnl_rm_64.index;
  sum += h_cmovle_rs_16.index;
  sum += h_cmovle_rs_32.index;
  sum += h_cmovle_rs_64.index;
  sum += h_cmovle_rm_16.index;
  sum += h_cmovle_rm_32.index;
  sum += h_cmovle_rm_64.index;
  sum += h_cmovnle_rs_16.index;
  sum += h_cmovnle_rs_32.index;
  sum += h_cmovnle_rs_64.index;
  sum += h_cmovnle_rm_16.index;
  sum += h_cmovnle_rm_32.index;
  sum += h_cmovnle_rm_64.index;
  sum += h_seto_8.index;
  sum += h_setno_8.index;
  sum += h_setb_8.index;
  sum += h_setnb_8.index;
  sum += h_setz_8.index;
  sum += h_setnz_8.index;
  sum += h_setbe_8.index;
  sum += h_setnbe_8.index;
  sum += h_sets_8.index;
  sum += h_setns_8.index;
  sum += h_setp_8.index;
  sum += h_setnp_8.index;
  sum += h_setl_8.index;
  sum += h_setnl_8.index;
  sum += h_setle_8.index;
  sum += h_setnle_8.index;
  sum += h_movzx8_rs_16.index;
  sum += h_movzx8_rs_32.index;
  sum += h_movzx8_rs_64.index;
  sum += h_movzx8_rm_16.index;
  sum += h_movzx8_rm_32.index;
  sum += h_movzx8_rm_64.index;
  sum += h_movzx16_rs_16.index;
  sum += h_movzx16_rs_32.index;
  sum += h_movzx16_rs_64.index;
  sum += h_movzx16_rm_16.index;
  sum += h_movzx16_rm_32.index;
  sum += h_movzx16_rm_64.index;
  sum += h_movsx8_rs_16.index;
  sum += h_movsx8_rs_32.index;
  sum += h_movsx8_rs_64.index;
  sum += h_movsx8_rm_16.index;
  sum += h_movsx8_rm_32.index;
  sum += h_movsx8_rm_64.index;
  sum += h_movsx16_rs_16.index;
  sum += h_movsx16_rs_32.index;
  sum += h_movsx16_rs_64.index;
  sum += h_movsx16_rm_16.index;
  sum += h_movsx16_rm_32.index;
  sum += h_movsx16_rm_64.index;
  return sum;
}
