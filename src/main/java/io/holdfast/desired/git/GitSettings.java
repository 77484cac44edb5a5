package io.holdfast.desired.git;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.time.Duration;

/**
 * A repository, and how it is followed.
 *
 * @param address where it is
 * @param bindings which environment comes from which of its branches and folders
 * @param keys what opens it
 * @param limits what one fetch may take
 * @param interval between two fetches
 * @param state the folder in which the mirror is kept; made when it is not there
 */
public record GitSettings(
        Address address, Bindings bindings, Keys keys, FetchLimits limits, Duration interval, Path state) {
    public GitSettings {
        requireNonNull(address, "address");
        requireNonNull(bindings, "bindings");
        requireNonNull(keys, "keys");
        requireNonNull(limits, "limits");
        requireNonNull(interval, "interval");
        requireNonNull(state, "state");
        if (address.way() == Address.Way.SSH && keys.ssh().isEmpty()) {
            throw new IllegalArgumentException("holdfast.source.url is ssh, which takes holdfast.source.ssh.key and"
                    + " holdfast.source.ssh.known-hosts");
        }
        if (address.way() != Address.Way.HTTPS
                && address.way() != Address.Way.HTTP
                && keys.credentials().areThere()) {
            throw new IllegalArgumentException(
                    "holdfast.source.token and holdfast.source.token-file are for https alone");
        }
    }
}
