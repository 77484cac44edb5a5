/**
 * What Holdfast tells programs: the documents of the HTTP interface and of the command line, field by field.
 *
 * <p>They are records of their own, made from the model by one {@code of} each. Serialising the model itself was turned
 * down: a renamed component would then break every reader, and a value kept for our own use would leak. A name in here
 * changes only together with the schema's version.
 *
 * <p>What is absent is {@code null} in JSON, never left out, so that a reader can tell absent from unknown to this
 * version. Values that may be secret arrive here hidden already.
 */
package io.holdfast.report.document;
