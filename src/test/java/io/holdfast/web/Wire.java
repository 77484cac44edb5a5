package io.holdfast.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.restassured.RestAssured;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.regex.Pattern;

/** Bytes to the server as they are; clients refuse to send most of what is sent here. */
final class Wire {
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([0-9]{3})");

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration SILENCE = Duration.ofSeconds(3);
    private static final int STATUS_LINE = "HTTP/1.1 200".length();

    private Wire() {}

    /**
     * What came back.
     *
     * @param text all of it, until the server closed the connection or fell silent
     * @param isClosed whether it closed the connection
     */
    record Reply(String text, boolean isClosed) {
        /** The status of the first answer; empty where none came. */
        String status() {
            var first = STATUS.matcher(text);
            return first.lookingAt() ? first.group(1) : "";
        }

        /** What follows the headers of the first answer. */
        String body() {
            return text.substring(text.indexOf("\r\n\r\n") + 4);
        }

        /** How many answers there are. */
        long answers() {
            return STATUS.matcher(text).results().count();
        }
    }

    /** Waits for the beginning of an answer. */
    static String status(String request) throws IOException {
        return status(request.getBytes(ISO_8859_1));
    }

    static String status(byte[] request) throws IOException {
        return exchange(request, PATIENCE, STATUS_LINE).status();
    }

    /** Waits until the server closes the connection, or has nothing more to say. */
    static Reply all(String request) throws IOException {
        return exchange(request.getBytes(ISO_8859_1), SILENCE, Integer.MAX_VALUE);
    }

    private static Reply exchange(byte[] request, Duration patience, int most) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
            socket.setSoTimeout((int) patience.toMillis());
            ByteArrayOutputStream reply = new ByteArrayOutputStream();
            boolean isClosed = false;
            try {
                socket.getOutputStream().write(request);
                InputStream in = socket.getInputStream();
                int next = in.read();
                while (next >= 0 && reply.size() < most) {
                    reply.write(next);
                    next = in.read();
                }
                isClosed = next < 0;
            } catch (SocketTimeoutException silence) {
                // It keeps the connection; what it said so far is the answer.
            } catch (IOException reset) {
                isClosed = true;
            }
            return new Reply(reply.toString(ISO_8859_1), isClosed);
        }
    }
}
