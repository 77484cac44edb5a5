package io.holdfast.app;

import io.holdfast.desired.git.trust.TrustMode;
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
        /**
         * A git repository: {@code https://}, {@code ssh://}, {@code file://} or a folder that is one. Absent where the
         * environments are in a plain folder, which somebody else keeps in step with git.
         */
        Optional<String> url();

        /** The branch environments come from. Only for a repository, as everything here but the path and the interval. */
        @WithDefault("main")
        String branch();

        /** The folder of environments; of a repository, the folder in it. */
        @WithDefault("environments")
        Path path();

        /** Between two looks: 5 s at a folder, 30 s at a repository, unless it is said. */
        Optional<Duration> pollInterval();

        /** Where single environments come from instead, by their names. */
        Map<String, Binding> bindings();

        /** The user that goes with the token; any will do for GitHub and GitLab. */
        @WithDefault("x-access-token")
        String username();

        /** A token for https. */
        Optional<String> token();

        /** A file with a token in it, read anew for each fetch. */
        Optional<Path> tokenFile();

        /** A PEM file of certificates to trust over https instead of the platform's. */
        Optional<Path> ca();

        /** For ssh. */
        Ssh ssh();

        /** Which commits must be signed: none when it is {@code off}, or not said. */
        Optional<TrustMode> signatures();

        /** By whom. */
        Signers signers();

        /** What one fetch of one branch may take. */
        Limits limits();

        /** Who may say that there is something new. */
        Webhook webhook();
    }

    /** The keys under {@code holdfast.source.bindings.NAME}. */
    interface Binding {
        /** Its branch; absent for the branch of all others. */
        Optional<String> branch();

        /** Its folder; absent for the folder of all others. */
        Optional<Path> path();
    }

    /** The keys under {@code holdfast.source.ssh}. */
    interface Ssh {
        /** The private key. */
        Optional<Path> key();

        /** A file whose first line opens the key. */
        Optional<Path> passphraseFile();

        /** The keys of servers that are talked to, in OpenSSH's format. */
        Optional<Path> knownHosts();
    }

    /** The keys under {@code holdfast.source.webhook}; without a secret there is no webhook. */
    interface Webhook {
        /** Secrets that sign deliveries, with commas between them. */
        Optional<List<String>> secret();

        /** A file with such secrets, one a line, read anew for each delivery. */
        Optional<Path> secretFile();
    }

    /** The keys under {@code holdfast.source.signers}: files outside of the repository, read anew for each look. */
    interface Signers {
        /** Files of OpenPGP public keys, as {@code gpg --armor --export} prints them. */
        Optional<List<Path>> gpg();

        /** Files of SSH public keys, as OpenSSH's allowed signers. */
        Optional<List<Path>> ssh();
    }

    /** The keys under {@code holdfast.source.limits}. */
    interface Limits {
        /** Bytes received. */
        @WithDefault("500000000")
        long bytes();

        /** Objects received. */
        @WithDefault("500000")
        int objects();

        /** From beginning to end. */
        @WithDefault("60s")
        Duration time();
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
