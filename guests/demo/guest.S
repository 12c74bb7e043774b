# L2: 16-bit code in a machine of its own. It lies at address L2_ENTRY there, wherever L1 keeps it.

.set HYPERCALL_SAY, 1                   # SI: a string that ends with 0
.set HYPERCALL_PAUSE, 2

.set SCREEN_SEGMENT, SCREEN >> 4
.set GREY_ON_BLACK, 7

.section .rodata
.code16
l2_image:
  # Who made this processor? L1 decides what L2 hears.
  xor eax, eax
  cpuid
  mov di, offset l2_vendor - l2_image + L2_ENTRY
  mov [di], ebx
  mov [di + 4], edx
  mov [di + 8], ecx
  mov si, offset l2_hello - l2_image + L2_ENTRY
  mov ax, HYPERCALL_SAY
  vmmcall

  # The first write to the screen meets a page that is not there, and never knows.
  mov ax, SCREEN_SEGMENT
  mov es, ax
  xor di, di
  mov si, offset l2_screen_text - l2_image + L2_ENTRY
  mov ah, GREY_ON_BLACK
1:
  mov al, [si]
  mov es:[di], ax
  inc si
  add di, 2
  test al, al
  jnz 1b

  mov ax, HYPERCALL_PAUSE
  vmmcall

  mov si, offset l2_goodbye - l2_image + L2_ENTRY
  mov ax, HYPERCALL_SAY
  vmmcall
  hlt

l2_hello:
  .ascii "my processor was made by "
l2_vendor:
  .asciz "????????????"
l2_goodbye:
  .asciz "have I missed anything?"
l2_screen_text:
  .asciz "written by L2 through nested paging"
l2_image_end:

.text
.code64
