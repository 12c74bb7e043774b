import { UsageError } from './errors.js';
import { EXPLAIN_TOPICS, type ExplainTopic } from './machineConfig.js';

/** What `--explain` without a value explains. */
export const DEFAULT_TOPIC: ExplainTopic = 'failures';
const ALL = 'all';

/** Reads the value of `--explain`: topics with commas between them, or `all`; throws `UsageError`. */
export function parseExplainTopics(text: string): readonly ExplainTopic[] {
  const named = text.split(',').map((word) => word.trim());
  if (named.includes(ALL)) return EXPLAIN_TOPICS;
  const unknown = named.find((word) => !isExplainTopic(word));
  if (unknown !== undefined)
    throw new UsageError(
      `--explain: there is no '${unknown}'; there are ${[...EXPLAIN_TOPICS, ALL].join(', ')}`,
    );
  return EXPLAIN_TOPICS.filter((topic) => named.includes(topic));
}
/** Is the word one of the topics? */
export function isExplainTopic(word: string): word is ExplainTopic {
  return EXPLAIN_TOPICS.some((topic) => topic === word);
}
