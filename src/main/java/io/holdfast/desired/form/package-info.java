/**
 * What may be written in an environment, as a value: for whoever explains the format and does not read it, such as the
 * JSON Schema editors check with and the reference page.
 *
 * <p>Knows words for what the shapes and slots accept, and neither Java's types nor YAML's nodes. Each form is told by the
 * very object that checks it, so that what is explained cannot differ from what is accepted. A library that derives a
 * schema from Java classes was turned down: it knows neither slots nor which components are written, and whatever it has to
 * be told by hand would be said twice.
 *
 * <p>Nothing here is ever {@code null}.
 */
package io.holdfast.desired.form;
