package io.holdfast.sandbox.wire;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads a request's CBOR (RFC 8949) into plain values; times become epoch seconds, as in JSON. */
final class CborReader {

    /** Deeper than any AWS request; protects the stack. */
    private static final int DEEPEST = 32;

    private static final int INDEFINITE = 31;
    private static final int BREAK = 0xff;

    private final ByteBuffer in;
    private int depth;

    private CborReader(byte[] bytes) {
        this.in = ByteBuffer.wrap(bytes);
    }

    static Map<String, Object> map(byte[] bytes) {
        try {
            return Scalar.structure("The body", new CborReader(bytes).value());
        } catch (BufferUnderflowException cutOff) {
            throw malformed();
        }
    }

    private Object value() {
        if (++depth > DEEPEST) {
            throw malformed();
        }
        var head = in.get() & 0xff;
        var value = value(head >> 5, head & 0x1f);
        depth--;
        return value;
    }

    private Object value(int major, int info) {
        return switch (major) {
            case 0 -> number(info);
            case 1 -> ~number(info);
            case 2, 3 -> text(major, info);
            case 4 -> array(info);
            case 5 -> members(info);
            case 6 -> tagged(info);
            default -> simple(info);
        };
    }

    private long number(int info) {
        return switch (info) {
            case 24 -> in.get() & 0xffL;
            case 25 -> in.getShort() & 0xffffL;
            case 26 -> in.getInt() & 0xffffffffL;
            case 27 -> in.getLong();
            default -> immediate(info);
        };
    }

    private static long immediate(int info) {
        if (info > 27) {
            throw malformed();
        }
        return info;
    }

    private String text(int major, int info) {
        if (info != INDEFINITE) {
            return new String(take(number(info)), StandardCharsets.UTF_8);
        }
        var text = new StringBuilder();
        while (!atBreak()) {
            var head = in.get() & 0xff;
            if (head >> 5 != major || (head & 0x1f) == INDEFINITE) {
                throw malformed();
            }
            text.append(text(major, head & 0x1f));
        }
        return text.toString();
    }

    private byte[] take(long length) {
        if (length < 0 || length > in.remaining()) {
            throw malformed();
        }
        var bytes = new byte[(int) length];
        in.get(bytes);
        return bytes;
    }

    private List<Object> array(int info) {
        var items = new ArrayList<>();
        if (info == INDEFINITE) {
            while (!atBreak()) {
                items.add(value());
            }
        } else {
            for (long left = number(info); left != 0; left--) {
                items.add(value());
            }
        }
        return items;
    }

    private Map<String, Object> members(int info) {
        var members = new LinkedHashMap<String, Object>();
        if (info == INDEFINITE) {
            while (!atBreak()) {
                members.put(String.valueOf(value()), value());
            }
        } else {
            for (long left = number(info); left != 0; left--) {
                members.put(String.valueOf(value()), value());
            }
        }
        return members;
    }

    private Object tagged(int info) {
        number(info);
        return value();
    }

    private Object simple(int info) {
        return switch (info) {
            case 20 -> false;
            case 21 -> true;
            case 22, 23 -> null;
            case 25 -> half(in.getShort());
            case 26 -> (double) in.getFloat();
            case 27 -> in.getDouble();
            default -> throw malformed();
        };
    }

    /** RFC 8949, appendix D. */
    private static double half(short bits) {
        var exponent = (bits >> 10) & 0x1f;
        var mantissa = bits & 0x3ff;
        double size = exponent == 0
                ? Math.scalb((double) mantissa, -24)
                : exponent == 31
                        ? (mantissa == 0 ? Double.POSITIVE_INFINITY : Double.NaN)
                        : Math.scalb((double) (mantissa + 1024), exponent - 25);
        return bits < 0 ? -size : size;
    }

    private boolean atBreak() {
        in.mark();
        if ((in.get() & 0xff) == BREAK) {
            return true;
        }
        in.reset();
        return false;
    }

    private static AwsError malformed() {
        return AwsError.badRequest("SerializationException", "The body is not a CBOR map.");
    }
}
