/**
 * Who may do what: roles, rights, tokens, and the one decision that is made of them.
 *
 * <p>It knows {@code java.*} and the vocabulary, and neither HTTP nor a framework, so that every combination of who, what
 * and where can be tried in a test without a server. How somebody proved who they are (a token of the configuration, an
 * identity provider) is over before a {@link io.holdfast.access.Visitor} comes here.
 *
 * <p>Roles on methods, as frameworks check them, were turned down: they know no environment, and a caller who may approve
 * in staging would be an approver everywhere.
 */
package io.holdfast.access;
