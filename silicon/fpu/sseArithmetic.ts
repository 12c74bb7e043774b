// Lane and element functions of ADD, SUB, MUL, DIV, SQRT, MIN and MAX. T is the element: u32 for single, u64 for double.
import { VTMP } from "../gen/layout";
import { A, B, Z, C_ZERO, C_SNAN, IE, DE, isNan, kind, wasDenormal, packSingle, packDouble, sign, unpackSingle,
  unpackDouble } from "./number";
import { addNumbers, multiplyNumbers, divideNumbers, squareRoot, compareNumbers } from "./arithmetic";
import { note, roundSingle, roundDouble, raised, takeRaised } from "./round";
import { quick, readModes, denormalsAreZero, normalLanes, zeroLanes, ordinaryLanes, normal, ordinary,
  isZero } from "./sseException";

const ADD = 0; const SUB = 1; const MUL = 2; const DIV = 3; const SQRT = 4; const MIN = 5; const MAX = 6;
/** Where the exact path keeps its operands and result; VTMP itself may hold the memory operand. */
const LEFT: usize = VTMP + 16; const RIGHT: usize = VTMP + 32; const RESULT: usize = VTMP + 48;

// @ts-ignore: decorator
@inline function unpack<T>(n: usize, v: T): void {
  if (sizeof<T>() == 4) unpackSingle(n, <u32>v, denormalsAreZero()); else unpackDouble(n, <u64>v, denormalsAreZero());
}
// @ts-ignore: decorator
@inline function rounded<T>(): T {
  if (sizeof<T>() == 4) { roundSingle(Z); return <T>packSingle(Z); }
  roundDouble(Z); return <T>packDouble(Z);
}
// @ts-ignore: decorator
@inline function packed<T>(n: usize): T { return sizeof<T>() == 4 ? <T>packSingle(n) : <T>packDouble(n); }

