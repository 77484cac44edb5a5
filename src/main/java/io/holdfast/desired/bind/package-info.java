/**
 * A tree of YAML becomes a record, strictly, and every mistake on the way becomes a finding with a line.
 *
 * <p>Knows the types a state record is made of, and nothing of what any record means. A plain component must be
 * written, an {@link java.util.Optional} may be left out; the limits of a value stand on the component as
 * {@code jakarta.validation} annotations, so that the record is the only place where they stand.
 *
 * <p>Jackson's data binding was turned down: it coerces between types, stops at the first mistake, and cannot tell
 * {@code 16.10} from {@code 16.1}. Hibernate Validator was turned down for judging objects that exist already: a
 * value out of range has to be told with its line, beside a value of the wrong type that never became one.
 *
 * <p>Nothing here is ever {@code null}.
 */
package io.holdfast.desired.bind;
