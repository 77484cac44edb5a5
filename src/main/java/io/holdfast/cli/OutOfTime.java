package io.holdfast.cli;

/** That an answer did not come in the time its asker had, in a sentence for whoever typed the question. */
final class OutOfTime extends RuntimeException {
    private static final long serialVersionUID = 1L;

    OutOfTime(String sentence) {
        super(sentence);
    }

    OutOfTime(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
