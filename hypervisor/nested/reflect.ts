import { INTERCEPT_WORDS } from '../../spec/intercepts.js';
import { interceptPlace, interceptRule, type InterceptRule } from '../exitRule.js';
import type { Vcpu } from '../vcpu.js';
import { AT, type Vmcb } from '../vmcb.js';

/** Why L1 has an exit code if it has the intercept bit, or null; its permission maps are another matter. */
export function l1Intercepts(vcpu: Vcpu, code: number): InterceptRule | null {
  return interceptIn(vcpu.vmcb12, code);
}
/** The intercept bit of an exit code, if it is set in a VMCB. */
export function interceptIn(vmcb: Vmcb, code: number): InterceptRule | null {
  const place = interceptPlace(code);
  if (place < 0) return null;
  const set = ((vmcb.word(AT[INTERCEPT_WORDS[place >> 5]]) >>> (place & 31)) & 1) !== 0;
  return set ? interceptRule(code) : null;
}
