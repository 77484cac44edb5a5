package io.holdfast.kind.rdsinstance;

import static io.holdfast.kind.rdsinstance.RdsInstanceTable.MODIFY;
import static io.holdfast.kind.rdsinstance.RdsInstanceTable.TAG;

import io.holdfast.model.Difference;
import io.holdfast.model.Impact;
import io.holdfast.model.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The order of calls. Tags first and what nobody notices together; of what is felt or takes long only one thing, in the
 * order in which each still helps the next: a new class may need the new version, and storage is slowest.
 */
final class Sequence {
    private static final List<Set<String>> ALONE = List.of(
            Set.of("engineVersion"),
            Set.of("parameterGroup"),
            Set.of("optionGroup"),
            Set.of("instanceClass"),
            Set.of("multiAZ"),
            Refusals.STORAGE);

    /** They belong to a major version: a new one takes none of the old, so they go in its call. */
    private static final Set<String> OF_A_MAJOR = Set.of("parameterGroup", "optionGroup");

    private Sequence() {}

    static List<Step> of(List<Difference> differences) {
        List<Difference> tags = new ArrayList<>();
        List<Difference> quiet = new ArrayList<>();
        List<Difference> felt = new ArrayList<>();
        for (Difference difference : differences) {
            (difference.call().equals(TAG) ? tags : isAlone(difference) ? felt : quiet).add(difference);
        }
        List<Step> steps = new ArrayList<>();
        steps.addAll(Step.perCall(tags));
        steps.addAll(Step.perCall(quiet));
        first(felt).ifPresent(steps::add);
        return steps;
    }

    private static boolean isAlone(Difference difference) {
        return difference.impact() != Impact.IN_PLACE || ALONE.stream().anyMatch(it -> it.contains(difference.path()));
    }

    private static Optional<Step> first(List<Difference> felt) {
        return ALONE.stream()
                .map(together -> paths(felt, together))
                .filter(paths -> !paths.isEmpty())
                .findFirst()
                .or(() -> felt.stream().map(it -> List.of(it.path())).findFirst())
                .map(paths -> new Step(MODIFY, paths));
    }

    private static List<String> paths(List<Difference> felt, Set<String> together) {
        boolean major = together.contains("engineVersion") && felt.stream().anyMatch(Sequence::isMajorUpgrade);
        return felt.stream()
                .map(Difference::path)
                .filter(it -> together.contains(it) || (major && OF_A_MAJOR.contains(it)))
                .toList();
    }

    private static boolean isMajorUpgrade(Difference difference) {
        return difference.path().equals("engineVersion") && major(difference.desired()) != major(difference.live());
    }

    private static int major(Optional<Object> version) {
        return EngineVersion.of(String.valueOf(version.orElse(""))).major();
    }
}
