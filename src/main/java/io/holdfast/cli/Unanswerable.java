package io.holdfast.cli;

/** Why a question cannot be answered, in a sentence for whoever typed it. */
final class Unanswerable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unanswerable(String sentence) {
        super(sentence);
    }

    Unanswerable(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
