package io.holdfast.app;

import io.holdfast.desired.git.Address;
import io.holdfast.desired.git.CommitTrust;
import io.holdfast.desired.git.trust.PinnedKeys;
import io.holdfast.desired.git.trust.SignedCommits;
import io.holdfast.desired.git.trust.TrustMode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What an operator says of the signatures of commits. Whoever asks for some and is given none would believe to be
 * protected, so that what is half said is refused at the start.
 */
final class TrustConfig {
    private static final String MODE = "holdfast.source.signatures";
    private static final String GPG = "holdfast.source.signers.gpg";
    private static final String SSH = "holdfast.source.signers.ssh";

    private TrustConfig() {}

    /**
     * Who judges the commits of the repository.
     *
     * @throws IllegalArgumentException when signatures are asked for and nothing would be checked, or nobody believed
     */
    static CommitTrust trust(HoldfastConfig.Source source, Clock clock) {
        List<Path> gpg = source.signers().gpg().orElse(List.of());
        List<Path> ssh = source.signers().ssh().orElse(List.of());
        List<Path> files = Stream.concat(gpg.stream(), ssh.stream()).toList();
        TrustMode mode = source.signatures().orElse(TrustMode.OFF);
        if (source.signatures().isEmpty() && !files.isEmpty()) {
            throw new IllegalArgumentException("keys are pinned in " + GPG + " or " + SSH + ", and " + MODE
                    + " does not say which commits they are for; allowed: off, head, every");
        }
        if (mode == TrustMode.OFF) {
            return CommitTrust.none();
        }
        String wish = MODE + " is " + mode.name().toLowerCase(Locale.ROOT);
        if (files.isEmpty()) {
            throw new IllegalArgumentException(wish + ", and no key is pinned; name files outside of the repository in "
                    + GPG + " (as gpg --armor --export prints them) or " + SSH + " (OpenSSH's allowed signers)");
        }
        Address repository = source.url()
                .map(Address::of)
                .orElseThrow(() -> new IllegalArgumentException(
                        wish + ", and a plain folder has no commits to check; it takes holdfast.source.url"));
        files.forEach(it -> refuseWithin(repository, it));
        PinnedKeys keys = new PinnedKeys(gpg, ssh);
        keys.trouble().ifPresent(why -> {
            throw new IllegalArgumentException(wish + ", and nobody would be believed: " + why);
        });
        return new SignedCommits(mode, keys, clock);
    }

    /** All that belongs to the repository; the folder around a {@code .git} is its work tree. */
    private static Stream<Path> trees(Address repository) {
        return names(Path.of(repository.text()))
                .flatMap(it -> it.endsWith(".git") ? Stream.of(it, it.getParent()) : Stream.of(it));
    }

    /** What a path says, and where it leads when links are followed; what is not there leads nowhere. */
    private static Stream<Path> names(Path path) {
        Path said = path.toAbsolutePath().normalize();
        try {
            return Stream.of(said, path.toRealPath());
        } catch (IOException notThere) {
            return Stream.of(said);
        }
    }

    /** Whoever may push must not be able to pin a key. Of a repository elsewhere nothing is checked out here. */
    private static void refuseWithin(Address repository, Path file) {
        if (repository.way() == Address.Way.LOCAL
                && names(file).anyMatch(it -> trees(repository).anyMatch(it::startsWith))) {
            throw new IllegalArgumentException(file + " is inside of the repository, where whoever may push could pin a"
                    + " key; " + GPG + " and " + SSH + " name files outside of it");
        }
    }
}
