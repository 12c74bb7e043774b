# What a C library does with bytes: copies by REP MOVSB and REP MOVSQ, the length of a string sixteen bytes at a time and byte by byte.
# Once through all of that, at one of sixteen alignments, is an iteration.

.set DEFAULT_ITERATIONS, 200000

.include "boot.S"
.include "print.S"
.include "vectors.S"
.include "bench.S"

.set TEXT_BYTES, 1024                   # with the zero at its end
.set COPY_BYTES, 2048

.text
  .balign 64
body:
  mov r8, rcx
  xor ebx, ebx
strings_pass:
  mov eax, r8d
  and eax, 15
  mov esi, offset text
  lea rdi, [copy + rax]
  mov ecx, TEXT_BYTES
  rep movsb
  mov esi, offset copy
  mov edi, offset second_copy
  mov ecx, COPY_BYTES / 8
  rep movsq

  lea rdi, [copy + rax]
  pxor xmm0, xmm0
strings_wide:
  movdqu xmm1, [rdi]
  pcmpeqb xmm1, xmm0
  pmovmskb edx, xmm1
  add rdi, 16
  test edx, edx
  jz strings_wide
  bsf edx, edx
  add rbx, rdi
  add rbx, rdx

  lea rdi, [second_copy + rax]
strings_byte:
  cmp byte ptr [rdi], 0
  je strings_found
  inc rdi
  jmp strings_byte
strings_found:
  add rbx, rdi
  dec r8
  jnz strings_pass
  # Where they were found is in RBX; what was copied goes into the checksum too.
  mov edi, offset array
  mov esi, offset second_copy
  mov ecx, COPY_BYTES / 8
  rep movsq
  ret

.section .rodata
bench_name:
  .asciz "strings"
text:
  .rept (TEXT_BYTES - 1) / 3
  .ascii "abc"
  .endr
  .byte 0

.bss
.balign 16
copy:
  .skip COPY_BYTES
second_copy:
  .skip COPY_BYTES
