// The branches of a compiled file, both ways of each: `if`, `?:`, `&&`, `||`, `??` and `?.`, and the bodies of loops and cases.
import { parseAst } from '@rollup/wasm-node/parseAst';

/**
 * Every way a branch can go: where it is, how it is shown, and whether it was gone when `count` says how often each character of the file has run.
 * Not going is a way too, and there V8 has no count: then the branch has come less often than what stands before it.
 */
export function branchesOf(text) {
  const ways = [];
  const taken = (node, at = node.start) =>
    ways.push({ at, shown: text.slice(node.start, node.end), hasRun: (count) => count[at] > 0 });
  const passed = (node, before, at, shown) =>
    ways.push({ at: node.start, shown, hasRun: (count) => count[before] > count[at] });

  const branchings = {
    IfStatement({ test, consequent, alternate }) {
      taken(consequent);
      if (alternate) taken(alternate);
      else passed(test, test.start, consequent.start, `not when ${text.slice(test.start, test.end)}`);
    },
    ConditionalExpression({ consequent, alternate }) {
      taken(consequent);
      taken(alternate);
    },
    LogicalExpression({ operator, left, right }) {
      const last = left.type === 'LogicalExpression' && left.operator === operator ? left.right : left;
      taken(right);
      passed(
        left,
        last.start,
        right.start,
        `${text.slice(last.start, last.end)} without the right side of ${operator}`,
      );
    },
    SwitchCase({ consequent }) {
      if (consequent.length > 0) taken(consequent[0]);
    },
  };
  const optional = (node, left) => {
    const [before, at] = [left.end - 1, node.end - 1];
    taken({ start: left.end, end: node.end }, at);
    passed(node, before, at, `nothing before ${text.slice(left.end, node.end)}`);
  };

  const visit = (node) => {
    if (!node || typeof node !== 'object') return;
    if (Array.isArray(node)) {
      node.forEach(visit);
      return;
    }
    branchings[node.type]?.(node);
    if (node.optional) optional(node, node.object ?? node.callee);
    if (/^(For|While|DoWhile)/.test(node.type ?? '')) taken(node.body);
    Object.values(node).forEach(visit);
  };
  visit(parseAst(text));
  return ways;
}
