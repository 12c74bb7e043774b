# From the Multiboot loader to 64-bit code: calls `main` with the first 4 GiB mapped one to one, in 2 MiB pages.
# `main` gets the Multiboot information in EDI and returns in EAX what goes to the exit port.

.intel_syntax noprefix

.set MULTIBOOT_MAGIC, 0x1badb002
.set MULTIBOOT_FLAGS, 3                 # page aligned modules, memory information
.set MULTIBOOT_LOADED, 0x2badb002       # what a Multiboot loader leaves in EAX

.set MSR_EFER, 0xc0000080
.set EFER_LME, 1 << 8
.set CR0_PG_WP_PE, 1 << 31 | 1 << 16 | 1
.set CR4_PAE, 1 << 5

.set PAGE_PRESENT_WRITE_USER, 7
.set PAGE_LARGE, 1 << 7

.set CODE32, 0x08
.set CODE64, 0x10
.set DATA, 0x18

.section .multiboot, "ax"
.balign 4
.long MULTIBOOT_MAGIC, MULTIBOOT_FLAGS, -(MULTIBOOT_MAGIC + MULTIBOOT_FLAGS)

.text
.code32
.globl start
start:
  cmp eax, MULTIBOOT_LOADED
  jne halt
  cld
  mov esp, offset stack_top
  mov edi, ebx                          # the Multiboot information, kept in EDI for `main`

  # Four page directories of 512 entries: 2048 pages of 2 MiB. An entry is 8 bytes and its high half stays 0 below 4 GiB.
  mov eax, PAGE_PRESENT_WRITE_USER | PAGE_LARGE
  xor ecx, ecx
map_page:
  mov [page_directories + ecx * 8], eax
  add eax, 2 << 20
  inc ecx
  cmp ecx, 2048
  jne map_page

  mov eax, offset page_directories + PAGE_PRESENT_WRITE_USER
  xor ecx, ecx
map_directory:
  mov [page_pointers + ecx * 8], eax
  add eax, 4096
  inc ecx
  cmp ecx, 4
  jne map_directory

  mov dword ptr [page_root], offset page_pointers + PAGE_PRESENT_WRITE_USER

  # Long mode begins when paging is switched on with EFER.LME set.
  mov eax, offset page_root
  mov cr3, eax
  mov eax, cr4
  or eax, CR4_PAE
  mov cr4, eax
  mov ecx, MSR_EFER
  rdmsr
  or eax, EFER_LME
  wrmsr
  mov eax, cr0
  or eax, CR0_PG_WP_PE
  mov cr0, eax

  lgdt [gdt_pointer]
  # A far jump to 64-bit code, by hand: the assembler's own syntax for it differs between versions.
  .byte 0xea
  .long start64
  .word CODE64

halt:
  cli
  hlt
  jmp halt

.code64
start64:
  mov eax, DATA
  mov ds, eax
  mov es, eax
  mov ss, eax
  xor eax, eax
  mov fs, eax
  mov gs, eax
  mov esp, offset stack_top
  mov edi, edi                          # what 32-bit code leaves in the high half is not defined
  call main
  # Falls into exit.

# Ends the run with EAX: the emulator's exit status becomes EAX * 2 + 1.
.set EXIT_PORT, 0xf4
exit:
  out EXIT_PORT, eax
exit_without_port:                      # there is no isa-debug-exit device
  cli
  hlt
  jmp exit_without_port

.section .rodata
.balign 8
gdt:
  .quad 0
  .quad 0x00cf9b000000ffff              # CODE32
  .quad 0x00af9b000000ffff              # CODE64
  .quad 0x00cf93000000ffff              # DATA
gdt_end:
gdt_pointer:
  .word gdt_end - gdt - 1
  .long gdt

.bss
.balign 4096
page_root:
  .skip 4096
page_pointers:
  .skip 4096
page_directories:
  .skip 4 * 4096
stack:
  .skip 16384
stack_top:

.text
