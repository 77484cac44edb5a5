/**
 * A file becomes a tree in which every value knows its line, or a list of findings.
 *
 * <p>Knows YAML and nothing of what the keys mean. Scalars keep their source text and stay untyped: whether
 * {@code 16.10} is a number is for the field it is meant for to say.
 *
 * <p>The tree is built from SnakeYAML's parser events. The alternatives were turned down for what they let through:
 * Jackson's tree drops tags, reads aliases as text, keeps the last of two equal keys and loses every position;
 * SnakeYAML's own nodes expand aliases and resolve types by the rules of YAML 1.1, where {@code no} is a truth value
 * and {@code 010} is eight.
 *
 * <p>Nothing here is ever {@code null}.
 */
package io.holdfast.desired.yaml;
