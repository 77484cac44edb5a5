/**
 * Declared resources become the text of an environment file, as somebody would write it who knows what the reader
 * takes for text and what for a number.
 *
 * <p>Knows records and how YAML is written, and nothing of what any record means. The text is a pure function of what is
 * written: records keep the order of their components, maps are sorted by key, and a value is quoted wherever this
 * reader, or one of YAML 1.1, would take it for something else. What the reader would refuse as a plain secret is
 * withheld here as well: a file that does not load is better than a secret in git.
 *
 * <p>SnakeYAML's own writer was turned down: it quotes by the rules of YAML 1.1 alone, writes dates and versions bare
 * where ours must be quoted, folds long lines, and knows either flow or block but not which of them reads better.
 *
 * <p>Nothing here is ever {@code null}.
 */
package io.holdfast.desired.write;
