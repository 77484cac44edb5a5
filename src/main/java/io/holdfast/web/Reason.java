package io.holdfast.web;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.ws.rs.BadRequestException;

/** Why somebody wants something, in their own words: 1 to {@value #LONGEST} characters, none of them a control character. */
record Reason(@JsonValue String text) {
    private static final int LONGEST = 500;

    @JsonCreator
    Reason {
        if (text.isBlank() || text.length() > LONGEST || text.chars().anyMatch(Character::isISOControl)) {
            throw new BadRequestException("a reason has 1 to " + LONGEST
                    + " characters, and neither line breaks nor other control characters");
        }
    }
}
