/* Runs cases on the processor it is started on: for each byte read from standard input, all cases of the first file, whose outcomes go
   to the second; the byte is echoed. Offsets and addresses come from oracle/layout.ts as macros. */
#define _GNU_SOURCE
#include <fcntl.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <ucontext.h>
#include <unistd.h>

struct context {
  uint64_t in[16], flags_in, target;
  uint64_t out[16], flags_out, host_rsp;
  uint32_t far_offset;
  uint16_t far_selector;
  uint8_t extended[EXTENDED_SIZE] __attribute__((aligned(64)));
};
static struct context *const ctx = (struct context *)PLACE_CONTEXT;
static uint8_t *cursor;
static uint64_t enter_64, enter_32, leave, back;
static uint8_t *outcome;

static void emit(int n, ...) {
  __builtin_va_list bytes;
  __builtin_va_start(bytes, n);
  while (n--) *cursor++ = (uint8_t)__builtin_va_arg(bytes, int);
  __builtin_va_end(bytes);
}
static void emit32(uint32_t v) { memcpy(cursor, &v, 4); cursor += 4; }
static void emit64(uint64_t v) { memcpy(cursor, &v, 8); cursor += 8; }
/* An instruction with a 32-bit absolute address. */
static void at(const void *address, int opcode_bytes, int a, int b, int c, int reg) {
  if (opcode_bytes > 2) emit(1, a);
  if (opcode_bytes > 1) emit(1, b);
  emit(3, c, 0x04 | reg << 3, 0x25);
  emit32((uint32_t)(uint64_t)address);
}
static void move_register(int load, int r, const void *address) {
  at(address, 2, 0, 0x48 | (r >> 3) << 2, load ? 0x8b : 0x89, r & 7);
}
static void emit_mask(void) { emit(5, 0xb8, 7, 0, 0, 0); emit(2, 0x31, 0xd2); }

/* Machine code that takes a case's state and goes to it, and that comes back from it. */
static void build(void) {
  cursor = (uint8_t *)PLACE_TRAMPOLINE;
  for (int narrow = 0; narrow < 2; narrow++) {
    *(narrow ? &enter_32 : &enter_64) = (uint64_t)cursor;
    emit(10, 0x53, 0x55, 0x41, 0x54, 0x41, 0x55, 0x41, 0x56, 0x41, 0x57);
    move_register(0, 4, &ctx->host_rsp);
    emit_mask();
    at(ctx->extended, 3, 0x48, 0x0f, 0xae, 5); /* XRSTOR64 */
    at(&ctx->flags_in, 1, 0, 0, 0xff, 6);      /* PUSH, POPF */
    emit(1, 0x9d);
    for (int r = 0; r < 16; r++) move_register(1, r, &ctx->in[r]);
    if (narrow) at(&ctx->far_offset, 1, 0, 0, 0xff, 5);
    else at(&ctx->target, 1, 0, 0, 0xff, 4);
  }
  leave = (uint64_t)cursor;
  for (int r = 0; r < 16; r++) move_register(0, r, &ctx->out[r]);
  move_register(1, 4, &ctx->host_rsp);
  emit(1, 0x9c);
  at(&ctx->flags_out, 1, 0, 0, 0x8f, 0);
  emit_mask();
  at(ctx->extended, 3, 0x48, 0x0f, 0xae, 4); /* XSAVE64 */
  back = (uint64_t)cursor;
  move_register(1, 4, &ctx->host_rsp);
  emit(2, 0x6a, 2);
  emit(1, 0x9d);
  emit(2, 0xdb, 0xe3); /* FNINIT */
  emit(1, 0x68);
  emit32(0x1f80);
  emit(4, 0x0f, 0xae, 0x14, 0x24); /* LDMXCSR */
  emit(1, 0x58);
  emit(10, 0x41, 0x5f, 0x41, 0x5e, 0x41, 0x5d, 0x41, 0x5c, 0x5d, 0x5b);
  emit(1, 0xc3);
}

static void put(int offset, const void *from, int n) { memcpy(outcome + offset, from, n); }
static void put_end(uint32_t vector, uint32_t error, uint64_t rip, uint64_t cr2, uint64_t flags) {
  put(RECORD_VECTOR, &vector, 4);
  put(RECORD_ERROR, &error, 4);
  put(RECORD_RIP, &rip, 8);
  put(RECORD_CR2, &cr2, 8);
  put(RECORD_FLAGS, &flags, 8);
}

static const int NUMBERS[16] = {REG_RAX, REG_RCX, REG_RDX, REG_RBX, REG_RSP, REG_RBP, REG_RSI, REG_RDI,
                                REG_R8,  REG_R9,  REG_R10, REG_R11, REG_R12, REG_R13, REG_R14, REG_R15};

static void on_exception(int signal, siginfo_t *info, void *given) {
  __asm__ volatile("push $2; popf" ::: "memory", "cc");
  (void)signal;
  (void)info;
  ucontext_t *const user = given;
  const greg_t *const g = user->uc_mcontext.gregs;
  if (outcome == 0) _exit(2);
  put_end(g[REG_TRAPNO], g[REG_ERR], g[REG_RIP], g[REG_CR2], g[REG_EFL]);
  for (int r = 0; r < 16; r++) memcpy(ctx->out + r, &g[NUMBERS[r]], 8);
  memcpy(ctx->extended, user->uc_mcontext.fpregs, EXTENDED_SIZE);
  /* The handler never returns: the processor goes on where a case that ends by itself would. */
  __asm__ volatile("jmp *%0" ::"r"(back) : "memory");
}

