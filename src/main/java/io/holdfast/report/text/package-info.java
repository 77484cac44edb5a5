/**
 * Documents as people read them: in a terminal, and as Markdown in a review or a chat.
 *
 * <p>Knows the documents and nothing of where they come from, so that the server and the command line show the same
 * words. Whatever came from AWS or from YAML is made harmless for the place it is shown in, here and at the last
 * moment: a tag may hold a terminal's escape sequence or a link. Cleaning values once on their way in was turned down,
 * because what is harmless in JSON is not in Markdown.
 */
package io.holdfast.report.text;
