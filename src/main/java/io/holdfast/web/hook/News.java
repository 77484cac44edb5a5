package io.holdfast.web.hook;

import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What a delivery speaks of, as far as anybody can tell. Providers differ, and add and drop fields: what is not there or
 * of another kind than expected is not known, and no mistake.
 *
 * @param refs the refs that moved, in full; empty if it does not say
 * @param repositories the addresses it gives for its repository; empty if it gives none
 */
record News(Set<String> refs, Set<Address> repositories) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BRANCHES = "refs/heads/";
    private static final String TAGS = "refs/tags/";
    /** GitHub can be told to send JSON inside of a form. */
    private static final String FORM = "payload=";

    static {
        // Providers nest five deep; a parser that follows ten thousand brackets runs out of stack.
        JSON.getFactory()
                .setStreamReadConstraints(
                        StreamReadConstraints.builder().maxNestingDepth(64).build());
    }

    News {
        refs = Set.copyOf(refs);
        repositories = Set.copyOf(repositories);
    }

    /** Empty for what is neither a JSON object nor nothing. */
    static Optional<News> of(Delivery delivery) {
        byte[] body = delivery.body();
        if (body.length == 0) {
            return Optional.of(new News(Set.of(), Set.of()));
        }
        try {
            return Optional.ofNullable(JSON.readTree(unwrapped(body)))
                    .filter(JsonNode::isObject)
                    .map(it -> new News(refs(it), repositories(it)));
        } catch (IOException | IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private static byte[] unwrapped(byte[] body) {
        String start = new String(body, 0, Math.min(body.length, FORM.length()), StandardCharsets.US_ASCII);
        if (!start.equals(FORM)) {
            return body;
        }
        String field = new String(body, FORM.length(), body.length - FORM.length(), StandardCharsets.US_ASCII);
        return URLDecoder.decode(field.split("&", 2)[0], StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8);
    }

    private static Set<String> refs(JsonNode body) {
        Set<String> refs = new TreeSet<>();
        // GitHub, Gitea, GitLab, and the generic form.
        text(body.path("ref")).map(News::full).ifPresent(refs::add);
        // Bitbucket: what a branch was called before and is called now.
        body.path("push")
                .path("changes")
                .forEach(change -> Stream.of("old", "new")
                        .map(change::path)
                        .forEach(it -> named(it).ifPresent(refs::add)));
        // Bitbucket's server.
        body.path("changes").forEach(change -> text(change.path("refId")).ifPresent(refs::add));
        return refs;
    }

    private static String full(String ref) {
        return ref.startsWith("refs/") ? ref : BRANCHES + ref;
    }

    private static Optional<String> named(JsonNode target) {
        boolean isTag = target.path("type").asText().endsWith("tag");
        return text(target.path("name")).map(it -> (isTag ? TAGS : BRANCHES) + it);
    }

    private static Set<Address> repositories(JsonNode body) {
        JsonNode repository = body.path("repository");
        Stream<JsonNode> plain = Stream.of(
                        "clone_url", "ssh_url", "html_url", "git_http_url", "git_ssh_url", "url", "homepage")
                .map(repository::path);
        Stream<JsonNode> gitlab =
                Stream.of("git_http_url", "git_ssh_url", "web_url").map(body.path("project")::path);
        JsonNode links = repository.path("links");
        Stream<JsonNode> bitbucket = Stream.concat(
                Stream.of(links.path("html").path("href"), repository),
                Stream.of(links.path("clone")).flatMap(it -> elements(it)).map(it -> it.path("href")));
        return Stream.of(plain, gitlab, bitbucket)
                .flatMap(it -> it)
                .map(News::text)
                .flatMap(Optional::stream)
                .map(Address::of)
                .flatMap(Optional::stream)
                .collect(TreeSet::new, Collection::add, Collection::addAll);
    }

    private static Stream<JsonNode> elements(JsonNode list) {
        Stream.Builder<JsonNode> elements = Stream.builder();
        list.forEach(elements);
        return elements.build();
    }

    private static Optional<String> text(JsonNode node) {
        return node.isTextual() && !node.asText().isBlank() ? Optional.of(node.asText()) : Optional.empty();
    }
}
