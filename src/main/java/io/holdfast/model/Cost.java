package io.holdfast.model;

import static java.util.Objects.requireNonNull;

/**
 * What a change of one field costs, as far as the field table tells without looking at values.
 *
 * @param path the field; {@code *} for the keys of a map, and last where a member of it comes or goes
 * @param worst the impact, or the worst there is where the values decide
 * @param varies whether the values decide
 * @param call the AWS call that makes the change
 */
public record Cost(String path, Impact worst, boolean varies, String call) {
    public Cost {
        requireNonNull(path, "path");
        requireNonNull(worst, "worst");
        requireNonNull(call, "call");
    }
}
