package io.holdfast.kind.rdsinstance;

import io.holdfast.aws.AwsAccess;
import io.holdfast.model.AwsTarget;
import io.holdfast.model.Difference;
import io.holdfast.model.Excuse;
import io.holdfast.model.FieldTable;
import io.holdfast.model.Handler;
import io.holdfast.model.Kind;
import io.holdfast.model.KindName;
import io.holdfast.model.Named;
import io.holdfast.model.Observed;
import io.holdfast.model.Permission;
import io.holdfast.model.Problem;
import io.holdfast.model.References;
import io.holdfast.model.ResourceId;
import io.holdfast.model.Slot;
import io.holdfast.model.Step;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** An RDS DB instance, declared under {@code databases}. */
public final class RdsInstanceKind implements Kind<RdsInstanceState> {
    public static final KindName NAME = new KindName("database", "rds-instance");

    /** All about instances of one account and region. */
    public static Handler<RdsInstanceState> over(AwsAccess access) {
        return new Handler<>(
                new RdsInstanceKind(),
                new RdsInstanceObserver(access),
                new RdsInstanceActuator(access),
                new RdsInstanceExplorer(access));
    }

    @Override
    public KindName name() {
        return NAME;
    }

    @Override
    public Class<RdsInstanceState> stateType() {
        return RdsInstanceState.class;
    }

    @Override
    public Slot slot() {
        return Slot.of("databases.*");
    }

    @Override
    public FieldTable<RdsInstanceState> fields() {
        return RdsInstanceTable.FIELDS;
    }

    @Override
    public String key(RdsInstanceState resolved) {
        return resolved.identifier().toLowerCase(Locale.ROOT);
    }

    @Override
    public List<String> createCalls() {
        return List.of(RdsInstanceTable.CREATE);
    }

    @Override
    public String adoptCall() {
        return RdsInstanceTable.TAG;
    }

    @Override
    public Permission permission(String call, AwsTarget at, RdsInstanceState resolved) {
        return Permission.of(call, at, "db:" + key(resolved));
    }

    @Override
    public List<Permission> passes(AwsTarget at, RdsInstanceState resolved) {
        return resolved
                .monitoringRoleArn()
                .map(it -> Permission.toPass(it, at, "monitoring.rds.amazonaws.com"))
                .stream()
                .toList();
    }

    @Override
    public boolean holdsData() {
        return true;
    }

    @Override
    public List<Step> deletion(RdsInstanceState live) {
        return List.of(new Step(RdsInstanceTable.DELETE, List.of()));
    }

    @Override
    public Optional<String> protection(RdsInstanceState live) {
        return live.deletionProtection().filter(it -> it).map(it -> "its deletionProtection is on");
    }

    /** RDS takes none of an instance that it can do nothing with (API Reference, DeleteDBInstance). */
    @Override
    public Optional<String> unsaved(RdsInstanceState live) {
        return live.dbInstanceStatus()
                .filter(it -> InstanceStatus.of(it) == InstanceStatus.NEEDS_PERSON)
                .map(it -> "the instance is " + it
                        + ", so that RDS can take no final snapshot of it, and without one Holdfast"
                        + " deletes nothing; help it first, or delete it by hand");
    }

    @Override
    public Optional<String> incarnation(RdsInstanceState live) {
        return live.dbiResourceId();
    }

    @Override
    public Optional<String> sideEffect(RdsInstanceState desired, Observed.Present<RdsInstanceState> live, Step step) {
        return Parked.released(desired, live, step);
    }

    @Override
    public List<Problem> check(ResourceId self, RdsInstanceState declared, References references) {
        return Rules.problems(declared);
    }

    @Override
    public List<Excuse> excuses(RdsInstanceState desired, RdsInstanceState live, Instant now) {
        return Allowances.of(desired, live);
    }

    @Override
    public RdsInstanceState exported(RdsInstanceState live, Named named) {
        return Written.of(live);
    }

    @Override
    public List<Step> steps(List<Difference> differences) {
        return Sequence.of(differences);
    }
}
