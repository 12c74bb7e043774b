/** The text of the fenced block behind `<!-- name -->` in a Markdown page; undefined when there is none. */
export function markedBlock(page: string, name: string): string | undefined {
  const start = page.indexOf(`<!-- ${name} -->`);
  if (start < 0) return undefined;
  return /^```\w*\n([\s\S]*?)^```$/m.exec(page.slice(start))?.[1];
}

/** The page with `text` between `<!-- name: generated -->` and `<!-- name: end -->`; throws when the marks are not there. */
export function withGenerated(page: string, name: string, text: string): string {
  const [from, to] = [`<!-- ${name}: generated -->`, `<!-- ${name}: end -->`];
  const [start, end] = [page.indexOf(from), page.indexOf(to)];
  if (start < 0 || end < start) throw new Error(`no place for '${name}'`);
  const ignore = ['<!-- prettier-ignore-start -->', '<!-- prettier-ignore-end -->'];
  return [page.slice(0, start) + from, '', ignore[0], '', text, '', ignore[1], '', page.slice(end)].join(
    '\n',
  );
}
