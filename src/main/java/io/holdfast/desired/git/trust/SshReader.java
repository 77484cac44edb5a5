package io.holdfast.desired.git.trust;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads SSH's way of writing values (RFC 4251, section 5), and never past the end of what is there. */
final class SshReader {
    private final ByteBuffer bytes;

    SshReader(byte[] bytes) {
        this.bytes = ByteBuffer.wrap(bytes);
    }

    int number() throws Unreadable {
        need(Integer.BYTES);
        return bytes.getInt();
    }

    byte[] string() throws Unreadable {
        int length = number();
        need(length);
        return take(length);
    }

    String text() throws Unreadable {
        return new String(string(), StandardCharsets.ISO_8859_1);
    }

    /** A number that is not negative; more than 16384 bits are nobody's. */
    BigInteger integer() throws Unreadable {
        byte[] magnitude = string();
        if (magnitude.length > 2049 || (magnitude.length > 0 && magnitude[0] < 0)) {
            throw new Unreadable("a number in it is out of range");
        }
        return magnitude.length == 0 ? BigInteger.ZERO : new BigInteger(magnitude);
    }

    void expect(byte[] start) throws Unreadable {
        need(start.length);
        if (!Arrays.equals(take(start.length), start)) {
            throw new Unreadable("it does not begin as it should");
        }
    }

    /** Everything that is left. */
    byte[] rest() {
        return take(bytes.remaining());
    }

    void end() throws Unreadable {
        if (bytes.hasRemaining()) {
            throw new Unreadable("it goes on behind its end");
        }
    }

    private byte[] take(int length) {
        byte[] taken = new byte[length];
        bytes.get(taken);
        return taken;
    }

    private void need(int length) throws Unreadable {
        if (length < 0 || length > bytes.remaining()) {
            throw new Unreadable("it ends too early");
        }
    }
}
