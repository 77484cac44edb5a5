package io.holdfast.kind.ecstaskdefinition;

import static io.holdfast.aws.BrokenPromise.unless;

import io.holdfast.aws.Answer;
import io.holdfast.aws.AwsAccess;
import io.holdfast.aws.Call;
import io.holdfast.aws.Pairs;
import io.holdfast.aws.Patch;
import io.holdfast.aws.Sent;
import io.holdfast.aws.Shapes;
import io.holdfast.aws.load.TaskDefinitions.Tagged;
import io.holdfast.model.Actuator;
import io.holdfast.model.Order;
import io.holdfast.model.Outcome;
import io.holdfast.model.Step;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.ecs.model.RegisterTaskDefinitionRequest;
import software.amazon.awssdk.services.ecs.model.Tag;
import software.amazon.awssdk.services.ecs.model.TagResourceRequest;
import software.amazon.awssdk.services.ecs.model.TaskDefinition;

/** Registers revisions: one for a new content, none for a content that the family has already. */
final class EcsTaskDefinitionActuator implements Actuator<EcsTaskDefinitionState> {
    /** Lets people, and us after a crash, see which declaration a revision was registered for. */
    static final String SPEC_HASH = "holdfast:spec-hash";

    private final AwsAccess access;

    EcsTaskDefinitionActuator(AwsAccess access) {
        this.access = access;
    }

    @Override
    public Outcome create(Order<EcsTaskDefinitionState> order) {
        return reused(order.desired()).orElseGet(() -> register(order, order.desired()));
    }

    @Override
    public Outcome update(Order<EcsTaskDefinitionState> order, Step step) {
        if (step.call().equals(EcsTaskDefinitionKind.TAG)) {
            return tag(order, Sent.tags(step, order.desired().tags()));
        }
        EcsTaskDefinitionState whole = Patch.of(order);
        return reused(whole).orElseGet(() -> register(order, whole));
    }

    @Override
    public Outcome adopt(Order<EcsTaskDefinitionState> order) {
        return tag(order, order.ownershipTags());
    }

    /**
     * RegisterTaskDefinition has no token: a revision registered by a call whose answer was lost is found here, by its
     * content, and so is one that was registered and never used.
     */
    private Optional<Outcome> reused(EcsTaskDefinitionState whole) {
        String family = whole.family().orElseThrow();
        Answer<Tagged> latest =
                access.ecs().taskDefinitions().latest(List.of(family)).get(family);
        return latest.fold(
                revision -> isSameContent(whole, revision)
                        ? Optional.of(Outcome.done(revision.definition().taskDefinitionArn()))
                        : Optional.empty(),
                Optional::empty,
                fault -> Optional.of(Outcome.failed(fault)));
    }

    private static boolean isSameContent(EcsTaskDefinitionState whole, Tagged revision) {
        EcsTaskDefinitionState there = TaskDefinitionShape.stateOf(revision, whole.service());
        return "ACTIVE".equals(revision.definition().statusAsString())
                && EcsTaskDefinitionKind.FIELDS.differences(whole, there).stream()
                        .allMatch(it -> it.call().equals(EcsTaskDefinitionKind.TAG));
    }

    private Outcome register(Order<EcsTaskDefinitionState> order, EcsTaskDefinitionState whole) {
        RegisterTaskDefinitionRequest request =
                TaskDefinitionShape.requestFor(whole).tags(tags(order)).build();
        return Call.act(EcsTaskDefinitionKind.REGISTER, () -> {
            TaskDefinition registered =
                    unless(ecs().registerTaskDefinition(request).taskDefinition(), "taskDefinition");
            return Outcome.done(unless(registered.taskDefinitionArn(), "taskDefinition.taskDefinitionArn"));
        });
    }

    /** What others have tagged the running revision with goes on to the next one. */
    private static List<Tag> tags(Order<EcsTaskDefinitionState> order) {
        Map<String, String> tags = new HashMap<>();
        order.live().ifPresent(live -> tags.putAll(live.state().tags().orElse(Map.of())));
        tags.keySet().removeIf(key -> key.startsWith("aws:"));
        tags.putAll(order.desired().tags().orElse(Map.of()));
        tags.putAll(order.ownershipTags());
        tags.put(SPEC_HASH, EcsTaskDefinitionKind.FIELDS.digest(order.desired()));
        return tags.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(it -> Tag.builder().key(it.getKey()).value(it.getValue()).build())
                .toList();
    }

    private Outcome tag(Order<EcsTaskDefinitionState> order, Map<String, String> tags) {
        String arn = order.live().orElseThrow().facts().arn();
        Map<String, Object> tree = Map.of("resourceArn", arn, "tags", Pairs.list(tags, "key", "value"));
        return Call.act(EcsTaskDefinitionKind.TAG, () -> {
            try {
                ecs().tagResource(
                                Shapes.fill(TagResourceRequest.builder(), tree).build());
            } finally {
                access.ecs().taskDefinitions().forget(arn);
            }
            return Outcome.done();
        });
    }

    private EcsClient ecs() {
        return access.writing().ecs();
    }
}
