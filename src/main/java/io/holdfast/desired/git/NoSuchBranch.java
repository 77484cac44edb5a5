package io.holdfast.desired.git;

import java.io.IOException;

/** The server answers, and knows no such branch. */
final class NoSuchBranch extends IOException {
    private static final long serialVersionUID = 1;

    NoSuchBranch() {
        super("there is no such branch: deleted, or its ref is empty or damaged");
    }
}
