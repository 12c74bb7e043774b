/** The sixteen condition codes in encoding order, with the flags each reads. */
export const CONDITIONS: readonly { name: string; reads: string }[] = [
  { name: 'o', reads: 'o' },
  { name: 'no', reads: 'o' },
  { name: 'b', reads: 'c' },
  { name: 'nb', reads: 'c' },
  { name: 'z', reads: 'z' },
  { name: 'nz', reads: 'z' },
  { name: 'be', reads: 'cz' },
  { name: 'nbe', reads: 'cz' },
  { name: 's', reads: 's' },
  { name: 'ns', reads: 's' },
  { name: 'p', reads: 'p' },
  { name: 'np', reads: 'p' },
  { name: 'l', reads: 'so' },
  { name: 'nl', reads: 'so' },
  { name: 'le', reads: 'soz' },
  { name: 'nle', reads: 'soz' },
];

export const hex = (n: number): string => n.toString(16).toUpperCase().padStart(2, '0');
