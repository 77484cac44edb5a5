package io.holdfast.web.hook;

import static java.util.Objects.requireNonNull;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What of a repository concerns us.
 *
 * @param repository where it is; absent where that is not known, or on this machine
 * @param refs what is followed of it; empty where that is not known
 */
public record Watched(Optional<Address> repository, Set<String> refs) {
    public Watched {
        requireNonNull(repository, "repository");
        refs = Set.copyOf(refs);
    }

    /** Nothing is known, so that everything may concern us. */
    public static Watched anything() {
        return new Watched(Optional.empty(), Set.of());
    }

    /** Some branches of a repository. */
    public static Watched branches(String url, Collection<String> branches) {
        return new Watched(
                Address.of(url),
                branches.stream()
                        .map(it -> it.startsWith("refs/") ? it : "refs/heads/" + it)
                        .collect(Collectors.toSet()));
    }

    /** In doubt it does: a look too many costs little, one too few leaves what was wished for lying. */
    boolean isConcernedBy(News news) {
        return !isElsewhere(news) && !isAboutOthers(news);
    }

    private boolean isAboutOthers(News news) {
        return !refs.isEmpty() && !news.refs().isEmpty() && news.refs().stream().noneMatch(refs::contains);
    }

    /** On our own host under another path. An address on another host may be ours by another name. */
    private boolean isElsewhere(News news) {
        return repository
                .filter(ours -> news.repositories().stream().noneMatch(ours::equals))
                .filter(ours ->
                        news.repositories().stream().anyMatch(it -> it.host().equals(ours.host())))
                .isPresent();
    }
}
