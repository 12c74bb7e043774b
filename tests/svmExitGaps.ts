/** Instructions that AMD processors with more features intercept, and why this processor does not. */
export const SVM_EXIT_GAPS: readonly { readonly mnemonics: readonly string[]; readonly why: string }[] = [
  {
    mnemonics: ['Pvalidate', 'Rmpadjust', 'Rmpquery'],
    why: 'secure nested paging (sev-snp) is not in this processor',
  },
  { mnemonics: ['Vmgexit'], why: 'encrypted state (sev-es) is not in this processor' },
  { mnemonics: ['Wrmsrns', 'Wrmsrlist', 'Rdmsrlist'], why: 'no AMD processor modelled here has them' },
];
/** Instructions whose exits another test shows, and where. */
export const SHOWN_ELSEWHERE: Readonly<Record<string, string>> = {
  Call: 'silicon/svm/taskSwitch.test.ts',
  Jmp: 'silicon/svm/taskSwitch.test.ts',
};
