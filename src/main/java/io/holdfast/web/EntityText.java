package io.holdfast.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;

/** An answer's document as it goes over the wire. */
@ApplicationScoped
class EntityText {
    private final ObjectMapper mapper;

    EntityText(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    String of(Object entity) {
        if (entity instanceof String text) {
            return text;
        }
        try {
            return mapper.writeValueAsString(entity);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("documents hold only what JSON can say", impossible);
        }
    }
}
