package io.holdfast.kind.rdsinstance;

import static io.holdfast.aws.BrokenPromise.unless;

import io.holdfast.aws.Answer;
import io.holdfast.aws.AwsAccess;
import io.holdfast.model.Ask;
import io.holdfast.model.Excuse;
import io.holdfast.model.Expectation;
import io.holdfast.model.Facts;
import io.holdfast.model.Health;
import io.holdfast.model.Observed;
import io.holdfast.model.Observer;
import io.holdfast.model.ResourceId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.rds.model.DBInstance;

/** Looks at RDS instances. */
final class RdsInstanceObserver implements Observer<RdsInstanceState> {
    /**
     * How long RDS may go on saying {@code available} after it accepted a change: about a minute (Terraform's AWS
     * provider, {@code rds/instance.go}, as a situation), doubled.
     */
    private static final Duration QUIET = Duration.ofMinutes(2);

    private final AwsAccess access;

    RdsInstanceObserver(AwsAccess access) {
        this.access = access;
    }

    @Override
    public Map<ResourceId, Observed<RdsInstanceState>> observe(List<Ask<RdsInstanceState>> asks) {
        Map<String, Answer<DBInstance>> instances =
                access.databases().instances().load(asks.stream().map(Ask::key).toList());
        Map<ResourceId, Observed<RdsInstanceState>> observed = new HashMap<>();
        asks.forEach(ask -> observed.put(
                ask.id(), instances.get(ask.key()).observed("rds:DescribeDBInstances", it -> observed(ask, it))));
        return observed;
    }

    private Observed<RdsInstanceState> observed(Ask<RdsInstanceState> ask, DBInstance instance) {
        return Observed.present(InstanceShape.stateOf(instance), facts(ask, instance));
    }

    private Facts facts(Ask<RdsInstanceState> ask, DBInstance instance) {
        Map<String, String> tags = new HashMap<>();
        instance.tagList().forEach(tag -> tags.put(tag.key(), tag.value()));
        String word = unless(instance.dbInstanceStatus(), "DBInstanceStatus");
        InstanceStatus status = InstanceStatus.of(word);
        Facts facts = Facts.of(
                        unless(instance.dbInstanceArn(), "DBInstanceArn"),
                        access.marks().ownership(ask.id(), tags))
                .with(health(instance, status, word))
                .excused(excuses(ask, instance, status));
        return underway(ask, status, word).map(facts::underway).orElse(facts);
    }

    private List<Excuse> excuses(Ask<RdsInstanceState> ask, DBInstance instance, InstanceStatus status) {
        List<Excuse> excuses = new ArrayList<>(new Pending(ask.desired(), instance, status).excuses());
        if (!status.isMoving()) {
            ask.desired()
                    .map(it -> Parked.outOfSight(
                            it,
                            InstanceShape.stateOf(instance),
                            ask.expectation(),
                            access.clock().instant()))
                    .ifPresent(excuses::addAll);
        }
        excuses.addAll(Refusals.of(instance, status));
        return excuses;
    }

    private static Health health(DBInstance instance, InstanceStatus status, String word) {
        boolean impaired = instance.masterUserSecret() != null
                && "impaired".equals(instance.masterUserSecret().secretStatus());
        return impaired && status == InstanceStatus.STEADY
                ? Health.of(
                        Health.Status.DEGRADED, "RDS can no longer rotate the master password: its secret is impaired")
                : status.health(word);
    }

    /** A change just accepted is not seen in the status yet: a second one on its heels would join it. */
    private Optional<String> underway(Ask<RdsInstanceState> ask, InstanceStatus status, String word) {
        return status.isMoving()
                ? Optional.of("the instance is " + word)
                : ask.expectation()
                        .filter(Expectation::accepted)
                        .filter(it ->
                                access.clock().instant().isBefore(it.since().plus(QUIET)))
                        .map(it -> "RDS accepted a change at " + it.since() + " and may not have begun it");
    }
}
