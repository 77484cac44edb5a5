package io.holdfast.desired.bind;

import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;

/** Which shape a Java type has in YAML. */
final class Shapes {
    private Shapes() {}

    static Shape of(AnnotatedType type) {
        return plain(type).within(Limit.of(type));
    }

    private static Shape plain(AnnotatedType annotated) {
        Type type = annotated.getType();
        if (type instanceof ParameterizedType parameterized) {
            return collection((AnnotatedParameterizedType) annotated, parameterized.getRawType());
        }
        if (type instanceof Class<?> single) {
            return single(single);
        }
        throw unknown(type);
    }

    private static Shape collection(AnnotatedParameterizedType type, Type raw) {
        AnnotatedType[] arguments = type.getAnnotatedActualTypeArguments();
        if (raw == List.class) {
            return new ListShape(of(arguments[0]));
        }
        if (raw == Map.class && arguments[0].getType() == String.class) {
            return new MapShape(Limit.of(arguments[0]), of(arguments[1]));
        }
        throw unknown(type.getType());
    }

    private static Shape single(Class<?> type) {
        if (type == String.class) {
            return new TextShape();
        }
        if (type == int.class || type == Integer.class) {
            return WholeShape.ofInt();
        }
        if (type == long.class || type == Long.class) {
            return WholeShape.ofLong();
        }
        if (type == double.class || type == Double.class) {
            return new DecimalShape();
        }
        if (type == boolean.class || type == Boolean.class) {
            return new TruthShape();
        }
        if (type.isEnum()) {
            return WordShape.of(type);
        }
        if (type.isRecord()) {
            return RecordShape.of(type);
        }
        throw unknown(type);
    }

    private static IllegalStateException unknown(Type type) {
        return new IllegalStateException("a state record cannot hold " + type.getTypeName());
    }
}
