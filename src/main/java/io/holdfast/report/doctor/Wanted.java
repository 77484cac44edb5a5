package io.holdfast.report.doctor;

import io.holdfast.model.Declared;
import io.holdfast.model.DriftReport;
import io.holdfast.model.Kind;
import io.holdfast.model.Mode;
import io.holdfast.model.Permission;
import io.holdfast.model.Step;
import io.holdfast.model.Stray;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What IAM has to allow so that an environment can be kept as declared: for every call its resources may take, and no other. */
public final class Wanted {
    private static final String REQUEST_TAG = "aws:RequestTag/";
    private static final String RESOURCE_TAG = "aws:ResourceTag/";

    private final DriftReport report;
    private final Map<String, String> marks;

    private Wanted(DriftReport report, Map<String, String> marks) {
        this.report = report;
        this.marks = marks;
    }

    /**
     * What is wanted in an environment, whatever its mode. Deletions are wanted where it prunes.
     *
     * @param marks the tags that all its resources carry, which policies may ask about
     */
    public static List<Permission> of(DriftReport report, Map<String, String> marks) {
        Wanted wanted = new Wanted(report, marks);
        return Stream.concat(
                        report.resources().stream().flatMap(it -> wanted.of(it.declared())),
                        report.strays().stream().flatMap(it -> wanted.of(it.kind(), it)))
                .distinct()
                .toList();
    }

    /** Whether anything of it is ever written: it is not where everything is only looked at. */
    static boolean isActing(DriftReport report) {
        var policy = report.desired().policy();
        return Stream.concat(Stream.of(policy.mode()), policy.modes().stream().map(it -> it.mode()))
                .anyMatch(it -> it != Mode.OBSERVE);
    }

    static boolean isPruning(DriftReport report) {
        return report.desired().policy().prune().enabled();
    }

    private <S> Stream<Permission> of(Declared<S> declared) {
        Set<String> calls = new TreeSet<>(declared.kind().calls(declared.state()));
        if (isPruning(report)) {
            calls.addAll(deletion(declared.kind(), declared.state()));
        }
        return Stream.concat(
                permissions(declared.kind(), declared.state(), calls),
                declared.kind().passes(report.desired().aws(), declared.state()).stream());
    }

    /** What is live is of the kind's own type: the kind's observer has made it. */
    @SuppressWarnings("unchecked")
    private <S> Stream<Permission> of(Kind<S> kind, Stray stray) {
        S live = (S) stray.live().state();
        return isPruning(report) ? permissions(kind, live, deletion(kind, live)) : Stream.empty();
    }

    private static <S> List<String> deletion(Kind<S> kind, S state) {
        return kind.deletion(state).stream().map(Step::call).toList();
    }

    private <S> Stream<Permission> permissions(Kind<S> kind, S state, Iterable<String> calls) {
        List<Permission> permissions = new ArrayList<>();
        for (String call : calls) {
            Permission permission = kind.permission(call, report.desired().aws(), state);
            String prefix = isTagging(kind, call) ? REQUEST_TAG : RESOURCE_TAG;
            for (var mark : marks.entrySet()) {
                permission = permission.given(prefix + mark.getKey(), mark.getValue());
            }
            permissions.add(permission);
        }
        return permissions.stream();
    }

    /** Whether the call brings the tags along, so that what it is about need not carry them yet. */
    private static boolean isTagging(Kind<?> kind, String call) {
        boolean isTaggedAtBirth = kind.fields().paths().contains("tags.*");
        return call.equals(kind.adoptCall())
                || (isTaggedAtBirth && kind.createCalls().contains(call));
    }
}
