package io.holdfast.desired.git.trust;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Writes values the way {@link SshReader} reads them. */
final class SshWriter {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    SshWriter raw(byte[] value) {
        bytes.writeBytes(value);
        return this;
    }

    SshWriter string(byte[] value) {
        return raw(ByteBuffer.allocate(Integer.BYTES).putInt(value.length).array())
                .raw(value);
    }

    SshWriter text(String value) {
        return string(value.getBytes(StandardCharsets.ISO_8859_1));
    }

    byte[] toBytes() {
        return bytes.toByteArray();
    }
}
