package io.holdfast.aws.load;

import static java.util.Objects.requireNonNull;

/**
 * What makes a scaling policy or a scheduled action unique among its kind in a region.
 *
 * @param resourceId of the scalable target it belongs to: {@code service/<cluster>/<service>}
 * @param name unique on that target
 */
public record ScalingKey(String resourceId, String name) {
    /** The words of a resource id: a policy's name may hold slashes too, so they are counted from the left. */
    private static final int WORDS = 3;

    public ScalingKey {
        requireNonNull(resourceId, "resourceId");
        requireNonNull(name, "name");
    }

    /**
     * Reads what {@link #toString} wrote.
     *
     * @throws IllegalArgumentException for any other text
     */
    public static ScalingKey parse(String text) {
        String[] words = text.split("/", WORDS + 1);
        if (words.length <= WORDS) {
            throw new IllegalArgumentException("not a resource id and a name: " + text);
        }
        return new ScalingKey(text.substring(0, text.length() - words[WORDS].length() - 1), words[WORDS]);
    }

    @Override
    public String toString() {
        return resourceId + "/" + name;
    }
}
