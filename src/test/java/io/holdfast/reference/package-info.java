/**
 * The environment format explained: its JSON Schema, for editors, and its reference page, for people. Both are made from the
 * forms that the readers of an environment tell of themselves, with the words of the Javadoc beside the components; both are
 * checked in, and a test says so when one is not what would be made today.
 *
 * <p>This lies among the tests because Javadoc does not exist at run time: it is read from the sources, with the compiler's
 * own parser.
 */
package io.holdfast.reference;
