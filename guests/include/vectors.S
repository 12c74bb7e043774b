# The 32 exception vectors. `install_vectors` loads the IDT; an exception calls its entry of `vector_handlers` with
# RDI pointing at the FRAME_ fields below, and continues where the frame says. Without an entry the run ends with a message.

# What is on the stack below the handler's return address.
.set FRAME_RDI, 8 * 8
.set FRAME_RAX, 8 * 14
.set FRAME_VECTOR, 8 * 15
.set FRAME_ERROR, 8 * 16                # 0 for vectors that have none
.set FRAME_RIP, 8 * 17
.set FRAME_CS, 8 * 18
.set FRAME_RFLAGS, 8 * 19
.set FRAME_RSP, 8 * 20

.set EXIT_UNEXPECTED_EXCEPTION, 0x10
.set VECTOR_ENTRY_BYTES, 16
.set GATE_PRESENT_INTERRUPT, 0x8e00

# Vectors 8, 10-14, 17, 21, 29 and 30 push an error code themselves.
.set VECTORS_WITH_ERROR, 0x60227d00

.text
.code64

install_vectors:
  mov edi, offset idt
  mov eax, offset vector_entries
  mov ecx, 32
1:
  mov [rdi], ax                         # offset 15:0
  mov word ptr [rdi + 2], CODE64
  mov word ptr [rdi + 4], GATE_PRESENT_INTERRUPT
  mov edx, eax
  shr edx, 16
  mov [rdi + 6], dx                     # offset 31:16, the rest is 0
  add rdi, 16
  add eax, VECTOR_ENTRY_BYTES
  dec ecx
  jnz 1b
  lidt [rip + idt_pointer]
  ret

.balign VECTOR_ENTRY_BYTES
vector_entries:
.set vector, 0
.rept 32
  .if (VECTORS_WITH_ERROR >> vector & 1) == 0
  push 0
  .endif
  push vector
  jmp vector_common
  .balign VECTOR_ENTRY_BYTES
  .set vector, vector + 1
.endr

vector_common:
  .irp register, rax, rbx, rcx, rdx, rsi, rbp, rdi, r8, r9, r10, r11, r12, r13, r14, r15
  push \register
  .endr
  mov rdi, rsp
  mov eax, [rdi + FRAME_VECTOR]
  mov rax, [vector_handlers + rax * 8]
  test rax, rax
  jz unexpected_exception
  call rax
  .irp register, r15, r14, r13, r12, r11, r10, r9, r8, rdi, rbp, rsi, rdx, rcx, rbx, rax
  pop \register
  .endr
  add rsp, 16
  iretq

unexpected_exception:
  say "\nunexpected exception, vector "
  say_decimal [rdi + FRAME_VECTOR]
  say ", error code "
  say_hex 8, [rdi + FRAME_ERROR]
  say ", RIP "
  say_hex 16, [rdi + FRAME_RIP]
  say "\n"
  mov eax, EXIT_UNEXPECTED_EXCEPTION
  jmp exit

.section .rodata
idt_pointer:
  .word 32 * 16 - 1
  .quad idt

.bss
.balign 16
idt:
  .skip 32 * 16
vector_handlers:
  .skip 32 * 8

.text
