package io.holdfast.sandbox.wire;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A list whose items have a name of their own in XML, such as {@code <Subnets><Subnet>...}. A plain {@code List} names its items
 * {@code member}. JSON and CBOR know arrays only and ignore the name.
 *
 * @param item the element name of each item
 * @param values the items in order
 */
public record XmlList(String item, List<?> values) {

    /** Copies the items. */
    public XmlList {
        requireNonNull(item, "item");
        values = List.copyOf(values);
    }
}
