// What CPUID shows is what the processor does: a feature is a bit of a CPUID word, and the host's CPUID table sets the words.

// A feature's number is the number of its word times 32, plus its bit. Words, in order: 1.EDX 1.ECX 6.EAX 7.EBX 7.ECX 7.EDX 7/1.EAX
// D/1.EAX 80000001.EDX 80000001.ECX 80000007.EDX 80000008.EBX 8000000A.EDX 8000001F.EAX 80000021.EAX 6.ECX.
const WORDS = 16;
const words = memory.data(WORDS * 4);

export const F_FPU = 0; export const F_VME = 1; export const F_DE = 2; export const F_PSE = 3; export const F_TSC = 4; export const F_MSR = 5;
export const F_PAE = 6; export const F_MCE = 7; export const F_CX8 = 8; export const F_APIC = 9; export const F_SEP = 11; export const F_MTRR = 12;
export const F_PGE = 13; export const F_MCA = 14; export const F_CMOV = 15; export const F_PAT = 16; export const F_PSE36 = 17;
export const F_CLFLUSH = 19; export const F_MMX = 23; export const F_FXSR = 24; export const F_SSE = 25; export const F_SSE2 = 26; export const F_HT = 28;

export const F_PNI = 32; export const F_PCLMULQDQ = 33; export const F_MONITOR = 35; export const F_SSSE3 = 41; export const F_FMA = 44;
export const F_CX16 = 45; export const F_PCID = 49; export const F_SSE4_1 = 51; export const F_SSE4_2 = 52; export const F_X2APIC = 53;
export const F_MOVBE = 54; export const F_POPCNT = 55; export const F_TSC_DEADLINE = 56; export const F_AES = 57; export const F_XSAVE = 58;
export const F_AVX = 60; export const F_F16C = 61; export const F_RDRAND = 62;

export const F_ARAT = 66;

export const F_FSGSBASE = 96; export const F_TSC_ADJUST = 97; export const F_BMI1 = 99; export const F_AVX2 = 101; export const F_SMEP = 103;
export const F_BMI2 = 104; export const F_ERMS = 105; export const F_INVPCID = 106; export const F_RDSEED = 114; export const F_ADX = 115;
export const F_SMAP = 116; export const F_CLFLUSHOPT = 119; export const F_CLWB = 120; export const F_SHA_NI = 125;

export const F_UMIP = 130; export const F_PKU = 131; export const F_SHSTK = 135; export const F_LA57 = 144; export const F_RDPID = 150;

export const F_FSRM = 164; export const F_SPEC_CTRL = 186; export const F_STIBP = 187; export const F_SSBD = 191;

export const F_XSAVEOPT = 224; export const F_XSAVEC = 225; export const F_XGETBV1 = 226; export const F_XSAVES = 227;

export const F_SYSCALL = 267; export const F_NX = 276; export const F_MMXEXT = 278; export const F_FXSR_OPT = 281; export const F_PDPE1GB = 282;
export const F_RDTSCP = 283; export const F_LM = 285;

export const F_LAHF_LM = 288; export const F_SVM = 290; export const F_CR8LEGACY = 292; export const F_ABM = 293; export const F_SSE4A = 294;
export const F_MISALIGNSSE = 295; export const F_3DNOWPREFETCH = 296; export const F_OSVW = 297; export const F_SKINIT = 300; export const F_TCE = 305;
export const F_PERFCTR_CORE = 311; export const F_MWAITX = 317;

export const F_INVTSC = 328;

export const F_CLZERO = 352; export const F_XSAVEERPTR = 354; export const F_INVLPGB = 355; export const F_RDPRU = 356; export const F_MCOMMIT = 360;
export const F_WBNOINVD = 361; export const F_IBPB = 364; export const F_INT_WBINVD = 365; export const F_IBRS = 366; export const F_AMD_STIBP = 367;
export const F_AMD_SSBD = 376;

export const F_NPT = 384; export const F_LBRV = 385; export const F_SVM_LOCK = 386; export const F_NRIP_SAVE = 387; export const F_TSC_SCALE = 388;
export const F_VMCB_CLEAN = 389; export const F_FLUSHBYASID = 390; export const F_DECODEASSISTS = 391; export const F_PMC_VIRT = 392;
export const F_PAUSE_FILTER = 394; export const F_PFTHRESHOLD = 396; export const F_AVIC = 397; export const F_V_VMSAVE_VMLOAD = 399;
export const F_VGIF = 400; export const F_GMET = 401; export const F_X2AVIC = 402; export const F_SSS_CHECK = 403; export const F_V_SPEC_CTRL = 404;
export const F_ROGPT = 405; export const F_TLBI_CTL = 408; export const F_VNMI = 409; export const F_IBS_VIRT = 410; export const F_SVME_ADDR_CHK = 412;
export const F_BUS_LOCK_THRESHOLD = 413; export const F_IDLE_HLT = 414;

export const F_SEV = 417; export const F_SEV_ES = 419;

export const F_NULL_SEL_CLR_BASE = 454; export const F_UAI = 455; export const F_AUTO_IBRS = 456; export const F_ERAPS = 472;

export const F_APERFMPERF = 480;

let physicalBits: i32 = 40;
let linearWidth: i32 = 48;

let all: bool = false;
/** While an L0 enters its guest nothing is hidden: CPUID tells what L1 may use, not what the processor can do for the L0. */
export function showAllFeatures(on: bool): void { all = on; }
/** The processor has this feature. */
export function hasFeature(n: i32): bool {
  return all || ((load<u32>(words + (<usize>(n >> 5) << 2)) >> (n & 31)) & 1) != 0;
}
/** Switch one feature of the processor on or off, whatever CPUID says. */
export function setFeature(n: i32, on: bool): void {
  const at = words + (<usize>(n >> 5) << 2), bit: u32 = 1 << (n & 31);
  store<u32>(at, on ? load<u32>(at) | bit : load<u32>(at) & ~bit);
}
/** Width of a physical address: bits from there up are reserved everywhere. */
export function physicalLimitBits(): i32 { return physicalBits; }
/** Width of a linear address that the processor can have: 57 where five-level paging exists. */
export function linearLimitBits(): i32 { return linearWidth; }
export function setAddressWidths(physical: i32, linear: i32): void { physicalBits = physical; linearWidth = linear; }

function setWord(n: usize, v: u32): void { store<u32>(words + (n << 2), v); }
/** Take over the feature words of a CPUID leaf. */
export function noteFeatures(leaf: u32, subleaf: u32, a: u32, b: u32, c: u32, d: u32): void {
  if (leaf == 1) { setWord(0, d); setWord(1, c); }
  else if (leaf == 6) { setWord(2, a); setWord(15, c); }
  else if (leaf == 7 && subleaf == 0) { setWord(3, b); setWord(4, c); setWord(5, d); }
  else if (leaf == 7 && subleaf == 1) setWord(6, a);
  else if (leaf == 0xd && subleaf == 1) setWord(7, a);
  else if (leaf == 0x80000001) { setWord(8, d); setWord(9, c); }
  else if (leaf == 0x80000007) setWord(10, d);
  else if (leaf == 0x80000008) { setWord(11, b); setAddressWidths(a & 0xff, (a >> 8) & 0xff); }
  else if (leaf == 0x8000000a) setWord(12, d);
  else if (leaf == 0x8000001f) setWord(13, a);
  else if (leaf == 0x80000021) setWord(14, a);
}
