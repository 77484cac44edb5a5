package io.holdfast.desired.git;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Which machines a repository may not be on: those that answer anybody on this one with its credentials. */
final class Neighbourhood {
    /** What only an address can look like; such a host is resolved without asking anybody. */
    private static final Pattern LITERAL = Pattern.compile("[0-9.]+|\\[[0-9A-Fa-f:.]+]");

    /** Names of the metadata services of clouds that have a name. */
    private static final Set<String> NAMES =
            Set.of("metadata", "metadata.google.internal", "instance-data", "instance-data.ec2.internal");

    /** Metadata services outside of the link-local range: EC2's over IPv6, Alibaba's, Oracle's. */
    private static final Set<String> ADDRESSES = Set.of("fd00:ec2:0:0:0:0:0:254", "100.100.100.200", "192.0.0.192");

    private Neighbourhood() {}

    /** Whether a host is off limits, as far as its name alone tells. */
    static boolean isOffLimits(String host) {
        String name = host.toLowerCase(Locale.ROOT).replaceAll("\\.$", "");
        return NAMES.contains(name) || (LITERAL.matcher(name).matches() && isOffLimitsAddress(name));
    }

    private static boolean isOffLimitsAddress(String literal) {
        try {
            return isOffLimits(InetAddress.getByName(literal));
        } catch (UnknownHostException strange) {
            return true; // digits and dots that are no address: nobody means well by that
        }
    }

    private static boolean isOffLimits(InetAddress address) {
        return address.isLinkLocalAddress()
                || address.isAnyLocalAddress()
                || address.isMulticastAddress()
                || ADDRESSES.contains(address.getHostAddress());
    }

    /** Whether a host can be no other than this machine. */
    static boolean isThisMachine(String host) {
        try {
            return host.equalsIgnoreCase("localhost")
                    || (LITERAL.matcher(host).matches()
                            && InetAddress.getByName(host).isLoopbackAddress());
        } catch (UnknownHostException strange) {
            return false;
        }
    }

    /**
     * Looks where a name leads, right before it is followed.
     *
     * @throws IOException when it leads off limits, or, for what is to stay on this machine, away from it
     */
    static void check(String host, boolean staysHere) throws IOException {
        InetAddress[] addresses;
        try {
            addresses = InetAddress.getAllByName(host);
        } catch (UnknownHostException unknown) {
            return; // behind a proxy nobody here need know the name; without one, connecting says the same
        }
        for (InetAddress address : addresses) {
            if (isOffLimits(address)) {
                throw new IOException(host + " leads to " + address.getHostAddress() + ", which is off limits");
            }
            if (staysHere && !address.isLoopbackAddress()) {
                throw new IOException(host + " leads away from this machine, and http may not");
            }
        }
    }
}
