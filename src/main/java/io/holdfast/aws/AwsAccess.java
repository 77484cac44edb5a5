package io.holdfast.aws;

import static java.util.Objects.requireNonNull;

import io.holdfast.aws.load.AlarmLoaders;
import io.holdfast.aws.load.CacheLoaders;
import io.holdfast.aws.load.DatabaseLoaders;
import io.holdfast.aws.load.EcsLoaders;
import io.holdfast.aws.load.ScalingLoaders;
import io.holdfast.model.AwsTarget;
import io.holdfast.model.WriteGate;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import software.amazon.awssdk.regions.Region;

/**
 * All we have of AWS for one account, region and role: clients that read, clients that write, and the loaders through
 * which kinds look. Shared by all environments that live there, which is what lets their questions share calls.
 */
public final class AwsAccess implements AutoCloseable {
    private final AwsTarget target;
    private final Clock clock;
    private final Gathering gathering;
    private final Marks marks;
    private final Identity identity;
    private final AwsClients reading;
    private final AwsClients writing;
    private final EcsLoaders ecs;
    private final ScalingLoaders scaling;
    private final AlarmLoaders alarms;
    private final DatabaseLoaders databases;
    private final CacheLoaders caches;
    private final AtomicReference<String> wrongAccount;

    AwsAccess(AwsSettings settings, AwsTarget target, Budget budget) {
        this.clock = settings.clock();
        this.target = requireNonNull(target, "target");
        this.gathering = new Gathering(settings.window());
        this.marks = new Marks(settings.owner());
        this.wrongAccount = new AtomicReference<>();
        Region region = Region.of(target.region());
        this.identity = Identity.of(settings, region, target.role(), budget);
        WriteGate gate = settings.gate().and(this::accountTrouble);
        var recipe = new AwsClients.Recipe(settings, region, identity.credentials(), true, gate, budget);
        this.reading = AwsClients.of(recipe);
        this.writing = AwsClients.of(recipe.writing());
        this.ecs = new EcsLoaders(reading.ecs(), gathering, settings.clock());
        this.scaling = new ScalingLoaders(reading.scaling(), gathering, settings.clock());
        this.alarms = new AlarmLoaders(reading.alarms(), gathering, settings.clock());
        this.databases = new DatabaseLoaders(reading.rds(), gathering);
        this.caches = new CacheLoaders(reading.cache(), gathering, settings.clock());
    }

    private AwsAccess(AwsAccess shared) {
        this.clock = shared.clock;
        this.target = shared.target;
        this.gathering = shared.gathering;
        this.marks = shared.marks;
        this.identity = shared.identity;
        this.reading = shared.reading;
        this.writing = shared.writing;
        this.ecs = shared.ecs.forOneLook();
        this.scaling = shared.scaling.forOneLook();
        this.alarms = shared.alarms;
        this.databases = shared.databases;
        this.caches = shared.caches;
        this.wrongAccount = shared.wrongAccount;
    }

    /** The same access, through which what several kinds want to know is asked once; for one look and no longer. */
    public AwsAccess forOneLook() {
        return new AwsAccess(this);
    }

    public AwsTarget target() {
        return target;
    }

    /** What time it is here; AWS may disagree by a little. */
    public Clock clock() {
        return clock;
    }

    public Marks marks() {
        return marks;
    }

    /** Announces a pass that is about to look; to be closed when it has looked. */
    public Gathering.Look look() {
        return gathering.enter();
    }

    /** Clients that repeat a failed call and refuse one that is not a read. */
    public AwsClients reading() {
        return reading;
    }

    /** Clients that make exactly one attempt, and none while the gate is closed. */
    public AwsClients writing() {
        return writing;
    }

    public EcsLoaders ecs() {
        return ecs;
    }

    public ScalingLoaders scaling() {
        return scaling;
    }

    public AlarmLoaders alarms() {
        return alarms;
    }

    public DatabaseLoaders databases() {
        return databases;
    }

    public CacheLoaders caches() {
        return caches;
    }

    /**
     * The account AWS says we are in. While it is not the one the environment names, every write is refused, until a
     * later call finds it right.
     */
    public Answer<String> callerAccount() {
        String operation = "sts:GetCallerIdentity";
        try {
            String account = Call.read(
                    operation,
                    () -> BrokenPromise.unless(reading.sts().getCallerIdentity().account(), "account"));
            wrongAccount.set(account.equals(target.account()) ? null : account);
            return Answer.found(account);
        } catch (AwsFailure failure) {
            return Answer.failed(failure.fault());
        }
    }

    /** What these credentials may do, for one round of questions. */
    public PolicySimulator simulator() {
        return new PolicySimulator(reading, target);
    }

    private Optional<String> accountTrouble() {
        return Optional.ofNullable(wrongAccount.get())
                .map(account -> "these credentials belong to account " + account + ", not " + target.account());
    }

    @Override
    public void close() {
        reading.close();
        writing.close();
        identity.close();
    }
}