static void map(uint64_t address, size_t bytes, int protection) {
  if (mmap((void *)address, bytes, protection, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED_NOREPLACE, -1, 0) != (void *)address) {
    perror("native: mmap");
    exit(1);
  }
}
/* The code pages, which a case cannot write, and the same memory where this program writes it. */
static void map_code(void) {
  const int fd = memfd_create("code", 0);
  if (fd < 0 || ftruncate(fd, PLACE_CODE_BYTES) != 0) {
    perror("native: memfd");
    exit(1);
  }
  const int fixed = MAP_SHARED | MAP_FIXED_NOREPLACE;
  if (mmap((void *)PLACE_CODE, PLACE_CODE_BYTES, PROT_READ | PROT_EXEC, fixed, fd, 0) == MAP_FAILED ||
      mmap((void *)PLACE_WRITTEN, PLACE_CODE_BYTES, PROT_READ | PROT_WRITE, fixed, fd, 0) == MAP_FAILED) {
    perror("native: mmap");
    exit(1);
  }
}
static uint8_t *file(const char *path, size_t bytes) {
  const int fd = open(path, O_RDWR);
  void *const p = fd < 0 ? MAP_FAILED : mmap(0, bytes, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
  if (p == MAP_FAILED) {
    perror(path);
    exit(1);
  }
  return p;
}

static void run(const uint8_t *given) {
  const int wide = given[RECORD_MODE] == 64, length = given[RECORD_LENGTH];
  uint16_t place;
  memcpy(&place, given + RECORD_PLACE, 2);
  /* A case may have changed what they hold. */
  __asm__ volatile("mov %0, %%ds; mov %0, %%es" ::"r"(SELECTOR_DATA));
  memset((void *)PLACE_DATA, FILLER, PLACE_WINDOW - PLACE_DATA);
  memcpy((void *)PLACE_WINDOW, given + RECORD_WINDOW, WINDOW_BYTES);
  memcpy(ctx->in, given + RECORD_REGISTERS, 128);
  memcpy(&ctx->flags_in, given + RECORD_FLAGS, 8);
  memcpy(ctx->extended, given + RECORD_EXTENDED, EXTENDED_SIZE);
  uint8_t *const code = (uint8_t *)PLACE_CODE + place, *const written = (uint8_t *)PLACE_WRITTEN + place;
  memcpy(written, given + RECORD_CODE, length);
  cursor = written + length;
  /* A way back that needs no signal, where there is room for it and no alignment check on its address. */
  const int way = place + length + 14 <= PLACE_CODE_BYTES && !(ctx->flags_in & AC) ? 14 : 0;
  if (way && wide) {
    emit(6, 0xff, 0x25, 0, 0, 0, 0);
    emit64(leave);
  } else if (way) {
    emit(1, 0xea);
    emit32(leave);
    emit(2, SELECTOR_CODE64, 0);
  }
  ctx->target = (uint64_t)code;
  ctx->far_offset = (uint32_t)(uint64_t)code;
  ctx->far_selector = SELECTOR_CODE32;
  put_end(VECTOR_NONE, 0, 0, 0, 0);
  ((void (*)(void))(wide ? enter_64 : enter_32))();
  uint32_t vector;
  memcpy(&vector, outcome + RECORD_VECTOR, 4);
  /* As if it had met the HLT after the code. */
  if (vector == VECTOR_NONE) put_end(VECTOR_GP, 0, (uint64_t)code + length, 0, ctx->flags_out | RF);
  put(RECORD_REGISTERS, ctx->out, 128);
  put(RECORD_EXTENDED, ctx->extended, EXTENDED_SIZE);
  put(RECORD_WINDOW, (void *)PLACE_WINDOW, WINDOW_BYTES);
  memset(written, HLT, length + way);
}

int main(int argc, char **argv) {
  if (argc != 4) return 1;
  const int cases = atoi(argv[3]);
  const uint8_t *const given = file(argv[1], (size_t)cases * RECORD_SIZE);
  uint8_t *const outcomes = file(argv[2], (size_t)cases * RECORD_SIZE);
  map(PLACE_CONTEXT, 0x1000, PROT_READ | PROT_WRITE);
  map_code();
  map(PLACE_TRAMPOLINE, 0x1000, PROT_READ | PROT_WRITE | PROT_EXEC);
  map(PLACE_DATA, 0x1000, PROT_READ | PROT_WRITE);
  memset((void *)PLACE_WRITTEN, HLT, PLACE_CODE_BYTES);
  build();
  const stack_t stack = {.ss_sp = malloc(65536), .ss_size = 65536};
  sigaltstack(&stack, 0);
  const struct sigaction action = {.sa_sigaction = on_exception, .sa_flags = SA_SIGINFO | SA_ONSTACK | SA_NODEFER};
  const int signals[] = {SIGSEGV, SIGILL, SIGFPE, SIGBUS, SIGTRAP};
  for (int i = 0; i < 5; i++) sigaction(signals[i], &action, 0);
  for (uint32_t count; read(0, &count, 4) == 4;) {
    for (uint32_t i = 0; i < count; i++) {
      outcome = outcomes + (size_t)i * RECORD_SIZE;
      run(given + (size_t)i * RECORD_SIZE);
    }
    outcome = 0;
    if (write(1, &count, 1) != 1) return 1;
  }
  return 0;
}
