# Load, add, store over an array that fits a first-level cache: 6 instructions an element, and 4 a pass. A pass is an iteration.

.set DEFAULT_ITERATIONS, 250000

.include "boot.S"
.include "print.S"
.include "vectors.S"
.include "bench.S"

.text
  .balign 64
body:
mem_pass:
  xor edi, edi
mem_element:
  mov rax, [rsi + rdi * 8]
  add rax, rbx
  mov [rsi + rdi * 8], rax
  add rdi, 1
  cmp rdi, ARRAY_QWORDS
  jb mem_element
  add rbx, rax
  dec rcx
  jnz mem_pass
  ret

.section .rodata
bench_name:
  .asciz "mem"
