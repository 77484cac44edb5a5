package io.holdfast.desired;

import io.holdfast.model.FieldTable;
import io.holdfast.model.Kind;
import io.holdfast.model.KindName;
import io.holdfast.model.NotWritten;
import io.holdfast.model.Problem;
import io.holdfast.model.Reference;
import io.holdfast.model.References;
import io.holdfast.model.ResourceId;
import io.holdfast.model.Slot;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Kinds as small as can be, with one of each thing a kind may ask of its YAML. */
final class TestKinds {
    static final KindName CLUSTER = new KindName("cluster", "test-cluster");
    static final KindName SERVICE = new KindName("service", "test-service");
    static final KindName TASK = new KindName("task", "test-task");
    static final KindName SCALING = new KindName("scaling", "test-scaling");
    static final KindName STEP = new KindName("step", "test-step");
    static final KindName DATABASE = new KindName("database", "test-database");

    enum Insights {
        enabled,
        disabled
    }

    record Cluster(String name, Optional<Insights> containerInsights, Optional<List<String>> capacityProviders) {}

    record Deployment(
            Optional<@Min(0) @Max(100) Integer> minimumHealthyPercent,
            Optional<@Min(100) @Max(200) Integer> maximumPercent) {}

    record Strategy(String capacityProvider, Optional<@Min(0) @Max(1000) Integer> weight) {}

    record Service(
            @Pattern(regexp = "[A-Za-z0-9_-]{1,255}", message = "1 to 255 letters, digits, hyphens and underscores")
            String name,

            Optional<String> cluster,
            Optional<@Min(0) @Max(5000) Integer> desiredCount,
            Optional<String> launchType,
            Optional<List<Strategy>> capacityProviderStrategy,
            Optional<Deployment> deploymentConfiguration,
            Optional<
                            @Size(max = 50) Map<
                                    @Size(min = 1, max = 128)
                                    @Pattern(regexp = "(?!aws:).*", message = "a key that does not begin with aws:")
                                    String,
                                    @Size(max = 256) String>>
                    tags) {}

    record Port(@Min(1) @Max(65535) int containerPort, Optional<String> protocol) {}

    record Container(
            String image,
            Optional<Boolean> essential,
            Optional<List<Port>> portMappings,
            Optional<Map<String, String>> environment,
            Optional<Map<String, String>> secrets) {}

    record Task(Optional<String> family, int cpu, int memory, Map<String, Container> containers) {}

    record Scaling(
            @Min(0) int min, @Min(0) int max, @NotWritten Optional<String> resource) {}

    record Step(
            double threshold, int adjustment, @NotWritten Optional<String> policy) {}

    record Database(
            String identifier,
            String engineVersion,
            Optional<Long> allocatedStorage,
            Optional<Boolean> multiAZ,
            Optional<String> backupWindow,
            Optional<String> restoredFrom) {}

    private TestKinds() {}

    static List<Kind<?>> all() {
        return List.of(
                TestKind.of(CLUSTER, Cluster.class, "clusters.*", Cluster::name),
                TestKind.of(SERVICE, Service.class, "services.*", Service::name)
                        .needing((self, service) -> service.cluster()
                                .map(cluster -> Set.of(self.named(CLUSTER, cluster), self.sibling(TASK)))
                                .orElse(Set.of(self.sibling(TASK))))
                        .checked(TestKinds::problems),
                TestKind.of(
                                TASK,
                                Task.class,
                                "services.*.task",
                                task -> task.family().orElse("none"))
                        .resolved((self, task, references) -> new Task(
                                task.family()
                                        .or(() -> references
                                                .find(self.sibling(SERVICE))
                                                .map(Reference::key)),
                                task.cpu(),
                                task.memory(),
                                task.containers()))
                        .checked((self, task, references) -> fargate(task)),
                TestKind.of(
                                SCALING,
                                Scaling.class,
                                "services.*.scaling",
                                scaling -> scaling.resource().orElse(""))
                        .resolved((self, scaling, references) ->
                                new Scaling(scaling.min(), scaling.max(), Optional.of(self.toString())))
                        .needing((self, scaling) -> Set.of(self.sibling(SERVICE)))
                        .checked((self, scaling, references) -> scaling.min() <= scaling.max()
                                ? List.of()
                                : List.of(new Problem("min", "above max", "0 to " + scaling.max()))),
                TestKind.of(
                                STEP,
                                Step.class,
                                "services.*.scaling.steps.*",
                                step -> step.policy().orElse(""))
                        .resolved((self, step, references) ->
                                new Step(step.threshold(), step.adjustment(), Optional.of(self.toString()))),
                TestKind.of(DATABASE, Database.class, "databases.*", Database::identifier)
                        .needing((self, database) -> database.restoredFrom()
                                .map(from -> Set.of(self.named(DATABASE, from)))
                                .orElse(Set.of())));
    }

