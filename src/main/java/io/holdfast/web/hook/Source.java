package io.holdfast.web.hook;

import java.util.Arrays;

/** Who sends, as far as an address tells. */
final class Source {
    /** Of an IPv6 address the first half is the network's; the rest its owner changes as they please. */
    private static final int NETWORK_GROUPS = 4;

    private Source() {}

    /** An IPv4 address, or the network of an IPv6 one; as Java writes addresses, so that no name is ever looked up. */
    static String of(String address) {
        String[] groups = address.split("%", 2)[0].split(":", -1);
        if (groups.length != 2 * NETWORK_GROUPS) {
            return address;
        }
        return String.join(":", Arrays.copyOf(groups, NETWORK_GROUPS));
    }
}
