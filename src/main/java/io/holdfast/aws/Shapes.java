package io.holdfast.aws;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.document.Document;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;
import software.amazon.awssdk.utils.builder.SdkBuilder;

/**
 * SDK objects as trees of maps, lists and plain values, and back. Members are named as in AWS's API with the first word
 * in lower case: {@code desiredCount}, {@code dbInstanceClass}, {@code multiAZ}. What AWS left out is left out; an enum
 * value this SDK does not know keeps its text.
 *
 * <p>Read from the SDK's own field descriptions, not from getters: one mapping for every kind, no line per field. The
 * descriptions are what the SDK itself marshals by, so they cannot fall behind it.
 */
public final class Shapes {
    private Shapes() {}

    /** The members an SDK object has, by name; the map may be changed by the caller. */
    public static Map<String, Object> tree(SdkPojo pojo) {
        Map<String, Object> tree = new LinkedHashMap<>();
        for (SdkField<?> field : pojo.sdkFields()) {
            Object value = field.getValueOrDefault(pojo);
            if (isSet(value)) {
                tree.put(Names.member(field.memberName()), plain(value));
            }
        }
        return tree;
    }

    /** The state record whose components are the members of an SDK object; members it does not name are passed over. */
    public static <R extends Record> R read(SdkPojo pojo, Class<R> type) {
        return StateRecords.read(tree(pojo), type);
    }

    /**
     * Fills an SDK builder from a tree and returns it.
     *
     * @throws IllegalArgumentException for a name the SDK does not know: a setting we would silently not send
     */
    public static <B extends SdkPojo> B fill(B builder, Map<String, ?> tree) {
        Map<String, Object> left = new LinkedHashMap<>(tree);
        for (SdkField<?> field : builder.sdkFields()) {
            Object value = left.remove(Names.member(field.memberName()));
            if (value != null) {
                field.set(builder, sdkValue(field, value));
            }
        }
        if (!left.isEmpty()) {
            throw new IllegalArgumentException(
                    left.keySet() + " unknown to " + builder.getClass().getEnclosingClass());
        }
        return builder;
    }

    /** Fills an SDK builder from a state record: its present components, by name. */
    public static <B extends SdkPojo> B fill(B builder, Record state) {
        return fill(builder, StateRecords.tree(state));
    }

    private static boolean isSet(Object value) {
        return value != null && !(value instanceof SdkAutoConstructList) && !(value instanceof SdkAutoConstructMap);
    }

    private static Object plain(Object value) {
        if (value instanceof SdkPojo pojo) {
            return tree(pojo);
        }
        if (value instanceof Collection<?> list) {
            return list.stream().map(Shapes::plain).toList();
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> plain = new LinkedHashMap<>();
            map.forEach((key, member) -> plain.put(String.valueOf(key), plain(member)));
            return plain;
        }
        return value instanceof Document document ? Documents.plain(document) : value;
    }

    private static Object sdkValue(SdkField<?> field, Object value) {
        MarshallingType<?> type = field.marshallingType();
        if (type == MarshallingType.LIST) {
            SdkField<?> member = field.getRequiredTrait(ListTrait.class).memberFieldInfo();
            return ((Collection<?>) value)
                    .stream().map(it -> sdkValue(member, it)).toList();
        }
        if (type == MarshallingType.MAP) {
            SdkField<?> member = field.getRequiredTrait(MapTrait.class).valueFieldInfo();
            Map<String, Object> map = new LinkedHashMap<>();
            ((Map<?, ?>) value).forEach((key, it) -> map.put(String.valueOf(key), sdkValue(member, it)));
            return map;
        }
        if (type == MarshallingType.SDK_POJO) {
            return built(field, members(value));
        }
        return type == MarshallingType.DOCUMENT ? Documents.of(value) : Scalars.as(type.getTargetClass(), value);
    }

    private static Map<String, ?> members(Object value) {
        if (value instanceof Record state) {
            return StateRecords.tree(state);
        }
        Map<String, Object> members = new LinkedHashMap<>();
        ((Map<?, ?>) value).forEach((key, member) -> members.put(String.valueOf(key), member));
        return members;
    }

    private static Object built(SdkField<?> field, Map<String, ?> members) {
        SdkPojo builder = fill(field.constructor().get(), members);
        return ((SdkBuilder<?, ?>) builder).build();
    }

    static List<?> list(Object value) {
        return value instanceof Collection<?> many ? List.copyOf(many) : List.of(value);
    }
}
