package io.holdfast.web;

import jakarta.ws.rs.HttpMethod;
import java.util.Set;

/** What HTTP's methods mean (RFC 9110, section 9.2.1). */
final class Methods {
    private static final Set<String> LOOKS = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private Methods() {}

    /** Whether nothing is different afterwards. */
    static boolean isLook(String method) {
        return LOOKS.contains(method);
    }
}
