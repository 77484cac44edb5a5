package io.holdfast.report.document;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/** How documents are written as JSON, the same for the HTTP interface and the command line. */
public final class Json {
    private static final ObjectMapper MAPPER = configured(new ObjectMapper());

    private Json() {}

    /**
     * Makes a mapper write documents as they are specified: times as ISO 8601, numbers without exponents, and nothing but
     * ASCII, so that no value of a tag or a YAML file can steer the terminal it is printed on.
     */
    public static ObjectMapper configured(ObjectMapper mapper) {
        mapper.registerModules(new Jdk8Module(), new JavaTimeModule());
        mapper.disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
        mapper.getFactory()
                .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
                .enable(JsonWriteFeature.ESCAPE_NON_ASCII.mappedFeature());
        return mapper;
    }

    /** A document, indented for people. */
    public static String text(Object document) {
        try {
            return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(document) + "\n";
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("documents hold only what JSON can say", impossible);
        }
    }

    /**
     * A document as another Holdfast wrote it.
     *
     * @throws IllegalArgumentException when it is none
     */
    public static <D> D read(String text, Class<D> type) {
        try {
            return MAPPER.readValue(text, type);
        } catch (JsonProcessingException strange) {
            throw new IllegalArgumentException(
                    "not a " + type.getSimpleName() + ": " + strange.getOriginalMessage(), strange);
        }
    }
}
