package io.holdfast.web;

/**
 * Why a request was not answered (RFC 9457, application/problem+json).
 *
 * @param type {@code about:blank}: the status says what sort of problem it is
 * @param title the status in words
 * @param status the HTTP status
 * @param detail what was wrong with this very request, and what would be right
 */
public record ProblemDocument(String type, String title, int status, String detail) {
    public static final String MEDIA_TYPE = "application/problem+json";

    static ProblemDocument of(int status, String title, String detail) {
        return new ProblemDocument("about:blank", title, status, detail);
    }
}
