package io.holdfast.kind.replicationgroup;

import io.holdfast.aws.AwsAccess;
import io.holdfast.aws.AwsFailure;
import io.holdfast.aws.Call;
import io.holdfast.aws.Pages;
import io.holdfast.aws.load.CacheGroup;
import io.holdfast.model.Ask;
import io.holdfast.model.Expectation;
import io.holdfast.model.Facts;
import io.holdfast.model.Rollout;
import io.holdfast.model.Rollout.Status;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.elasticache.model.DescribeEventsResponse;
import software.amazon.awssdk.services.elasticache.model.Event;
import software.amazon.awssdk.services.elasticache.model.ReplicationGroup;
import software.amazon.awssdk.services.elasticache.model.SourceType;

/**
 * What became of a change of ours, as far as the values alone do not tell. ElastiCache may end a change with the old
 * values and no failed call; only its events say that, and why. They are asked for only while a change is open, the
 * group is steady, and it does not show what was asked for.
 */
final class Aftermath {
    /**
     * Events have no code, so their words must do. A wrong guess costs nothing: it is asked only of a value that did not
     * come true, and an unknown wording leaves that to be found out by reading back.
     */
    private static final Pattern BAD =
            Pattern.compile("(?i)\\b(fail(ed|ure)?|roll(ed|ing)? ?back|unable|insufficient)\\b");

    private static final Pattern UNDONE = Pattern.compile("(?i)\\broll(ed|ing)? ?back\\b");
    private static final Pattern OF_ANOTHER_MATTER = Pattern.compile("(?i)\\b(snapshot|backup)");

    private final AwsAccess access;

    Aftermath(AwsAccess access) {
        this.access = access;
    }

    Optional<Rollout> of(Ask<ReplicationGroupState> ask, ReplicationGroupState live, CacheGroup cache, Facts facts) {
        return ask.expectation().flatMap(it -> {
            if ("create-failed".equals(cache.group().status())) {
                return Optional.of(new Rollout(
                        it.token(),
                        Status.FAILED,
                        "ElastiCache could not create the group: " + why(cache.group(), it)));
            }
            return facts.underway().isPresent() ? Optional.empty() : ofSteady(it, ask, live, cache, facts);
        });
    }

    private Optional<Rollout> ofSteady(
            Expectation expectation,
            Ask<ReplicationGroupState> ask,
            ReplicationGroupState live,
            CacheGroup cache,
            Facts facts) {
        Optional<Waypoint> waypoint = Waypoint.parse(expectation.token());
        if (waypoint.filter(it -> it.isReachedBy(live)).isPresent()) {
            String sentence = "reached " + expectation.token() + ", a stage on the way";
            return Optional.of(new Rollout(expectation.token(), Status.COMPLETED, sentence));
        }
        return unmet(expectation, ask, live, facts)
                .flatMap(path ->
                        badNews(cache.group(), expectation.since()).map(event -> undone(expectation, path, event)));
    }

    private static Optional<String> unmet(
            Expectation expectation, Ask<ReplicationGroupState> ask, ReplicationGroupState live, Facts facts) {
        return ask.desired().stream()
                .flatMap(desired -> ReplicationGroupKind.FIELDS.cells(desired, Optional.of(live)).stream())
                .filter(cell -> expectation.paths().contains(cell.path()) && !cell.isMet())
                .map(cell -> cell.path())
                .filter(path ->
                        facts.excuses().stream().noneMatch(it -> it.path().equals(path)))
                .findFirst();
    }

    private static Rollout undone(Expectation expectation, String path, String event) {
        Status status = UNDONE.matcher(event).find() ? Status.ROLLED_BACK : Status.FAILED;
        return new Rollout(
                expectation.token(), status, "ElastiCache did not keep the change of " + path + ": " + event);
    }

    private String why(ReplicationGroup group, Expectation expectation) {
        return badNews(group, expectation.since()).orElse("it does not say why");
    }

    /** The latest event since then that tells of a failure. */
    private Optional<String> badNews(ReplicationGroup group, Instant since) {
        return events(group.replicationGroupId(), since).stream()
                .map(Event::message)
                .filter(it -> it != null && isBad(it))
                .reduce((earlier, later) -> later);
    }

    static boolean isBad(String message) {
        return BAD.matcher(message).find()
                && !OF_ANOTHER_MATTER.matcher(message).find();
    }

    private List<Event> events(String id, Instant since) {
        try {
            return Call.read(
                    "elasticache:DescribeEvents",
                    () -> Pages.all(
                            marker -> access.reading()
                                    .cache()
                                    .describeEvents(request -> request.sourceIdentifier(id)
                                            .sourceType(SourceType.REPLICATION_GROUP)
                                            .startTime(since)
                                            .marker(marker)),
                            DescribeEventsResponse::hasEvents,
                            DescribeEventsResponse::events,
                            DescribeEventsResponse::marker));
        } catch (AwsFailure withoutWords) {
            // Nobody needs to hear: that the value did not come true is found out by reading back, only not why.
            return List.of();
        }
    }
}
