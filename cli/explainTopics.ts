import { UsageError } from './errors.js';
import { EXPLAIN_TOPICS, type ExplainTopic } from './machineConfig.js';

/** What `--explain` without a value explains. */
export const DEFAULT_TOPIC: ExplainTopic = 'failures';
const ALL = 'all';

/** What to explain and where to: `source` names what held the topics, for the message. A file alone asks for the default. */
export function explainSettings(
  topics: string | undefined,
  explainFile: string | undefined,
  source: string,
): { readonly explain: readonly ExplainTopic[]; readonly explainFile?: string } {
  const text = topics ?? (explainFile === undefined ? undefined : DEFAULT_TOPIC);
  return {
    explain: text === undefined ? [] : parseTopics(text, source),
    ...(explainFile === undefined ? {} : { explainFile }),
  };
}
/** Topics with commas between them, or `all`; throws `UsageError`. */
function parseTopics(text: string, source: string): readonly ExplainTopic[] {
  const named = text.split(',').map((word) => word.trim());
  if (named.includes(ALL)) return EXPLAIN_TOPICS;
  const unknown = named.find((word) => !isExplainTopic(word));
  if (unknown !== undefined)
    throw new UsageError(
      `${source}: there is no '${unknown}'; there are ${[...EXPLAIN_TOPICS, ALL].join(', ')}`,
    );
  return EXPLAIN_TOPICS.filter((topic) => named.includes(topic));
}
/** Is the word one of the topics? */
export function isExplainTopic(word: string): word is ExplainTopic {
  return EXPLAIN_TOPICS.some((topic) => topic === word);
}
