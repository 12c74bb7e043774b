# Wide code: some hundred different blocks, tens of kilobytes, that branch on what they compute. Tight loops flatter an
# emulator; here finding the next block and holding all of them costs as it does in a kernel. A block is an iteration.

.set DEFAULT_ITERATIONS, 200000000

.include "boot.inc"
.include "print.inc"
.include "vectors.inc"
.include "bench.inc"

.text
  .balign 64
body:
  .include "wide_blocks.inc"
  ret

.section .rodata
bench_name:
  .asciz "wide"
