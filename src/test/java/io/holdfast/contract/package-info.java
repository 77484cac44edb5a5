/**
 * The contract every kind keeps with AWS, as data: what is declared, what somebody else then changes, and which fields
 * nobody can change. A file for each kind under {@code contract/}; a path of the field table that no file speaks of fails.
 *
 * <p>It knows kinds by their field tables only, and AWS by what passes see of it: the somebody else is another Holdfast
 * with a ledger of its own. A client per service, written for the test, would also say what AWS looks like; that would
 * be a second actuator to keep right.
 */
package io.holdfast.contract;
