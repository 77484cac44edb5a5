package io.holdfast.aws.load;

import static io.holdfast.aws.BrokenPromise.unless;

import io.holdfast.aws.Answer;
import io.holdfast.aws.Batches;
import io.holdfast.aws.Gathering;
import io.holdfast.aws.Loader;
import io.holdfast.aws.Remembered;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.ecs.model.DescribeTaskDefinitionResponse;
import software.amazon.awssdk.services.ecs.model.Tag;
import software.amazon.awssdk.services.ecs.model.TaskDefinition;
import software.amazon.awssdk.services.ecs.model.TaskDefinitionField;

/**
 * Task definitions. A revision's content never changes, so it is asked for once; its status and tags, which may change,
 * come with it and are refreshed every hour.
 */
public final class TaskDefinitions {
    private static final String OPERATION = "ecs:DescribeTaskDefinition";
    private static final Duration TAGS_AND_STATUS_LAST = Duration.ofHours(1);
    private static final int REMEMBERED = 5_000;

    /**
     * A revision.
     *
     * @param definition its content
     * @param tags its tags, an hour old at most
     */
    public record Tagged(TaskDefinition definition, List<Tag> tags) {
        public Tagged {
            tags = List.copyOf(tags);
        }
    }

    private final EcsClient ecs;
    private final Remembered<String, Tagged> revisions;
    private final Loader<String, Tagged> latest;

    TaskDefinitions(EcsClient ecs, Gathering gathering, Clock clock) {
        this.ecs = ecs;
        this.revisions = new Remembered<>(
                new Loader<>(gathering, OPERATION, Batches.of(1), this::describe),
                clock,
                TAGS_AND_STATUS_LAST,
                REMEMBERED);
        this.latest = new Loader<>(gathering, OPERATION, Batches.of(1), this::describe);
    }

    /** Revisions by full ARN. */
    public Map<String, Answer<Tagged>> byArn(Collection<String> arns) {
        return revisions.load(arns);
    }

    /** The latest ACTIVE revision of each family; asked anew each time. */
    public Map<String, Answer<Tagged>> latest(Collection<String> families) {
        return latest.load(families);
    }

    /** To be called after tagging a revision, so that the next look sees the tags. */
    public void forget(String arn) {
        revisions.forget(arn);
    }

    /** DescribeTaskDefinition takes one at a time. */
    private Map<String, Answer<Tagged>> describe(List<String> keys) {
        String key = keys.get(0);
        DescribeTaskDefinitionResponse response = ecs.describeTaskDefinition(
                request -> request.taskDefinition(key).include(TaskDefinitionField.TAGS));
        TaskDefinition definition = unless(response.taskDefinition(), "taskDefinition");
        unless(definition.taskDefinitionArn(), "taskDefinition.taskDefinitionArn");
        unless(definition.family(), "taskDefinition.family");
        return Map.of(key, Answer.found(new Tagged(definition, response.tags())));
    }
}