    private static List<Problem> problems(ResourceId self, Service service, References references) {
        List<Problem> problems = new ArrayList<>();
        if (service.launchType().isPresent()
                && service.capacityProviderStrategy().isPresent()) {
            problems.add(new Problem("launchType", "not together with capacityProviderStrategy", "one of the two"));
        }
        service.cluster()
                .filter(cluster -> cluster.startsWith("main")
                        && references.find(self.named(CLUSTER, cluster)).isEmpty())
                .ifPresent(cluster -> problems.add(new Problem("cluster", "no such cluster is declared", "")));
        return problems;
    }

    private static List<Problem> fargate(Task task) {
        boolean pair = task.memory() >= 2 * task.cpu() && task.memory() <= 8 * task.cpu();
        return pair
                ? List.of()
                : List.of(new Problem("memory", "no such size", 2 * task.cpu() + " to " + 8 * task.cpu()));
    }

    /** A kind put together from what a test needs of it. */
    record TestKind<S>(
            KindName name,
            Class<S> stateType,
            Slot slot,
            Function<S, String> keys,
            Needs<S> needing,
            Resolving<S> resolving,
            Checks<S> checks)
            implements Kind<S> {
        interface Needs<S> {
            Set<ResourceId> of(ResourceId self, S state);
        }

        interface Resolving<S> {
            S of(ResourceId self, S state, References references);
        }

        interface Checks<S> {
            List<Problem> of(ResourceId self, S state, References references);
        }

        static <S> TestKind<S> of(KindName name, Class<S> type, String slot, Function<S, String> key) {
            return new TestKind<>(
                    name,
                    type,
                    Slot.of(slot),
                    key,
                    (self, state) -> Set.of(),
                    (self, state, references) -> state,
                    (self, state, references) -> List.of());
        }

        TestKind<S> needing(Needs<S> needs) {
            return new TestKind<>(name, stateType, slot, keys, needs, resolving, checks);
        }

        TestKind<S> resolved(Resolving<S> resolved) {
            return new TestKind<>(name, stateType, slot, keys, needing, resolved, checks);
        }

        TestKind<S> checked(Checks<S> check) {
            return new TestKind<>(name, stateType, slot, keys, needing, resolving, check);
        }

        @Override
        public FieldTable<S> fields() {
            return FieldTable.<S>changedBy("test:Update").build();
        }

        @Override
        public String key(S resolved) {
            return keys.apply(resolved);
        }

        @Override
        public List<String> createCalls() {
            return List.of("test:Create");
        }

        @Override
        public String adoptCall() {
            return "test:Tag";
        }

        @Override
        public Set<ResourceId> needs(ResourceId self, S declared) {
            return needing.of(self, declared);
        }

        @Override
        public S resolve(ResourceId self, S declared, References references) {
            return resolving.of(self, declared, references);
        }

        @Override
        public List<Problem> check(ResourceId self, S declared, References references) {
            return checks.of(self, declared, references);
        }
    }
}
