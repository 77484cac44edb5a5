/**
 * Live becomes the YAML that would have asked for it: the way back of the loop.
 *
 * <p>The kinds say what there is, what two values have to do with each other, and how a name is resolved; nothing here
 * knows a kind or AWS. What is written is read back by the reader of desired states before it is handed over, so that an
 * export that does not load is a defect and not a file.
 *
 * <p>What makes no difference is left out, found by trying: a part is left out when what is left, resolved, still is as
 * the whole says. A list of defaults beside each field table was turned down: the table knows them already, and two
 * lists would come apart.
 */
package io.holdfast.export;
