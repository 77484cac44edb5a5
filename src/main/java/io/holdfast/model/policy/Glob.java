package io.holdfast.model.policy;

/** Words in which {@code *} stands for any letters. */
final class Glob {
    private static final char ANY = '*';

    private Glob() {}

    /**
     * Whether the whole word is as the pattern says. Takes time with the product of the two lengths at the most, whatever an
     * author writes: a star that matched too little is simply made to match one letter more.
     */
    static boolean matches(String pattern, String word) {
        int p = 0;
        int w = 0;
        int star = -1;
        int resume = 0;
        while (w < word.length()) {
            if (p < pattern.length() && pattern.charAt(p) == ANY) {
                star = p++;
                resume = w;
            } else if (p < pattern.length() && pattern.charAt(p) == word.charAt(w)) {
                p++;
                w++;
            } else if (star >= 0) {
                p = star + 1;
                w = ++resume;
            } else {
                return false;
            }
        }
        return pattern.substring(p).chars().allMatch(it -> it == ANY);
    }
}
