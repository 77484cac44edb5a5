package io.holdfast.app;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an operator can say; the README lists the same keys. */
@ConfigMapping(prefix = "holdfast")
public interface HoldfastConfig {
    /** Where desired states are read from. */
    Source source();

    /** The folder in which Holdfast keeps its ledger, unless the ledger is elsewhere. Made when it is not there. */
    @WithDefault("state")
    Path stateDir();

    /** Between passes of an environment while nothing goes on, give or take a tenth. */
    @WithDefault("60s")
    Duration interval();

    /** Between passes of an environment while something goes on. */
    @WithDefault("10s")
    Duration underwayInterval();

    /** The id of this installation in ownership tags, so that two of them never fight over one resource. */
    @WithDefault("holdfast")
    String owner();

    /** How many passes may run at once. Passes of one account share their calls only while they all run. */
    @WithDefault("32")
    int workers();

    /** How long running passes may take to end when the process is asked to stop. */
    @WithDefault("25s")
    Duration shutdownGrace();

    /** Where the ledger is. */
    Ledger ledger();

    /** How AWS is reached. */
    Aws aws();

    /** AWS inside this process. */
    Sandbox sandbox();

    /** Who may do what over HTTP. */
    Auth auth();

    /** The keys under {@code holdfast.source}. */
    interface Source {
        /** A folder of environments, kept in step with git by whatever does that. */
        @WithDefault("environments")
        Path path();

        /** Between two looks at the folder. */
        @WithDefault("5s")
        Duration pollInterval();
    }

    /** The keys under {@code holdfast.ledger}. */
    interface Ledger {
        /** {@code jdbc:postgresql:…} or {@code jdbc:h2:…}; absent for an H2 file in the state folder. */
        Optional<String> url();

        /** Database user. */
        Optional<String> user();

        /** Database password. */
        Optional<String> password();
    }

    /** The keys under {@code holdfast.aws}. */
    interface Aws {
        /** Asked instead of AWS, for an emulator or a proxy. One on this machine is given no real credentials. */
        Optional<URI> endpoint();

        /** A PEM file of certificates to trust instead of the platform's. */
        Optional<Path> ca();
    }

    /** The keys under {@code holdfast.auth}. */
    interface Auth {
        /** Whether reports are shown to whoever asks; acting always takes a token. */
        @WithDefault("false")
        boolean anonymousReads();

        /** Whether metrics are, which name every environment. */
        @WithDefault("false")
        boolean anonymousMetrics();

        /** Tokens by the name of their holder. */
        Map<String, Token> tokens();

        /** Whom an identity provider vouches for. */
        Oidc oidc();
    }

    /** The keys under {@code holdfast.auth.tokens.NAME}. */
    interface Token {
        /** {@code sha256:…} of the token; of the old and the new one while it is replaced. */
        List<String> hash();

        /** From when it is worth nothing, such as {@code 2027-01-31T00:00:00Z}; absent for never. */
        Optional<String> expiresAt();

        /** {@code ROLE@ENVIRONMENT} or {@code ROLE@*}, several with commas between them. */
        String roles();
    }

    /** The keys under {@code holdfast.auth.oidc}. */
    interface Oidc {
        /** What the roles in a token are worth, written as {@link Token#roles}. */
        Map<String, String> roles();
    }

    /** The keys under {@code holdfast.sandbox}. */
    interface Sandbox {
        /** Whether AWS is played inside this process; set by the profiles {@code sandbox}, {@code dev} and {@code test}. */
        @WithDefault("false")
        boolean enabled();

        /** The port on the loopback address at which other programs reach it; 0 for any free one. */
        @WithDefault("4566")
        int port();

        /** The share of the time AWS takes that is really taken: 1 is as slow as AWS. */
        @WithDefault("0.02")
        double pace();
    }
}
