package io.holdfast.model;

import static java.util.Objects.requireNonNull;

import io.holdfast.model.policy.Policy;
import java.util.List;
import java.util.Optional;

/**
 * What the YAML of one environment asks for, at one revision.
 *
 * @param environment its name
 * @param aws where it lives
 * @param policy how far Holdfast may go
 * @param path the file or folder it was read from, relative to the source's root
 * @param revision the commit it came from
 * @param stale whether a newer revision exists that could not be loaded, so that this one stays in force
 * @param resources in the order in which they must come to be: what others need comes first
 */
public record DesiredState(
        String environment,
        AwsTarget aws,
        Policy policy,
        String path,
        Revision revision,
        boolean stale,
        List<Declared<?>> resources) {
    public DesiredState {
        requireNonNull(environment, "environment");
        requireNonNull(aws, "aws");
        requireNonNull(policy, "policy");
        requireNonNull(path, "path");
        requireNonNull(revision, "revision");
        resources = List.copyOf(resources);
    }

    /** The mode of the environment in general. */
    public Mode mode() {
        return policy.mode();
    }

    /** A resource as the YAML says it, references not resolved. */
    public Optional<Declared<?>> find(ResourceId id) {
        return resources.stream()
                .filter(it -> it.id().equals(id))
                .<Declared<?>>map(it -> it)
                .findFirst();
    }

    /** The same, said by another commit. */
    public DesiredState at(Revision other) {
        return new DesiredState(environment, aws, policy, path, other, stale, resources);
    }

    /** The same, though there is something newer. */
    public DesiredState asStale() {
        return new DesiredState(environment, aws, policy, path, revision, true, resources);
    }
}
