package io.holdfast.reference;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.NodePath;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** What an editor says to a file: it has the schema and nothing else, and a validator that is not ours. */
public final class Editor {
    private final Schema environment;
    private final Schema part;

    private Editor(JsonNode environment, JsonNode part) {
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12,
                it -> it.schemas(Map.of(
                        EnvironmentSchema.ADDRESS + EnvironmentSchema.ENVIRONMENT, environment.toString(),
                        EnvironmentSchema.ADDRESS + EnvironmentSchema.PART, part.toString())));
        this.environment =
                registry.getSchema(SchemaLocation.of(EnvironmentSchema.ADDRESS + EnvironmentSchema.ENVIRONMENT));
        this.part = registry.getSchema(SchemaLocation.of(EnvironmentSchema.ADDRESS + EnvironmentSchema.PART));
    }

    /** One that has the schema of these forms. */
    public static Editor with(JsonNode environment) {
        return new Editor(environment, EnvironmentSchema.part());
    }

    /** A place that is marked red, and why. */
    public record Mark(String path, String why) implements Comparable<Mark> {
        @Override
        public int compareTo(Mark other) {
            return (path + why).compareTo(other.path + other.why);
        }
    }

    public SortedSet<Mark> marks(JsonNode file) {
        return marks(environment, file);
    }

    /** The same for one of several files in an environment's folder. */
    public SortedSet<Mark> marksInPart(JsonNode file) {
        return marks(part, file);
    }

    private static SortedSet<Mark> marks(Schema schema, JsonNode file) {
        SortedSet<Mark> marks = new TreeSet<>();
        for (Error error : schema.validate(file)) {
            marks.add(new Mark(path(error), error.getMessage()));
        }
        return marks;
    }

    /** As findings have it: keys joined by dots, the index of a list in brackets; a key too many is part of it. */
    private static String path(Error error) {
        StringBuilder path = new StringBuilder();
        NodePath location = error.getInstanceLocation();
        for (int index = 0; index < location.getNameCount(); index++) {
            append(path, location.getElement(index));
        }
        if (error.getKeyword().equals("additionalProperties")) {
            append(path, error.getProperty());
        }
        return path.toString();
    }

    private static void append(StringBuilder path, Object element) {
        if (element instanceof Integer index) {
            path.append('[').append(index).append(']');
        } else {
            path.append(path.isEmpty() ? "" : ".").append(element);
        }
    }
}
