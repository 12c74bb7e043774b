# Five bodies that attract each other: scalar double precision with a square root and a division for each pair. A step of time is an
# iteration.

.set DEFAULT_ITERATIONS, 500000

.include "boot.S"
.include "print.S"
.include "vectors.S"
.include "bench.S"

.set BODIES, 5
.set BODY, 64                           # a body: position, velocity and mass, each a double, and one to spare
.set VELOCITY, 24
.set MASS, 48

.text
  .balign 64
body:
nbody_step:
  mov edi, offset bodies
  movsd xmm15, [time_step]
nbody_first:
  movsd xmm0, [rdi]
  movsd xmm1, [rdi + 8]
  movsd xmm2, [rdi + 16]
  movsd xmm3, [rdi + VELOCITY]
  movsd xmm4, [rdi + VELOCITY + 8]
  movsd xmm5, [rdi + VELOCITY + 16]
  movsd xmm6, [rdi + MASS]
  lea rdx, [rdi + BODY]
nbody_second:
  movapd xmm7, xmm0                     # the way from one to the other
  subsd xmm7, [rdx]
  movapd xmm8, xmm1
  subsd xmm8, [rdx + 8]
  movapd xmm9, xmm2
  subsd xmm9, [rdx + 16]
  movapd xmm10, xmm7
  mulsd xmm10, xmm10
  movapd xmm11, xmm8
  mulsd xmm11, xmm11
  movapd xmm12, xmm9
  mulsd xmm12, xmm12
  addsd xmm10, xmm11
  addsd xmm10, xmm12
  sqrtsd xmm11, xmm10
  mulsd xmm10, xmm11                    # the third power of the distance
  movapd xmm12, xmm15
  divsd xmm12, xmm10
  movsd xmm13, [rdx + MASS]
  mulsd xmm13, xmm12
  mulsd xmm12, xmm6
  movapd xmm14, xmm7
  mulsd xmm14, xmm13
  subsd xmm3, xmm14
  movapd xmm14, xmm8
  mulsd xmm14, xmm13
  subsd xmm4, xmm14
  movapd xmm14, xmm9
  mulsd xmm14, xmm13
  subsd xmm5, xmm14
  mulsd xmm7, xmm12
  addsd xmm7, [rdx + VELOCITY]
  movsd [rdx + VELOCITY], xmm7
  mulsd xmm8, xmm12
  addsd xmm8, [rdx + VELOCITY + 8]
  movsd [rdx + VELOCITY + 8], xmm8
  mulsd xmm9, xmm12
  addsd xmm9, [rdx + VELOCITY + 16]
  movsd [rdx + VELOCITY + 16], xmm9
  add rdx, BODY
  cmp rdx, offset bodies_end
  jb nbody_second
  movsd [rdi + VELOCITY], xmm3
  movsd [rdi + VELOCITY + 8], xmm4
  movsd [rdi + VELOCITY + 16], xmm5
  add rdi, BODY
  cmp rdi, offset bodies_end - BODY
  jb nbody_first
  mov edi, offset bodies
nbody_move:
  .irp axis, 0, 8, 16
  movsd xmm0, [rdi + VELOCITY + \axis]
  mulsd xmm0, xmm15
  addsd xmm0, [rdi + \axis]
  movsd [rdi + \axis], xmm0
  .endr
  add rdi, BODY
  cmp rdi, offset bodies_end
  jb nbody_move
  dec rcx
  jnz nbody_step
  # What has become of them goes into the checksum.
  mov edi, offset array
  mov esi, offset bodies
  mov ecx, BODIES * BODY / 8
  rep movsq
  ret

.section .rodata
bench_name:
  .asciz "nbody"
time_step:
  .double 0.001

.data
.balign 64
bodies:
  .double  0.0,  0.0, 0.0,  0.0,  0.0, 0.0, 40.0, 0.0
  .double  1.0,  0.1, 0.0,  0.3,  6.1, 0.1, 0.01, 0.0
  .double -2.5,  0.4, 0.2, -0.2, -3.9, 0.0, 0.04, 0.0
  .double  0.3,  5.2, 0.1, -2.7,  0.2, 0.2, 0.02, 0.0
  .double -0.6, -9.1, 0.5,  2.1, -0.1, 0.1, 0.03, 0.0
bodies_end:
