package io.holdfast.app;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/** Where the process starts. */
@QuarkusMain
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        Quarkus.run(args);
    }
}
