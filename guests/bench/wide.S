# Wide code: some hundred different blocks, tens of kilobytes, that branch on what they compute. Tight loops flatter an
# emulator; here finding the next block and holding all of them costs as it does in a kernel. A block is an iteration.

.set DEFAULT_ITERATIONS, 200000000

.include "boot.S"
.include "print.S"
.include "vectors.S"
.include "bench.S"

.text
  .balign 64
body:
  .include "wide_blocks.S"
  ret

.section .rodata
bench_name:
  .asciz "wide"
