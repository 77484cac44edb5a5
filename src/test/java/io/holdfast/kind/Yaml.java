package io.holdfast.kind;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.holdfast.aws.StateRecords;
import java.util.Map;

/** State records from a few lines of YAML, for tests that need no more than values. */
public final class Yaml {
    private static final YAMLMapper MAPPER = new YAMLMapper();

    private Yaml() {}

    public static <S extends Record> S read(Class<S> type, String yaml) {
        try {
            return StateRecords.read(MAPPER.readValue(yaml, new TypeReference<Map<String, Object>>() {}), type);
        } catch (JsonProcessingException mistake) {
            throw new IllegalArgumentException(yaml, mistake);
        }
    }
}
