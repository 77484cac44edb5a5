package io.holdfast.report.review;

import java.net.URI;
import java.net.URISyntaxException;

/** File names as URI references (RFC 3986). */
final class Uris {
    private Uris() {}

    static boolean isAbsolute(String file) {
        return file.startsWith("/");
    }

    /** Relative for a relative name, so that it holds wherever the repository lies. */
    static String of(String file) {
        try {
            if (isAbsolute(file)) {
                return new URI("file", "", file, null).toASCIIString();
            }
            // A colon before the first slash would make a scheme of what stands before it.
            String anchored = file.matches("[^/]*:.*") ? "./" + file : file;
            return new URI(null, null, anchored, null).toASCIIString();
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException("every path can be written as a reference: " + file, impossible);
        }
    }
}