/** One element in exact arithmetic. */
function exactElement<T>(operation: i32, a: T, b: T): T {
  if (operation == SQRT) unpack<T>(A, b); else unpack<T>(A, a);
  unpack<T>(B, b);
  if (operation >= MIN) return exactChoice<T>(operation, a, b);
  if (isNan(A) || isNan(B)) {
    if (kind(A) == C_SNAN || kind(B) == C_SNAN) note(IE);
    return packed<T>(isNan(A) ? A : B);
  }
  const others = takeRaised();
  if (operation == ADD || operation == SUB) addNumbers(Z, A, B, sign(B) ^ <u32>(operation == SUB));
  else if (operation == MUL) multiplyNumbers(Z, A, B);
  else if (operation == DIV) divideNumbers(Z, A, B);
  else squareRoot(Z, A);
  // Denormal operands count only where the operation is neither invalid nor a division by zero.
  if ((wasDenormal(A) || wasDenormal(B)) && (raised() & 7) == 0) note(DE);
  note(others);
  return rounded<T>();
}
/** MIN and MAX give the second operand where the first is not strictly the better one: NaNs, equal zeros. */
function exactChoice<T>(operation: i32, a: T, b: T): T {
  let first = false;
  if (isNan(A) || isNan(B)) note(IE);
  else {
    if (wasDenormal(A) || wasDenormal(B)) note(DE);
    const c = compareNumbers(A, B);
    first = operation == MIN ? c < 0 : c > 0;
  }
  // A denormal taken for zero also comes out as zero.
  const v = first ? a : b;
  if (kind(first ? A : B) != C_ZERO) return v;
  return sizeof<T>() == 4 ? <T>(<u32>v & 0x80000000) : <T>(<u64>v & 0x8000000000000000);
}
function exactLanes<T>(operation: i32, a: v128, b: v128): v128 {
  v128.store(LEFT, a); v128.store(RIGHT, b);
  readModes();
  for (let i: usize = 0; i < 16; i += sizeof<T>()) store<T>(RESULT + i, exactElement<T>(operation, load<T>(LEFT + i), load<T>(RIGHT + i)));
  return v128.load(RESULT);
}
function exactScalar<T>(operation: i32, a: T, b: T): T {
  readModes();
  return exactElement<T>(operation, a, b);
}
// @ts-ignore: decorator
@inline function hostPacked<T>(operation: i32, a: v128, b: v128): v128 {
  if (sizeof<T>() == 4) {
    if (operation == ADD) return f32x4.add(a, b);
    if (operation == SUB) return f32x4.sub(a, b);
    if (operation == MUL) return f32x4.mul(a, b);
    if (operation == DIV) return f32x4.div(a, b);
    return f32x4.sqrt(b);
  }
  if (operation == ADD) return f64x2.add(a, b);
  if (operation == SUB) return f64x2.sub(a, b);
  if (operation == MUL) return f64x2.mul(a, b);
  if (operation == DIV) return f64x2.div(a, b);
  return f64x2.sqrt(b);
}
// @ts-ignore: decorator
@inline function hostScalar<T>(operation: i32, a: T, b: T): T {
  if (sizeof<T>() == 4) {
    const u = reinterpret<f32>(<u32>a), v = reinterpret<f32>(<u32>b);
    return <T>reinterpret<u32>(operation == ADD ? u + v : operation == SUB ? u - v : operation == MUL ? u * v
      : operation == DIV ? u / v : sqrt<f32>(v));
  }
  const u = reinterpret<f64>(<u64>a), v = reinterpret<f64>(<u64>b);
  return <T>reinterpret<u64>(operation == ADD ? u + v : operation == SUB ? u - v : operation == MUL ? u * v
    : operation == DIV ? u / v : sqrt<f64>(v));
}
/** A sum or root that is zero is exact; a product or quotient may have underflowed, unless an operand is zero. */
// @ts-ignore: decorator
@inline function exactZeros<T>(operation: i32, r: v128, a: v128, b: v128): v128 {
  if (operation == MUL) return v128.or(zeroLanes<T>(a), zeroLanes<T>(b));
  return operation == DIV ? v128.and(zeroLanes<T>(r), zeroLanes<T>(a)) : zeroLanes<T>(r);
}
// @ts-ignore: decorator
@inline function exactZero<T>(operation: i32, r: T, a: T, b: T): bool {
  if (operation == MUL) return isZero<T>(a) || isZero<T>(b);
  return isZero<T>(r) && (operation != DIV || isZero<T>(a));
}
// @ts-ignore: decorator
@inline function lanes<T>(operation: i32, a: v128, b: v128): v128 {
  if (quick()) {
    const r = hostPacked<T>(operation, a, b);
    if (i32x4.all_true(v128.or(normalLanes<T>(r), exactZeros<T>(operation, r, a, b))) && (operation == SQRT || ordinaryLanes<T>(a)) && ordinaryLanes<T>(b)) return r;
  }
  return exactLanes<T>(operation, a, b);
}
// @ts-ignore: decorator
@inline function element<T>(operation: i32, a: T, b: T): T {
  if (quick()) {
    const r = hostScalar<T>(operation, a, b);
    if ((normal<T>(r) || exactZero<T>(operation, r, a, b)) && (operation == SQRT || ordinary<T>(a)) && ordinary<T>(b)) return r;
  }
  return exactScalar<T>(operation, a, b);
}
export function addLanes<T>(a: v128, b: v128): v128 { return lanes<T>(ADD, a, b); }
export function subLanes<T>(a: v128, b: v128): v128 { return lanes<T>(SUB, a, b); }
export function mulLanes<T>(a: v128, b: v128): v128 { return lanes<T>(MUL, a, b); }
export function divLanes<T>(a: v128, b: v128): v128 { return lanes<T>(DIV, a, b); }
export function sqrtLanes<T>(b: v128): v128 { return lanes<T>(SQRT, b, b); }
export function addElement<T>(a: T, b: T): T { return element<T>(ADD, a, b); }
export function subElement<T>(a: T, b: T): T { return element<T>(SUB, a, b); }
export function mulElement<T>(a: T, b: T): T { return element<T>(MUL, a, b); }
export function divElement<T>(a: T, b: T): T { return element<T>(DIV, a, b); }
export function sqrtElement<T>(b: T): T { return element<T>(SQRT, b, b); }

// @ts-ignore: decorator
@inline function chosenLanes<T>(operation: i32, a: v128, b: v128): v128 {
  if (!ordinaryLanes<T>(a) || !ordinaryLanes<T>(b)) return exactLanes<T>(operation, a, b);
  const first = sizeof<T>() == 4 ? (operation == MIN ? f32x4.lt(a, b) : f32x4.gt(a, b)) : (operation == MIN ? f64x2.lt(a, b) : f64x2.gt(a, b));
  return v128.bitselect(a, b, first);
}
// @ts-ignore: decorator
@inline function chosenElement<T>(operation: i32, a: T, b: T): T {
  if (!ordinary<T>(a) || !ordinary<T>(b)) return exactScalar<T>(operation, a, b);
  const first = sizeof<T>() == 4
    ? (operation == MIN ? reinterpret<f32>(<u32>a) < reinterpret<f32>(<u32>b) : reinterpret<f32>(<u32>a) > reinterpret<f32>(<u32>b))
    : (operation == MIN ? reinterpret<f64>(<u64>a) < reinterpret<f64>(<u64>b) : reinterpret<f64>(<u64>a) > reinterpret<f64>(<u64>b));
  return first ? a : b;
}
export function minLanes<T>(a: v128, b: v128): v128 { return chosenLanes<T>(MIN, a, b); }
export function maxLanes<T>(a: v128, b: v128): v128 { return chosenLanes<T>(MAX, a, b); }
export function minElement<T>(a: T, b: T): T { return chosenElement<T>(MIN, a, b); }
export function maxElement<T>(a: T, b: T): T { return chosenElement<T>(MAX, a, b); }
