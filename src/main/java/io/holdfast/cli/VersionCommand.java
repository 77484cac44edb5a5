package io.holdfast.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Which Holdfast this is. */
@Command(name = "version", description = "Prints the version.")
final class VersionCommand implements Runnable {
    private final String version;

    @Spec
    private CommandSpec spec;

    VersionCommand(String version) {
        this.version = version;
    }

    @Override
    public void run() {
        spec.commandLine().getOut().println("holdfast " + version + " on Java " + Runtime.version());
    }
}
