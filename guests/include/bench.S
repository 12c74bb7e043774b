# What the bench guests share: the iteration count from the command line, a known start, and a report of how it ended.

.set ARRAY_QWORDS, 4096                 # 32 KiB: what a first-level cache holds
.set ARRAY_MULTIPLIER, 0x5851f42d4c957f2d
.set HASH_MULTIPLIER, 0x9e3779b97f4a7c15

.set MULTIBOOT_INFO_CMDLINE, 16
.set CR4_OSFXSR, 1 << 9

.set REGISTERS, 15                      # all but RSP

.text
.code64

# Runs the routine `body` of the guest that includes this, with RCX iterations, and reports under its `bench_name`. A count
# of 0 leaves the body out, so that whoever measures can subtract what is not the loop.
main:
  mov eax, DEFAULT_ITERATIONS
  call read_iterations
  call install_vectors
  call enable_sse
  call fill_array
  call load_registers
  mov rcx, [iterations]
  test rcx, rcx
  jz 1f
  call body
1:
  call store_registers
  call report
  xor eax, eax
  ret

# EDI: the Multiboot information, RAX: the count when the command line does not end with a number.
read_iterations:
  mov [iterations], rax
  mov esi, [rdi + MULTIBOOT_INFO_CMDLINE]
  xor edx, edx                          # value of the word so far
  xor ecx, ecx                          # whether this word is a number, as far as it goes
1:
  movzx eax, byte ptr [rsi]
  inc rsi
  test al, al
  jz 4f
  cmp al, ' '
  je 2f
  sub al, '0'
  cmp al, 9
  ja 3f
  imul rdx, rdx, 10
  add rdx, rax
  jmp 1b
2:                                      # the next word begins
  xor edx, edx
  mov ecx, 1
  jmp 1b
3:
  xor ecx, ecx
  jmp 1b
4:
  cmp byte ptr [rsi - 2], ' '
  je 5f
  test ecx, ecx                         # the first word is the path of the image, number or not
  jz 5f
  mov [iterations], rdx
5:
  ret

enable_sse:
  mov rax, cr4
  or eax, CR4_OSFXSR
  mov cr4, rax
  ret

fill_array:
  mov edi, offset array
  mov ecx, ARRAY_QWORDS
  mov rdx, ARRAY_MULTIPLIER
  mov eax, 1
1:
  imul rax, rdx
  inc rax
  mov [rdi], rax
  add rdi, 8
  dec ecx
  jnz 1b
  ret

# Every register gets a value of its own; RSI points at the array.
load_registers:
  rdtsc
  shl rdx, 32
  or rax, rdx
  mov [started], rax
  mov rax, 0x0123456789abcdef
  .irp register, rbx, rdx, rdi, rbp, r8, r9, r10, r11, r12, r13, r14, r15
  mov \register, rax
  ror rax, 5
  .endr
  mov esi, offset array
  ret

store_registers:
  .irp register, rax, rbx, rcx, rdx, rsi, rdi, rbp, r8, r9, r10, r11, r12, r13, r14, r15
  mov [registers_\register], \register
  .endr
  rdtsc
  shl rdx, 32
  or rax, rdx
  sub rax, [started]
  mov [ticks], rax
  ret

# Folds ECX quadwords at RSI into the checksum RAX.
fold:
  mov rdx, HASH_MULTIPLIER
1:
  xor rax, [rsi]
  imul rax, rdx
  rol rax, 23
  add rsi, 8
  dec ecx
  jnz 1b
  ret

report:
  mov esi, offset bench_name
  call print_string
  say " iterations "
  say_decimal [iterations]
  xor eax, eax
  mov esi, offset registers_rax
  mov ecx, REGISTERS
  call fold
  mov esi, offset array
  mov ecx, ARRAY_QWORDS
  call fold
  say " checksum "
  say_hex 16, rax
  # On a machine whose time stamp counts instructions these are the instructions, plus a few that are always the same.
  say " ticks "
  say_decimal [ticks]
  say "\n"
  ret

.bss
.balign 4096
array:
  .skip ARRAY_QWORDS * 8
iterations:
  .skip 8
started:
  .skip 8
ticks:
  .skip 8
.irp register, rax, rbx, rcx, rdx, rsi, rdi, rbp, r8, r9, r10, r11, r12, r13, r14, r15
registers_\register:
  .skip 8
.endr
.text
