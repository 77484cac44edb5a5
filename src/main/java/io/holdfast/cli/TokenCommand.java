package io.holdfast.cli;

import io.holdfast.access.FreshToken;
import java.io.PrintWriter;
import java.security.SecureRandom;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Tokens for the HTTP interface. */
@Command(
        name = "token",
        description = "Makes tokens for the HTTP interface. Needs no server.",
        synopsisSubcommandLabel = "COMMAND")
final class TokenCommand implements Runnable {
    /** What can stand unquoted between two dots of a configuration key, and in an environment variable. */
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,63}");

    private final Supplier<SecureRandom> chance;

    @Spec
    private CommandSpec spec;

    TokenCommand(Supplier<SecureRandom> chance) {
        this.chance = chance;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say what to do with tokens");
    }

    @Command(
            name = "new",
            description = {
                "Prints a new token, and the line of configuration by which a server recognises it.",
                "The token is shown this once and kept nowhere."
            })
    int fresh(
            @Option(
                            names = "--name",
                            defaultValue = "me",
                            description = "Whom it is for, as the audit trail will call them (${DEFAULT-VALUE}).")
                    String name) {
        if (!NAME.matcher(name).matches()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "a name has 1 to 64 small letters, digits and dashes, and begins with a letter");
        }
        FreshToken token = FreshToken.from(chance.get());
        PrintWriter out = spec.commandLine().getOut();
        out.println(token.reveal());
        out.println("holdfast.auth.tokens." + name + ".hash=" + token.hash().written());
        spec.commandLine()
                .getErr()
                .println("note: the first line is for its holder and is shown only now; the second is for the server's"
                        + " configuration, beside holdfast.auth.tokens." + name + ".roles, such as viewer@*");
        return Exit.CLEAN.code();
    }
}
