package io.holdfast.desired.git;

import java.util.Arrays;

/** Characters that nobody may see. */
final class Secret {
    private final char[] characters;

    Secret(String characters) {
        this.characters = characters.toCharArray();
    }

    /** A copy, for whoever must send it. */
    char[] reveal() {
        return Arrays.copyOf(characters, characters.length);
    }

    @Override
    public String toString() {
        return "***";
    }
}
