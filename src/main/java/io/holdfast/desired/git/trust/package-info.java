/**
 * Whether somebody we trust has signed a commit, before what it asks for comes into force.
 *
 * <p>Knows commits as bytes, keys as files outside of the repository, and the time; not how commits come here or what is
 * in them. It fails closed: what cannot be read, reached or understood is not trusted, and what was in force stays.
 *
 * <p>OpenPGP's packets are read by Bouncy Castle, on which JGit's own verifier is built as well. That verifier asks a
 * keyring of its user and says no more than good or bad; ours must name the key and the reason. SSH's signatures are a
 * dozen fields around arithmetic that the JDK has, so that they are read here; JGit's verifier takes its keys from one place
 * for the whole process, and asks whether they counted when the commit says it was made, and not whether they do now.
 *
 * <p>A key counts only while it is valid at the time of the look. The time in a commit is its author's own word.
 *
 * <p>Nothing here is ever {@code null}.
 */
package io.holdfast.desired.git.trust;
