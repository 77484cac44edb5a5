package io.holdfast.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.holdfast.model.Normal;
import io.holdfast.model.TurnBack;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Records and maps as JSON text. What a newer program added is passed over, so that going back one release works. */
final class Json {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(new Jdk8Module())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            // Questions such as isRetryable() are no components of a record.
            .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
            .build();

    private Json() {}

    static String text(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("cannot write " + value.getClass() + " as JSON", broken);
        }
    }

    /** Values in normal form; a number comes back as the decimal it was. */
    @SuppressWarnings("unchecked")
    static SortedMap<String, Object> values(String json) throws SQLException {
        return (SortedMap<String, Object>) Normal.of(read(json, new TypeReference<TreeMap<String, Object>>() {}));
    }

    static SortedMap<String, String> texts(String json) throws SQLException {
        return read(json, new TypeReference<TreeMap<String, String>>() {});
    }

    static SortedMap<String, Instant> times(String json) throws SQLException {
        return read(json, new TypeReference<TreeMap<String, Instant>>() {});
    }

    static SortedMap<String, TurnBack> turnBacks(String json) throws SQLException {
        return read(json, new TypeReference<TreeMap<String, TurnBack>>() {});
    }

    /** A record of the model; empty for a null column. */
    static <T> Optional<T> record(Class<T> type, String json) throws SQLException {
        if (json == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(MAPPER.readValue(json, type));
        } catch (JsonProcessingException broken) {
            throw unreadable(broken);
        }
    }

    private static <T> T read(String json, TypeReference<T> type) throws SQLException {
        try {
            return MAPPER.readValue(json, type);
        } catch (JsonProcessingException broken) {
            throw unreadable(broken);
        }
    }

    private static SQLException unreadable(JsonProcessingException broken) {
        return new SQLDataException("a column holds no readable JSON: " + broken.getOriginalMessage(), broken);
    }
}
