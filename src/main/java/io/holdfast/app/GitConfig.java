package io.holdfast.app;

import io.holdfast.desired.folder.Snapshot;
import io.holdfast.desired.git.Address;
import io.holdfast.desired.git.Binding;
import io.holdfast.desired.git.Bindings;
import io.holdfast.desired.git.Credentials;
import io.holdfast.desired.git.FetchLimits;
import io.holdfast.desired.git.GitSettings;
import io.holdfast.desired.git.Keys;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.net.ssl.TrustManager;

/** What an operator says of the repository, as the git room wants it. */
final class GitConfig {
    private static final String SOURCE = "holdfast.source";

    private static final Duration FOLDER_INTERVAL = Duration.ofSeconds(5);

    /** Other people's servers are asked less often; a webhook makes up for it. */
    private static final Duration REPOSITORY_INTERVAL = Duration.ofSeconds(30);

    private GitConfig() {}

    /**
     * Between two looks at the source.
     *
     * @throws IllegalArgumentException when it is no time at all
     */
    static Duration interval(HoldfastConfig.Source source) {
        Duration interval =
                source.pollInterval().orElse(source.url().isPresent() ? REPOSITORY_INTERVAL : FOLDER_INTERVAL);
        if (interval.isZero() || interval.isNegative()) {
            throw new IllegalArgumentException(
                    SOURCE + ".poll-interval is no time at all; found " + interval + "; allowed: above 0, such as 30s");
        }
        return interval;
    }

    /**
     * The repository; empty where there is only a folder.
     *
     * @throws IllegalArgumentException when a key says what it may not, with the key in the message
     */
    static Optional<GitSettings> settings(HoldfastConfig config) {
        HoldfastConfig.Source source = config.source();
        return source.url()
                .map(url -> new GitSettings(
                        Address.of(url),
                        bindings(source),
                        new Keys(credentials(source), certificates(source), ssh(source.ssh())),
                        new FetchLimits(
                                source.limits().bytes(),
                                source.limits().objects(),
                                source.limits().time()),
                        interval(source),
                        config.stateDir()));
    }

    /**
     * Which environment comes from where.
     *
     * @throws IllegalArgumentException when a key says what it may not, with the key in the message
     */
    static Bindings bindings(HoldfastConfig.Source source) {
        Binding others = Binding.of(SOURCE, source.branch(), source.path().toString());
        SortedMap<String, Binding> named = new TreeMap<>();
        source.bindings().forEach((environment, it) -> named.put(environment, binding(environment, it, others)));
        return new Bindings(others, named);
    }

    private static Binding binding(String environment, HoldfastConfig.Binding said, Binding others) {
        String key = SOURCE + ".bindings." + environment;
        if (!Snapshot.isName(environment)) {
            throw new IllegalArgumentException(key + ": not a name for an environment; allowed: " + Snapshot.NAMES);
        }
        return Binding.of(
                key,
                said.branch().orElse(others.branch()),
                said.path().map(Path::toString).orElse(others.folder()));
    }

    private static Credentials credentials(HoldfastConfig.Source source) {
        if (source.token().isPresent() && source.tokenFile().isPresent()) {
            throw new IllegalArgumentException(
                    "holdfast.source.token and holdfast.source.token-file are both there; which one is meant?");
        }
        return source.tokenFile()
                .map(it -> Credentials.file(source.username(), it))
                .or(() -> source.token().map(it -> Credentials.token(source.username(), it)))
                .orElseGet(Credentials::none);
    }

    private static List<TrustManager> certificates(HoldfastConfig.Source source) {
        return source.ca()
                .map(it -> List.of(TrustedCertificates.from("holdfast.source.ca", it)))
                .orElse(List.of());
    }

    private static Optional<Keys.Ssh> ssh(HoldfastConfig.Ssh ssh) {
        if (ssh.key().isPresent() != ssh.knownHosts().isPresent()) {
            throw new IllegalArgumentException(
                    "holdfast.source.ssh.key and holdfast.source.ssh.known-hosts go together, and one is missing");
        }
        return ssh.key()
                .map(it ->
                        new Keys.Ssh(it, ssh.passphraseFile(), ssh.knownHosts().orElseThrow()));
    }
}
