// RDRAND and RDSEED: numbers from SplitMix64, whose state is part of the processor's. Equal runs get equal numbers, with or without an L0.
import { RANDOM } from "../gen/layout";
import { dst, next, wr } from "../record";
import { setArith, F_CF } from "../flags";

function random(): u64 {
  let z = load<u64>(RANDOM) + 0x9e3779b97f4a7c15;
  store<u64>(RANDOM, z);
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
  z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
  return z ^ (z >> 31);
}
/** There is always a number: CF is set. */
export function readRandom<T>(p: usize): usize {
  wr<T>(dst(p), <T>random());
  setArith(F_CF);
  return next(p);
}
