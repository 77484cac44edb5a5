/**
 * Several files become one tree: the parts of an environment side by side, on top of what they extend.
 *
 * <p>Knows trees, and nothing of what the keys mean. Every value keeps its own file and line, so that a finding points
 * at the line that must change, in whichever file it stands.
 *
 * <p>Extending is a JSON merge patch (RFC 7396): map by map, lists as a whole, {@code null} takes a key away. Templates
 * and overlays with list directives were turned down: what an environment asks for must be readable without running
 * anything. Unlike the RFC, a {@code null} that takes nothing away stays, to be told as the slip it is.
 *
 * <p>Nothing here is ever {@code null}.
 */
package io.holdfast.desired.extend;
