# Registers only: one chain of dependent instructions, 10 an iteration.

.set DEFAULT_ITERATIONS, 1000000000

.include "boot.S"
.include "print.S"
.include "vectors.S"
.include "bench.S"

.text
  .balign 64
body:
alu_loop:
  add rax, rbx
  xor rdx, rax
  rol rdx, 7
  imul rbx, rdx
  add rbx, 0x12345
  mov rdi, rdx
  shr rdi, 3
  sub rbp, rdi
  dec rcx
  jnz alu_loop
  ret

.section .rodata
bench_name:
  .asciz "alu"
