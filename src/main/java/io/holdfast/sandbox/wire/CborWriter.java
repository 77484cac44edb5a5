package io.holdfast.sandbox.wire;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Writes an answer as CBOR (RFC 8949), as much of it as RPC v2 uses. */
final class CborWriter {

    private static final int UNSIGNED = 0;
    private static final int NEGATIVE = 1;
    private static final int TEXT = 3;
    private static final int ARRAY = 4;
    private static final int MAP = 5;
    private static final int TAG = 6;

    private static final int EPOCH_TAG = 1;
    private static final int FALSE = 0xf4;
    private static final int TRUE = 0xf5;
    private static final int DOUBLE = 0xfb;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private CborWriter() {}

    static byte[] bytes(Map<String, Object> members) {
        var writer = new CborWriter();
        writer.value(Tree.plain(members, time -> time));
        return writer.out.toByteArray();
    }

    private void value(Object value) {
        if (value instanceof Map<?, ?> map) {
            head(MAP, map.size());
            map.forEach((name, member) -> {
                value(name);
                value(member);
            });
        } else if (value instanceof List<?> list) {
            head(ARRAY, list.size());
            list.forEach(this::value);
        } else {
            scalar(value);
        }
    }

    private void scalar(Object value) {
        if (value instanceof Boolean bool) {
            out.write(bool ? TRUE : FALSE);
        } else if (value instanceof Integer || value instanceof Long) {
            integer(((Number) value).longValue());
        } else if (value instanceof Number number) {
            decimal(number.doubleValue());
        } else if (value instanceof Instant time) {
            head(TAG, EPOCH_TAG);
            decimal(Tree.epochSeconds(time));
        } else {
            text(value.toString());
        }
    }

    private void integer(long value) {
        head(value < 0 ? NEGATIVE : UNSIGNED, value < 0 ? ~value : value);
    }

    private void decimal(double value) {
        out.write(DOUBLE);
        out.writeBytes(ByteBuffer.allocate(Double.BYTES).putDouble(value).array());
    }

    private void text(String value) {
        var bytes = value.getBytes(StandardCharsets.UTF_8);
        head(TEXT, bytes.length);
        out.writeBytes(bytes);
    }

    /** The major type in three bits, then the number in the shortest form there is. */
    private void head(int major, long number) {
        var type = major << 5;
        if (number < 24) {
            out.write(type | (int) number);
        } else if (number <= 0xff) {
            out.write(type | 24);
            out.write((int) number);
        } else if (number <= 0xffff) {
            out.write(type | 25);
            out.writeBytes(
                    ByteBuffer.allocate(Short.BYTES).putShort((short) number).array());
        } else if (number <= 0xffffffffL) {
            out.write(type | 26);
            out.writeBytes(
                    ByteBuffer.allocate(Integer.BYTES).putInt((int) number).array());
        } else {
            out.write(type | 27);
            out.writeBytes(ByteBuffer.allocate(Long.BYTES).putLong(number).array());
        }
    }
}
